"""What others said: joined, judged by role, and never able to hurt."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.roles import ROLES, homes_of
from app.records import Contact, Meeting, MeetingNote, Step, field_names, tables
from app.storage.places import Right
from app.storage.reading import Lone, Reading, Voice, newest
from sync.stamp import day_of, stamp_of
from sync.version import Said, Word, pack_said
from tests.storage.desk import ME, NOON, Circle, Desk

ROW = "0a" * 16
KAREN, OMAR = b"karen-----------", b"omar------------"
DAY_MS = 86_400_000


@pytest.fixture
def three(desk: Desk) -> Desk:
    """Karen and Omar are workers too."""
    desk.admit(KAREN, "worker", name="Karen")
    desk.admit(OMAR, "worker", name="Omar")
    return desk


def come(desk: Desk, *keys: tuple[bytes, bytes]) -> None:
    asyncio.run(desk.store.refresh(keys))


def test_the_newest_word_stands_field_by_field(three: Desk) -> None:
    key = three.hear(three.area, ROW, KAREN, "contact", {"name": "Amina", "phone": "1"}, at=NOON)
    three.hear(three.area, ROW, OMAR, "contact", {"phone": "2"}, at=NOON + 1)
    come(three, key)
    assert (three.one(Contact, ROW).name, three.one(Contact, ROW).phone) == ("Amina", "2")


@pytest.mark.parametrize(
    "fields",
    [
        {"name": 7, "phone": "1"},
        {"met_on": "tomorrow", "phone": "1"},
        {"minutes": 5, "phone": "1"},
        {"id": "ff" * 16, "space": "ff" * 16, "phone": "1"},
        {"gone": "perhaps", "phone": "1"},
        {"__table__": "x", "phone": "1"},
        {"phone": "1", "followup_on": [1, [2]], "note": None},
    ],
)
def test_what_this_app_does_not_understand_waits_and_the_rest_counts(three: Desk, fields: dict[str, Any]) -> None:
    come(three, three.hear(three.area, ROW, KAREN, "contact", fields))
    found = three.store.find(Contact)
    assert [(c.id, c.phone, c.name, c.met_on) for c in found] == [(ROW, "1", "", None)]


@pytest.mark.parametrize("table", ["course", "", "sqlite_master", "folded", "contact; DROP TABLE contact"])
def test_a_table_of_a_newer_app_waits(three: Desk, table: str) -> None:
    come(three, three.hear(three.area, ROW, KAREN, table, {"name": "x"}))
    assert all(three.store.count(noun) == 0 for noun in tables().values())


def test_bytes_that_are_no_words_wait(three: Desk) -> None:
    come(three, three.hear_bytes(three.area, ROW, KAREN, b"not deflate at all", 20_000))
    asyncio.run(three.open())
    assert three.store.find(Contact) == []


def test_a_wrong_value_does_not_hide_an_older_right_one(three: Desk) -> None:
    key = three.hear(three.area, ROW, KAREN, "contact", {"name": "Amina"}, at=NOON)
    three.hear(three.area, ROW, OMAR, "contact", {"name": 7}, at=NOON + 1)
    come(three, key)
    assert three.one(Contact, ROW).name == "Amina"


def test_a_word_from_after_its_heads_day_does_not_count_and_moves_no_clock(three: Desk) -> None:
    tomorrow = NOON + DAY_MS
    key = three.hear(three.area, ROW, KAREN, "contact", {"name": "Amina"}, at=tomorrow, day=day_of(stamp_of(NOON)))
    three.hear(three.area, ROW, OMAR, "contact", {"name": "Amin"}, at=NOON)
    come(three, key)
    assert three.one(Contact, ROW).name == "Amin"
    with three.store.write() as tx:
        tx.change(three.one(Contact, ROW), name="Amina A.")
    assert three.one(Contact, ROW).name == "Amina A."
    (typed,) = three.journal.unsent()
    assert typed.floor == stamp_of(NOON)


def test_a_word_counts_to_the_last_moment_of_its_heads_day(three: Desk) -> None:
    day = day_of(stamp_of(NOON))
    midnight = (NOON // DAY_MS + 1) * DAY_MS
    for row, at in ((ROW, midnight - 1), ("0b" * 16, midnight)):
        come(three, three.hear(three.area, row, KAREN, "contact", {"name": "Amina"}, at=at, day=day))
    assert [one.id for one in three.store.find(Contact)] == [ROW]


def test_who_may_not_is_not_applied_and_not_deleted(three: Desk) -> None:
    three.admit(KAREN, "mentor")
    key = three.hear(three.area, ROW, KAREN, "contact", {"name": "Amina"})
    come(three, key)
    assert three.store.find(Contact) == []
    three.admit(KAREN, "worker")
    asyncio.run(three.open())
    assert three.one(Contact, ROW).name == "Amina"


def test_what_i_said_and_may_not_is_shown_to_me_with_the_reason(three: Desk) -> None:
    three.admit(ME, "mentor")
    come(three, three.hear(three.area, ROW, ME, "contact", {"name": "Amina"}))
    assert [(no.row, no.field, no.why) for no in three.store.refused()] == [(ROW, "name", "role")]


def test_an_unknown_author_waits_until_the_log_names_her(desk: Desk) -> None:
    come(desk, desk.hear(desk.area, ROW, KAREN, "contact", {"name": "Amina"}))
    assert desk.store.find(Contact) == []
    desk.admit(KAREN, "worker")
    asyncio.run(desk.store.refresh([], desk.circles()))
    assert desk.one(Contact, ROW).name == "Amina"


def test_a_noun_in_a_space_where_it_does_not_live_does_not_count(three: Desk) -> None:
    come(three, three.hear(three.plan, ROW, KAREN, "meetingnote", {"text": "for all to read"}))
    assert three.store.find(MeetingNote) == []


def test_the_same_row_id_in_another_space_is_another_row(three: Desk) -> None:
    second = three.found("area")
    three.admit(ME, "worker")
    three.admit(KAREN, "worker")
    three.hear(three.area, ROW, KAREN, "contact", {"name": "here"})
    three.hear(second, ROW, KAREN, "contact", {"name": "there"})
    asyncio.run(three.open())
    here, there = three.store.get(Contact, ROW, three.area), three.store.get(Contact, ROW, second)
    assert here
    assert there
    assert (here.name, there.name) == ("here", "there")


def test_two_texts_stand_side_by_side_until_somebody_settles_them(three: Desk) -> None:
    key = three.hear(three.area, ROW, KAREN, "contact", {"name": "A", "note": ("karen's", {})}, at=NOON)
    three.hear(three.area, ROW, OMAR, "contact", {"note": ("omar's", {})}, at=NOON + 1)
    come(three, key)
    shown = three.one(Contact, ROW)
    assert shown.note == "omar's"
    assert [(one.text, one.who) for one in three.store.rivals(shown)["note"]] == [
        ("omar's", "Omar"),
        ("karen's", "Karen"),
    ]

    with three.store.write() as tx:
        tx.change(shown, three.store.seen(shown), note="an edit of omar's")
    texts = {one.text for one in three.store.rivals(shown)["note"]}
    assert texts == {"an edit of omar's", "karen's"}

    edited = three.one(Contact, ROW)
    with three.store.write() as tx:
        tx.change(edited, three.store.seen(edited).settling(), note=edited.note)
    assert three.store.rivals(edited) == {}
    assert three.one(Contact, ROW).note == "an edit of omar's"


def test_what_came_while_she_typed_is_not_covered(three: Desk) -> None:
    key = three.hear(three.area, ROW, KAREN, "contact", {"name": "A", "note": ("first", {})}, at=NOON)
    come(three, key)
    shown = three.one(Contact, ROW)
    saw = three.store.seen(shown)
    three.hear(three.area, ROW, KAREN, "contact", {"name": "A", "note": ("second thoughts", {})}, at=NOON + 5)
    come(three, key)
    with three.store.write() as tx:
        tx.change(shown, saw, note="mine")
    texts = {one.text for one in three.store.rivals(shown)["note"]}
    assert texts == {"mine", "second thoughts"}


def test_removing_covers_what_was_seen_and_nothing_more(three: Desk) -> None:
    key = three.hear(three.area, ROW, KAREN, "contact", {"name": "A"}, at=NOON)
    come(three, key)
    shown = three.one(Contact, ROW)
    saw = three.store.seen(shown)
    with three.store.write() as tx:
        tx.remove(shown, saw)
    assert three.store.find(Contact) == []
    three.hear(three.area, ROW, KAREN, "contact", {"name": "A", "phone": "9"}, at=NOON + 9)
    come(three, key)
    assert three.store.came_back(three.one(Contact, ROW))


def test_a_key_that_came_later_opens_what_waited(three: Desk) -> None:
    key = three.hear(three.area, ROW, KAREN, "contact", {"name": "A"})
    held = three.keys.keys.pop((bytes.fromhex(three.area), 0))
    asyncio.run(three.open())
    assert three.store.find(Contact) == []
    three.keys.keys[bytes.fromhex(three.area), 0] = held
    asyncio.run(three.store.refresh([key], three.circles()))
    assert three.one(Contact, ROW).name == "A"


def test_a_write_during_a_reopening_is_not_missed(three: Desk) -> None:
    async def walk() -> None:
        for number in range(1500):
            three.hear(three.area, f"{number:032x}", KAREN, "contact", {"name": "A"})
        opening = three.keys.open_many

        async def slowly(rows: Any) -> Any:
            with three.store.write() as tx:
                tx.add(Contact(id=ROW, space=three.area, name="meanwhile"))
            return await opening(rows)

        three.keys.open_many = slowly  # type: ignore[method-assign]
        await three.open()

    asyncio.run(walk())
    assert three.one(Contact, ROW).name == "meanwhile"
    assert three.store.count(Contact) == 1501


def test_search_pages_in_sql_and_hears_of_changes(three: Desk) -> None:
    keys = [
        three.hear(three.area, f"{n:032x}", KAREN, "contact", {"name": f"Søren {n:03}", "phone": f"2030{n:04}"})
        for n in range(120)
    ]
    come(three, *keys)
    page = three.store.find(Contact, matching="soren", order_by=Contact.name, limit=50, offset=50)
    assert [c.name for c in page][:2] == ["Søren 050", "Søren 051"]
    assert three.store.count(Contact, matching="sør") == 120
    assert [c.name for c in three.store.find(Contact, matching="20 30 00 07")] == ["Søren 007"]
    with three.store.write() as tx:
        tx.change(page[0], name="Ægir")
        tx.add(Contact(id=ROW, space=three.area, name="Ægir den anden", met_on=date(2026, 3, 1)))
    assert three.store.count(Contact, matching="aegir") == 2
    assert three.store.count(Contact, matching="soren") == 119
    assert three.store.find(Contact, Contact.met_on == date(2026, 3, 1), matching="ægir")[0].id == ROW


NOUNS = st.sampled_from(sorted(tables()))
VALUES = st.text(max_size=3) | st.none() | st.integers(-5, 5) | st.just("2026-03-01") | st.booleans()


@given(st.data())
def test_the_short_way_reads_what_the_join_reads(data: st.DataObject) -> None:
    table = data.draw(NOUNS)
    names = [*field_names(tables()[table]), "gone", "unknown"]
    day = day_of(stamp_of(NOON))
    words = data.draw(
        st.dictionaries(
            st.sampled_from(names),
            st.builds(Word, VALUES, st.sampled_from([NOON, NOON + DAY_MS]).map(stamp_of), st.none() | st.just({})),
        )
    )
    space = b"s" * 16
    kind = data.draw(st.sampled_from([*sorted(homes_of(table)), "area", ""]))
    circle = Circle()
    if data.draw(st.booleans()):
        circle.rights[space, ME] = Right("", "", data.draw(st.sampled_from(ROLES)), data.draw(st.integers(0, 2)))
    reading, voice = Reading(circle), Voice(ME, Said(table, words), day)
    short = reading.lone(space, ROW, kind, Lone(ME, day, pack_said(voice.said)))
    if short is not None:
        joined = reading.join(space, kind, [voice])
        assert short == (reading.row(space.hex(), ROW, joined), newest([voice]))
        assert not joined.refused
        assert not joined.waits


def test_prose_elsewhere_is_prose_too(three: Desk) -> None:
    key = three.hear(three.plan, ROW, KAREN, "step", {"text": ("a", {})}, at=NOON)
    three.hear(three.plan, ROW, OMAR, "step", {"text": ("b", {})}, at=NOON + 1)
    come(three, key)
    assert len(three.store.rivals(three.one(Step, ROW))["text"]) == 2


def test_facts_do_not_have_rivals_even_if_a_stranger_says_so(three: Desk) -> None:
    key = three.hear(three.case, ROW, KAREN, "meeting", {"place": ("a", {}), "minutes": 5}, at=NOON)
    three.hear(three.case, ROW, OMAR, "meeting", {"place": ("b", {})}, at=NOON + 1)
    come(three, key)
    assert three.one(Meeting, ROW).place == "b"
    assert three.store.rivals(three.one(Meeting, ROW)) == {}


def test_a_circle_that_grew_is_judged_anew_and_others_are_left(three: Desk) -> None:
    for number in range(3):
        three.hear(three.area, f"{number:032x}", b"newcomer--------", "contact", {"name": "A"})
        three.hear(three.case, f"{number:032x}", b"newcomer--------", "meeting", {"place": "A"})
    asyncio.run(three.open())
    three.admit(b"newcomer--------", "worker")
    file = next(bytes.fromhex(place.circle) for place in three.circle.here if place.space == three.case)
    told: list[str] = []
    three.store.watch([Contact], lambda: told.append("told"))
    asyncio.run(three.store.refresh([], {file}))
    assert (three.store.count(Meeting), three.store.count(Contact)) == (3, 0)
    assert told == ["told"]


def test_a_large_circle_that_grew_is_read_anew_from_the_journal(three: Desk) -> None:
    for number in range(1100):
        three.hear(three.area, f"{number:032x}", b"newcomer--------", "contact", {"name": "A"})
    asyncio.run(three.open())
    assert three.store.count(Contact) == 0
    three.admit(b"newcomer--------", "worker")
    asyncio.run(three.store.refresh([], three.circles()))
    assert three.store.count(Contact) == 1100
