"""If she forgets her PIN: who keeps the key to what is hers alone; chosen, and let go, by her."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from app.journeys.people import Person
from app.journeys.trusted import choose_helper, end_helper, helpers, may_help
from app.records import MemberCard
from app.views.forms import use_doing
from app.views.kit import card, keep_button, picture, problem, quiet, row, screen, section, sheet, tonal_button
from app.views.more.circle_words import paper
from app.views.more.known import called
from app.views.more.role_words import role_of
from app.views.session import go, use_live, use_ports, use_session

PATH, BACK = "/more/helper", "/more/phones"


@ft.component
def MyHelper() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    doing = use_doing()
    chosen, set_chosen = ft.use_state("")
    now = use_live(lambda: helpers(ports), MemberCard)
    others = use_live(lambda: may_help(ports), MemberCard)
    meant = next((one for one in others if one.person.hex() == chosen), None)

    def line(one: Person) -> ft.Control:
        key = one.person.hex()
        return row(
            called(t, one),
            under=role_of(t, one.card.role),
            leading=picture(one.card.picture, size=40),
            on_tap=lambda: set_chosen(key),
            key=f"helper-{key}",
            arrow=True,
        )

    def keeping(one: Person) -> ft.Control:
        let_go = tonal_button(
            t("Let go"), lambda: step(lambda: end_helper(ports, one.person)), key="let-go", busy=doing.busy
        )
        said = t("%(name)s keeps the key to what is yours alone.", name=called(t, one))
        return card(ft.Column([quiet(said, size=16), let_go], spacing=12), key=f"keeps-{one.person.hex()}")

    async def step(what: Callable[[], Awaitable[None]]) -> None:
        if await doing.wait_for(what):
            set_chosen("")

    if meant is not None:
        name = called(t, meant)
        says = [
            (ft.Icons.KEY_OUTLINED, t("Her phone keeps your key. It shows her nothing of yours.")),
            (ft.Icons.PHONELINK_SETUP, t("After a new phone you meet, and she gives you the key back.")),
            (ft.Icons.VISIBILITY_OUTLINED, t("Choose somebody you trust: who takes her phone apart could read it.")),
        ]
        return screen(
            name,
            [problem(doing.trouble), paper(says, key="says")],
            t=t,
            path=PATH,
            back=lambda: set_chosen(""),
            foot=[
                keep_button(
                    t("One moment") if doing.busy else t("She keeps my key"),
                    lambda: step(lambda: choose_helper(ports, meant.person)),
                    key="choose",
                    busy=doing.busy,
                )
            ],
        )
    why = t("What is yours alone opens with your PIN and nothing else. Somebody you trust can keep a key to it.")
    parts: list[ft.Control] = [problem(doing.trouble), quiet(why, size=16), *(keeping(one) for one in now)]
    if others:
        parts.append(section(t("Who should keep it?"), [sheet([line(one) for one in others])]))
    return screen(t("If I forget my PIN"), parts, t=t, path=PATH, back=lambda: go(BACK))
