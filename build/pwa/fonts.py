"""The fonts a phone gets: Roboto, the icons we use, and the scripts Roboto lacks, where Flutter looks for them."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from fontTools import subset

from build.pwa.places import ASSETS, CACHE, ROOT, WEB, client, flet_icons
from build.pwa.stamps import files_in, hash_of, is_fresh, mark_fresh, mark_stale

ICON_FONT = "assets/fonts/MaterialIcons-Regular.otf"
MANIFEST = [
    {"family": "MaterialIcons", "fonts": [{"asset": "fonts/MaterialIcons-Regular.otf"}]},
    {"family": "Roboto", "fonts": [{"asset": "fonts/roboto.woff2"}]},
]
FALLBACKS = {
    "notosansarabic": "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2",
    "notosansethiopic": "@fontsource/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-400-normal.woff2",
}
EMOJI = ASSETS / "fonts" / "emoji"
"""0.woff2 … 10.woff2: Noto Color Emoji as COLR, made by build/emoji.py."""


SAME_AS = {
    "copy": "content_copy",
    "cut": "content_cut",
    "paste": "content_paste",
    "door_front_door": "door_front",
    "door_back_door": "door_back",
}
"""Names of Flet that the font knows by another."""


def copy_fonts(out: Path) -> None:
    """Into `out`/assets: the manifest, the subset of icons, the fall-backs at the engine's hashed names."""
    (out / "assets" / "FontManifest.json").write_text(json.dumps([*MANIFEST, *early()]))
    shutil.copyfile(icons(), out / ICON_FONT)
    for path in fallback_paths():
        family = path.split("/")[0]
        if family in FALLBACKS:
            source = WEB / "node_modules" / FALLBACKS[family]
        else:
            source = EMOJI / (path.split(".")[-2] + ".woff2")
        target = out / "assets" / "fonts" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.exists():
            shutil.copyfile(source, target)


def early() -> list[dict[str, object]]:
    """Arabic is there from the first frame: its own name stands on the first screen. The theme asks for this family."""
    return [
        {"family": "Noto Sans Arabic", "fonts": [{"asset": f"fonts/{path}"}]}
        for path in fallback_paths()
        if path.startswith("notosansarabic/")
    ]


def fallback_paths() -> list[str]:
    """Where the engine of this Flet looks for the scripts that we ship, below assets/fonts/."""
    engine = (client() / "main.dart.js").read_text(errors="replace")
    wanted = "|".join([*FALLBACKS, "notocoloremoji"])
    found = sorted(set(re.findall(rf'(?:{wanted})/[^"]+woff2', engine)))
    if len({path.split("/")[0] for path in found}) != len(FALLBACKS) + 1:
        raise SystemExit(f"the engine names its fall-back fonts in another way: {found}")
    return found


def icons_used() -> set[str]:
    """Names of icons in our code, as Flet has them, and those of Flutter's own controls (assets/icons.txt)."""
    known = json.loads(flet_icons().read_text())
    words = set((ASSETS / "icons.txt").read_text().split())
    for source in files_in(ROOT / "app"):
        if source.suffix == ".py":
            words |= set(re.findall(r"\bIcons\.([A-Z0-9_]+)\b", source.read_text()))
    return {name for name in words if name in known}


def icons() -> Path:
    """The icon font with those glyphs alone."""
    wanted = sorted({glyph(name) for name in icons_used()})
    font = CACHE / "icons.otf"
    inputs = hash_of(Path(__file__), client() / ICON_FONT, " ".join(wanted))
    if not is_fresh(font, inputs):
        mark_stale(font)
        options = subset.Options(recalc_timestamp=False, notdef_outline=True, glyph_names=False, layout_features=[])
        whole = subset.load_font(str(client() / ICON_FONT), options)
        there = {name: code for code, name in whole.getBestCmap().items()}  # glyph names stand in the CFF table
        missing = [name for name in wanted if name not in there]
        if missing:
            raise SystemExit(f"the icon font has no {missing}")
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[there[name] for name in wanted] + [0x20])
        cutter.subset(whole)
        CACHE.mkdir(parents=True, exist_ok=True)
        font.unlink(missing_ok=True)  # worktrees may share the file: each writes its own
        subset.save_font(whole, str(font), options)
        whole.close()
        mark_fresh(font, inputs)
    return font


def glyph(icon: str) -> str:
    """Flet's name of an icon to the font's: `ADD` is `add_baseline`, `ADD_ROUNDED` is `add_rounded`."""
    name = icon.lower()
    style = next((each for each in ("_outlined", "_rounded", "_sharp") if name.endswith(each)), "")
    stem = name.removesuffix(style)
    return SAME_AS.get(stem, stem) + (style or "_baseline")
