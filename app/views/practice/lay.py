"""In order: tiles of a word, words of a sentence, pictures of a routine; what lies can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from app.exercises.question import Choice, check
from app.views.kit import TAKEN, answer_tile, body, in_lines, stack, warm_button
from app.views.practice.pictures import across, deck_drawing
from app.views.practice.shape import Answer, Asked, use_kept
from app.views.session import use_words

LETTER, ROOM, PICTURE = 13, 36, 88


@ft.component
def Lay(asked: Asked) -> ft.Control:
    t = use_words()
    nothing: Answer = ()
    now, lay = use_kept(asked.question, nothing)
    by_id = {choice.id: choice for choice in asked.question.choices}
    if asked.given is not None:
        return _answered(asked)

    def put(id_: str) -> None:
        lay((*now, id_))

    def take_back(id_: str) -> None:
        lay(tuple(each for each in now if each != id_))

    full = len(now) == len(asked.question.right)
    loose = [choice for choice in asked.question.choices if choice.id not in now]
    parts: list[ft.Control] = [
        _tray(_tiles(asked, [by_id[id_] for id_ in now], take_back, "laid")),
        _tiles(asked, loose, (lambda _id: None) if full else put, "choice"),
    ]
    if full:
        # Words: the button that answers, when all tiles lie in order
        parts.append(warm_button(t("My answer"), lambda: asked.give(now), key="look", icon=ft.Icons.CHECK))
    return stack(parts, spacing=16)


def _answered(asked: Asked) -> ft.Control:
    """The right order; above it hers, where it was another."""
    by_id = {choice.id: choice for choice in asked.question.choices}
    given = asked.given or ()
    right = _tiles(asked, [by_id[id_] for id_ in asked.question.right], lambda _id: None, "right", mark=TAKEN)
    if check(asked.question, given):
        return right
    hers = _tiles(asked, [by_id[id_] for id_ in given if id_ in by_id], lambda _id: None, "laid")
    return stack([ft.Container(content=hers, opacity=0.45), right], spacing=16)


def _tiles(
    asked: Asked, choices: Sequence[Choice], on_tap: Callable[[str], None], where: str, *, mark: str = ""
) -> ft.Control:
    tiles = [_tile(asked, choice, partial(on_tap, choice.id), f"{where}-{choice.id}", mark) for choice in choices]
    return in_lines(tiles, across=across() - 8)


def _tile(asked: Asked, choice: Choice, on_tap: Callable[[], None], key: str, mark: str) -> tuple[ft.Control, float]:
    words = use_words()
    if choice.picture:
        face: ft.Control = deck_drawing(asked.decks, choice.picture, size=PICTURE - 24)
        return answer_tile(face, on_tap, key=key, name=choice.say, mark=mark, width=PICTURE, height=PICTURE), PICTURE
    wide = max(64.0, LETTER * len(choice.text) + ROOM)
    face = body(words.isolated(choice.text), size=22, strong=True, lines=1)
    return answer_tile(face, on_tap, key=key, name=choice.text, mark=mark, width=wide, padding=4), wide


def _tray(laid: ft.Control) -> ft.Control:
    """Where they are laid; as high as one line when nothing lies there."""
    line = ft.Container(width=0, height=64)
    return ft.Container(
        content=ft.Row([line, ft.Container(content=laid, expand=True, alignment=ft.Alignment.CENTER)], spacing=0),
        bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH,
        border_radius=20,
        padding=ft.Padding.symmetric(horizontal=4, vertical=8),
    )
