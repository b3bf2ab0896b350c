// What takes longest at the lock begins when a PIN is given, in a worker of its own: Python, who will ask for it, is busy
// waking for a second yet, and hears nothing until then.

import { recall } from "./settings.mjs";

let waiting = null;
let begun = null;

// Somebody is about to give a PIN.
export function expectPin() {
  if (sizes()) waiting ??= new Worker("/argon.js", { type: "module" });
}

// For that profile and PIN, unless it is being done.
export function stretch(profile, pin) {
  const known = sizes();
  if (known?.profile !== profile || (begun?.profile === profile && begun.pin === pin)) return;
  expectPin();
  const { port1, port2 } = new MessageChannel();
  const salt = Uint8Array.from(known.salt.match(/../g), (two) => parseInt(two, 16));
  waiting.postMessage([new TextEncoder().encode(pin), salt, known.memory, known.passes], [port1]);
  waiting = null;
  begun = { ...known, pin, port: port2 };
}

// What is being done, for who asks for it later; once.
export function begunStretch() {
  const taken = begun;
  begun = null;
  return taken;
}

// As Python left them at the last unlock (app/journeys/lock.py).
function sizes() {
  const [profile, salt, memory, passes] = recall("settings", {}).stretch?.split(" ") ?? [];
  return passes && { profile, salt, memory: Number(memory), passes: Number(passes) };
}
