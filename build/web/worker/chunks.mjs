// Sealed chunks of attachments: files beside the journal, profiles/<id>/chunks/<name>. Python knows by its name whether one is whole.

import { closeHandles, openHandles } from "./opfs.mjs";

export class Chunks {
  #folder;

  // `own`: the folder of the profile that is open.
  constructor(own) {
    this.#folder = own.getDirectoryHandle("chunks", { create: true });
  }

  // On disk for good when it resolves to ""; "full" when there is no room.
  async keep(name, bytes) {
    const folder = await this.#folder;
    let written = 0;
    try {
      const handles = await openHandles(folder, [name]);
      try {
        handles[name].truncate(0);
        written = handles[name].write(bytes, { at: 0 });
      } finally {
        closeHandles(handles);
      }
    } catch (no) {
      if (no.name !== "QuotaExceededError") throw no;
    }
    if (written === bytes.length) return "";
    await this.drop(name);
    return "full";
  }

  // Undefined when there is none: null is no None in Python.
  async read(name) {
    try {
      const file = await (await (await this.#folder).getFileHandle(name)).getFile();
      return new Uint8Array(await file.arrayBuffer());
    } catch (no) {
      if (no.name === "NotFoundError") return undefined;
      throw no;
    }
  }

  async drop(name) {
    try {
      await (await this.#folder).removeEntry(name);
    } catch (no) {
      if (no.name !== "NotFoundError") throw no;
    }
  }

  async names() {
    const found = [];
    for await (const name of (await this.#folder).keys()) found.push(name);
    return found;
  }
}
