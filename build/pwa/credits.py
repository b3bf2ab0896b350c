"""Whose work travels in the page: credits.txt says it in short, licences.txt holds the texts their licences ask for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email import message_from_string
from pathlib import Path
from typing import NamedTuple

from build.pwa.drawings import LICENCE as OF_DRAWINGS
from build.pwa.drawings import PACKAGE as DRAWINGS
from build.pwa.drawings import chosen
from build.pwa.places import ASSETS, WEB
from build.pwa.wheels import unpacked_wheels

CLIENT = (
    ("Flet", "Apache-2.0", "https://flet.dev"),
    ("Flutter", "BSD-3-Clause", "https://flutter.dev"),
    ("Python", "PSF-2.0", "https://python.org"),
    ("Pyodide", "MPL-2.0", "https://pyodide.org"),
)
"""What flet_web brings; the texts of all that is in the engine are in assets/NOTICES."""
OF_WORDS = ASSETS / "words" / "LICENCE.txt"
SAID = {"segno": "BSD-3-Clause"}
"""Packages that name no licence but in a class of many."""


class Work(NamedTuple):
    """One package; `text` is its licence in full, "" where it brings none."""

    name: str
    licence: str
    where: str
    text: str


def write_credits(out: Path) -> None:
    """Both files; the first is kept on the phone."""
    drawn = f"Pictures\n{DRAWINGS} · MIT · Fluent Emoji, © Microsoft Corporation\nBrobygger · CC BY 4.0"
    letters = "\n".join(_line(one) for one in sorted(_of_npm()) if one.name.startswith("@fontsource"))
    programs = [_line(Work(*one, "")) for one in CLIENT]
    programs += [_line(one) for one in sorted([*_of_python(), *_of_npm()]) if not one.name.startswith("@fontsource")]
    words = "Words\n" + "\n".join(_unwrapped(OF_WORDS.read_text("utf-8")))
    blocks = (drawn, f"Fonts\n{letters}", words, "Programs\n" + "\n".join(programs))
    (out / "credits.txt").write_text("\n\n".join(blocks) + "\n", "utf-8")
    (out / "licences.txt").write_text("\n\n".join(_texts()) + "\n", "utf-8")


def _texts() -> Iterator[str]:
    listed = "\n".join(f"{ours}: {theirs}" for ours, theirs in chosen().items())
    yield f"{DRAWINGS}\n\n{OF_DRAWINGS.read_text('utf-8')}\n{listed}"
    for one in sorted([*_of_npm(), *_of_python()]):
        yield f"{one.name} · {one.licence}\n\n{one.text}".strip()


def _unwrapped(text: str) -> Iterator[str]:
    """A line for each of its paragraphs: a phone wraps them itself."""
    for paragraph in text.strip().split("\n\n"):
        yield " ".join(paragraph.split("\n"))


def _line(one: Work) -> str:
    return " · ".join(part for part in (one.name, one.licence, one.where) if part)


def _of_python() -> Iterator[Work]:
    """Every wheel that is locked for the browser."""
    for folder in unpacked_wheels().glob("*.dist-info"):
        said = message_from_string((folder / "METADATA").read_text("utf-8"))
        licence = said["License-Expression"] or said["License"] or SAID.get(said["Name"], "")
        if not licence:
            raise SystemExit(f"{said['Name']} does not say its licence: look it up (build/pwa/credits.py)")
        named = licence.strip().partition("\n")[0]  # some write the whole text there
        yield Work(f"{said['Name']} {said['Version']}", named, "", _read(folder))


def _of_npm() -> Iterator[Work]:
    """Every package that the page has something of; the tools are not in it."""
    for name in json.loads((WEB / "package.json").read_text("utf-8"))["dependencies"]:
        folder = WEB / "node_modules" / name
        said = json.loads((folder / "package.json").read_text("utf-8"))
        yield Work(f"{name} {said['version']}", said["license"].strip("()"), "", _read(folder))


def _read(folder: Path) -> str:
    files = sorted(file for word in ("LICEN[CS]E*", "COPYING*", "licenses/*") for file in folder.glob(word))
    return "\n".join(file.read_text("utf-8") for file in files if file.is_file())
