"""Language and look: at once, and remembered on this device. And which Brobygger this is."""

from __future__ import annotations

import flet as ft

from app.i18n import LANGUAGES
from app.views.kit import card, choice, fact, quiet, screen, section, tonal_button
from app.views.session import use_ports, use_session

SHORT_HASH = 16


@ft.component
def LanguageAndLook() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    page = ft.context.page
    version, digest = ports.platform.version()
    looks = [("", t("As the phone")), ("light", t("Light")), ("dark", t("Dark"))]
    facts = [fact(ft.Icons.INFO_OUTLINE, t("Version"), t.isolated(version))]
    if digest:
        facts.append(fact(ft.Icons.FINGERPRINT, t("Its fingerprint"), t.isolated(_grouped(digest))))
    about = [card(ft.Column(facts, spacing=16)), quiet(t("Compare it with the one your organisation names."))]
    parts = [
        choice(
            t("Language"),
            [(each.code, each.own_name) for each in LANGUAGES],
            t.code,
            lambda code: session.speak(page, code),
            key="language",
            may_be_none=False,
        ),
        choice(t("Look"), looks, session.theme, lambda value: session.wear(page, value), key="look", may_be_none=False),
        section("Brobygger", about),
    ]
    if session.offered:
        take = tonal_button(t("Take the new version"), ports.platform.take_update, key="update")
        parts.append(section(t("A newer Brobygger lies ready."), [take]))
    return screen(t("Language and look"), parts, t=t, path="/more/language", back=session.trail.tab)


def _grouped(digest: str) -> str:
    short = digest[:SHORT_HASH]
    return " ".join(short[at : at + 4] for at in range(0, len(short), 4))
