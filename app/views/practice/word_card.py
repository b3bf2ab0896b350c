"""The card of a word, or of what is practised beside words: picture, sound, letters, in use, and her language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from app.domain.aloud import DANISH
from app.exercises.deck import Deck, Item, Mission, Part
from app.exercises.named import named
from app.i18n import Words
from app.views.aloud import Speaker
from app.views.kit import body, icon_button, paper, quiet, stack
from app.views.practice.hear import Hear
from app.views.practice.pictures import deck_drawing
from app.views.session import use_words


@ft.component
def WordCard(word: str, decks: Sequence[Deck], close: Callable[[], None], *, aloud: bool = False) -> ft.Control:
    """Nothing where there is no card. `aloud` = it is said as soon as it is there."""
    t = use_words()
    found = _found(word, decks)
    if found is None:
        return ft.Container()
    deck, part = found
    about = named(part)
    lines: list[ft.Control] = [_heard(t, about.name, size=30, key="hear-word", at_once=aloud)]
    if about.written:
        lines.append(body(t.isolated(about.written), size=22))
    lines += [_heard(t, said, size=20, key=f"hear-saying-{number}") for number, said in enumerate(about.says)]
    meant = deck.told(part).get(t.code) if isinstance(part, Item) and t.code != DANISH else None
    if meant:
        lines.append(_in_hers(t, meant))
    face = deck_drawing(decks, about.picture, size=112) if about.picture else ft.Container()
    # Words: closes the card of a Danish word
    shut = icon_button(ft.Icons.CLOSE, t("Close"), close, key="close-card")
    return paper(lines, face=face, speaker=shut, key="word-card")


def can_show(word: str, decks: Sequence[Deck]) -> bool:
    """Whether there is a card of this word: of all that is practised, and not of what is done in life."""
    return _found(word, decks) is not None


def _found(word: str, decks: Sequence[Deck]) -> tuple[Deck, Part] | None:
    for deck in decks:
        part = deck.parts.get(word)
        if part and not isinstance(part, Mission):
            return deck, part
    return None


def _heard(t: Words, text: str, *, size: int, key: str, at_once: bool = False) -> ft.Control:
    words = ft.Container(content=body(t.isolated(text), size=size, strong=size > 24), expand=True)
    return ft.Row(
        [words, Hear([text], key_=key, at_once=at_once, written=True)], vertical_alignment=ft.CrossAxisAlignment.CENTER
    )


def _in_hers(t: Words, meant: str) -> ft.Control:
    text = ft.Container(content=stack([quiet(t.language.own_name), body(meant, size=22)], spacing=0), expand=True)
    return ft.Row([text, Speaker([(t.code, meant)], meant, "hear-hers")])
