// Pyodide, started from the heap of an earlier start if there is one: the same native modules at the same addresses either way.
// Uses private parts of the pinned Pyodide (createPyodideModule, _loadSnapshot); tests/pwa says so when they change.

const AT = "/pyodide/";
// asked for first: compiling takes longest
const wasm = WebAssembly.compileStreaming(fetch(AT + "pyodide.asm.wasm"));
const emscripten = import(AT + "pyodide.asm.mjs");
const pyodide = import(AT + "pyodide.mjs");
wasm.catch(() => {});

const NOTHING = { info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2", version: "314.0.7" }, packages: {} };

// `natives`: [name of the Python module, path in the file system, address] in the order they are loaded, always the same.
export class Python {
  constructor(natives) {
    this.natives = natives.map(([name, path, url]) => ({ name, path, module: WebAssembly.compileStreaming(fetch(url)) }));
    for (const native of this.natives) native.module.catch(() => {});
    handOverCompiled();
  }

  // `heap`: a Heap or null. `making`: true where the snapshot is to be made.
  async start({ heap = null, making = false } = {}) {
    const { loadPyodide } = await pyodide;
    const options = {
      createPyodideModule: (settings) => this.#module(settings, heap),
      lockFileContents: NOTHING,
      stdout: (line) => console.log(line),
      stderr: (line) => console.error(line),
    };
    if (making) options._makeSnapshot = true;
    if (heap) options._loadSnapshot = heap.header;
    return loadPyodide(options);
  }

  // The order matters twice: memory first grows to the snapshot's size, and modules take their addresses one by one.
  async #module(settings, heap) {
    settings.preRun.push(async (Module) => {
      Module.addRunDependency("natives");
      try {
        for (const { path, module } of this.natives) {
          const exports = await Module.loadWebAssemblyModule(await module, { loadAsync: true, nodelete: true, global: false }, path, {});
          Module.LDSO.loadedLibsByName[path] = { refcount: Infinity, name: path, exports, global: false };
        }
      } finally {
        Module.removeRunDependency("natives");
      }
    });
    const Module = await (await emscripten).default(settings);
    if (heap) layWhenAsked(Module, heap);
    return Module;
  }
}

// In place of the memory that Pyodide would set whole.
function layWhenAsked(Module, heap) {
  const used = Module.HEAP8.length;
  if (used < heap.size) Module.growMemory(heap.size);
  const restore = Module.API.restoreSnapshot;
  Module.API.restoreSnapshot = (header) => {
    heap.lay(Module.HEAP8, used);
    return restore(header);
  };
}

// Pyodide fetches and compiles its wasm itself; it gets the one that is under way already.
function handOverCompiled() {
  const fetchReally = self.fetch;
  self.fetch = (address, options) =>
    String(address).endsWith("pyodide.asm.wasm")
      ? Promise.resolve(new Response(new Uint8Array(0), { headers: { "content-type": "application/wasm" } }))
      : fetchReally(address, options);
  WebAssembly.instantiateStreaming = async (_response, imports) => {
    const module = await wasm;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}
