"""A test whose browser died is run once more, and the end of the run says so; nothing else is ever run again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from build.setup import ROOT

BROWSER = """
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, sync_playwright

from tests.e2e.chromium import ARGUMENTS, find_chromium


def notes(name):
    with Path(__file__).with_name(name).open("a") as written:
        written.write("+")


@pytest.fixture(scope="session")
def once():
    notes("once")
    yield
    notes("once is over")


@pytest.fixture
def page(once):
    found = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.path, env=found.environment, args=ARGUMENTS)
        yield browser.new_page()
        browser.close()


def dies(page):
    with suppress(Error):
        page.goto("chrome://crash")
    page.wait_for_timeout(30_000)


def test_dies_once(page):
    notes("dies once")
    if Path(__file__).with_name("dies once").read_text() == "+":
        dies(page)


def test_other_browser_words():
    notes("closed")
    raise Error("Page.wait_for_timeout: Target page, context or browser has been closed")


def test_patience():
    notes("patience")
    raise Error("Locator.click: Timeout 30000ms exceeded, and\\nError: Page.evaluate: Page crashed")


def test_assertion():
    notes("assertion")
    assert Path(__file__).exists() is None, "Error: Page.evaluate: Page crashed"


def test_dies_always(page):
    notes("dies always")
    dies(page)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where these tests were run with our own settings, spread as `make test` does; `said` is what pytest said."""
    folder = tmp_path_factory.mktemp("again")
    (folder / "test_browser.py").write_text(BROWSER)
    ours = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder), "-p", "no:cacheprovider"]
    spread = ["--numprocesses", "1", "--dist", "loadfile", "--no-loadscope-reorder"]
    command = [sys.executable, "-m", "pytest", *ours, *spread, "test_browser.py"]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300).stdout
    (folder / "said").write_text(said)
    return folder


def test_a_test_whose_browser_died_is_run_once_more_and_the_summary_says_so(folder: Path) -> None:
    said = (folder / "said").read_text()
    assert (folder / "dies once").read_text() == "++"
    assert ", 2 rerun in" in said.splitlines()[-1]
    loud = said.partition(" rerun test summary info ")[2]
    assert "RERUN test_browser.py::test_dies_once" in loud
    assert "Page crashed" in loud
    assert "PASSED test_browser.py::test_dies_once" in loud


def test_a_test_whose_browser_dies_a_second_time_has_failed(folder: Path) -> None:
    assert (folder / "dies always").read_text() == "++"
    assert "FAILED test_browser.py::test_dies_always" in (folder / "said").read_text()


@pytest.mark.parametrize("failure", ["closed", "patience", "assertion"])
def test_what_fails_otherwise_is_not_run_again(folder: Path, failure: str) -> None:
    assert (folder / failure).read_text() == "+"


def test_what_all_tests_share_is_made_once_and_put_away_once(folder: Path) -> None:
    assert (folder / "once").read_text() == "+"
    assert (folder / "once is over").read_text() == "+"
