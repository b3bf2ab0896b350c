// node compile.mjs PYODIDE [--bare] FOLDER...: compiles every .py below with Pyodide's own Python (compiling.py).
// Without the columns of each instruction: a traceback tells the line all the same, and our own code is a quarter smaller.
import { readFileSync } from "node:fs";

const [pyodideFolder, ...rest] = process.argv.slice(2);
const bare = rest[0] === "--bare";
const folders = bare ? rest.slice(1) : rest;
const { loadPyodide } = await import(`${pyodideFolder}/pyodide.mjs`);
const python = await loadPyodide({ env: { PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1", HOME: "/" } });
python.runPython(readFileSync(new URL("compiling.py", import.meta.url), "utf8"));
for (const [number, root] of folders.entries()) {
  const mount = `/sources${number}`;
  python.FS.mkdirTree(mount);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, mount);
  const failed = python.runPython(`compile_all("${mount}", bare=${bare ? "True" : "False"})`);
  if (failed) {
    console.error(failed);
    process.exit(1);
  }
}
