// Python's worker as the page sees it: started first of all, told to boot when this tab is the only one, started anew
// without a snapshot when the snapshot was bad. Dart meets it through its three functions.

import * as snapshots from "./snapshots.mjs";

export class Engine {
  constructor({ onMessage, onFailure }) {
    this.onMessage = onMessage;
    this.onFailure = onFailure;
    this.toDart = null;
    this.forDart = [];
    this.boot = null;
    this.error = null;
    this.ready = new Promise((resolve) => (this.settle = resolve));
    this.offerToDart();
  }

  // Python begins to wake. Nothing of it is fetched before.
  wake() {
    this.spawn({});
  }

  spawn(options) {
    this.worker = new Worker("/python-worker.js", { type: "module", name: snapshots.startWith(options) });
    this.worker.onmessage = ({ data }) => this.receive(data);
    this.worker.onerror = ({ message }) => this.receive(message || "the worker could not be loaded");
  }

  receive(data) {
    if (data instanceof Uint8Array) {
      if (this.toDart) this.toDart(data);
      else this.forDart.push(data);
    } else if (typeof data === "string") {
      this.error = data === "initialized" ? null : data;
      if (this.error) this.onFailure(this.error);
      else snapshots.finished();
      this.settle();
    } else if (data.t === "snapshot-bad") {
      console.warn("snapshot dropped:", data.why);
      snapshots.failed();
      if (data.restart) this.restart();
    } else if (data.t === "make-snapshot") {
      this.makeSnapshot();
    } else {
      this.onMessage(data);
    }
  }

  restart() {
    this.worker.terminate();
    this.spawn({ plain: true });
    if (this.boot) this.start(this.boot);
    this.onMessage({ t: "restarted" });
  }

  makeSnapshot() {
    const maker = new Worker("/python-worker.js", { type: "module", name: "make" });
    maker.onmessage = ({ data }) => {
      if (data.t === "snapshot-made") performance.mark("snapshot-made");
      else console.warn("no snapshot:", data.why);
    };
  }

  // `boot`: what Python is told of the page; once, when this tab is the only one.
  start(boot) {
    this.boot = boot;
    this.worker.postMessage({ t: "boot", args: {}, documentUrl: document.URL, ...boot });
  }

  send(message, moved = []) {
    if (this.boot) this.worker.postMessage(message, moved);
  }

  // Lets go of the journal's files; resolves when they are closed, or when the worker does not answer.
  async close() {
    await new Promise((resolve) => {
      this.onMessage = ({ t }) => t === "released" && resolve();
      this.worker.postMessage({ t: "release" });
      setTimeout(resolve, 1500);
    });
    this.worker.terminate();
  }

  offerToDart() {
    const apps = new Set();
    globalThis.jsConnect = async (app, _args, onMessage) => {
      apps.add(app);
      this.toDart = onMessage;
      await this.ready;
      if (this.error) throw this.error;
      for (const message of this.forDart.splice(0)) onMessage(message);
    };
    globalThis.jsSend = async (app, message) => {
      if (apps.has(app)) this.worker.postMessage(message, [message.buffer]);
    };
    globalThis.jsDisconnect = async (app) => {
      if (apps.delete(app)) this.worker.terminate();
    };
  }
}
