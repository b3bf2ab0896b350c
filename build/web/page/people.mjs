// Who uses this browser. The truth is the device's own folders, profiles/<id>/<order>.<picture>; localStorage, which a browser
// writes late, is only the copy that is there at once.

import { recall, remember } from "./settings.mjs";

// [{id, picture}], in the order they came, as last seen.
export function lastSeen() {
  return recall("profiles", []);
}

export async function onDevice() {
  const found = [];
  try {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("profiles");
    for await (const [id, own] of folder.entries()) {
      for await (const name of own.keys()) {
        const [, order, picture] = /^(\d+)\.([\w-]*)$/.exec(name) ?? [];
        if (order) found.push({ id, picture, order: Number(order) });
      }
    }
  } catch (no) {
    if (no.name !== "NotFoundError") return lastSeen();
  }
  const people = found.sort((one, other) => one.order - other.order).map(({ id, picture }) => ({ id, picture }));
  remember("profiles", people);
  return people;
}
