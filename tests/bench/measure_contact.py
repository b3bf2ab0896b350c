"""A contact logged with one thumb, in Chromium, by the worker of the demo: what the app takes, and what her thumb does.

Her part by the keystroke-level model (Card, Moran and Newell 1980, doi 10.1145/358886.358895): 1.1 s to find and hit
a place on a screen, 1.35 s to make up one's mind before each choice. A model, not a woman at a door in the rain.
"""

from __future__ import annotations

from pathlib import Path

from app.views.contacts.nicknames import NICKNAMES
from tests.bench.measure_screens import WATCH, tapped
from tests.demo.running import Running
from tests.e2e.browser import phones
from tests.e2e.person import Person

POINT_S, DECIDE_S = 1.1, 1.35
CHOICES = 2
"""What came of it, and how to remember her; opening and keeping are one movement each."""


def measure(folder: Path) -> dict[str, float]:
    """`contact_log_s`: from the first tap until Today is drawn with it kept; `contact_app_s`: the app's share; taps."""
    with Running(folder / "demo") as demo, phones() as new_phone:
        sofie = Person(new_phone(folder / "profile"))
        sofie.begin(demo.url + demo.tap("sofie"))
        sofie.finds("Log a contact").phone.ask(WATCH)
        logging(sofie)  # the first time its code is read
        took_ms = logging(sofie)
    app_s = sum(took_ms) / 1000
    hers_s = POINT_S * len(took_ms) + DECIDE_S * CHOICES
    return {"contact_log_s": app_s + hers_s, "contact_app_s": app_s, "contact_taps": len(took_ms)}


def logging(worker: Person) -> list[float]:
    """From Today to Today: ms of each tap until what it leads to is drawn."""
    took = [tapped(worker, "button", "Log a contact"), tapped(worker, "checkbox", "Interested")]
    here = worker.phone.page
    offered = (one for one in NICKNAMES if here.get_by_role("checkbox", name=worker.t(one), exact=True).count())
    took += [tapped(worker, "checkbox", next(offered)), tapped(worker, "button", "Keep")]
    worker.phone.find("heading", worker.t("Today"))
    return took
