// The heap as it is after all imports, kept on the device: written whole with its checksum, trusted only if that agrees.
// File: packed heap, SHA-256 (32), length (8, little endian), "DONE".

import { Heap, pack } from "./heap.mjs";

const PREFIX = "snapshot-";
const TAIL = 44;
const END = "DONE";
const SPARE = 30e6;      // left free for the person's own rows

export class Snapshot {
  constructor(version) {
    this.name = PREFIX + version;
  }

  // The heap, or null. `bad(reason)` is called when there was one that cannot be used; it is gone then.
  async read(bad) {
    let handle;
    try {
      const file = await (await folder()).getFileHandle(this.name);
      handle = await file.createSyncAccessHandle({ mode: "read-only" });
    } catch {
      return null;
    }
    let reason;
    try {
      const { heap, why } = readWhole(handle);
      handle.close();
      reason = why;
      if (heap && (await sameDigest(heap.body, heap.digest))) return new Heap(heap.body);
      reason ??= "checksum";
    } catch (no) {
      reason = String(no);
    }
    await this.drop();
    bad(reason);
    return null;
  }

  // `whole`: as Pyodide makes it.
  async write(whole) {
    const heap = pack(whole);
    const { quota, usage } = await navigator.storage.estimate();
    if (quota - usage < heap.length * 1.1 + SPARE) throw new Error("too little storage for a snapshot");
    await this.dropOthers();
    const tail = new Uint8Array(TAIL);
    tail.set(new Uint8Array(await crypto.subtle.digest("SHA-256", heap)));
    new DataView(tail.buffer).setBigUint64(32, BigInt(heap.length), true);
    tail.set(new TextEncoder().encode(END), 40);
    const root = await folder();
    const handle = await (await root.getFileHandle(this.name, { create: true })).createSyncAccessHandle();
    try {
      handle.truncate(0);
      if (handle.write(heap, { at: 0 }) !== heap.length) throw new Error("short write");
      handle.flush();
      if (handle.write(tail, { at: heap.length }) !== TAIL) throw new Error("short write");
      handle.flush();
      handle.close();
    } catch (no) {
      handle.close();
      await this.drop();
      throw no;
    }
  }

  async drop() {
    await (await folder()).removeEntry(this.name).catch(() => {});
  }

  async dropOthers() {
    const root = await folder();
    for await (const name of root.keys()) {
      if (name.startsWith(PREFIX) && name !== this.name) await root.removeEntry(name).catch(() => {});
    }
  }
}

function folder() {
  return navigator.storage.getDirectory();
}

function readWhole(handle) {
  const length = handle.getSize() - TAIL;
  if (length < 1e6) return { why: "too short" };
  const tail = new Uint8Array(TAIL);
  handle.read(tail, { at: length });
  const says = new DataView(tail.buffer).getBigUint64(32, true);
  if (String.fromCharCode(...tail.subarray(40)) !== END || says !== BigInt(length)) return { why: "truncated" };
  const body = new Uint8Array(length);
  if (handle.read(body, { at: 0 }) !== length) return { why: "short read" };
  return { heap: { body, digest: tail.subarray(0, 32) } };
}

async function sameDigest(body, digest) {
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return found.every((byte, at) => byte === digest[at]);
}
