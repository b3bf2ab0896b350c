// The few lines of Python that the worker runs itself.

// Native modules lie outside the zip, at the paths where they are loaded already. Our own code lies in several zips,
// each whole packages: what lies below another package is added to that one's path.
export const STARTUP = `
import importlib, json, sys, js
from importlib.machinery import ExtensionFileLoader, ModuleSpec

sys.modules["flet_js"] = js.flet_js

class Natives:
    paths = dict(json.loads(js.flet_js.natives))

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        at = cls.paths.get(name)
        return ModuleSpec(name, ExtensionFileLoader(name, at), origin=at) if at else None

sys.meta_path.insert(0, Natives)
own = json.loads(js.flet_js.own)
sys.path[:0] = [*(f"/{name}.zip" for name, inside in own.items() if not inside), "/files", "/libraries.zip"]
for name, inside in own.items():
    if inside:
        importlib.import_module(inside).__path__.append(f"/{name}.zip/{inside.replace('.', '/')}")
`;

// Babel reads its locales as files, so it alone is unpacked. Every start, restored or not.
export const UNPACK = `
import zipfile
with zipfile.ZipFile("/babel.zip") as babel:
    babel.extractall("/files")
`;

// Made once, before the snapshot is taken.
export const FREEZE = `
import gc
import prelude
import sys

sys.path_importer_cache.pop("/files", None)
gc.collect()
gc.freeze()
`;

// Every start, restored or not. A snapshot remembers the state of chance: it must not repeat. Imports make hardly any waste,
// and to look for it among all that they make is a sixth of their time: it is not looked for until later.
export const AFTER = `
import gc, random, sys
gc.disable()
random.seed()
sys.path_importer_cache.pop("/files", None)
import flet
from app.main import main
flet.run(main)
`;

// Once she is inside, or thinks about her PIN.
export const COLLECT = `
import gc
gc.enable()
`;
