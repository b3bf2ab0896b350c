"""A canary in every text of the inner rungs of her file and among the few: it never sings on her phone."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.roles import HOMES
from app.journeys.among_few import begin
from app.journeys.meetings import log_meeting
from app.records import MeetingNote, table_named
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.her_screens import HERS
from tests.world import Organisation, Phone, run

CANARY = "KANARIEFUGL"
INNER = ("notes", "case", "restricted")
HELD_APART = {"attachment"}
"""What carries bytes beside its row: sealed with the same key, and no text."""


def plant(phone: Phone, kind: str) -> set[str]:
    """A row of every noun that this person may write there, the canary in each of its texts; says which nouns."""
    store, planted = phone.store, set()
    space = store.space(kind)
    for noun in sorted(noun for noun, homes in HOMES.items() if kind in homes and noun not in HELD_APART):
        table = table_named(noun)
        assert table
        texts = [
            name for name in store.may_set(space, noun) if name != "gone" and table.model_fields[name].default == ""
        ]
        if texts:
            said: dict[str, Any] = dict.fromkeys(texts, f"{CANARY} {kind}")
            with store.write() as tx:
                tx.add(table(id=phone.ports.new_row(), space=space, **said))
            planted.add(noun)
    return planted


def in_memory(phone: Phone) -> str:
    """All that this phone has opened."""
    opened = phone.store._rows.memory.connection.connection
    return "\n".join(str(row) for noun in HOMES for row in opened.cursor().execute(f"SELECT * FROM {noun}"))


@pytest.fixture
def told(org: Organisation) -> Organisation:
    """By the worker and the mentor, with real journeys and in every noun that lives there."""
    mentor, worker = org.mentor.ports, org.worker.ports
    today, row = mentor.today(), mentor.new_row
    log_meeting(mentor, row=row(), mentee=org.cover(org.mentor), held_on=today, topics=CANARY, note=CANARY)
    run(begin(worker, row=worker.new_row(), name=CANARY, text=CANARY, persons=[mentor.me.person]))
    org.world.sync_all()
    planted = {kind: plant(org.worker, kind) | plant(org.mentor, kind) for kind in INNER}
    assert {"meetingnote", "conversation"} <= planted["notes"]
    assert {"meeting", "mentee", "task", "ending"} <= planted["case"]
    assert {"matter", "sparring"} <= planted["restricted"]
    org.world.sync_all()
    return org


def test_nothing_of_the_inner_rungs_is_in_a_byte_or_a_record_on_her_phone(told: Organisation) -> None:
    for kind in INNER:
        for phone in (told.worker, told.mentor):
            assert f"{CANARY} {kind}" in in_memory(phone)  # it did travel
    her = told.mentee
    inner = {bytes.fromhex(told.mentor.store.space(kind)) for kind in INNER}
    assert not inner & {version.space for version in her.store.journal.versions()}
    assert CANARY not in in_memory(her)
    everything = her.disk() + her.wire.bytes_received()
    assert CANARY.encode() not in everything
    assert not [space for space in inner if space in her.disk()]


def test_no_screen_of_hers_says_it_and_nothing_is_left_behind_by_looking(told: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        for path in HERS:
            await screen.go(path)
            assert not screen.sees(CANARY), path
            assert CANARY not in f"{screen.page.title} {screen.page.route}"

    show(told.mentee, walk, language="da")
    assert CANARY.encode() not in told.mentee.disk()

    async def theirs(screen: Screen) -> None:
        (note,) = [one for one in told.mentor.store.find(MeetingNote) if one.text == CANARY]
        await screen.go(f"/meetings/{note.meeting}")
        assert screen.sees(CANARY)

    show(told.mentor, theirs)
