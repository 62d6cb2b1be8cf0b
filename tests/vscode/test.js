// The kernel as VS Code's Jupyter extension drives it.   node test.js KERNEL.JSON NOTEBOOKS-FOLDER
const assert = require("assert/strict");
const { Kernel, Connection, pause, until } = require("./kernel.js");
const { Cell, Notebook } = require("./notebook.js");

const [specFile, folder] = process.argv.slice(2);
const setup = new Cell('#load "setup.csx"');
const told = what => console.log(`ok: ${what}`);
setTimeout(() => { console.error("FAILED: not done after 5 minutes"); process.exit(1); }, 300_000).unref();

const training = `
var trainer = new AdversarialTrainer(new MlpGenerator(2, [16], sampleShape: [2], bounded: false), new MlpDiscriminator(sampleShape: [2], [16]),
    new GaussianRing(Modes: 8, Radius: 2, StandardDeviation: 0.02), TrainingOptions.VanillaImages);
trainer.Train(100_000_000, Stop, new TrainingView("ring", interval: TimeSpan.FromSeconds(0.1)));`;

/** A training with a live view: it moves after the extension has heard that the saved outputs are gone, and its last frame is there in the end. */
async function liveView(connection, what, { delay, busy, isSaved = true, before = "", shown = [] }) {
  const notebook = new Notebook(connection, delay, busy);
  const cell = new Cell(before + training, isSaved ? [{ id: "saved", items: { "text/plain": "of an earlier session" } }] : []);
  const done = notebook.run(cell);
  await until("the view", () => cell.outputs.at(-1)?.items["text/html"]?.includes("ring"));
  await until("the saved outputs to go", () => !isSaved || notebook.cleared > 0);
  await pause(2 * delay);
  const seen = notebook.changes;
  await until(`the view to move ${what}`, () => notebook.changes >= seen + 5, 20);
  assert.equal((await connection.request("control", "interrupt_request")).status, "ok");
  assert.equal((await done).status, "ok");
  assert.match(cell.outputs.at(-1).items["text/html"], /stopped after/, what);
  assert.deepEqual(cell.outputs.slice(0, -1).map(output => output.items.text ?? output.items["text/plain"]), shown, what);
  told(`a live view moves ${what}`);
}

async function reconnect(kernel, gone) {
  const code = "var shown = display(0); for (var i = 1; ; i++) { Console.WriteLine(new string('x', 10_000)); shown.Update(i); await Task.Delay(5); }";
  gone.request("shell", "execute_request", { code, silent: false });
  await until("the cell to run", () => gone.heard.some(message => message.type === "update_display_data"));
  gone.close();
  const connection = new Connection(kernel);
  await connection.ready();
  for (const type of ["stream", "update_display_data"]) await until(`${type} after the reconnection`, () => connection.heard.some(message => message.type === type));
  assert.equal((await connection.request("control", "interrupt_request")).status, "ok");
  await until("the end of the cell", () => connection.heard.some(message => message.content.ename === "Interrupted"));
  assert.equal((await new Notebook(connection).run(new Cell("1 + 1"))).status, "ok");
  told("a front end that comes back hears the running cell and stops it");
  return connection;
}

async function questions(connection) {
  const run = async code => await new Notebook(connection).run(new Cell(code));
  const failed = await run("int[] a = [1, 2];\nvar n = 0;\na[5] = 3;\nn");
  assert.equal(failed.ename, "IndexOutOfRangeException");
  assert.ok(failed.traceback.some(line => line.endsWith(`cell ${failed.execution_count}, line 3`)), failed.traceback.join("\n"));
  told("an error has its cell and line");

  const completion = await connection.request("shell", "complete_request", { code: "Console.Writ", cursor_pos: 12 });
  assert.deepEqual([completion.matches.includes("WriteLine"), completion.cursor_start, completion.cursor_end], [true, 8, 12]);
  await run("var images = torch.zeros(64, 1, 28, 28) - 1;");
  const inspection = await connection.request("shell", "inspect_request", { code: "images.mean()", cursor_pos: 3, detail_level: 0 });
  assert.match(inspection.data["text/plain"], /\(64, 1, 28, 28\) Float32 on cpu, values in \[-1, -1\]/);
  told("completion, and a tensor under the pointer");
}

async function main() {
  const kernel = await Kernel.start(specFile, folder);
  let connection = new Connection(kernel);
  assert.equal((await connection.ready()).language_info.name, "C#");
  assert.equal((await new Notebook(connection).run(setup)).status, "ok");
  for (const delay of [0, 200, 800, 2300]) await liveView(connection, `when changes are told after ${delay} ms`, { delay });
  await liveView(connection, "below other outputs", { delay: 1000, before: 'Console.WriteLine("first"); display("second"); Console.Write("third");', shown: ["first\n", "second", "third"] });
  await liveView(connection, "in a cell without saved outputs", { delay: 200, isSaved: false });
  await liveView(connection, "when the extension is busy", { delay: 400, busy: true });
  connection = await reconnect(kernel, connection);
  await questions(connection);

  kernel.process.kill("SIGKILL");   // so does the extension: a new process, on other ports
  await kernel.exited;
  connection.close();
  const next = await Kernel.start(specFile, folder);
  connection = new Connection(next);
  await connection.ready();
  assert.equal((await new Notebook(connection).run(new Cell("images"))).ename, "CompilationError");
  await new Notebook(connection).run(setup);
  await liveView(connection, "after a restart", { delay: 800 });
  assert.deepEqual(await connection.request("control", "shutdown_request", { restart: false }), { status: "ok", restart: false });
  assert.equal(await next.exited, 0);
  told("restart and end");
  process.exit(0);
}
main().catch(error => { console.error(`FAILED: ${error.stack}`); process.exit(1); });
