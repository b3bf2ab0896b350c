"""What a linter does not know of our style: small files, sides by start and end, no registry's name, whole locks."""

from __future__ import annotations

import ast
import re
import tomllib

from tests.architecture.tree import ROOT, files, named, python_files

MOST_LINES = (
    250  # STYLE.md says split near 200; from here on nobody can call it near (a test file may hold more promises)
)
MOST_LINES_OF_TESTS = 300
LONGER_FOR_A_REASON: dict[str, str] = {}
SIDES = re.compile(r"\b(?:left|right|top_left|top_right|bottom_left|bottom_right)=|\.(?:[A-Z]+_)?(?:LEFT|RIGHT)\b")
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("deb", "debian", "org"),
        ("yarnpkg", "com"),
    )
)
NAMES_NOBODY_UNDERSTANDS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "service", "services"}


def test_a_file_holds_one_thought() -> None:
    too_long = [
        f"{named(file)}: {lines} lines"
        for file in python_files("app", "sync", "build", "tests")
        for lines in [lines_of_code(file.read_text())]
        if lines > (MOST_LINES_OF_TESTS if named(file).startswith("tests/") else MOST_LINES)
        and named(file) not in LONGER_FOR_A_REASON
    ]

    assert too_long == [], "split by noun, or give a reason in LONGER_FOR_A_REASON"


def test_a_file_is_named_by_its_thought() -> None:
    assert [
        named(file) for file in python_files("app", "sync", "build", "tests") if file.stem in NAMES_NOBODY_UNDERSTANDS
    ] == []


def test_only_the_kit_knows_left_and_right() -> None:
    wrong = [
        f"{named(file)}:{number}: {line.strip()}"
        for file in python_files("app")
        if "views" in file.parts and "kit" not in file.parts
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if SIDES.search(line)
    ]

    assert wrong == []


def test_no_file_names_a_registry() -> None:
    naming = {named(file): host for file in files() for host in REGISTRIES if host.encode() in file.read_bytes()}

    assert naming == {}


def test_every_locked_package_has_its_hashes_and_everything_we_ask_for_is_locked() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = asked["dependency-groups"]
    wanted = {"hub": asked["project"]["dependencies"]}
    wanted["dev"] = wanted["hub"] + groups["app"] + groups["dev"]

    for name, wishes in wanted.items():
        locked = re.split(r"\n(?=\S)", (ROOT / "build" / "locks" / f"{name}.txt").read_text().strip())
        assert [entry for entry in locked if "--hash=sha256:" not in entry] == []
        assert {re.split(r"[\[=<>;]", wish)[0].lower() for wish in wishes} <= {entry.split("==")[0] for entry in locked}


def lines_of_code(source: str) -> int:
    """Lines without blank ones, comments and docstrings."""
    tree = ast.parse(source)
    prose: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            prose.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    lines = enumerate(source.splitlines(), 1)
    return sum(1 for number, line in lines if number not in prose and line.strip() and not line.strip().startswith("#"))
