// A recording is heard: decoded by the device, without the silence at both ends. Nothing of it gets an address.

import { measure } from "./loudness.mjs";

let context = null;
let playing = null;
let turn = 0;

// The device's one way to sound. It rests while nothing is heard.
export function sound() {
  context ??= new AudioContext();
  return context;
}

// Safari (which alone knows GestureEvent) lets a page sound only after it has begun to at a tap.
export function listen() {
  const wake = () => sound().resume().then(rest);
  if (globalThis.GestureEvent) addEventListener("pointerup", wake, { once: true, capture: true });
  addEventListener("visibilitychange", () => document.hidden && hush());
  addEventListener("pagehide", hush);
}

// "" when it was heard to its end, "cut" when it was cut short, "cannot" when the device does not know this sound.
export async function play(body) {
  hush();
  const mine = turn;
  let decoded;
  try {
    decoded = await sound().decodeAudioData(body.slice().buffer);
    await sound().resume();
  } catch (no) {
    console.warn("no sound:", no.name);
    return "cannot";
  }
  if (mine !== turn) return "cut";
  const { from, to } = measure(decoded.getChannelData(0), decoded.sampleRate);
  const source = new AudioBufferSourceNode(context, { buffer: decoded });
  source.connect(context.destination);
  playing = source;
  await new Promise((done) => {
    source.onended = done;
    setTimeout(done, (to - from) * 1000 + 3000);      // some devices never tell that they are done
    source.start(0, from, to - from);
  });
  if (mine !== turn) return "cut";
  hush();
  return "";
}

export function hush() {
  turn += 1;
  playing?.stop();
  playing = null;
  rest();
}

function rest() {
  if (!playing) context?.suspend();
}
