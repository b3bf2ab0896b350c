// The few lines of Python that the worker runs itself.

// Native modules lie outside the zip, at the paths where they are loaded already.
export const STARTUP = `
import json, sys, js
from importlib.machinery import ExtensionFileLoader, ModuleSpec

sys.modules["flet_js"] = js.flet_js

class Natives:
    paths = dict(json.loads(js.flet_js.natives))

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        at = cls.paths.get(name)
        return ModuleSpec(name, ExtensionFileLoader(name, at), origin=at) if at else None

sys.meta_path.insert(0, Natives)
sys.path[:0] = ["/app.zip", "/files", "/libraries.zip"]
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

for laid_later in ("/app.zip", "/files"):
    sys.path_importer_cache.pop(laid_later, None)
gc.collect()
gc.freeze()
`;

// Every start, restored or not. A snapshot remembers the state of chance: it must not repeat.
export const AFTER = `
import random, sys
random.seed()
for laid_later in ("/app.zip", "/files"):
    sys.path_importer_cache.pop(laid_later, None)
import flet
from app.main import main
flet.run(main)
`;
