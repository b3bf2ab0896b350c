"""A badge to show others: "I am learning Danish", large and in Danish, with a picture she likes."""

from __future__ import annotations

import flet as ft

from app.i18n import N_, danish
from app.views.aloud import Speaker, in_both
from app.views.kit import BUTTON, PICTURES, answer_button, card, fitted, picture, quiet, stack
from app.views.letter.dial import marked, told
from app.views.letter.page import her_screen
from app.views.letter.whose import her_cover
from app.views.session import use_ports, use_session

# Words: on a badge that the mentee shows to others; in Danish, large
LEARNING = N_("I am learning Danish")
# Words: on a badge that the mentee shows to others, under "I am learning Danish"
SLOWLY = N_("Please speak slowly, and use few words.")


@ft.component
def Badge() -> ft.View:
    ports, session = use_ports(), use_session()
    t, spoken = session.words, danish()
    her = her_cover(session)
    mine = her.picture if her else ports.platform.recall("badge") or ports.me.picture
    shown, set_shown = ft.use_state(mine or next(iter(PICTURES)))

    def another() -> None:
        names = list(PICTURES)
        name = names[(names.index(shown) + 1) % len(names)] if shown in names else names[0]
        if not her:
            ports.platform.remember("badge", name)
        set_shown(name)

    said = f"{spoken(LEARNING)}. {spoken(SLOWLY)}"
    face: list[ft.Control] = [
        picture(shown, size=176),
        _centered(t.isolated(spoken(LEARNING)), size=36, strong=True),
        _centered(t.isolated(spoken(SLOWLY)), size=24),
    ]
    middle = ft.Column(face, spacing=16, horizontal_alignment=ft.CrossAxisAlignment.CENTER)
    parts: list[ft.Control] = [card(middle, padding=24, radius=20, key="badge")]
    if t.code != spoken.code:
        parts.append(quiet(f"{t(LEARNING)}. {t(SLOWLY)}", size=18))
    listen = ft.Row([Speaker([(spoken.code, said)], t.isolated(spoken(LEARNING)), "listen-badge")])
    parts.append(listen)
    # Words: a button of the mentee: her badge shows another picture
    other = marked(N_("Another picture"))
    speaker = Speaker(in_both(t, other), other(t), "listen-another", or_nothing=True)
    words = told(session, other, beside=BUTTON)
    parts.append(answer_button("star", words, another, chosen=False, key="another", speaker=speaker))
    back = "/" if her else "/more"
    return her_screen(N_("My badge"), [stack(parts, spacing=16)], path="/badge", back=back, spacing=16)


def _centered(text: str, *, size: int, strong: bool = False) -> ft.Text:
    weight = ft.FontWeight.W_700 if strong else None
    return ft.Text(text, size=fitted(text, size), weight=weight, text_align=ft.TextAlign.CENTER)
