// What VS Code does with a cell's outputs, as far as live displays depend on it. Two sides that talk with a delay:
// the extension, which hears the kernel and sends edits in batches, and the editor, which holds what the reader sees and tells of changes.
// The extension knows displays by display_id; when it is told that a cell has no outputs, it forgets the display that it last tracked for this cell.
const { randomUUID } = require("crypto");

class Cell {
  constructor(code, outputs = []) { Object.assign(this, { code, outputs, uri: `vscode-notebook-cell:/notebook.ipynb#${randomUUID()}` }); }
}

class Notebook {
  /** A busy extension sends every edit in a batch of its own. */
  constructor(connection, delay = 0, busy = false) {
    Object.assign(this, { connection, delay, busy, tracked: new Map(), last: new Map(), changes: 0, cleared: 0 });
    connection.onOutput = message => this.cell && this.hear(message);
  }

  /** Runs a cell as the extension does; resolves with the reply, once the editor has all outputs. */
  async run(cell) {
    Object.assign(this, { cell, begun: false, clearFirst: false, stream: undefined });
    const idle = new Promise(done => this.onIdle = done);
    const content = { code: cell.code, silent: false, stop_on_error: false, allow_stdin: true, store_history: true, user_expressions: {} };
    const reply = await this.connection.request("shell", "execute_request", content, { cellId: cell.uri });
    await idle;
    await new Promise(done => setTimeout(done, this.delay + 50));
    return reply;
  }

  hear({ type, content }) {
    if (!this.begun) { this.begun = true; this.edit({ outputs: [] }); }
    const id = content.transient?.display_id;
    switch (type) {
      case "status": if (content.execution_state === "idle") this.onIdle(); break;
      case "clear_output": if (content.wait) this.clearFirst = true; else this.edit({ outputs: [] }); break;
      case "stream":
        if (this.stream?.items.name === content.name) this.stream.items.text += content.text;   // by another kind of edit, which no display depends on
        else this.stream = this.show({ ...content });
        break;
      case "display_data": case "execute_result": case "error": this.show(content.data ?? content, id); break;
      case "update_display_data": this.update(id, content.data); break;
    }
  }

  show(items, id) {
    const output = { id: randomUUID(), items };
    if (this.clearFirst) this.edit({ outputs: [] });
    if (id) this.track(this.cell, id, output, items);
    Object.assign(this, { clearFirst: false, stream: undefined });
    this.edit({ append: output });
    return output;
  }

  update(id, items) {
    const known = this.tracked.get(id);
    if (!known || JSON.stringify(known.items) === JSON.stringify(items)) return;   // "no output found to update", or nothing new
    this.edit({ replace: known.output.id, items }, known.cell);
    this.track(known.cell, id, known.output, items);
  }

  track(cell, id, output, items) { this.tracked.set(id, { cell, output, items }); this.last.set(cell, id); }

  edit(edit, cell = this.cell) {
    if (!this.batch || this.busy) {
      const batch = this.batch = [];
      setTimeout(() => { this.batch = undefined; setTimeout(() => this.apply(batch), this.delay / 2); }, 10);
    }
    this.batch.push({ ...edit, cell });
  }

  /** The editor's side: an edit of an output that is gone does nothing, and one change is told for each cell of a batch. */
  apply(batch) {
    const changed = new Set();
    for (const { cell, outputs, append, replace, items } of batch) {
      const there = cell.outputs.find(output => output.id === replace);
      if (outputs && cell.outputs.length > 0) { cell.outputs = outputs; changed.add(cell); }
      if (append) { cell.outputs = [...cell.outputs, append]; changed.add(cell); }
      if (there) { there.items = items; this.changes++; }
    }
    const empty = [...changed].filter(cell => cell.outputs.length === 0);
    setTimeout(() => empty.forEach(cell => this.forget(cell)), this.delay / 2);
  }

  forget(cell) {
    this.cleared++;
    this.tracked.delete(this.last.get(cell));
    this.last.delete(cell);
  }
}

module.exports = { Cell, Notebook };
