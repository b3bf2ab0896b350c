"""The folders of who uses a browser, in node: only the device's file system stands in here."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.platform.page_in_node import node

WEB = Path(__file__).resolve().parents[2] / "build" / "web"
SHOWN = """
const folder = () => {
  const held = new Map();
  const open = (name, { create } = {}, made) => {
    if (!held.has(name) && !create) throw new DOMException(name, "NotFoundError");
    if (!held.has(name)) held.set(name, made());
    return held.get(name);
  };
  return {
    getDirectoryHandle: async (name, how) => open(name, how, folder),
    getFileHandle: async (name, how) => open(name, how, () => ({})),
    removeEntry: async (name) => { held.delete(name); },
    async *keys() { yield* [...held.keys()]; },
    async *entries() { yield* [...held.entries()]; },
  };
};
const root = folder();
Object.defineProperty(globalThis, "navigator", { value: { storage: { getDirectory: async () => root } } });
globalThis.localStorage = { getItem: () => null, setItem: () => {} };
const { Profiles } = await import(process.argv[1]);
const { onDevice } = await import(process.argv[2]);
const told = [];
const profiles = new Profiles([], (list) => told.push(list.map(({ picture }) => picture)));
const all = await root.getDirectoryHandle("profiles", { create: true });
for (const [order, id] of ["a1", "b2"].entries()) {
  profiles.add(id, "fox");
  const own = await all.getDirectoryHandle(id, { create: true });
  for (const name of [`${order}.fox`, "lock.words", "journal.db"]) await own.getFileHandle(name, { create: true });
}
await profiles.showPicture("b2", "hare");
await profiles.showPicture("b2", "hare");
const kept = [];
for await (const name of (await all.getDirectoryHandle("b2")).keys()) kept.push(name);
console.log(JSON.stringify({ told: told.at(-1), kept: kept.sort(), seen: await onDevice() }));
"""
FULL = """
let full = true;
const held = new Set();
const sync = (name) => {
  if (held.has(name)) throw new DOMException(name, "NoModificationAllowedError");
  held.add(name);
  return {
    getSize: () => 0,
    flush() { if (full && name === "journal.db") throw new DOMException("full", "QuotaExceededError"); },
    close() { held.delete(name); },
  };
};
const folder = {
  getDirectoryHandle: async () => folder,
  getFileHandle: async (name) => ({ createSyncAccessHandle: async () => sync(name) }),
};
Object.defineProperty(globalThis, "navigator", { value: { storage: { getDirectory: async () => folder } } });
const { Profiles } = await import(process.argv[1]);
const FS = { ErrnoError: class {}, mkdirTree() {}, mount() {}, unmount() {} };
const profiles = new Profiles([{ id: "a1", picture: "boat" }], () => {});
const seen = [];
for (const shut of [() => profiles.unmount(FS), () => profiles.release()]) {
  full = true;
  await profiles.mount(FS, "a1");
  try { shut(); } catch (no) { seen.push(no.name); }
  seen.push([...held]);
  full = false;
  await profiles.mount(FS, "a1");
  shut();
}
console.log(JSON.stringify(seen));
"""


def run(script: str, *modules: Path) -> object:
    """What the script says last, as JSON."""
    command = [node(), "--input-type=module", "--eval", script, *(module.as_uri() for module in modules)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=30, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_another_picture_takes_the_place_of_the_first_and_everything_else_stays() -> None:
    assert run(SHOWN, WEB / "worker" / "profiles.mjs", WEB / "page" / "people.mjs") == {
        "told": ["fox", "hare"],
        "kept": ["1.hare", "journal.db", "lock.words"],
        "seen": [{"id": "a1", "picture": "fox", "lock": "words"}, {"id": "b2", "picture": "hare", "lock": "words"}],
    }


def test_a_lock_shut_on_a_full_device_holds_no_file_and_opens_again() -> None:
    quota = "QuotaExceededError"
    assert run(FULL, WEB / "worker" / "profiles.mjs") == [quota, [], quota, []]
