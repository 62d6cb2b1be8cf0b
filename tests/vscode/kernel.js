// A kernel process and connections to it, made as VS Code's Jupyter extension makes them: no Python, one routing id on shell, control and stdin.
const { spawn } = require("child_process");
const { createHmac, randomUUID } = require("crypto");
const { mkdtempSync, readFileSync, writeFileSync } = require("fs");
const { createServer } = require("net");
const { tmpdir } = require("os");
const { join } = require("path");
const zmq = require("zeromq");

const channels = ["shell", "control", "stdin", "iopub", "hb"];
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

async function until(what, condition, seconds = 60) {
  for (const end = Date.now() + 1000 * seconds; !condition(); await pause(10))
    if (Date.now() > end) throw new Error(`waited ${seconds} s for ${what}`);
}

const freePort = () => new Promise(done => {
  const server = createServer().listen(0, "127.0.0.1", () => { const { port } = server.address(); server.close(() => done(port)); });
});

class Kernel {
  static async start(specFile, folder) {
    const kernel = Object.assign(new Kernel(), { key: randomUUID(), ports: {} });
    for (const channel of channels) kernel.ports[`${channel}_port`] = await freePort();
    const file = join(mkdtempSync(join(tmpdir(), "gan notebooks ")), "connection file.json");   // with spaces
    writeFileSync(file, JSON.stringify({ transport: "tcp", ip: "127.0.0.1", signature_scheme: "hmac-sha256", key: kernel.key, ...kernel.ports }));
    const { argv } = JSON.parse(readFileSync(specFile, "utf8"));
    kernel.process = spawn(argv[0], argv.slice(1).map(part => part.replace("{connection_file}", file)), { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
    kernel.exited = new Promise(done => kernel.process.on("exit", done));
    return kernel;
  }
}

class Connection {
  constructor(kernel) {
    Object.assign(this, { key: kernel.key, session: randomUUID(), replies: new Map(), sockets: {}, heard: [], onOutput: () => { } });
    const routingId = randomUUID();
    for (const channel of channels.filter(each => each !== "hb")) {
      const socket = this.sockets[channel] = channel === "iopub" ? new zmq.Subscriber({ linger: 0 }) : new zmq.Dealer({ routingId, linger: 0 });
      socket.connect(`tcp://127.0.0.1:${kernel.ports[`${channel}_port`]}`);
      this.read(channel, socket);
    }
    this.sockets.iopub.subscribe();
  }

  /** The front end is ready once a request's status comes by iopub: the subscription has been heard. */
  async ready() {
    let info;
    do info = await this.request("control", "kernel_info_request"); while (this.heard.length === 0);
    return info;
  }

  async request(channel, type, content = {}, metadata = {}) {
    const header = { msg_id: randomUUID(), msg_type: type, session: this.session, username: "node", date: new Date().toISOString(), version: "5.3" };
    const json = [header, {}, metadata, content].map(part => JSON.stringify(part));
    const reply = new Promise(done => this.replies.set(header.msg_id, done));
    await this.sockets[channel].send(["<IDS|MSG>", this.sign(json.join("")), ...json]);
    return await reply;
  }

  close() { for (const socket of Object.values(this.sockets)) socket.close(); }

  sign(bytes) { return createHmac("sha256", this.key).update(bytes).digest("hex"); }

  async read(channel, socket) {
    for await (const frames of socket) {
      const at = frames.findIndex(frame => frame.toString() === "<IDS|MSG>");
      const json = frames.slice(at + 2, at + 6);
      if (frames[at + 1].toString() !== this.sign(Buffer.concat(json))) throw new Error("the kernel's signature is wrong");
      const [header, parent, , content] = json.map(part => JSON.parse(part.toString()));
      const message = { type: header.msg_type, content };
      if (channel !== "iopub") this.replies.get(parent.msg_id)?.(content);
      else if (this.heard.push(message)) this.onOutput(message);
    }
  }
}

module.exports = { Kernel, Connection, pause, until };
