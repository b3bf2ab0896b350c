"""This phone is no longer part of the organisation: what became of what was on it, and the way in again."""

from __future__ import annotations

import flet as ft

from app.domain.roles import MENTEE
from app.records import tables
from app.views.kit import card, heading, keep_button, plain, quiet, quiet_button, stack, warm_button
from app.views.kit.theme import LETTER_CORNER
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def Out() -> ft.View:
    return plain([OutWords()])


@ft.component
def OutWords() -> ft.Control:
    ports, session = use_ports(), use_session()
    t, me = session.words, ports.keyring.me
    here = use_live(lambda: ports.store.waiting().things, *tables().values())
    letter = ports.me.role == MENTEE
    erased = me.root not in ports.keyring.circles
    if here:
        sent = t.many(
            "%(num)d thing is not handed in yet. It goes when you have a connection.",
            "%(num)d things are not handed in yet. They go when you have a connection.",
            here,
        )
    else:
        sent = t("All that you had not sent is handed in.")
    gone = t("What belonged to others is erased here.") if erased else t("What belongs to others is erased after that.")
    lines = [
        (ft.Icons.OUTBOX_OUTLINED, sent),
        (ft.Icons.PHONELINK_ERASE, gone),
        (ft.Icons.PERSON_OUTLINED, t("What is yours alone stays here.")),
    ]
    size = 20 if letter else 16

    def line(icon: ft.IconData, words: str) -> ft.Control:
        said = ft.Text(words, size=size, expand=True)
        return ft.Row([ft.Icon(icon, color=ft.Colors.PRIMARY, size=size + 8), said], spacing=16)

    paper = card(stack([line(*each) for each in lines], spacing=16), padding=20, radius=LETTER_CORNER, key="out")
    again = (warm_button if letter else keep_button)(t("Join again"), session.to_doors, key="join-again")
    ask = t("Is this a mistake? Ask your mentor.") if letter else t("Is this a mistake? Ask your coordinator.")
    more = [
        (t("What is on the server"), lambda: go("/more/sync"), "to-sync"),
        (t("Language and look"), lambda: go("/more/language"), "to-language"),
        (t("Lock now"), session.lock, "lock-now"),
    ]
    where = me.organisation_name
    return stack(
        [
            ft.Container(height=24),
            heading(t("This phone is no longer part of %(organisation)s.", organisation=where)),
            paper,
            quiet(ask, size=size),
            again,
            ft.Column(
                [quiet_button(words, tap, key=key) for words, tap, key in more],
                spacing=0,
                horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            ),
        ],
        spacing=24,
    )
