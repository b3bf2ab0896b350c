"""What came from the phones of mentees and waits for somebody: lines for Today, the screens behind them read late."""

from __future__ import annotations

import flet as ft
from sqlmodel import col

from app.i18n import Words
from app.journeys.letters import letters_for_us
from app.ports import Ports
from app.records import Attachment, Letter, Mentee, NotRight, Passed, Released, Step, StepAnswer
from app.views.mentees.answers import said_lines

FROM_HER = (StepAnswer, Step, NotRight, Released, Passed, Letter, Attachment, Mentee)
NOT_HEARD = col(NotRight.heard_on).is_(None) | (col(NotRight.heard_on) < col(NotRight.said_on))


def lines_from_her(t: Words, ports: Ports) -> list[ft.Control]:
    """What she says of her steps, then what she says is not right, then her letters."""
    lines = said_lines(t, ports)
    if ports.store.count(NotRight, col(NotRight.said_on).is_not(None), NOT_HEARD):
        from app.views.mentees.her_words import not_right_lines

        lines += not_right_lines(t, ports)
    if found := letters_for_us(ports):
        from app.views.mentees.letters import letter_lines

        lines += letter_lines(t, found, ports)
    return lines
