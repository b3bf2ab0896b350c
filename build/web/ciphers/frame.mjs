// Many byte strings in one buffer: count (u32, little endian), the lengths (u32 each), then the bytes.
// A length of 2^32 - 1 stands for "nothing".

const NOTHING = 0xffffffff;

/** The parts of a frame, as views into it. */
export function unframe(frame) {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const count = view.getUint32(0, true);
  const parts = new Array(count);
  let at = 4 + 4 * count;
  for (let i = 0; i < count; i++) {
    const length = view.getUint32(4 + 4 * i, true);
    parts[i] = frame.subarray(at, at + length);
    at += length;
  }
  return parts;
}

/** One frame of many parts; `undefined` becomes nothing. */
export function enframe(parts) {
  let size = 4 + 4 * parts.length;
  for (const part of parts) size += part ? part.length : 0;
  const frame = new Uint8Array(size);
  const view = new DataView(frame.buffer);
  view.setUint32(0, parts.length, true);
  let at = 4 + 4 * parts.length;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    view.setUint32(4 + 4 * i, part ? part.length : NOTHING, true);
    if (part) {
      frame.set(part, at);
      at += part.length;
    }
  }
  return frame;
}
