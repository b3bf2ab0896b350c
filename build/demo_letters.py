"""Amina's letters in the demo: one is explained, one waits; what she was asked, and what was written about her."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from sqlmodel import col

from app.domain.carrying import FREE
from app.journeys.carrying import carry
from app.journeys.consents import answer_asked
from app.journeys.letters import explain, letters, send_letter
from app.journeys.release import release
from app.platform.native import NativePlatform
from app.ports import Ports
from app.records import Asked, Meeting, MeetingState, Mode

PHOTO = Path(__file__).parent / "demo_page" / "letter.jpg"
THUMB = PHOTO.with_name("letter-thumb.jpg")
QUESTION = "Må vi ringe og skrive til dig?"


async def photograph(mentee: Ports) -> None:
    """Two letters from the school, on their way to the hub; and a yes to being called, which she heard."""
    plan = mentee.store.space("plan")
    for _ in range(2):
        row, photo = mentee.new_row(), mentee.new_row()
        content, thumb = PHOTO.read_bytes(), THUMB.read_bytes()
        await send_letter(mentee, row=row, photo=photo, space=plan, content=content, thumb=thumb)
    if isinstance(mentee.platform, NativePlatform):
        mentee.platform.on_network = FREE
    asked = {"what": Asked.CONTACT.value, "yes": True, "text": QUESTION, "version": 1, "language": "da"}
    answer_asked(mentee, row=mentee.new_row(), space=plan, mode=Mode.HEARD.value, **asked)  # type: ignore[arg-type]


async def carry_photos(mentee: Ports) -> None:
    """After her rows: the photos themselves."""
    await carry(mentee)


def read_letters(mentor: Ports, today: date) -> None:
    """Karen explains one of them, and lets Amina read of their last meeting."""
    one = letters(mentor)[0]
    said = {"sender": "school", "wants": "sign", "text": "Skriv dit navn, hvis du kommer til mødet på skolen."}
    explain(mentor, shown=one, saw=mentor.store.seen(one), due_on=today + timedelta(days=2), **said)
    held = mentor.store.find(
        Meeting, col(Meeting.state) == MeetingState.HELD.value, order_by=col(Meeting.held_on).desc(), limit=1
    )
    release(mentor, row=mentor.new_row(), meeting=held[0], text="Vi tog bussen. Du købte selv billetten.")
