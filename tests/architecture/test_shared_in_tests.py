"""What several tests lean on stands in a module named after what it is, never in one of the tests."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.architecture.tree import named, python_files


def leans_on(path: Path) -> set[str]:
    """The modules of tests that this file takes something from."""
    tree = ast.parse(path.read_text("utf-8"))
    named = {each.module or "" for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)}
    named |= {alias.name for each in ast.walk(tree) if isinstance(each, ast.Import) for alias in each.names}
    return {name for name in named if name.startswith("tests.") and name.rpartition(".")[2].startswith("test_")}


def test_no_file_takes_anything_from_a_file_of_tests() -> None:
    assert {named(path): found for path in python_files("tests") if (found := leans_on(path))} == {}
