"""The pictures of the mentee's face: chosen in assets/drawings/, drawn by one package, or by us where it has none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any  # Any: the package's JSON

from build.pwa.places import ASSETS
from build.pwa.scripts import node_modules

PACKAGE = "@iconify-json/fluent-emoji-flat"
CHOSEN = ASSETS / "drawings" / "chosen.txt"
FILL = re.compile('fill="(#[0-9a-f]+)"')
LICENCE = ASSETS / "drawings" / "LICENCE.txt"
OURS = ".svg"
"""How the name of a drawing of ours ends: a file beside the list."""
PART = re.compile(r'<use href="#([a-z0-9-]+)"( transform="[^"]*")?/>')
"""An icon of the package in a drawing of ours."""

AT_NIGHT = {
    "#533566": "#8B6BB0",
    "#321b41": "#6F5196",
    "#402a32": "#8B6BB0",
    "#433b6b": "#857BBB",
    "#212121": "#747A86",
    "#1c1c1c": "#5F6570",
    "#000": "#5F6570",
}
"""{the package's dark: ours}: what is drawn in nothing but these vanishes on the dark of night."""

DARK_BODIED = {"bed", "camera", "cooking", "electric-plug", "notebook", "woman-student-medium"}
"""Drawn in these but for a small thing: by night that alone would be seen."""


def chosen() -> dict[str, str]:
    """{our name: the package's, or a file of ours}."""
    return {ours: theirs for _heading, ours, theirs in _lines()}


def on_the_face() -> set[str]:
    """Names that are a file of their own, there from the start; what stands under the name of a deck travels in it."""
    return {ours for heading, ours, _theirs in _lines() if not heading.startswith("# deck ")}


def _lines() -> Iterator[tuple[str, str, str]]:
    heading = ""
    for line in CHOSEN.read_text().splitlines():
        if line.startswith("#"):
            heading = line
        elif line.strip():
            ours, theirs = line.split()[:2]
            yield heading, ours, theirs


def write_drawings(out: Path) -> None:
    """drawings/<name>.svg of those on the face."""
    (out / "drawings").mkdir(parents=True)
    for name, svg in drawn(on_the_face()).items():
        (out / "drawings" / f"{name}.svg").write_text(svg)


def drawn(names: Iterable[str]) -> dict[str, str]:
    """{our name: SVG}."""
    package, theirs = _read("icons.json"), chosen()
    return {name: _drawn(package, theirs[name]) for name in sorted(names)}


@cache
def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((node_modules() / PACKAGE / name).read_text())
    return content


def _drawn(package: dict[str, Any], name: str) -> str:
    if name.endswith(OURS):
        lines = (CHOSEN.parent / name).read_text().splitlines()
        return PART.sub(lambda part: f"<g{part[2] or ''}>{_body(package, part[1])}</g>", "".join(lines))
    icon = package["icons"].get(name, {})
    box = [icon.get(side, package.get(side, 16)) for side in ("width", "height")]
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {box[0]} {box[1]}">{_body(package, name)}</svg>'


def _body(package: dict[str, Any], name: str) -> str:
    if name not in package["icons"]:
        raise SystemExit(f"{PACKAGE} has no {name}")
    body = str(package["icons"][name]["body"])
    if name in DARK_BODIED or set(FILL.findall(body)) <= set(AT_NIGHT):
        body = FILL.sub(lambda found: f'fill="{AT_NIGHT.get(found[1], found[1])}"', body)
    return body
