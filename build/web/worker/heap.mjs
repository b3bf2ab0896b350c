// Python's heap without its empty pages: a third of it is stack, and room to grow, that need be neither read nor filled.
// Packed: Pyodide's own header, the pages that hold anything, a map of where they belong (JSON), the map's length (u32).

const PAGE = 4096;

// `snapshot`: as Pyodide makes it, a header that says where memory begins, and memory.
export function pack(snapshot) {
  const head = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 2)[1];
  const memory = snapshot.subarray(head);
  const runs = filledRuns(memory);
  const map = new TextEncoder().encode(JSON.stringify({ head, size: memory.length, runs }));
  const length = runs.reduce((sum, [start, end]) => sum + end - start, head + map.length + 4);
  const packed = new Uint8Array(length);
  packed.set(snapshot.subarray(0, head));
  let at = head;
  for (const [start, end] of runs) {
    packed.set(memory.subarray(start, end), at);
    at += end - start;
  }
  packed.set(map, at);
  new DataView(packed.buffer).setUint32(length - 4, map.length, true);
  return packed;
}

export class Heap {
  constructor(packed) {
    this.packed = packed;
    const mapEnd = packed.length - 4;
    const mapLength = new DataView(packed.buffer, packed.byteOffset).getUint32(mapEnd, true);
    Object.assign(this, JSON.parse(new TextDecoder().decode(packed.subarray(mapEnd - mapLength, mapEnd))));
  }

  // What Pyodide reads of it: a snapshot with no memory.
  get header() {
    return this.packed.slice(0, this.head);
  }

  // Everything where it belongs in `memory`, of which only the first `used` bytes may hold something else.
  lay(memory, used) {
    let at = this.head;
    let done = 0;
    for (const [start, end] of [...this.runs, [this.size, this.size]]) {
      clear(memory.subarray(done, Math.min(start, used)));
      memory.set(this.packed.subarray(at, at + end - start), start);
      at += end - start;
      done = end;
    }
  }

  // 40 MB that are in Python's memory now. Whatever the browser itself read or hashed it keeps hold of until its next large
  // collection, which may be never; sent to nobody they are gone at once.
  discard() {
    const nobody = new MessageChannel();
    nobody.port1.postMessage(null, [this.packed.buffer]);
    nobody.port1.close();
    nobody.port2.close();
  }
}

function filledRuns(memory) {
  const runs = [];
  for (let at = 0; at < memory.length; at += PAGE) {
    const end = Math.min(at + PAGE, memory.length);
    if (isEmpty(memory.subarray(at, end))) continue;
    if (runs.at(-1)?.[1] === at) runs.at(-1)[1] = end;
    else runs.push([at, end]);
  }
  return runs;
}

// Only what is not empty is written: an untouched page takes no memory.
function clear(memory) {
  for (let at = 0; at < memory.length; at += PAGE) {
    const page = memory.subarray(at, at + PAGE);
    if (!isEmpty(page)) page.fill(0);
  }
}

function isEmpty(page) {
  const words = new Uint32Array(page.buffer, page.byteOffset, page.length >> 2);
  for (let at = 0; at < words.length; at++) if (words[at]) return false;
  return true;
}
