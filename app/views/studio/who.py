"""A steward chooses whose voice the organisation trusts, and in which language."""

from __future__ import annotations

import flet as ft

from app.domain.roles import STAFF, STEWARDS
from app.i18n import LANGUAGES, N_, Words
from app.i18n.protected import READS_ALOUD
from app.journeys.studio import trust
from app.ports import Ports, Refusal
from app.views.forms import use_doing, use_draft
from app.views.interpreter import interpreter
from app.views.kit import choice, keep_button, problem, quiet, quiet_button, screen
from app.views.more.known import use_people
from app.views.session import go, use_ports, use_session
from app.views.studio.studio import PATH


@ft.component
def WhoMayRecord() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    staff = {one.person.hex(): one for one in use_people() if one.card.role in STAFF and one.card.name and not one.left}
    draft, change = use_draft(lambda: {"person": "", "language": ""})
    doing = use_doing()

    def keep() -> None:
        def step() -> None:
            one = staff.get(draft["person"])
            if one is None or not draft["language"]:
                raise Refusal(N_("Choose a person and a language."))
            trust(ports, person=one.person, name=one.card.name, language=draft["language"])

        if doing.do(step):
            go(PATH)

    people = [(person, t.isolated(one.card.name)) for person, one in staff.items()]
    languages = [(each.code, t.isolated(each.own_name)) for each in LANGUAGES]

    def choose(name: str, value: str) -> None:
        draft[name] = value
        change()

    parts: list[ft.Control] = [
        problem(doing.trouble),
        choice(t("Who"), people, draft["person"], lambda value: choose("person", value), key="person"),
        choice(t("Language"), languages, draft["language"], lambda value: choose("language", value), key="language"),
        *interpreter(t, READS_ALOUD),
        quiet(t("Her voice is heard on every phone in that language. Ask her first.")),
    ]
    return screen(
        t("Who may record"),
        parts,
        t=t,
        path=f"{PATH}/who",
        back=PATH,
        foot=[keep_button(t("Keep"), keep)],
    )


def without_the_right(t: Words, ports: Ports) -> ft.Control:
    """For who may not record that language: the way to giving the right, or whom to ask for it."""
    if ports.me.role in STEWARDS:
        return quiet_button(t("Who may record"), lambda: go(f"{PATH}/who"), key="studio-who", icon=ft.Icons.MIC_NONE)
    return quiet(t("Ask a coordinator for the right to record this language."))
