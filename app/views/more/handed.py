"""What others wrote and could not be counted, handed in: a steward takes it over in her own name, or leaves it."""

from __future__ import annotations

from datetime import UTC, datetime

import flet as ft

from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.handed import leave, looked_at, may_take_over, said_in, take_over, waiting
from app.ports import Ports
from app.records import Done, Handed
from app.views.forms import use_doing
from app.views.kit import (
    body,
    card,
    empty_state,
    problem,
    quiet,
    quiet_button,
    row,
    screen,
    section,
    sheet,
    tonal_button,
)
from app.views.more.noun_words import NOUNS, OTHER
from app.views.more.said_words import name_in, said_lines
from app.views.session import use_live, use_ports, use_session


@ft.component
def HandedIn() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    waits = use_live(lambda: waiting(ports), Handed)
    done = use_live(lambda: looked_at(ports), Handed)
    doing = use_doing()
    others = ports.store.refused_of_others()

    def paper(handed: Handed) -> ft.Control:
        lines: list[ft.Control] = [
            ft.Column([body(_title(t, ports, handed), strong=True), quiet(_from(t, ports, handed))], spacing=0)
        ]
        for label, text in said_lines(t, said_in(handed), today):
            lines.append(ft.Column([*([quiet(label, size=13)] if label else []), body(text)], spacing=0))
        buttons: list[ft.Control] = []
        if may_take_over(ports, handed):
            lines.append(quiet(t("Taken over, it stands there in your name.")))
            buttons.append(
                tonal_button(
                    t("Take over"),
                    lambda: doing.do(lambda: take_over(ports, handed)),
                    key=f"take-{handed.id}",
                    icon=ft.Icons.CHECK,
                )
            )
        else:
            lines.append(quiet(t("You cannot write this there yourself.")))
        # Words: a button: what somebody handed in is not used
        buttons.append(
            quiet_button(t("Leave it"), lambda: doing.do(lambda: leave(ports, handed)), key=f"leave-{handed.id}")
        )
        return card(ft.Column([*lines, ft.Row(buttons, wrap=True, spacing=4)], spacing=12), key=f"handed-{handed.id}")

    parts: list[ft.Control] = [problem(doing.trouble)]
    if waits:
        parts += [paper(handed) for handed in waits]
    else:
        hint = t("Here comes what others could not write themselves.")
        parts.append(empty_state(ft.Icons.INBOX_OUTLINED, t("Nothing was handed in."), hint))
    if others:
        parts.append(
            quiet(
                t.many(
                    "%(num)d thing that others wrote does not count. It is kept.",
                    "%(num)d things that others wrote do not count. They are kept.",
                    others,
                ),
                size=15,
            )
        )
    if done:
        # Words: heading over what was handed in and somebody looked at
        parts.append(section(t("Looked at"), [sheet([_done(t, ports, handed) for handed in done])]))
    return screen(t("Handed in"), parts, t=t, path="/more/handed", back=session.trail.tab)


def _title(t: Words, ports: Ports, handed: Handed) -> str:
    name = name_in(t, said_in(handed), ports.today())
    return " · ".join(part for part in (t(NOUNS.get(handed.noun, OTHER)[1]), t.isolated(name)) if part)


def _from(t: Words, ports: Ports, handed: Handed) -> str:
    line = ports.store.byline(handed, "said")
    who = t("You") if line and line.mine else t.isolated(line.who) if line and line.who else t("Somebody")
    if not handed.written_ms:
        return who
    at = datetime.fromtimestamp(handed.written_ms / 1000, UTC).astimezone()
    return f"{who} · {first_up(t('%(day)s %(time)s', day=t.day(at.date(), ports.today()), time=t.time(at.time())))}"


def _done(t: Words, ports: Ports, handed: Handed) -> ft.Control:
    line = ports.store.byline(handed, "done")
    by = (t("You") if line.mine else t.isolated(line.who)) if line else ""
    taken = handed.done == Done.TAKEN
    sign = ft.Icon(ft.Icons.CHECK_CIRCLE_OUTLINE if taken else ft.Icons.REMOVE_CIRCLE_OUTLINE, color=ft.Colors.PRIMARY)
    became = t("Taken over") if taken else t("Looked at, not used")
    return row(
        _title(t, ports, handed),
        under=" · ".join(part for part in (became, by) if part),
        leading=sign,
        key=f"done-{handed.id}",
    )
