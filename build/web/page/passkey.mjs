// A key in the phone's own safe (WebAuthn, extension prf): 32 bytes that only this authenticator makes, after a finger, a face or a code.

import { appName } from "./called.mjs";

const SALT = new TextEncoder().encode("bb/lock/passkey/1");
const PATIENCE_MS = 120_000;

export async function there() {
  const safe = await globalThis.PublicKeyCredential?.isUserVerifyingPlatformAuthenticatorAvailable();
  const able = await globalThis.PublicKeyCredential?.getClientCapabilities?.();
  const named = !/^[\d.]+$|^\[/.test(location.hostname);                      // such a key belongs to a name, never to a number
  return { there: named && Boolean(safe) && able?.["extension:prf"] !== false };      // who does not say shows it when one is made
}

// {id, secret} in hex digits; {} when this authenticator has no prf.
export async function make() {
  const { rawId, prf, secret: first } = await asked("create", {
    rp: { name: appName() },
    user: { id: crypto.getRandomValues(new Uint8Array(16)), name: appName(), displayName: appName() },
    pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
    authenticatorSelection: { authenticatorAttachment: "platform", residentKey: "discouraged", userVerification: "required" },
  });
  if (!prf?.enabled) return {};
  const id = hex(rawId);
  return first ? { id, secret: first } : secret(id);
}

// The same, of one that was made here.
export async function secret(id) {
  const rawId = Uint8Array.from(id.match(/../g), (two) => parseInt(two, 16));
  const allowCredentials = [{ type: "public-key", id: rawId, transports: ["internal"] }];
  return { id, secret: (await asked("get", { allowCredentials, userVerification: "required" })).secret };
}

async function asked(how, wishes) {
  const extensions = { prf: { eval: { first: SALT } } };
  const challenge = crypto.getRandomValues(new Uint8Array(32));
  const publicKey = { challenge, timeout: PATIENCE_MS, extensions, ...wishes };
  const credential = await navigator.credentials[how]({ publicKey });
  const { prf } = credential.getClientExtensionResults();
  const first = prf?.results?.first;
  return { rawId: credential.rawId, prf, secret: first && hex(first) };
}

function hex(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
