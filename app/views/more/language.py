"""Language and look: at once, and remembered on this device. And which version this is."""

from __future__ import annotations

import flet as ft

from app.domain.roles import MENTEE, STAFF
from app.i18n import N_
from app.views.forms import use_doing
from app.views.kit import card, choice, fact, problem, quiet, row, screen, section, sheet, tonal_button
from app.views.languages import Languages
from app.views.letter.page import at_top
from app.views.more.spoken import Spoken
from app.views.session import go, use_ports, use_session
from app.views.text_sizes import TextSizes

SHORT_HASH = 16
LOOKS = (("", N_("As the phone")), ("light", N_("Light")), ("dark", N_("Dark")))


@ft.component
def LanguageAndLook() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    page = ft.context.page
    version, digest = ports.platform.version()
    looks = [(look, t(name)) for look, name in LOOKS]
    doing = use_doing()

    async def speak(code: str) -> None:
        await doing.wait_for(lambda: session.speak(page, code))

    facts = [fact(ft.Icons.INFO_OUTLINE, t("Version"), t.isolated(version))]
    if digest:
        facts.append(fact(ft.Icons.FINGERPRINT, t("Its fingerprint"), t.isolated(_grouped(digest))))
    about = [card(ft.Column(facts, spacing=16)), quiet(t("Compare it with the one your organisation names."))]
    parts = [
        problem(doing.trouble),
        section(t("Language"), [Languages(speak, t.code)]),
        *([Spoken()] if session.told.role == MENTEE else []),
        choice(t("Look"), looks, session.theme, lambda value: session.wear(page, value), key="look", may_be_none=False),
        section(t("How large shall the letters be?"), [TextSizes()]),
        section(session.called, about),
    ]
    if session.told.role in STAFF:
        # Words: a line in the settings, to how many texts of the app are said in each language
        much = row(t("How much is said in each language"), on_tap=lambda: go("/more/languages"), key="much", arrow=True)
        parts.insert(2, sheet([much]))
    if session.offered:
        take = tonal_button(t("Take the new version"), ports.platform.take_update, key="update")
        parts.append(section(t("A newer %(app)s lies ready.", app=session.called), [take]))
    title = N_("Language and look")
    heard = at_top(t, title, "Language", "Look", *(name for _look, name in LOOKS), "How large shall the letters be?")
    return screen(t(title), parts, t=t, path="/more/language", back=session.trail.tab, actions=heard)


def _grouped(digest: str) -> str:
    short = digest[:SHORT_HASH]
    return " ".join(short[at : at + 4] for at in range(0, len(short), 4))
