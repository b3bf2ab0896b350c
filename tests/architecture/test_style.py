"""What a linter does not know of our style: small files, sides by start and end, no registry's name, whole locks."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest

from build.word_rules import broken_rules, glued, not_known, sides
from tests.architecture.tree import ROOT, files, named, python_files

MOST_LINES = 250  # we split near 200; from here on nobody can call it near (a test file may hold more promises)
MOST_LINES_OF_TESTS = 300
LONGER_FOR_A_REASON: dict[str, str] = {}
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
    assert [broken for broken in broken_rules(ROOT) if "left" in broken] == []
    assert list(sides("ft.Padding(left=8)\nft.Padding(start=8)\nalign=ft.Alignment.TOP_RIGHT")) == [1, 3]


def test_no_sentence_is_glued_and_every_text_can_be_known() -> None:
    assert list(broken_rules(ROOT)) == []


@pytest.mark.parametrize(
    "code",
    [
        't("You have ") + name',
        "f'{t(word)} {num} left'",
        "name + t.many('%(num)d', '%(num)d', num)",
        't(f"{a} b")',
        't("a %s".format(b))',
        'words("a" + b)',
    ],
)
def test_what_is_glued_or_unknown_is_found(code: str) -> None:
    assert len(list(glued(code))) == 1


@pytest.mark.parametrize("code", ['t("You have %(num)d left", num=num)', 'f"{name} · {t(word)}"', 'str(num) + " %"'])
def test_what_is_whole_is_left_alone(code: str) -> None:
    assert list(glued(code)) == []


@pytest.mark.parametrize(
    "code",
    [
        """f"{says} {t('Rests')}\"""",
        't("Known" if one else "Rests")',
        't.many("Rests", "Known", 2)',
        'session.words("Rests")',
        'danish()("Rests")',
        'ports.words()("Rests")',
        'use_words()("Rests")',
        'marked("Rests")',
    ],
)
def test_a_text_that_no_catalogue_has_is_found_wherever_it_is_said(code: str) -> None:
    assert list(not_known(code, {"Known"})) == [(1, "Rests")]
    assert list(not_known(code, {"Known", "Rests"})) == []


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
