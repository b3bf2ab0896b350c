// What a file holds, for Python: every file is answered, whatever is wrong with it.

const nothing = () => ({ name: "", body: new Uint8Array(), why: "" });

// Name and content; an empty name without a file, and `why` when it cannot be read. Never more than `most` bytes and one,
// which tells that there are more.
export async function contentOf(file, most) {
  if (!file) return nothing();
  try {
    return { ...nothing(), name: file.name, body: new Uint8Array(await file.slice(0, most + 1).arrayBuffer()) };
  } catch (no) {
    console.warn("not read:", no.name);      // it lies in a cloud, or was changed meanwhile
    return { ...nothing(), why: no.name };
  }
}
