"""What README and docs name is there: files, folders, tests, commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sync.hub.settings import parser
from tests.architecture.tree import ROOT, files, named, python_files

PAPERS = [file for file in files() if file.suffix == ".md" and file.name != "CHANGELOG.md"]
PATH = re.compile(r"(?<![\w/.-])((?:app|assets|build|docs|locales|sync|tests)/[\w./-]*\w)")
MADE = "build/out"
"""What is made, and not in the repository."""


def there(path: str) -> bool:
    """A file, a folder, or the beginning of a file's name, as a decision is called by its number."""
    return any(name == path or name.startswith((f"{path}/", f"{path}-", f"{path}.")) for name in map(named, files()))


def words(paper: Path) -> str:
    return paper.read_text("utf-8")


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_every_path_that_a_paper_names_is_there(paper: Path) -> None:
    paths = {path for path in PATH.findall(words(paper)) if not path.startswith(MADE)}
    tests = re.compile(r"\w+/test_\w+")  # named from their folder; the next promise is about those
    assert {path for path in paths if not there(path) and not tests.fullmatch(path)} == set()


def test_every_test_that_a_paper_names_is_there() -> None:
    known = {named(file).removesuffix(".py") for file in python_files("tests")}
    told = {name for paper in PAPERS for name in re.findall(r"`(\w+/test_\w+)`", words(paper))}
    assert len(told) > 15
    assert {name for name in told if f"tests/{name}" not in known} == set()


def test_every_command_that_a_paper_names_is_there() -> None:
    told = "\n".join(map(words, PAPERS))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    asked = set(re.findall(r"(?:`|^ {4})make ([a-z]+)", told, re.MULTILINE))
    assert {"run", "test", "check"} <= asked
    assert asked <= targets
    for command in set(re.findall(r"brobygger-hub ([a-z][a-z-]+)", told)):
        with pytest.raises(SystemExit) as ended:
            parser().parse_args([command, "--help"])
        assert ended.value.code == 0, command
