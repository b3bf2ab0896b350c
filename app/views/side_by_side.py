"""What several people wrote without knowing of each other: shown with names and times until somebody settles it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

import flet as ft

from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.settle import keep_row, remove_row, settle_text
from app.records import Matter, Record, Released, Reply, Shared, Sparring, tables
from app.storage.saw import Back, Byline, Rival
from app.storage.store import Store
from app.views.forms import use_doing
from app.views.kit import body, card, problem, quiet, section, stack, tonal_button
from app.views.session import use_live, use_ports, use_words

Text = Matter | Released | Reply | Shared | Sparring
"""The nouns that are one running text with a few facts around it."""


def unsettled(store: Store, record: Record) -> bool:
    """Is there anything to settle in that row?"""
    return store.came_back(record) or bool(store.standing(record))


def mark(t: Words, store: Store, record: Record) -> str:
    """A few words for a line of a list; "" for a row with nothing to settle."""
    if store.came_back(record):
        # Words: on a line of a list: somebody took it away, somebody else wrote on
        return t("Taken away, written on")
    # Words: on a line of a list: two people wrote a text at the same time
    return t("Two texts") if store.standing(record) else ""


def told(t: Words, store: Store, record: Text, *, size: int = 16, today: date | None = None) -> list[ft.Control]:
    """The running text of a row, or its rivals, and under it who wrote it when; from `today` with no word shortened."""
    words: ft.Control = Settling(record) if unsettled(store, record) else body(t.isolated(record.text), size=size)
    line = store.byline(record, "text")
    return [words, quiet(who_and_when(t, line, today))] if line else [words]


@ft.component
def Settling(record: Record, after: Callable[[], None] | None = None) -> ft.Control:
    """All that is to settle in one row: its texts side by side, and whether it stays. `after` it was taken away.

    Who may not say it sees it all the same, without the buttons.
    """
    ports, t = use_ports(), use_words()
    doing = use_doing()
    use_live(lambda: None, *tables().values())
    store = ports.store
    saw, may = store.seen(record), store.may_set(record.space, type(record).__name__.lower())

    def settle(field: str, text: str) -> None:
        doing.do(lambda: settle_text(ports, shown=record, saw=saw, field=field, text=text))

    def take_away() -> None:
        if doing.do(lambda: remove_row(ports, shown=record, saw=saw)) and after:
            after()

    parts: list[ft.Control] = [problem(doing.trouble)]
    if back := store.back(record):
        buttons = [
            tonal_button(
                t("Keep it"), lambda: doing.do(lambda: keep_row(ports, shown=record, saw=saw)), key="keep-row"
            ),
            tonal_button(t("Take away"), take_away, key="remove-row"),
        ]
        parts.append(_back(t, back, buttons if "gone" in may else []))
    parts += [
        _texts(t, rivals, partial(settle, field), may=field in may) for field, rivals in store.rivals(record).items()
    ]
    return stack(parts, spacing=16)


def _texts(t: Words, rivals: list[Rival], settle: Callable[[str], None], *, may: bool) -> ft.Control:
    """`settle(text)` is called with the one she kept, or with all of them together."""

    def one(at: int, rival: Rival) -> ft.Control:
        lines: list[ft.Control] = [
            quiet(who_and_when(t, Byline(rival.who, rival.at, rival.mine))),
            body(t.isolated(rival.text) if rival.text else t("An empty text")),
        ]
        if may:
            lines.append(tonal_button(t("Keep this one"), lambda: settle(rival.text), key=f"settle-{at}"))
        return card(ft.Column(lines, spacing=8))

    together = "\n".join(dict.fromkeys(rival.text for rival in rivals if rival.text))
    parts = [one(at, rival) for at, rival in enumerate(rivals)]
    if may:
        parts.append(tonal_button(t("Keep all of them together"), lambda: settle(together), key="settle-all"))
    return section(t("Two people wrote at the same time"), parts)


def _back(t: Words, back: Back, buttons: list[ft.Control]) -> ft.Control:
    lines: list[ft.Control] = [
        ft.Text(t("Somebody took this away. Somebody else wrote on."), key="back-again", weight=ft.FontWeight.W_600),
        # Words: before a name and a time: who removed something
        _told(t("Taken away by"), who_and_when(t, back.removed)),
        # Words: before a name and a time: who changed something that another person removed
        _told(t("Written on by"), who_and_when(t, back.wrote)),
    ]
    if buttons:
        lines.append(ft.Row(buttons, wrap=True, spacing=8))
    return card(ft.Column(lines, spacing=12), color=ft.Colors.TERTIARY_CONTAINER)


def _told(label: str, text: str) -> ft.Control:
    return ft.MergeSemantics(content=ft.Column([quiet(label, size=13), body(text)], spacing=0))


def who_and_when(t: Words, line: Byline, today: date | None = None) -> str:
    """A name, a day and a time, for a quiet line."""
    who = t("You") if line.mine else t.isolated(line.who) if line.who else t("Somebody")
    at: datetime = line.at.astimezone()
    day = t.whole_day(at.date(), today) if today else t.by_date(at.date())
    return f"{who} · {first_up(t('%(day)s %(time)s', day=day, time=t.time(at.time())))}"
