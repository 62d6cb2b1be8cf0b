// Drives the kernel as VS Code does: spawns argv itself, one routing id on shell, control and stdin, no Python.
const { spawn } = require("child_process");
const { createHmac, randomUUID } = require("crypto");
const { mkdtempSync, readFileSync, writeFileSync } = require("fs");
const { createServer } = require("net");
const { tmpdir } = require("os");
const { join } = require("path");
const zmq = require("zeromq");

const key = randomUUID(), session = randomUUID();
const folder = mkdtempSync(join(tmpdir(), "gan notebooks "));   // with a space, and not the kernel's own folder
const fail = why => { console.error(`FAILED: ${why}`); process.exit(1); };
const expect = (what, found, wanted) => JSON.stringify(found) === JSON.stringify(wanted)
  ? console.log(`ok: ${what}`) : fail(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
setTimeout(() => fail("nothing after 60 s"), 60_000).unref();

const freePort = () => new Promise(done => {
  const server = createServer().listen(0, "127.0.0.1", () => { const { port } = server.address(); server.close(() => done(port)); });
});

function encode(type, content) {
  const parts = [{ msg_id: randomUUID(), msg_type: type, session, username: "node", date: new Date().toISOString(), version: "5.3" }, {}, {}, content];
  const json = parts.map(part => JSON.stringify(part));
  return { id: parts[0].msg_id, frames: ["<IDS|MSG>", createHmac("sha256", key).update(json.join("")).digest("hex"), ...json] };
}

function decode(frames) {
  const at = frames.findIndex(frame => frame.toString() === "<IDS|MSG>");
  const json = frames.slice(at + 2, at + 6);
  const signature = createHmac("sha256", key).update(Buffer.concat(json)).digest("hex");
  if (frames[at + 1].toString() !== signature) fail("the kernel's signature is wrong");
  const [header, parent, , content] = json.map(part => JSON.parse(part.toString()));
  return { type: header.msg_type, parent: parent.msg_id, content };
}

async function main() {
  const ports = await Promise.all(["shell", "control", "stdin", "iopub", "hb"].map(async name => [name, await freePort()]));
  const at = Object.fromEntries(ports.map(([name, port]) => [name, `tcp://127.0.0.1:${port}`]));
  const file = join(folder, "connection file.json");
  writeFileSync(file, JSON.stringify({
    transport: "tcp", ip: "127.0.0.1", signature_scheme: "hmac-sha256", key,
    ...Object.fromEntries(ports.map(([name, port]) => [`${name}_port`, port])),
  }));
  const spec = JSON.parse(readFileSync(process.argv[2], "utf8"));
  const started = Date.now();
  const child = spawn(spec.argv[0], spec.argv.slice(1).map(part => part.replace("{connection_file}", file)), { cwd: folder, env: { HOME: process.env.HOME }, stdio: ["ignore", "inherit", "inherit"] });
  const exited = new Promise(done => child.on("exit", done));

  const routingId = randomUUID();
  const [shell, control, stdin] = [0, 1, 2].map(() => new zmq.Dealer({ routingId, linger: 0 }));
  const iopub = new zmq.Subscriber({ linger: 0 }), heartbeat = new zmq.Request({ linger: 0 });
  shell.connect(at.shell); control.connect(at.control); stdin.connect(at.stdin); iopub.connect(at.iopub); heartbeat.connect(at.hb);
  iopub.subscribe();

  const outputs = [];
  (async () => { for await (const frames of iopub) outputs.push(decode(frames)); })();
  const request = async (socket, type, content) => {
    const { id, frames } = encode(type, content);
    await socket.send(frames);
    for (;;) { const message = decode(await socket.receive()); if (message.parent === id) return { id, ...message }; }
  };
  const execute = code => request(shell, "execute_request", { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: true, stop_on_error: true });
  const until = async (what, condition) => { for (let i = 0; !condition(); i++) { if (i > 1000) fail(`waited for ${what}`); await new Promise(r => setTimeout(r, 10)); } };

  const info = await request(shell, "kernel_info_request", {});
  console.log(`kernel_info after ${Date.now() - started} ms`);
  expect("language", info.content.language_info.name, "C#");
  await heartbeat.send("beat");
  expect("heartbeat", (await heartbeat.receive())[0].toString(), "beat");

  while (outputs.length === 0) await request(shell, "kernel_info_request", {});   // until the subscription has been heard, as front ends do
  const sum = await execute("1 + 1");
  await until("idle", () => outputs.some(o => o.parent === sum.id && o.content.execution_state === "idle"));
  expect("outputs of 1 + 1", outputs.filter(o => o.parent === sum.id).map(o => o.type), ["status", "execute_input", "execute_result", "status"]);
  expect("working directory", (await execute(`if (System.IO.Directory.GetCurrentDirectory() != ${JSON.stringify(folder)}) throw new Exception();`)).content.status, "ok");

  (async () => { const asked = decode(await stdin.receive()); expect("prompt", asked.content.prompt, "who?"); await stdin.send(encode("input_reply", { value: "node" }).frames); })();
  const asked = await execute('await GetInputAsync("who?")');
  await until("answer", () => outputs.some(o => o.parent === asked.id && o.type === "execute_result"));
  expect("input", outputs.find(o => o.parent === asked.id && o.type === "execute_result").content.data["text/plain"], "node");

  const endless = execute("while (true) { }");
  await until("a running cell", () => outputs.some(o => o.type === "execute_input" && o.content.code.startsWith("while")));
  await new Promise(r => setTimeout(r, 300));
  expect("interrupt", (await request(control, "interrupt_request", {})).content.status, "ok");
  expect("interrupted cell", (await endless).content.ename, "Interrupted");

  expect("shutdown", (await request(control, "shutdown_request", { restart: false })).content, { status: "ok", restart: false });
  expect("exit code", await exited, 0);
  process.exit(0);
}
main().catch(error => fail(error.stack));
