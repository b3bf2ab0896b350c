"""Reminding her: in her language, without saying with whom or what for, and only when it is safe."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any
from urllib.parse import unquote

from app.i18n import Words
from app.journeys.safe_contact import keep_reach
from app.main import begin
from app.records import Meeting, Mentee
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone


def opening(phone: Phone, walk: Callable[[Screen], Coroutine[Any, Any, None]], opened: list[str]) -> None:
    """As `show`, with a phone that opens addresses."""

    async def going() -> None:
        phone.ports.platform.remember("language", "en")
        answers = {("UrlLauncher", "launch_url"): lambda url, **_: opened.append(url)}
        async with Screen(lambda page: begin(page, phone.ports), answers=answers) as screen:
            await walk(screen)

    asyncio.run(going())


def planned(org: Organisation) -> Meeting:
    (meeting,) = [each for each in org.mentor.store.find(Meeting) if each.state == "planned"]
    return meeting


def reaches(org: Organisation, **said: str) -> Mentee:
    shown = org.cover(org.mentor)
    return keep_reach(org.mentor.ports, shown=shown, **{"phone": "+45 20 30 40 50", "reach": "any", **said})


def test_the_message_is_hers_to_read_and_says_only_when(org: Organisation) -> None:
    reaches(org)
    opened: list[str] = []

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{planned(org).id}")
        await screen.tap("remind")
        await screen.tap("send")

    opening(org.mentor, walk, opened)
    (address,) = opened
    number, _, words = unquote(address).partition("?&body=")
    assert number == "sms:+4520304050"
    assert "نلتقي" in words
    assert "10:00" in words
    for never in ("Broen", "Maja", "Amina", "mentor", "Caféen", "Brobygger"):
        assert never not in words


def test_the_message_says_the_day_in_whole_words(org: Organisation) -> None:
    with org.mentor.store.write() as tx:
        tx.change(reaches(org), language="dansk")
    opened: list[str] = []

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{planned(org).id}/remind")
        await screen.tap("send")

    opening(org.mentor, walk, opened)
    day = org.mentor.ports.today() + timedelta(days=1)
    assert Words("da").full_day(day) in unquote(opened[0])


def test_outside_her_safe_times_nothing_can_be_sent_and_the_next_one_is_offered(org: Organisation) -> None:
    reaches(org, reach="times", days="3", opens="09:00", closes="12:00")  # it is Monday

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{planned(org).id}/remind")
        assert screen.sees("A message is not safe for her now.")
        assert screen.sees("Wednesday 09:00")
        assert not screen.has("send")
        await screen.tap("later")

    show(org.mentor, walk)
    (kept,) = org.mentor.folder.rglob("*.ics")
    assert b"DTSTART:20260304T090000" in kept.read_bytes()
    assert b"Amina" not in kept.read_bytes()

    org.world.later(days=2, hours=1)

    async def on_wednesday(screen: Screen) -> None:
        await screen.go(f"/meetings/{planned(org).id}/remind")
        assert screen.has("send")

    show(org.mentor, on_wednesday)


def test_a_screen_that_was_opened_while_it_was_safe_sends_nothing_later(org: Organisation) -> None:
    reaches(org, reach="times", days="13", opens="08:00", closes="10:00")  # it is Monday, nine o'clock
    opened: list[str] = []

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{planned(org).id}/remind")
        org.world.later(minutes=59)
        await screen.tap("send")
        assert len(opened) == 1
        org.world.later(minutes=1)
        await screen.tap("send")
        assert screen.sees("A message is not safe for her now.")
        assert screen.sees("Wednesday 08:00")
        assert not screen.has("send")

    opening(org.mentor, walk, opened)
    assert len(opened) == 1


def test_who_wants_no_messages_is_told_face_to_face(org: Organisation) -> None:
    reaches(org, reach="never")

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{planned(org).id}/remind")
        assert screen.sees("Tell her when you meet.")
        assert not screen.has("send")
        assert not screen.has("later")

    show(org.mentor, walk)


def test_her_number_and_times_are_written_on_her_file_and_never_reach_her_own_phone(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go(f"/mentees/{org.cover(org.mentor).id}")
        await screen.tap("reach")
        await screen.write("phone", "20304050")
        for key in ("reach-times", "day-5", "day-1", "keep"):
            await screen.tap(key)
        await screen.go(f"/mentees/{org.cover(org.mentor).id}/reach")
        assert screen.has("day-1")

    show(org.mentor, walk)
    org.world.sync_all()
    kept = org.cover(org.worker)
    assert (kept.phone, kept.reach, kept.safe_days) == ("20304050", "times", "15")
    assert (kept.safe_from, kept.safe_to) == ("09:00", "14:00")
    assert org.mentee.store.find(Mentee) == []
    assert b"20304050" not in org.mentee.wire.bytes_received()


def test_a_meeting_goes_to_ones_own_calendar_without_a_name(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{planned(org).id}")
        await screen.tap("calendar")

    show(org.mentor, walk)
    (kept,) = org.mentor.folder.rglob("*.ics")
    assert b"DTSTART:20260303T100000" in kept.read_bytes()
    for never in (b"Amina", b"Maja", b"Broen", "Caféen".encode()):
        assert never not in kept.read_bytes()


def test_only_what_stands_in_danish_stands_under_the_line_that_says_so(org: Organisation) -> None:
    async def nothing(screen: Screen) -> None:
        await screen.go(f"/meetings/{planned(org).id}/remind")
        assert screen.has("send")
        assert not screen.has("interpreter")

    reaches(org)
    show(org.mentor, nothing, language="ar")

    async def one_sentence(screen: Screen) -> None:
        await screen.go(f"/meetings/{planned(org).id}/remind")
        assert screen.has("unsafe")
        assert screen.has("interpreter")

    for reach in ("never", "times"):
        reaches(org, reach=reach, days="3", opens="09:00", closes="12:00")  # it is Monday
        show(org.mentor, one_sentence, language="ar")
