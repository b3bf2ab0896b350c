// One folder per person who uses this browser: profiles/<id>/ with her journal and an empty file <order>.<picture>.

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

  // The path of the journal, for sqlite3. Throws "held" when another tab has it.
  async mount(FS, id) {
    if (this.#open) throw new Error("a profile is open already");
    const root = await navigator.storage.getDirectory();
    const all = await root.getDirectoryHandle("profiles", { create: true });
    const own = await all.getDirectoryHandle(id, { create: true });
    const order = this.#list.findIndex((each) => each.id === id);
    await own.getFileHandle(`${order}.${this.#list[order].picture}`, { create: true });      // build/web/page/people.mjs reads it
    let handles;
    try {
      handles = await openHandles(own, [JOURNAL, ROLLBACK]);
    } catch (no) {
      throw new Error(no.name === "NoModificationAllowedError" ? "held" : String(no));
    }
    this.#open = handles;
    if (handles[JOURNAL].getSize() > 0) keepRoom(handles[ROLLBACK], ROOM);      // SQLite takes it away from an empty database
    mount(FS, MOUNTPOINT, this.#open);
    return `${MOUNTPOINT}/${JOURNAL}`;
  }

  unmount(FS) {
    if (!this.#open) return;
    try {
      FS.unmount(MOUNTPOINT);
    } finally {
      closeHandles(this.#open);
      this.#open = null;
    }
  }

  // For another tab, or the page's end: whatever Python still holds, the files are let go.
  release() {
    if (this.#open) closeHandles(this.#open);
    this.#open = null;
  }
}
