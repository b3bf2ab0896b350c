"""A card to pass on: come along with a friend. It asks nobody's name and nothing is kept of whom it reaches."""

from __future__ import annotations

from html import escape

import flet as ft

from app.i18n import Language, language_named
from app.i18n.everywhere import who_we_are
from app.i18n.languages import HOUSE
from app.journeys.house_rules import CALL_US, FIND_US, decide, decided, may_decide
from app.records import HouseRule
from app.views import qr
from app.views.forms import use_doing, use_draft
from app.views.kit import (
    Field,
    body,
    card,
    choice,
    good_news,
    heading,
    keep_button,
    problem,
    quiet,
    screen,
    section,
    stack,
    tonal_button,
)
from app.views.session import use_live, use_ports, use_session


@ft.component
def PassOn() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    chosen, set_chosen = ft.use_state(t.code if t.language in who_we_are() else "da")
    phone, where = use_live(lambda: (decided(ports, CALL_US), decided(ports, FIND_US)), HouseRule)
    draft, _change = use_draft(lambda: {"phone": phone, "where": where})
    kept, set_kept = ft.use_state("")
    doing = use_doing()
    who, language = ports.keyring.me.organisation_name, language_named(chosen)

    def keep() -> None:
        def both() -> None:
            decide(ports, CALL_US, draft["phone"])
            decide(ports, FIND_US, draft["where"])

        if doing.do(both):
            session.half_typed.kept()
            set_kept(t("It is on the card now."))

    def print_it() -> None:
        html = paper(language, who, phone, where)
        ports.platform.show_paper(html, print_words=t("Print"), close_words=t("Close"))

    face: list[ft.Control] = [heading(t.isolated(who), level=2, size=20)]
    said = [t.isolated(line) for line in on_card(language)]
    face += [ft.Text(line, size=16, rtl=language.rtl, text_align=ft.TextAlign.START) for line in said]
    face += [body(t.isolated(line), strong=True) for line in (where, phone) if line]
    if called := code(phone, where, who):
        drawn = ft.Image(src=qr.png(called), width=180, height=180, border_radius=12)
        picture = ft.Semantics(image=True, label=t("The card as a QR code"), content=drawn)
        face.append(ft.Container(content=picture, alignment=ft.Alignment.CENTER))
    parts: list[ft.Control] = [
        problem(doing.trouble),
        card(stack(face)),
        choice(
            t("In which language"),
            [(one.code, one.own_name) for one in who_we_are()],
            chosen,
            set_chosen,
            key="card",
            may_be_none=False,
        ),
        tonal_button(t("Print the card"), print_it, key="print", icon=ft.Icons.PRINT_OUTLINED),
        quiet(t("For her friends. Nobody’s name is asked or kept.")),
    ]
    if may_decide(ports):
        boxes: list[ft.Control] = [
            Field("phone", phone, lambda text: draft.update(phone=text), label=t("Our phone number"), ltr=True),
            # Words: where and when one finds the organisation: "the community house, Thursdays at two"
            Field("where", where, lambda text: draft.update(where=text), label=t("Where and when to find us")),
            keep_button(t("Keep"), keep, key="keep"),
            good_news(kept, key="kept"),
        ]
        parts.append(section(t("What stands on it"), boxes))
    return screen(t("A card to pass on"), parts, t=t, path="/outreach/card", back="/outreach")


def code(phone: str, where: str, who: str) -> str:
    """What a camera reads: a call, or in words where we are; nothing that tells who passed it on."""
    if phone:
        return "tel:" + "".join(sign for sign in phone if sign.isdigit() or sign == "+")
    return f"{who}\n{where}" if where else ""


def on_card(language: Language) -> tuple[str, ...]:
    """What we do, and that she decides: a card has no name, and nobody asks it where it comes from."""
    return who_we_are()[language][2:]


def paper(language: Language, who: str, phone: str, where: str) -> str:
    """One page, large, as all our paper looks; Danish below her language, so that a neighbour can help to read."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in on_card(language))
    found = "".join(f"<p><b><bdi>{escape(line)}</bdi></b></p>" for line in (where, phone) if line)
    said = escape(" ".join(on_card(HOUSE)))
    danish = "" if language is HOUSE else f'<p class="faint" lang="da" dir="ltr">{said}</p>'
    called = code(phone, where, who)
    large = f'<font size="5">{lines}{qr.svg(called) if called else ""}{found}</font>'
    way = "rtl" if language.rtl else "ltr"
    return f'<article lang="{language.code}" dir="{way}"><h1><bdi>{escape(who)}</bdi></h1>{large}{danish}</article>'
