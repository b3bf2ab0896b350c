// The service worker: keeps one whole version, fetches the next beside it, and changes over only when the person says so.

import { renderer } from "./flutter.mjs";

const CALM_MS = 3000;      // the first moments belong to the start
const AGAIN_MS = 20_000;      // after a version that could not be fetched whole
const MOST_RETRIES = 3;
const SELDOM_MS = 10 * 60_000;      // an app that stays open looks again when she comes back to it

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
    await globalThis.flet.flutterAppLoaded;      // only then is it known which renderer is to be kept
    await new Promise((later) => setTimeout(later, this.workers.controller ? CALM_MS : 0));
    await this.look();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && performance.now() - this.looked > SELDOM_MS) this.look();
    });
    addEventListener("online", () => this.look());
  }

  // One more file that is to be there without a network.
  keep(path) {
    this.workers?.ready.then(({ active }) => active?.postMessage({ keep: path }));
  }

  async look() {
    this.looked = performance.now();
    try {
      this.registration ??= this.watched(await this.workers.register(`/sw.js?${renderer()}`));
      await this.registration.update();
    } catch (no) {
      console.info("no look for a newer version:", no.message);      // offline
    }
  }

  watched(registration) {
    let retries = 0;
    const follow = (worker) =>
      worker?.addEventListener("statechange", () => {
        if (worker.state === "activated") this.tell("status");
        else if (worker.state === "redundant" && retries++ < MOST_RETRIES) setTimeout(() => this.look(), AGAIN_MS);
      });
    follow(registration.installing);
    registration.addEventListener("updatefound", () => follow(registration.installing));
    return registration;
  }

  take() {
    this.tell("switch");
  }
}
