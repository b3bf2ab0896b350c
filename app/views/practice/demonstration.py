"""How a kind is done, shown the first time it is met: signs in order, and a hand that taps; and said aloud."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from app.exercises.question import Kind
from app.i18n import N_
from app.views.aloud import Speaker, in_both
from app.views.kit import card, onward
from app.views.kit.theme import WARM
from app.views.practice.alone import Alone
from app.views.practice.choose import Choose
from app.views.practice.lay import Lay
from app.views.practice.scene import Scene
from app.views.practice.shape import Asked
from app.views.session import use_words

STEP_S, TIMES = 0.9, 3
SIGN = 40  # pixels

HEAR, PICTURE, VOICE = ft.Icons.VOLUME_UP, ft.Icons.IMAGE_OUTLINED, ft.Icons.GRAPHIC_EQ
WORD, LETTER, SAY = ft.Icons.SHORT_TEXT, ft.Icons.ABC, ft.Icons.RECORD_VOICE_OVER_OUTLINED


@dataclass(frozen=True)
class Shown:
    """The shape of a kind, the signs of what one does, and the same in words, to be heard."""

    shape: Callable[[Asked], ft.Control]
    signs: tuple[ft.IconData, ...]
    say: str


SHOWN: dict[Kind, Shown] = {
    Kind.HEAR_PICTURE: Shown(Choose, (HEAR, PICTURE), N_("Listen. Tap the picture.")),
    Kind.PICTURE_VOICE: Shown(Choose, (PICTURE, VOICE), N_("Look at the picture. Tap the voice that says it.")),
    Kind.SAME_DIFFERENT: Shown(
        Choose, (HEAR, HEAR, ft.Icons.DRAG_HANDLE), N_("Listen to two words. Are they the same?")
    ),
    Kind.SOUND_LETTER: Shown(Choose, (HEAR, LETTER), N_("Listen. Tap the first letter.")),
    Kind.HEAR_WORD: Shown(Choose, (HEAR, WORD), N_("Listen. Tap the word.")),
    Kind.TILES: Shown(Lay, (HEAR, LETTER, LETTER), N_("Listen. Build the word.")),
    Kind.ORDER_WORDS: Shown(Lay, (HEAR, WORD, WORD), N_("Listen. Build the sentence.")),
    Kind.SCENE: Shown(Scene, (HEAR, ft.Icons.TOUCH_APP_OUTLINED), N_("Listen. Tap what you hear.")),
    Kind.ROUTINE: Shown(Lay, (PICTURE, PICTURE, PICTURE), N_("What comes first? Lay the pictures in order.")),
    Kind.SIGN: Shown(Choose, (ft.Icons.SIGNPOST_OUTLINED, WORD), N_("Look at the sign. What do you do?")),
    Kind.NUMBER: Shown(Choose, (HEAR, ft.Icons.NUMBERS), N_("Listen. Tap the number.")),
    Kind.DIALOGUE: Shown(Choose, (HEAR, ft.Icons.FORUM_OUTLINED), N_("Listen. Tap a good answer.")),
    Kind.FIELD: Shown(Choose, (ft.Icons.BADGE_OUTLINED, WORD), N_("Look at the card. What do you write here?")),
    Kind.SAY_IT: Shown(Alone, (HEAR, SAY), N_("Listen. Say it aloud.")),
    Kind.MISSION: Shown(Alone, (ft.Icons.HANDSHAKE_OUTLINED, ft.Icons.CHECK), N_("Do it with somebody.")),
}


@ft.component
def Demonstration(kind: Kind) -> ft.Control:
    """A hand goes from sign to sign, three times; then it rests on the last."""
    t, shown = use_words(), SHOWN[kind]
    at, move = ft.use_state(0)
    on_screen: Any = ft.use_ref(False)

    async def begin() -> None:
        on_screen.current = True
        for step in range(1, TIMES * len(shown.signs)):
            await asyncio.sleep(STEP_S)
            if not on_screen.current:
                return
            move(step % len(shown.signs))

    def leave() -> None:
        on_screen.current = False

    ft.use_effect(begin, [kind], cleanup=leave)
    steps: list[ft.Control] = []
    for number, sign in enumerate(shown.signs):
        steps += [_between()] if number else []
        steps.append(_step(sign, under_the_hand=number == at))
    row = ft.Row(
        [
            ft.Row(steps, spacing=4, expand=True, vertical_alignment=ft.CrossAxisAlignment.START),
            Speaker(in_both(t, lambda words: words(shown.say)), t(shown.say), "how"),
        ]
    )
    return card(row, key="demonstration", padding=12)


def _between() -> ft.Control:
    """In the middle beside a sign."""
    arrow = ft.Icon(onward(), size=20, color=ft.Colors.OUTLINE)
    return ft.Container(content=arrow, height=SIGN, alignment=ft.Alignment.CENTER)


def _step(sign: ft.IconData, *, under_the_hand: bool) -> ft.Control:
    hand = ft.Icon(ft.Icons.TOUCH_APP, size=32, color=WARM)
    return ft.Column(
        [
            ft.Icon(sign, size=SIGN, color=ft.Colors.PRIMARY),
            ft.Container(content=hand, opacity=1 if under_the_hand else 0, animate_opacity=180),
        ],
        spacing=0,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
