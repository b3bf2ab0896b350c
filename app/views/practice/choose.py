"""One of several: pictures in two columns, words and voices below one another."""

from __future__ import annotations

from functools import partial

import flet as ft

from app.exercises.question import Choice
from app.journeys.danish_sound import spoken
from app.views.aloud import say_all, use_sounding
from app.views.kit import TAKEN, answer_tile, body, in_lines, stack, warm_button
from app.views.practice.hear import Hear
from app.views.practice.pictures import across, deck_drawing
from app.views.practice.shape import Asked, use_kept
from app.views.session import use_ports, use_words

SHORT = 4
"""Letters of a text that still stands in a square."""


@ft.component
def Choose(asked: Asked) -> ft.Control:
    choices = asked.question.choices
    if all(choice.say and not choice.text and not choice.picture for choice in choices):
        return Voices(asked)
    if all(choice.picture or len(choice.text) <= SHORT for choice in choices):
        return _squares(asked)
    return stack([_line(asked, choice, number) for number, choice in still_there(asked)])


def still_there(asked: Asked) -> list[tuple[int, Choice]]:
    """The choices and their numbers; once she has answered those that matter, so that the way on is in sight."""
    numbered = list(enumerate(asked.question.choices, 1))
    return [each for each in numbered if asked.given is None or asked.mark(each[1])]


def _squares(asked: Asked) -> ft.Control:
    side = min((across() - 12) / 2, 168)
    tiles = [_square(asked, choice, number, side) for number, choice in enumerate(asked.question.choices, 1)]
    return in_lines([(tile, side) for tile in tiles], across=2 * side + 12, gap=12)


def _square(asked: Asked, choice: Choice, number: int, side: float) -> ft.Control:
    t = use_words()
    face: ft.Control = body(choice.text, size=44, strong=True)
    name = choice.text
    if choice.picture:
        face = deck_drawing(asked.decks, choice.picture, size=int(side - 40))
        # Words: the name of a picture to be chosen, for who cannot see it; what it shows would give the answer away
        name = choice.say if asked.given is not None else t("Picture %(num)d", num=number)
    high = side if choice.picture else 96
    tap = partial(asked.give, (choice.id,))
    return answer_tile(
        face, tap, key=f"choice-{choice.id}", name=name, mark=asked.mark(choice), width=side, height=high
    )


def _line(asked: Asked, choice: Choice, number: int) -> ft.Control:  # noqa: ARG001 - as a square is made
    words = body(use_words().isolated(choice.text), size=22, strong=True)
    tile = answer_tile(
        words,
        partial(asked.give, (choice.id,)),
        key=f"choice-{choice.id}",
        name=choice.text,
        mark=asked.mark(choice),
        padding=16,
    )
    if not choice.say or not can_be_heard(asked):
        return tile
    return (
        ft.Row([ft.Container(content=tile, expand=True), Hear([choice.say], key_=f"hear-{choice.id}")], spacing=4)
        if spoken(use_ports(), [choice.say])
        else tile
    )


def can_be_heard(asked: Asked) -> bool:
    """Each choice by itself: a reply, or what a sign may mean. What was said is recognised first."""
    recognised = any(choice.say in asked.question.says for choice in asked.question.choices)
    return asked.given is not None or not recognised


@ft.component
def Voices(asked: Asked) -> ft.Control:
    """A tap says it and takes it; a second button answers, for one listens to several before one knows."""
    t, ports = use_words(), use_ports()
    taken, take = use_kept(asked.question, "")
    _speaking, sound = use_sounding()

    async def tap(choice: Choice) -> None:
        if asked.given is None:
            take(choice.id)
        await sound(lambda: say_all(ports, spoken(ports, [choice.say])))

    bubbles: list[ft.Control] = [
        answer_tile(
            _bubble(choice, written=asked.given is not None or not spoken(ports, [choice.say])),
            partial(tap, choice),
            key=f"choice-{choice.id}",
            # Words: the name of a voice to be chosen, for who cannot see it
            name=t("Voice %(num)d", num=number),
            mark=asked.mark(choice) or (TAKEN if choice.id == taken else ""),
            height=72,
        )
        for number, choice in still_there(asked)
    ]
    if asked.given is None and taken:
        bubbles.append(
            # Words: the button that answers with the voice that was tapped last
            warm_button(t("This one"), lambda: asked.give((taken,)), key="this-one", icon=ft.Icons.CHECK)
        )
    return stack(bubbles)


def _bubble(choice: Choice, *, written: bool) -> ft.Control:
    signs: list[ft.Control] = [ft.Icon(ft.Icons.VOLUME_UP, size=32, color=ft.Colors.PRIMARY)]
    if written:
        signs.append(ft.Container(content=body(use_words().isolated(choice.say), size=22, strong=True), expand=True))
    else:
        signs.append(ft.Icon(ft.Icons.GRAPHIC_EQ, size=32, color=ft.Colors.OUTLINE))
    return ft.Row(signs, spacing=16, vertical_alignment=ft.CrossAxisAlignment.CENTER)
