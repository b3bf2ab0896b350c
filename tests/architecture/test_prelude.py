"""What the heap snapshot must hold: Babel's files are laid only seconds after a phone has started."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import ROOT, named, python_files

PRELUDE = ROOT / "build" / "web" / "worker" / "prelude.py"
NOT_ON_PHONES = "babel.messages"  # reads catalogues in a working tree only


def modules_of_babel(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text())):
        named_here = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            named_here = [node.module or ""]
        yield from (name for name in named_here if name.split(".")[0] == "babel")


def test_what_the_app_takes_from_babel_lies_in_the_snapshot() -> None:
    frozen = set(modules_of_babel(PRELUDE))
    taken = {module: named(file) for file in python_files("app", "sync") for module in modules_of_babel(file)}
    on_phones = {module: file for module, file in taken.items() if not module.startswith(NOT_ON_PHONES)}

    assert on_phones, "the app uses Babel"
    assert {module: file for module, file in on_phones.items() if module not in frozen} == {}
