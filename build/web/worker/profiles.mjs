// One folder per person who uses this browser: profiles/<id>/ with her journal, chunks/ and empty files, whose names build/web/page/people.mjs
// reads: <order>.<picture>, lock.<kind> and passkey.<hex>.

import { Chunks } from "./chunks.mjs";
import { closeHandles, keepRoom, mount, openHandles } from "./opfs.mjs";

const MOUNTPOINT = "/journal";
const JOURNAL = "journal.db";
const ROLLBACK = "journal.db-journal";
const ROOM = 1 << 20;      // for what SQLite writes aside before it changes pages

export class Profiles {
  #list;
  #tell;
  #open = null;

  constructor(list, tell) {
    this.#list = list;
    this.#tell = tell;
  }

  list() {
    return JSON.stringify(this.#list);
  }

  add(id, picture) {
    this.#list.push({ id, picture });
    this.#tell(this.#list);
  }

  // The new one comes first: a folder without any is nobody's.
  async showPicture(id, picture) {
    const order = this.#list.findIndex((each) => each.id === id);
    if (this.#list[order].picture === picture) return;
    const own = await folderOf(id);
    await own.getFileHandle(`${order}.${picture}`, { create: true });
    await clear(own, new RegExp(`^\\d+\\.(?!${picture}$)`));
    this.#list[order].picture = picture;
    this.#tell(this.#list);
  }

  // Cut off in between, a lock counts as one of digits, until the next try shows it again.
  async showLock(id, lock, passkey) {
    const one = this.#list.find((each) => each.id === id);
    if ((one.lock ?? "pin") === lock && (one.passkey ?? "") === passkey) return;
    const own = await folderOf(id);
    await clear(own, /^(lock|passkey)\./);
    await own.getFileHandle(`lock.${lock}`, { create: true });
    if (passkey) await own.getFileHandle(`passkey.${passkey}`, { create: true });
    Object.assign(one, { lock, passkey });
    this.#tell(this.#list);
  }

  // The path of the journal, for sqlite3. Throws "held" when another tab has it.
  async mount(FS, id) {
    if (this.#open) throw new Error("a profile is open already");
    const own = await folderOf(id);
    const order = this.#list.findIndex((each) => each.id === id);
    await own.getFileHandle(`${order}.${this.#list[order].picture}`, { create: true });
    let handles;
    try {
      handles = await openHandles(own, [JOURNAL, ROLLBACK]);
    } catch (no) {
      throw new Error(no.name === "NoModificationAllowedError" ? "held" : String(no), { cause: no });
    }
    this.#open = handles;
    this.chunks = new Chunks(own);
    if (handles[JOURNAL].getSize() > 0) keepRoom(handles[ROLLBACK], ROOM);      // SQLite takes it away from an empty database
    mount(FS, MOUNTPOINT, this.#open);
    return `${MOUNTPOINT}/${JOURNAL}`;
  }

  unmount(FS) {
    if (!this.#open) return;
    try {
      FS.unmount(MOUNTPOINT);
    } finally {
      this.release();
    }
  }

  // For another tab, or the page's end: whatever Python still holds, the files are let go.
  release() {
    const handles = this.#open ?? {};
    this.#open = null;
    closeHandles(handles);
  }
}

async function clear(folder, named) {
  const found = [];
  for await (const name of folder.keys()) if (named.test(name)) found.push(name);
  for (const name of found) await folder.removeEntry(name);
}

async function folderOf(id) {
  const root = await navigator.storage.getDirectory();
  const all = await root.getDirectoryHandle("profiles", { create: true });
  return all.getDirectoryHandle(id, { create: true });
}
