"""Lines on Today: a colleague asks for advice, or has answered; else nobody would know before she looks there."""

from __future__ import annotations

import flet as ft

from app.i18n import Words
from app.journeys.sparring import waiting_questions
from app.ports import Ports
from app.records import Reply, Sparring
from app.views.kit import row
from app.views.more.sparring import PATH
from app.views.session import go

ADVICE = (Sparring, Reply)


def advice(t: Words, ports: Ports) -> list[ft.Control]:
    """What waits for an answer, and what got one."""
    waiting = waiting_questions(ports)
    lines: list[ft.Control] = []
    if asked := waiting.asked:
        # Words: on the first screen: colleagues ask everybody for advice, and nobody has answered
        words = t.many("%(num)d question from colleagues", "%(num)d questions from colleagues", len(asked))
        lines.append(_line(t, words, asked, ft.Icons.FORUM_OUTLINED, "asked-advice"))
    if answered := waiting.answered:
        # Words: on the first screen: this person asked colleagues for advice, and somebody answered
        words = t.many("Your question has an answer", "%(num)d questions of yours have answers", len(answered))
        lines.append(_line(t, words, answered, ft.Icons.MARK_CHAT_READ_OUTLINED, "answered-advice"))
    return lines


def _line(t: Words, words: str, ones: tuple[Sparring, ...], icon: ft.IconData, key: str) -> ft.Control:
    only = ones[0] if len(ones) == 1 else None
    return row(
        words,
        under=t.isolated(only.text.partition("\n")[0]) if only else "",
        leading=ft.Icon(icon, color=ft.Colors.PRIMARY),
        on_tap=lambda: go(f"{PATH}/{only.id}" if only else PATH),
        key=key,
        arrow=True,
    )
