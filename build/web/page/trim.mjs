// A recording without the silence before and after it: whole Opus packets of a WebM are left out, none is coded again.

const [EBML, SEGMENT, INFO, TRACKS, CLUSTER] = [0x1a45dfa3, 0x18538067, 0x1549a966, 0x1654ae6b, 0x1f43b675];
const [LASTS, TIME, BLOCK] = [0x4489, 0xe7, 0xa3];
const NOT_KEPT = [0x114d9b74, 0x1c53bb6b, 0xec, 0x1254c367];      // where things lie, room for that, and tags
const OPEN = [0x01, 255, 255, 255, 255, 255, 255, 255];      // of a length that nobody knows
const SETTLES_MS = 80;      // a decoder that begins in the middle needs so long (RFC 7845, 4.6)
const LONGEST_MS = 30_000;      // of a cluster: what comes later is counted from its beginning in 16 bits

// The bytes from `from` to `to` in seconds; null where they are laid out in another way.
export function trimmed(body, from, to) {
  const [head, blocks] = [[], []];
  let cluster = 0;
  for (const { id, whole: all, inside } of parts(body)) {
    if (id === EBML || id === TRACKS) head.push(all);
    else if (id === SEGMENT) head.push(element(bytes(SEGMENT), [], OPEN));
    else if (id === INFO) head.push(element(bytes(INFO), joined(lasting(inside))));
    else if (id === TIME) cluster = sum(inside);
    else if (id === BLOCK) blocks.push({ ms: cluster + new DataView(inside.slice().buffer).getInt16(1), data: inside });
    else if (id !== CLUSTER && !NOT_KEPT.includes(id)) return null;
  }
  const kept = blocks.filter(({ ms }) => ms >= from * 1000 - SETTLES_MS && ms < to * 1000);
  if (!kept.length) return null;
  const clusters = [];
  for (const each of kept) (clusters[Math.floor((each.ms - kept[0].ms) / LONGEST_MS)] ??= []).push(each);
  return joined([...head, ...clusters.flatMap((some) => [clusterOf(some, kept[0].ms)])]);
}

// Without how long it lasts, which is no longer so.
const lasting = (info) => [...parts(info)].filter(({ id }) => id !== LASTS).map(({ whole }) => whole);

// One after the other; a segment and a cluster stand before what is in them.
function* parts(body) {
  for (let at = 0; at < body.length; ) {
    const id = number(body, at, true), size = number(body, at + id.long), from = at + id.long + size.long;
    const opened = id.value === SEGMENT || id.value === CLUSTER;
    const end = opened ? from : from + size.value;
    if (!(end > at && end <= body.length)) throw new RangeError("a part ends after the recording");
    yield { id: id.value, whole: body.subarray(at, end), inside: body.subarray(from, end) };
    at = end;
  }
}

function clusterOf(blocks, began) {
  const [{ ms: first }] = blocks;
  const moved = blocks.map(({ ms, data }) => {
    const block = data.slice();
    new DataView(block.buffer).setInt16(1, ms - first);
    return element([BLOCK], block);
  });
  return element(bytes(CLUSTER), joined([element([TIME], bytes(first - began)), ...moved]));
}

function element(id, inside, size = [0x10, ...bytes(inside.length).slice(1)]) {
  return joined([id, size, inside]);
}

const bytes = (value) => [24, 16, 8, 0].map((bits) => (value >>> bits) & 255);

const sum = (some, first = 0) => some.reduce((told, byte) => told * 256 + byte, first);

// A number of EBML: its first byte says how many there are; in an id that mark belongs to it.
function number(body, at, marked = false) {
  const long = Math.clz32(body[at]) - 23;
  return { value: sum(body.subarray(at + 1, at + long), marked ? body[at] : body[at] & (0xff >> long)), long };
}

function joined(some) {
  const all = new Uint8Array(some.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of some) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
