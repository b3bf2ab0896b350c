"""Open a file for a mentee; said plainly who reads what in it."""

from __future__ import annotations

import flet as ft

from app.i18n.languages import language_called
from app.journeys.open_file import open_file
from app.records import Contact
from app.storage.saw import Saw
from app.views.forms import use_doing, use_once
from app.views.kit import Field, card, fact, keep_button, problem, screen, section, stack
from app.views.session import go, use_ports, use_session


@ft.component
def OpenFile() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    row = use_once(ports.new_row)
    asked = ft.use_route_params().get("id", "")
    contact = use_once(lambda: ports.store.get(Contact, asked) if asked else None)
    saw = use_once(lambda: ports.store.seen(contact) if contact else Saw())
    draft = use_once(lambda: _of(contact))
    doing = use_doing()

    async def keep() -> None:
        if await doing.wait_for(lambda: open_file(ports, row=row, contact=contact, saw=saw, **draft)):
            session.syncing.soon(ports)
            go(f"/mentees/{row}")

    reads = [
        fact(ft.Icons.EDIT_NOTE, t("Notes"), t("You, and the mentor you invite")),
        fact(ft.Icons.FACT_CHECK_OUTLINED, t("Facts: days, minutes, topics"), t("Those, and the coordinators")),
        fact(ft.Icons.MAIL_OUTLINED, t("Her plan and appointments"), t("Those, and she herself")),
    ]
    return screen(
        t("Open a file"),
        [
            problem(doing.trouble),
            stack(
                [
                    Field(
                        "name", draft["name"], lambda text: draft.__setitem__("name", text), label=t("Her first name")
                    ),
                    Field(
                        "language",
                        draft["language"],
                        lambda text: draft.__setitem__("language", text),
                        label=t("Language"),
                    ),
                ]
            ),
            section(t("Who reads what"), [card(ft.Column(reads, spacing=16))]),
        ],
        t=t,
        path=f"/people/{asked}/file" if asked else "/mentees/new",
        back=f"/people/{asked}" if asked else session.trail.tab,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False, busy=doing.busy)],
        foot=[keep_button(t("Open the file"), keep, busy=doing.busy)],
    )


def _of(shown: Contact | None) -> dict[str, str]:
    """Who is known from the list of people is not typed again: what she is called, and her language."""
    if shown is None:
        return {"name": "", "language": ""}
    name = shown.name.rpartition(",")[2].strip()  # a list from an office has the last name first
    spoken = language_called(shown.language)
    return {"name": name, "language": spoken.own_name if spoken else shown.language}
