"""What the app is called on this phone, chosen before it is put on the home screen: a name that tells nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import flet as ft

from app.domain.app_names import APP_NAMES, OURS, app_icon
from app.i18n import N_
from app.i18n.protected import HIDING
from app.views.aloud import Speaker, as_it_is
from app.views.interpreter import her_interpreter
from app.views.kit import BUTTON, answer_button, fitted, keep_button, stack
from app.views.letter.heard import Line
from app.views.session import use_ports, use_session
from app.views.start.asked import Asked


@ft.component
def Names(on_chosen: Callable[[], object] | None = None) -> ft.Control:
    """`on_chosen` where something follows; otherwise a tap is all."""
    ports, session = use_ports(), use_session()
    t = session.words
    chosen, set_chosen = ft.use_state(ports.platform.recall("called"))

    def choose(key: str) -> None:
        session.be_called(ft.context.page, key)
        set_chosen(key)

    names = {key: t.isolated(name) for key, name in APP_NAMES.items()}
    if chosen != OURS:
        # Words: in a list of names for the app: the name it has by itself, which nobody shall read here
        names[OURS] = t.isolated(t("The name it came with"))
    size = min(fitted(name, 20, beside=BUTTON) for name in names.values())  # one for all: none stands out

    def one(key: str, name: str) -> ft.Control:
        speaker = Speaker(as_it_is(t, name), name, f"listen-{key}", or_nothing=True)
        icon = ft.Image(src=app_icon(key), width=56, height=56, exclude_from_semantics=True)
        return answer_button(
            "",
            name,
            partial(choose, key),
            chosen=key == chosen,
            key=f"called-{key}",
            face=icon,
            size=size,
            speaker=speaker,
        )

    parts: list[ft.Control] = [
        *her_interpreter(t, HIDING),
        Asked(
            N_("What shall it be called on your phone?"),
            N_("Others who see your phone see only this name and picture."),
        ),
        stack([one(key, name) for key, name in names.items()]),
        Line(N_("Choose before you put it on your home screen. There it keeps its name.")),
    ]
    if on_chosen:
        parts.append(keep_button(t("Go on"), on_chosen, key="go-on"))
    return stack(parts, spacing=16)
