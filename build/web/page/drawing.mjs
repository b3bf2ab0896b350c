// Flutter draws on two threads that share a memory nothing guards (docs/decisions/0023). Seldom it is spoilt, and then the
// screen stands still for good. What was kept is kept; the app begins anew, and draws on one thread on this device from then on.

import { recall, remember } from "./settings.mjs";

const ONE = "one thread";

export function onOneThread() {
  return recall("drawing", "") === ONE;
}

export function whenSpoilt(beginAnew) {
  const spoilt = (why) => {
    if (onOneThread()) return;      // once more would not help
    console.warn("drawing stands still:", why);
    remember("drawing", ONE);
    beginAnew();
  };
  const trapped = (why) => why instanceof WebAssembly.RuntimeError && spoilt(why.message);
  addEventListener("error", ({ error }) => trapped(error));
  addEventListener("unhandledrejection", ({ reason }) => trapped(reason));
  new BroadcastChannel("drawing").onmessage = ({ data }) => spoilt(data);      // from the second thread: build/pwa/client.py
}
