// One tab at a time: the second says so, and can take over; the first then closes what it holds.

import { ask } from "./alert.mjs";
import { word } from "./words.mjs";

const LOCK = "brobygger";
const RELOAD_MS = 1200;      // a reloaded page's former self may still be going
const TAKE_MS = 4000;
const channel = new BroadcastChannel(LOCK);

let letGo = null;

function hold(options) {
  return new Promise((resolve) => {
    navigator.locks
      .request(LOCK, options, (lock) => {
        resolve(lock !== null);
        return lock && new Promise((release) => (letGo = release));
      })
      .catch(() => resolve(false));
  });
}

// Resolves when this tab is the one; shows why while it is not.
export async function beTheOnly({ beforeGiving }) {
  channel.onmessage = async ({ data }) => {
    if (data !== "give" || !letGo) return;
    await beforeGiving();
    letGo();
    letGo = null;
    ask(word("moved"), word("useHere"), takeOver);
  };
  if (await hold({ ifAvailable: true })) return;
  if (await hold({ signal: AbortSignal.timeout(RELOAD_MS) })) return;
  ask(word("elsewhere"), word("useHere"), takeOver);
  await new Promise(() => {});      // from here only a reload leads on
}

async function takeOver() {
  channel.postMessage("give");
  if ((await hold({ signal: AbortSignal.timeout(TAKE_MS) })) || (await hold({ steal: true }))) location.reload();
}
