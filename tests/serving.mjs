import { spawn } from 'node:child_process';

/** Starts a .NET program that serves, and returns it with the first address that it prints. */
export async function serve(...args) {
  const server = spawn('dotnet', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((found, lost) => {
    let said = '';
    server.stdout.on('data', part => { said += part; const match = /http:\/\/\S+(?=\s)/.exec(said); if (match) found(match[0]); });
    server.on('exit', code => lost(new Error(`${args.join(' ')} ended with ${code}: ${said}`)));
  });
  return { server, address };
}
