// node compile.mjs PYODIDE FOLDER...: compiles every .py below with Pyodide's own Python (-OO) and takes the sources away.
// Without the columns of each instruction: a traceback tells the line all the same, and our own code is a quarter smaller.
const [pyodideFolder, ...folders] = process.argv.slice(2);
const { loadPyodide } = await import(`${pyodideFolder}/pyodide.mjs`);
const python = await loadPyodide({ env: { PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1", HOME: "/" } });
for (const [number, root] of folders.entries()) {
  const mount = `/sources${number}`;
  python.FS.mkdirTree(mount);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, mount);
  const failed = python.runPython(`
import pathlib, py_compile
failed = []
for source in sorted(pathlib.Path("${mount}").rglob("*.py")):
    try:
        py_compile.compile(str(source), cfile=str(source.with_suffix(".pyc")), dfile=str(source.relative_to("${mount}")),
                           doraise=True, optimize=2, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    except Exception as no:
        failed.append(f"{source}: {no}")
    else:
        source.unlink()
"\\n".join(failed)
`);
  if (failed) {
    console.error(failed);
    process.exit(1);
  }
}
