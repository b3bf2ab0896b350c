// Who uses this browser, and what opens for her. The truth is the device's own folders, profiles/<id>/ with <order>.<picture>,
// lock.<kind>, passkey.<hex>; localStorage, which a browser writes late, is only the copy that is there at once.

import { recall, remember } from "./settings.mjs";

// [{id, picture, lock, passkey}], in the order they came, as last seen.
export function lastSeen() {
  return recall("profiles", []);
}

export async function onDevice() {
  const found = [];
  try {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("profiles");
    for await (const [id, own] of folder.entries()) {
      const one = { id };
      for await (const name of own.keys()) {
        const [, order, picture] = /^(\d+)\.([\w-]*)$/.exec(name) ?? [];
        if (order) Object.assign(one, { picture, order: Number(order) });
        const [, mark, said] = /^(lock|passkey)\.(\w+)$/.exec(name) ?? [];
        if (mark) one[mark] = said;
      }
      if (one.order !== undefined) found.push(one);
    }
  } catch (no) {
    if (no.name !== "NotFoundError") return lastSeen();
  }
  const people = found.sort((one, other) => one.order - other.order).map(({ order, ...one }) => one);
  remember("profiles", people);
  return people;
}
