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
sys.path.insert(0, "/libraries.zip")
sys.path.insert(0, "/app.zip")
`;

// Made once, before the snapshot is taken.
export const FREEZE = `
import gc
import prelude
import sys

sys.path_importer_cache.pop("/app.zip", None)      # it was not there yet
gc.collect()
gc.freeze()
`;

// Every start, restored or not. A snapshot remembers the state of chance: it must not repeat.
export const AFTER = `
import importlib, random, sys
random.seed()
sys.path_importer_cache.pop("/app.zip", None)
importlib.invalidate_caches()
import flet
from app.main import main
flet.run(main)
`;
