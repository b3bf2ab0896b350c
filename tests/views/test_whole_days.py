"""On her phone a day is said in whole words: nobody who reads little works out "man. 23. nov."."""

from __future__ import annotations

import re
from datetime import timedelta

from app.journeys.consents import answer_asked, answers
from app.journeys.partners import begin_with, consent, partners, share
from app.journeys.release import release
from tests.journeys.agreed_on import agree
from tests.screen import Screen
from tests.views.already_held import held
from tests.views.conftest import show
from tests.views.her_screens import HERS
from tests.world import Organisation, run

MONTHS = "jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec"
SHORT = re.compile(rf"\b(man|tirs|ons|tors|fre|lør|søn|{MONTHS})\.( |$)", re.IGNORECASE)


def answered(org: Organisation) -> None:
    """A yes and a no of ours, a partner's, an agreement that ends, and words given to her: all of today."""
    hers, mentor = org.mentee.store.space("plan"), org.mentor.ports
    mentee = org.mentee.ports
    for what, yes in (("contact", True), ("notes", False)):
        answer_asked(
            mentee, row=mentee.new_row(), space=hers, what=what, yes=yes, text="?", version=1, language="da",
            mode="read",
        )  # fmt: skip
    ports = org.coordinator.ports
    run(begin_with(ports, name="Egeby"))
    cover, (egeby,) = org.cover(org.coordinator), partners(ports)
    consent(ports, row=ports.new_row(), mentee=cover, partner=egeby, explained="shared")
    share(ports, row=ports.new_row(), mentee=cover, partner=egeby, about="Amina", text="Hun kommer til tiden.")
    agree(org, org.mentor, cadence="weekly", until=org.mentor.ports.today() + timedelta(days=90))
    release(mentor, row=mentor.new_row(), meeting=held(org), text="Vi tog bussen.")
    org.world.sync_all()


def test_no_day_on_her_phone_is_shortened(lived: Organisation) -> None:
    answered(lived)
    lived.world.later(days=8)

    async def walk(screen: Screen) -> None:
        short = {}
        for at in HERS:
            await screen.go(at)
            if found := [text for text in screen.texts() if SHORT.search(text)]:
                short[at] = found
        assert short == {}
        await screen.go("/yes")
        assert screen.sees("Du sagde ja: mandag 2. marts")

    show(lived.mentee, walk, language="da")
    assert len(answers(lived.mentee.ports, lived.mentee.store.space("plan"))) == 2
