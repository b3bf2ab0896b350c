"""How much stands on the mentee's screens: a little at a time, or everything; both shown as pictures."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from app.i18n import N_
from app.views.aloud import Speaker, in_both
from app.views.kit import answer_button, stack
from app.views.letter.dial import marked
from app.views.session import use_session

LITTLE, ALL = True, False
CHOICES = {
    # Words: how much stands on her screens: few and large things
    LITTLE: ("little", N_("A little at a time"), (1, 3)),
    # Words: how much stands on her screens: all that there is
    ALL: ("all", N_("Everything"), (2, 5)),
}
"""{simple: (key, name, (columns, lines) of the picture)}"""

WIDE, HIGH, GAP = 56, 84, 4


@ft.component
def HowMuch(on_chosen: Callable[[], object] | None = None) -> ft.Control:
    """`on_chosen` where something follows; a tap is all."""
    session = use_session()
    t = session.words

    def one(simple: bool, key: str, name: str, grid: tuple[int, int]) -> ft.Control:  # noqa: FBT001 - a choice of two
        async def choose() -> None:
            session.show_less(simple)
            if on_chosen:
                on_chosen()

        chosen = simple == session.simple
        speaker = Speaker(in_both(t, marked(name)), t(name), or_nothing=True)
        face = _screen(*grid)
        return answer_button("", t(name), choose, chosen=chosen, key=f"much-{key}", face=face, speaker=speaker)

    return stack([one(simple, *each) for simple, each in CHOICES.items()])


def _screen(columns: int, lines: int) -> ft.Control:
    """A small screen with so many things on it."""

    def thing() -> ft.Control:
        return ft.Container(expand=True, bgcolor=ft.Colors.PRIMARY, border_radius=GAP)

    def line() -> ft.Control:
        return ft.Row([thing() for _ in range(columns)], spacing=GAP, expand=True)

    return ft.Container(
        content=ft.Column([line() for _ in range(lines)], spacing=GAP),
        width=WIDE,
        height=HIGH,
        padding=2 * GAP,
        border=ft.Border.all(2, ft.Colors.OUTLINE),
        border_radius=2 * GAP,
    )
