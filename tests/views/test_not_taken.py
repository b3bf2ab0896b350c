"""What does not count, on the screen: the text, the reason in words, and the three ways out; and the steward's list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from app.i18n import Words
from app.journeys.contacts import log_contact
from app.journeys.handed import waiting
from app.journeys.not_taken import hand_in, not_taken
from app.journeys.sparring import ask
from app.records import Contact, tables
from app.views.more.noun_words import NOUNS
from app.views.more.said_words import said_lines
from app.views.more.why_words import ANY_WHY, WHYS, why
from build.words import ROOT
from sync.codes import Reason
from tests.demoting import demote_while_writing
from tests.refusing import refusing
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


def log_hodan(org: Organisation) -> str:
    ports = org.worker.ports
    return log_contact(ports, row=ports.new_row(), name="Hodan", phone="20304050", note="ringer selv").id


@pytest.fixture
def refused(org: Organisation) -> Iterator[str]:
    """Sofie's row, which the hub does not take."""
    row = log_hodan(org)
    with refusing(org.worker, "size"):
        org.worker.sync()
        yield row


def test_every_reason_has_its_sentence() -> None:
    protocol = (ROOT / "docs" / "protocol.md").read_text()
    told = re.findall(r"`(\w+)`", protocol.partition("\nReasons (code 7):")[2].partition("\n")[0])
    assert {each.value for each in Reason} | {"role", "table", "damaged"} <= set(WHYS)
    assert set(told) <= {*WHYS, "n"}
    assert why(Words("en"), "a word of a newer hub") == ANY_WHY


def test_the_badge_leads_to_what_does_not_count_with_text_and_reason(org: Organisation, refused: str) -> None:
    async def walk(screen: Screen) -> None:
        assert screen.sees("1 not counted")
        await screen.tap("badge")
        assert screen.page.route == "/more/left"
        assert screen.sees("Contact · Hodan")
        assert screen.sees("ringer selv")
        assert screen.sees("It is too long for the server. Shorten it.")
        assert screen.sees("If you hand it in, Karen can read it.")
        await screen.tap("back")
        assert screen.page.route == "/more/sync"
        await screen.tap("to-left")
        assert screen.has(f"left-{refused}")

    show(org.worker, walk)


def test_it_is_copied_as_it_was_written(org: Organisation, refused: str) -> None:
    copied: list[str] = []

    def take(data: str) -> None:
        copied.append(data)

    async def walk(screen: Screen) -> None:
        screen.connection.answers["Clipboard", "set"] = take
        await screen.go("/more/left")
        await screen.tap(f"copy-{refused}")
        assert screen.sees("Kopieret.")

    show(org.worker, walk, language="da")
    assert copied[0].startswith("Kontakt · Hodan\nNavn: Hodan\nTelefon: 20304050\n")
    assert "Notat: ringer selv" in copied[0]


def test_it_is_thrown_away_after_a_question(org: Organisation, refused: str) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more/left")
        await screen.tap(f"discard-{refused}")
        assert screen.sees("Nobody else has it. It is gone for good.")
        await screen.tap("discard-no")
        assert screen.has(f"left-{refused}")
        await screen.tap(f"discard-{refused}")
        await screen.tap("discard-yes")
        assert screen.sees("All that you wrote counts.")

    show(org.worker, walk)
    assert org.worker.store.get(Contact, refused) is None


def test_what_her_role_does_not_let_count_is_handed_in_and_taken_over(org: Organisation) -> None:
    demote_while_writing(org.coordinator, org.worker, lambda: log_hodan(org))
    (one,) = not_taken(org.worker.ports)

    async def give(screen: Screen) -> None:
        await screen.go("/more/left")
        assert screen.sees("Your role may not write this here.")
        await screen.double_tap(f"hand-in-{one.row}")
        assert screen.sees("It is handed in.")
        assert screen.sees("Waits for a coordinator or a worker")

    show(org.worker, give)
    org.world.sync_all()
    (handed,) = waiting(org.coordinator.ports)

    async def take(screen: Screen) -> None:
        assert screen.sees("1 thing was handed in.")
        await screen.tap("handed")
        assert screen.sees("ringer selv")
        assert screen.sees("Sofie")
        await screen.tap(f"take-{handed.id}")
        assert screen.sees("Taken over · You")
        assert screen.sees("Nothing was handed in.")

    show(org.coordinator, take)
    assert [each.name for each in org.coordinator.store.find(Contact, matching="Hodan")] == ["Hodan"]
    org.world.sync_all()

    async def read(screen: Screen) -> None:
        await screen.go("/more/left")
        assert screen.sees("Taken over")

    show(org.worker, read)


def test_a_steward_leaves_it_and_hears_how_much_of_others_does_not_count(org: Organisation) -> None:
    demote_while_writing(org.coordinator, org.worker, lambda: log_hodan(org))
    hand_in(org.worker.ports, not_taken(org.worker.ports)[0])
    org.world.sync_all()
    (handed,) = waiting(org.coordinator.ports)

    async def walk(screen: Screen) -> None:
        await screen.go("/more")
        await screen.tap("to-handed")
        assert screen.sees("4 things that others wrote do not count. They are kept.")
        await screen.tap(f"leave-{handed.id}")
        assert screen.sees("Looked at, not used · You")

    show(org.coordinator, walk)


def test_each_kind_of_thing_has_a_name() -> None:
    assert set(NOUNS) == set(tables())


def test_what_is_too_long_is_shortened_from_there_and_counts(org: Organisation) -> None:
    row = log_hodan(org)

    async def walk(screen: Screen) -> None:
        await screen.go("/more/left")
        await screen.tap(f"change-{row}")
        assert screen.page.route == f"/people/{row}/change"
        await screen.write("note", "selv")
        await screen.tap("keep")

    with refusing(org.worker, "size"):
        org.worker.sync()
        show(org.worker, walk)
    org.world.sync_all()
    assert not_taken(org.worker.ports) == []
    (kept,) = org.coordinator.store.find(Contact, matching="Hodan")
    assert kept.note == "selv"


def test_what_is_too_long_and_has_no_page_is_copied_thrown_away_and_written_anew(org: Organisation) -> None:
    ports = org.mentor.ports
    ask(ports, row=ports.new_row(), space=org.mentor.store.space("staff"), text="How?")

    async def walk(screen: Screen) -> None:
        await screen.go("/more/left")
        assert screen.sees("Copy it, throw it away, and write it anew, shorter.")

    with refusing(org.mentor, "size"):
        org.mentor.sync()
        show(org.mentor, walk)


def test_the_place_of_a_meeting_and_what_sort_of_place_it_is_have_labels_of_their_own() -> None:
    said = said_lines(Words("da"), {"place": "Caféen", "place_kind": "cafe"}, date(2026, 3, 2))
    assert [label for label, _ in said] == ["Sted", "Slags sted"]
