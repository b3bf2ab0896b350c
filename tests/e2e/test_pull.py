"""A finger that pulls a screen down asks the hub at once, whether the list fits the screen or scrolls."""

from __future__ import annotations

import time

from tests.e2e.organisation import Organisation
from tests.e2e.person import Person

PATIENCE_S = 8
TRIES = 3
"""As a person would: where frames are late, a list tells of its edge so seldom that one pull can be too short."""


def pull(person: Person, *, far: int) -> None:
    """One finger, from the middle of the screen down."""
    line = person.phone.page.context.new_cdp_session(person.phone.page)

    def touch(kind: str, *points: dict[str, int]) -> None:
        line.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    touch("touchStart", {"x": 195, "y": 330})
    for by in range(0, far, 20):
        touch("touchMove", {"x": 195, "y": 330 + by})
        person.phone.page.wait_for_timeout(50)
    touch("touchEnd")
    line.detach()
    person.phone.let_go()


def at_rest(person: Person, organisation: Organisation) -> int:
    """How much was asked once what opening a screen asks for has been, and nothing more came for a while."""
    passed = -1
    while len(organisation.wire.passed) != passed:
        passed = len(organisation.wire.passed)
        person.phone.page.wait_for_timeout(3_000)
    return passed


def pulled_far(person: Person, organisation: Organisation, before: int) -> bool:
    """Whether the hub was asked then."""
    pull(person, far=260)
    deadline = time.monotonic() + PATIENCE_S
    while len(organisation.wire.passed) == before and time.monotonic() < deadline:
        person.phone.page.wait_for_timeout(100)
    return len(organisation.wire.passed) > before


def test_pulled_down_it_syncs_at_once_on_each_tab(sofie: Person, organisation: Organisation) -> None:
    sofie.again().synced()
    for screen in ("Today", "People", "Meetings"):
        if screen != "Today":
            sofie.to(screen)
        before = at_rest(sofie, organisation)

        pull(sofie, far=30)
        sofie.phone.page.wait_for_timeout(1_500)
        assert len(organisation.wire.passed) == before, f"{screen}: a slip of the finger is no wish"
        assert any(pulled_far(sofie, organisation, before) for _ in range(TRIES)), screen
        sofie.synced()


def test_a_search_that_finds_nobody_keeps_the_keyboard(sofie: Person) -> None:
    """A list that goes away must not take the field with it in which somebody types."""
    sofie.again().to("People").types("Search by name, street or number", "xyz")
    sofie.sees("Try a part of the name or the street.")
    sofie.phone.page.keyboard.insert_text("a")
    sofie.phone.sees(sofie.t("Nobody found for “%(words)s”.", words="xyza"))
