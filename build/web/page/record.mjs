// The microphone: one recording at a time, as Opus where the browser can, with its level while it lasts. Nothing of it
// is kept here: the bytes go to Python, which seals them.

import { decibel, measure, rms } from "./loudness.mjs";
import { sound } from "./play.mjs";
import { trimmed } from "./trim.mjs";

const KINDS = ["audio/webm;codecs=opus", "audio/mp4"];      // Safari before 18.4 has only the second
const BITS_A_SECOND = { "audio/webm": 20000, "audio/mp4": 40000 };
const HEARD = { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const TELL_MS = 200;
const FLOOR_DB = -60;
const LONG_S = 0.3;      // silence at the two ends together that is worth leaving out

let end = null;      // of the one that lasts: end(keep)

// { body, kind, seconds, db, clipped } or { why }: "refused", "none" (no microphone, or nothing to record with), "dropped".
// `tell(level, seconds)`, a level of 0 to 1, from when the microphone is open.
export async function record(most, tell) {
  end?.(false);
  let dropped = false;
  end = (keep) => (dropped = !keep);
  const kind = globalThis.MediaRecorder && KINDS.find((each) => MediaRecorder.isTypeSupported(each));
  if (!kind || !navigator.mediaDevices) return { why: "none" };
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: HEARD });
  } catch (no) {
    console.warn("no microphone:", no.name);
    return { why: no.name === "NotAllowedError" ? "refused" : "none" };
  }
  try {
    return dropped ? { why: "dropped" } : await taken(stream, kind, most, tell);
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}

export function stop(keep) {
  end?.(keep);
}

addEventListener("pagehide", () => stop(false));
addEventListener("visibilitychange", () => document.hidden && stop(true));

async function taken(stream, kind, most, tell) {
  const [plain] = kind.split(";");
  const recorder = new MediaRecorder(stream, { mimeType: kind, audioBitsPerSecond: BITS_A_SECOND[plain] });
  const pieces = [];
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  let kept = true;
  const finish = (keep) => {
    kept = keep;
    if (recorder.state !== "inactive") recorder.stop();
  };
  end = finish;
  const ended = new Promise((done) => (recorder.onstop = recorder.onerror = done));
  recorder.start();
  const began = performance.now();
  const seconds = () => Math.min(most, (performance.now() - began) / 1000);
  const quiet = meter(stream, (level) => (seconds() >= most ? finish(true) : tell(level, seconds())));
  await ended;
  const lasted = seconds();
  quiet();
  if (!kept) return { why: "dropped" };
  const body = new Uint8Array(await new Blob(pieces).arrayBuffer());
  return { body, kind: plain, seconds: lasted, ...(await heard(body)) };
}

// Tells the level until what it gives is called.
function meter(stream, tell) {
  const context = sound();
  context.resume();
  const from = context.createMediaStreamSource(stream);
  const ear = new AnalyserNode(context, { fftSize: 2048 });
  from.connect(ear);
  const samples = new Float32Array(ear.fftSize);
  const clock = setInterval(() => {
    ear.getFloatTimeDomainData(samples);
    tell(Math.max(0, 1 - decibel(rms(samples)) / FLOOR_DB));
  }, TELL_MS);
  return () => {
    clearInterval(clock);
    from.disconnect();
    context.suspend();
  };
}

// How long and how loud, and the bytes without the silence at both ends where the device can still read them then.
async function heard(body) {
  try {
    const { from, to, db, clipped, whole } = await measured(body);
    const told = { seconds: to - from, db, clipped };
    const less = to > from && whole - (to - from) > LONG_S && trimmed(body, from, to);
    return less && (await sameIn(less, told.seconds)) ? { ...told, body: less } : told;
  } catch (no) {
    console.warn("not measured:", no.name);
    return {};
  }
}

async function measured(body) {
  const decoded = await sound().decodeAudioData(body.slice().buffer);
  return { ...measure(decoded.getChannelData(0), decoded.sampleRate), whole: decoded.duration };
}

async function sameIn(body, seconds) {
  const { from, to } = await measured(body).catch(() => ({ from: 0, to: 0 }));
  return Math.abs(to - from - seconds) < LONG_S;
}
