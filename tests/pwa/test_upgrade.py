"""A newer version lies ready, is offered, and comes when the person says so; if it is broken, the old one serves on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.e2e.browser import Phone
from tests.e2e.hub import RunningHub
from tests.pwa.conftest import again, wait_for_mark

LIES_READY = "a newer version lies ready"
ONE_VERSION = "caches.keys().then((names) => names.filter((name) => name.startsWith('app-')).length === 1)"


@pytest.fixture
def served(tmp_path: Path, hub: RunningHub, tiny: Path) -> Path:
    """The folder that the hub hands out; it starts with version 1."""
    folder = tmp_path / "served"
    shutil.copytree(tiny, folder)
    hub.kill()
    hub.pwa = folder
    hub.start()
    return folder


def put(newer: Path, served: Path) -> None:
    shutil.rmtree(served)
    shutil.copytree(newer, served)


def test_version_two_is_offered_taken_keeps_data_and_makes_its_own_snapshot(
    served: Path, phone: Phone, hub: RunningHub, tiny_newer: Path
) -> None:
    phone.tap("button", "Keep").sees("taps 1")
    put(tiny_newer, served)
    for unchanged in [*served.glob("main.dart.*"), *served.glob("pyodide/*")]:
        unchanged.unlink()  # nobody asks for it again

    again(phone, hub.url).sees("version 1.0.0")
    phone.sees(LIES_READY)
    again(phone, hub.url).sees("version 1.0.0")  # not unasked
    phone.sees(LIES_READY)
    hub.kill()
    phone.tap("button", "Newer")
    phone.pin("123456").sees("version 2.0.0")
    phone.sees("taps 1")
    assert "from-scratch" in phone.marks()
    wait_for_mark(phone, "snapshot-made")

    again(phone, hub.url).sees("version 2.0.0")
    assert "from-snapshot" in phone.marks()
    phone.until(ONE_VERSION, "the older one to be gone")


def test_a_version_two_that_breaks_half_way_leaves_version_one(
    served: Path, phone: Phone, hub: RunningHub, tiny_newer: Path
) -> None:
    phone.tap("button", "Keep").sees("taps 1")
    put(tiny_newer, served)
    broken = served / "python" / "app.zip"
    whole = broken.read_bytes()
    broken.write_bytes(whole[: len(whole) // 2])
    for packed in broken.parent.glob("app.zip.*"):
        packed.unlink()

    again(phone, hub.url).sees("version 1.0.0")
    phone.until("caches.keys().then((names) => names.some((name) => name.startsWith('app-2.0.0')))", "a try", 60)
    hub.kill()
    again(phone, hub.url).sees("version 1.0.0")
    phone.sees("taps 1")
    phone.sees_no(LIES_READY)

    broken.write_bytes(whole)
    hub.start()
    again(phone, hub.url).sees(LIES_READY, patience_s=90)
