// Ed25519, verified cofactorless: S < L and encode(S·B − k·A) = R, as OpenSSL does on the hub and on other phones.
// noble's own `verify` multiplies by the cofactor and so takes crafted signatures that the others refuse.

import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";

const Point = ed25519.Point;
const L = Point.Fn.ORDER;
const P = Point.Fp.ORDER;

const number = (bytes) => {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]);
  return value;
};

export function verify(key, message, signature) {
  if (key.length !== 32 || signature.length !== 64) return false;
  const r = signature.subarray(0, 32);
  const s = number(signature.subarray(32));
  if (s >= L) return false;
  let a;
  try {
    a = Point.fromBytes(key, true); // reads y >= p and a sign beside x = 0, as OpenSSL does
  } catch {
    return false;
  }
  const k = number(sha512.create().update(r).update(key).update(message).digest()) % L;
  const found = Point.BASE.multiplyUnsafe(s).subtract(a.multiplyUnsafe(k)).toBytes();
  return found.every((byte, i) => byte === r[i]);
}

/** WebCrypto engines are one mind about these only; the rest (y >= p, small orders) is left to `verify`. */
const plainPoint = (bytes) => {
  const y = number(bytes) & ((1n << 255n) - 1n);
  return y < P && !SMALL.has(y);
};

const EIGHTH = 2707385501144840649318225287225658788936804267575313519463743609750303402022n;
const SMALL = new Set([0n, 1n, P - 1n, EIGHTH, P - EIGHTH]); // the y of the eight points of small order

/** Verifies many: [key, message, signature, …] flat; WebCrypto where this browser has it and is right. */
export async function verifyMany(parts) {
  const quick = await webcryptoIsRight();
  const keys = new Map();
  const answers = [];
  for (let i = 0; i + 2 < parts.length; i += 3) {
    const [key, message, signature] = [parts[i], parts[i + 1], parts[i + 2]];
    if (quick && key.length === 32 && signature.length === 64 && plainPoint(key) && plainPoint(signature.subarray(0, 32)))
      answers.push(byWebcrypto(keys, key, message, signature));
    else answers.push(verify(key, message, signature));
  }
  return Uint8Array.from(await Promise.all(answers), (right) => (right ? 1 : 0));
}

function byWebcrypto(keys, key, message, signature) {
  const name = key.join();
  if (!keys.has(name)) keys.set(name, crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]));
  return keys.get(name).then(
    (imported) => crypto.subtle.verify("Ed25519", imported, signature, message),
    () => verify(key, message, signature),
  );
}

let asked;

/** Asked once: takes a right signature, refuses a changed one and one whose R carries torsion. */
function webcryptoIsRight() {
  asked ??= (async () => {
    try {
      const seed = new Uint8Array(32).fill(7);
      const [key, message] = [ed25519.getPublicKey(seed), new Uint8Array([1, 2, 3])];
      const right = ed25519.sign(message, seed);
      const changed = right.slice();
      changed[40] ^= 1;
      const crafted = craft(message, key, seed);
      const imported = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
      const says = (signature) => crypto.subtle.verify("Ed25519", imported, signature, message);
      return (await says(right)) && !(await says(changed)) && !(await says(crafted)) && !verify(key, message, crafted);
    } catch {
      return false;
    }
  })();
  return asked;
}

/** A signature whose R has a component of order 8: right with the cofactor, wrong without. */
function craft(message, key, seed) {
  const { scalar } = ed25519.utils.getExtendedPublicKey(seed);
  let torsion;
  for (let y = 2n; !torsion || torsion.multiplyUnsafe(4n).is0(); y++) {
    try {
      const bytes = new Uint8Array(32);
      bytes[0] = Number(y);
      const point = Point.fromBytes(bytes);
      torsion = point.multiplyUnsafe(L - 1n).add(point); // L times the point: what is left has small order
    } catch {
      // no point with that y
    }
  }
  const r = Point.BASE.multiplyUnsafe(12345n).add(torsion).toBytes();
  const k = number(sha512.create().update(r).update(key).update(message).digest()) % L;
  let s = (12345n + k * scalar) % L;
  const signature = new Uint8Array(64);
  signature.set(r);
  for (let i = 32; i < 64; i++, s >>= 8n) signature[i] = Number(s & 255n);
  return signature;
}
