// The service worker: keeps one whole version, fetches the next beside it, and changes over only when the person says so.

import { renderer } from "./flutter.mjs";

const CALM_MS = 3000;      // the first moments belong to the start

export class Update {
  constructor(onOffer) {
    this.workers = navigator.serviceWorker;
    this.onOffer = onOffer;
    this.workers?.addEventListener("message", ({ data }) => this.receive(data));
  }

  tell(word) {
    this.workers?.controller?.postMessage(word);
  }

  receive({ current, newest, installed, switched }) {
    if (switched) location.reload();
    else if (newest && current && newest !== current) this.onOffer();
    else if (installed) this.tell("status");
  }

  // To be called once the app runs: this version is good, older ones may go, and is there a newer?
  async started() {
    if (!this.workers) return;
    this.tell("started-ok");
    this.tell("status");
    await new Promise((later) => setTimeout(later, this.workers.controller ? CALM_MS : 0));
    try {
      const registration = await this.workers.register(`/sw.js?${renderer()}`);
      await registration.update();
    } catch (no) {
      console.info("no look for a newer version:", no.message);      // offline
    }
  }

  take() {
    this.tell("switch");
  }
}
