"""A worker with 800 files loses a mentor who stands in 400 of them, on her phone in Chromium, at a real hub."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.bench.bench_page import bench_page
from tests.bench.many_files import SHARED, write_in_each
from tests.bench.office import Office
from tests.bench.starts import start, typed
from tests.bench.wishes import granted, wish
from tests.e2e.browser import Phone, phones

MENTOR = "Maja"
FEW, PATIENCE_S = 100, 300


def measure(folder: Path) -> dict[str, float]:
    """The files are filled in by the door of the bench's page; the loss is the app's own journey."""
    with Office(folder / "office", bench_page()) as office, phones() as new_phone:
        office.grow(FEW)
        mentor = office.bring_in_mentor(MENTOR)
        phone = new_phone(folder / "phone")
        office.let_in(phone)
        phone.close()
        _granted(office, phone, f"files {MENTOR}")
        office.in_step(mentor, write_in_each)
        lost = _granted(office, phone, f"lose {MENTOR}")
        assert (lost["done"], lost["left"]) == (SHARED + 2, 0), lost
        return {"loss_400_s": lost["s"]}


def _granted(office: Office, phone: Phone, words: str) -> Any:
    said: list[Any] = []
    scripts = [wish(words), typed()]
    start(phone, office.hub.url, scripts, ["unlocked"], then=lambda: said.append(granted(phone, PATIENCE_S)))
    return said[0]
