// The browser's half of app/keys/web.py: noble for one thing at a time, WebCrypto for batches, argon.mjs for the PIN.
// Each call takes one frame (see frame.mjs) and gives bytes, a boolean, or undefined where nothing opens.

import { gcm } from "@noble/ciphers/aes.js";
import { ed25519, x25519 } from "@noble/curves/ed25519.js";
import { verify as holds, verifyMany as holdMany } from "./ed25519.mjs";
import { enframe, unframe } from "./frame.mjs";

function opened(key, nonce, sealed, aad) {
  if (key.length !== 32 || nonce.length !== 12 || sealed.length < 16) return undefined;
  try {
    return gcm(key, nonce, aad).decrypt(sealed);
  } catch {
    return undefined;
  }
}

async function openedByWebcrypto(keys, key, nonce, sealed, aad) {
  if (key.length !== 32 || nonce.length !== 12 || sealed.length < 16) return undefined;
  const name = key.join();
  if (!keys.has(name)) keys.set(name, crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]));
  try {
    const algorithm = { name: "AES-GCM", iv: nonce, additionalData: aad, tagLength: 128 };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, await keys.get(name), sealed));
  } catch {
    return undefined;
  }
}

export function seal(frame) {
  const [key, nonce, plain, aad] = unframe(frame);
  return gcm(key, nonce, aad).encrypt(plain);
}

export function open(frame) {
  return opened(...unframe(frame));
}

export function edPublic(frame) {
  return ed25519.getPublicKey(unframe(frame)[0]);
}

export function sign(frame) {
  const [seed, message] = unframe(frame);
  return ed25519.sign(message, seed);
}

export function verify(frame) {
  return holds(...unframe(frame));
}

export function xPublic(frame) {
  return x25519.getPublicKey(unframe(frame)[0]);
}

export function xShared(frame) {
  const [secret, key] = unframe(frame);
  try {
    return x25519.getSharedSecret(secret, key);
  } catch {
    return undefined;
  }
}

export async function openMany(frame) {
  const parts = unframe(frame);
  const quick = globalThis.crypto?.subtle;
  const keys = new Map();
  const answers = [];
  for (let i = 0; i + 3 < parts.length; i += 4) {
    const four = [parts[i], parts[i + 1], parts[i + 2], parts[i + 3]];
    answers.push(quick ? openedByWebcrypto(keys, ...four) : opened(...four));
  }
  return enframe(await Promise.all(answers));
}

export async function verifyMany(frame) {
  return holdMany(unframe(frame));
}

// The page began to stretch that PIN before anybody here could ask: `port` tells what came of it. `salt` in hexadecimal digits.
export function expect({ pin, salt, memory, passes, port }) {
  const bytes = Uint8Array.from(salt.match(/../g), (two) => parseInt(two, 16));
  ahead = {
    name: String([new TextEncoder().encode(pin), bytes, memory, passes]),
    stretched: new Promise((resolve) => (port.onmessage = ({ data }) => resolve(data))),
  };
}

export async function stretch(frame, memory, passes) {
  const inputs = [...unframe(frame), memory, passes];
  const begun = ahead?.name === String(inputs) ? ahead.stretched : null;
  ahead = null;
  return (begun && (await Promise.race([begun, nothingAfter(PATIENCE_MS)]))) ?? stretchApart(inputs);
}

let ahead = null;
const PATIENCE_MS = 10_000;
const nothingAfter = (ms) => new Promise((resolve) => setTimeout(resolve, ms, null));

function stretchApart(inputs) {
  const worker = new Worker("/argon.js", { type: "module" });
  return new Promise((resolve, reject) => {
    const failed = (why) => reject(new Error(why || "no PIN can be stretched"));
    worker.onmessage = ({ data }) => (data ? resolve(data) : failed());
    worker.onerror = ({ message }) => failed(message);
    worker.postMessage(inputs);
  });
}
