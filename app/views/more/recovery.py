"""Recovery sheets: what they are for, who made and used them; a steward makes new ones, which are shown once."""

from __future__ import annotations

from typing import Any

import flet as ft

from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.recovery import make_sheets
from app.journeys.sheets_told import SheetsTold, saw_sheets, sheets_told
from app.records import MemberCard
from app.views.forms import use_doing
from app.views.kit import choice, good_news, keep_button, problem, quiet, row, screen, section, sheet, tonal_button
from app.views.kit.theme import WARM
from app.views.more.circle_words import paper
from app.views.more.known import steward, use_people
from app.views.more.recovery_paper import recovery_paper
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def Recovery() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    told = use_live(lambda: [one for one in sheets_told(ports) if one.whole], MemberCard)
    may = steward(ports, use_people())
    plan, set_plan = ft.use_state("2/3")
    state: Any = ft.use_state(())
    made, set_made = state
    doing = use_doing()

    def seen() -> None:
        saw_sheets(ports)
        session.told.look_sheets(ports)

    ft.use_effect(seen, [len(told), sum(len(one.used) for one in told)])

    async def make() -> None:
        needed, count = map(int, plan.split("/"))

        async def step() -> None:
            set_made(tuple(await make_sheets(ports, needed=needed, sheets=count)))

        await doing.wait_for(step)

    def show() -> None:
        html = recovery_paper(
            t, made, organisation=ports.keyring.me.organisation_name, day=ports.today(), address=ports.hub_url
        )
        ports.platform.show_paper(html, print_words=t("Print"), close_words=t("Close"))

    parts: list[ft.Control] = [problem(doing.trouble)]
    foot: list[ft.Control] = []
    if made:
        parts += [
            good_news(t("The sheets are made. They are shown only here."), key="made"),
            tonal_button(t("Show and print"), show, key="show", icon=ft.Icons.PRINT_OUTLINED),
            quiet(t("Keep each sheet with another person, locked away.")),
        ]
        foot.append(keep_button(t("I have them on paper"), lambda: go(session.trail.tab), key="on-paper"))
        return screen(t("Recovery sheets"), parts, t=t, path="/more/recovery", back=session.trail.tab, foot=foot)
    says = [
        (ft.Icons.KEY_OUTLINED, t("For the day when nobody who leads here has a phone that opens.")),
        (
            ft.Icons.FOLDER_OPEN_OUTLINED,
            t("Together they open all that is shared here, notes too. Never what is one person’s own."),
        ),
        (ft.Icons.VISIBILITY_OUTLINED, t("Everybody here sees that they were made and used.")),
    ]
    parts.append(paper(says, key="what-for"))
    if told:
        # Words: heading over when recovery sheets were made and used
        parts.append(section(t("So far"), [sheet([line for one in reversed(told) for line in _lines(t, one)])]))
    else:
        parts.append(quiet(t("None were made yet."), size=16))
    if may:
        plans = [(one, t("%(needed)d of %(all)d", needed=int(one[0]), all=int(one[2]))) for one in ("2/3", "3/5")]
        parts.append(choice(t("How many sheets are needed"), plans, plan, set_plan, key="plan", may_be_none=False))
        if any(one.good for one in told):
            parts.append(quiet(t("With new sheets the old ones open nothing any more.")))
        words = t("One moment") if doing.busy else t("Make new sheets") if told else t("Make the sheets")
        foot.append(keep_button(words, make, key="make", busy=doing.busy))
    return screen(t("Recovery sheets"), parts, t=t, path="/more/recovery", back=session.trail.tab, foot=foot)


def _lines(t: Words, one: SheetsTold) -> list[ft.Control]:
    """The newest first."""
    used = [
        row(
            t("Used for %(name)s", name=use.name or t("Somebody")),
            under=first_up(t.by_date(use.day)) if use.day else "",
            leading=ft.Icon(ft.Icons.LOCK_OPEN_OUTLINED, color=WARM),
        )
        for use in reversed(one.used)
    ]
    under = [first_up(t.by_date(one.made_on)) if one.made_on else "", "" if one.good else t("open nothing any more")]
    made = row(
        t("Made by %(name)s", name=one.made_by or t("Somebody")),
        under=" · ".join(part for part in under if part),
        leading=ft.Icon(ft.Icons.DESCRIPTION_OUTLINED, color=ft.Colors.PRIMARY),
    )
    return [*used, made]
