"""The weeks of a placement, the latest first: her face and the company's, one tap each, also days afterwards."""

from __future__ import annotations

from datetime import date, timedelta

import flet as ft

from app.domain.placements import weeks_there
from app.i18n import Words
from app.journeys.placements import placement_now
from app.journeys.pulses import say_their_week, say_week, weeks_said
from app.records import CompanyPulse, Placement, Pulse, Rung
from app.views.cases.known import no_file, use_mentee
from app.views.forms import use_doing
from app.views.kit import body, card, empty_state, problem, quiet, screen, stack
from app.views.kit.faces import faces
from app.views.pages import use_pages
from app.views.session import use_live, use_ports, use_session
from app.views.work.work_words import FACE_ICONS, FACES, where_said


@ft.component
def Weeks() -> ft.View:
    ports, session = use_ports(), use_session()
    t, mentee = session.words, use_mentee()
    which = ft.use_route_params().get("placement", "")
    pages = use_pages(6, 6)
    now = use_live(lambda: placement_now(ports, which), Placement, Rung)
    hers, theirs = use_live(lambda: weeks_said(ports, now.placement) if now else ({}, {}), Pulse, CompanyPulse)
    doing = use_doing()
    if mentee is None or now is None:
        return no_file(t)
    weeks = weeks_there(now)[::-1]
    back = f"/cases/{mentee.id}/work/{which}"
    options = face_options(t)

    def week(monday: date) -> ft.Control:
        say = lambda face: doing.do(lambda: say_week(ports, now=now, monday=monday, face=face))
        say_theirs = lambda face: doing.do(lambda: say_their_week(ports, now=now, monday=monday, face=face))
        her, them = t.isolated(mentee.name) or t("For her"), where_said(t, now)
        lines: list[ft.Control] = [
            body(week_said(t, monday, ports.today()), strong=True),
            quiet(her),
            faces(options, hers.get(monday, ""), say, label=her, key=f"hers-{monday}"),
            quiet(them),
            faces(options, theirs.get(monday, ""), say_theirs, label=them, key=f"theirs-{monday}"),
        ]
        return card(stack(lines, spacing=8), key=f"week-{monday}")

    parts: list[ft.Control] = [problem(doing.trouble), quiet(t("Her own face she may also tap on her phone."), size=15)]
    parts += [week(monday) for monday in pages.of(weeks)]
    if not weeks:
        hint = t("The first week is asked about when both have said yes.")
        parts.append(empty_state(ft.Icons.CALENDAR_VIEW_WEEK, t("No week yet."), hint))
    parts += pages.way_on(weeks)
    parts.append(quiet(t("She does not read the company's faces.")))
    return screen(
        t("How the weeks were"),
        parts,
        t=t,
        path=f"{back}/weeks",
        under=f"{t.isolated(mentee.name)} · {where_said(t, now)}",
        back=back,
        spacing=12,
    )


def face_options(t: Words) -> list[tuple[str, str, ft.IconData | str]]:
    """(value, words, shape) of each face."""
    return [(face, t(words), FACE_ICONS[face]) for face, words in FACES.items()]


def week_said(t: Words, monday: date, today: date, *, whole: bool = False) -> str:
    """From its Monday to its Sunday; `whole`: with no word shortened."""
    sunday = monday + timedelta(days=6)
    # Words: a week, from its first day to its last, as in "2 Mar – 8 Mar"
    said = t.full_day if whole else t.short_date
    return t("%(first)s – %(last)s", first=said(monday, today), last=said(sunday, today))
