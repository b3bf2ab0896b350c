"""Setting up a machine: once, again when a lock changes, and in one sentence when something cannot be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from build import setup


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders in which npm was asked to install; npm itself stays at home."""
    asked: list[Path] = []

    def pretend(_command: list[str], _otherwise: str, cwd: Path = tmp_path, env: object = None) -> None:
        (cwd / "node_modules").mkdir(exist_ok=True)
        asked.append(cwd)

    monkeypatch.setattr(setup, "run", pretend)
    (tmp_path / "package-lock.json").write_text("one")
    return asked


def test_a_second_set_up_does_nothing(tmp_path: Path, installed: list[Path]) -> None:
    setup.npm_packages(tmp_path, "what a test needs")
    setup.npm_packages(tmp_path, "what a test needs")

    assert installed == [tmp_path]


def test_a_changed_lock_is_installed_again(tmp_path: Path, installed: list[Path]) -> None:
    setup.npm_packages(tmp_path, "what a test needs")
    (tmp_path / "package-lock.json").write_text("two")
    setup.npm_packages(tmp_path, "what a test needs")

    assert len(installed) == 2


def test_an_environment_that_is_another_folders_is_left_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs, here = tmp_path / "theirs", tmp_path / ".venv"
    theirs.mkdir()
    (theirs / "pyvenv.cfg").write_text("of that folder")
    here.symlink_to(theirs)
    monkeypatch.setattr(setup, "VENV", here)
    setup.make_venv()
    assert (theirs / "pyvenv.cfg").read_text() == "of that folder"
    assert (here / "bin").is_dir()
    assert not here.is_symlink()


def test_what_cannot_be_had_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        setup, "python_packages", lambda: setup.run(["false"], "the Python packages could not be installed")
    )

    assert setup.main() == 1
    assert "setup: the Python packages could not be installed." in capfd.readouterr().err


def test_a_browser_named_by_hand_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROBYGGER_CHROMIUM", "/somewhere/chromium")
    assert setup.system_chromium() == "/somewhere/chromium"

    monkeypatch.setenv("BROBYGGER_CHROMIUM", "npm")
    assert setup.system_chromium() is None
