"""The card of a word: picture, sound, letters, in use, and her language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from app.domain.aloud import DANISH
from app.exercises.deck import Deck, Gloss, Item, deck_of
from app.i18n import Words
from app.views.aloud import Speaker
from app.views.kit import body, icon_button, paper, quiet, stack
from app.views.practice.hear import Hear
from app.views.practice.pictures import deck_drawing
from app.views.session import use_words

REVIEWED = "reviewed"
SAFETY = "safety"


@ft.component
def WordCard(word: str, decks: Sequence[Deck], close: Callable[[], None], *, aloud: bool = False) -> ft.Control:
    """Of an item; nothing for what is none. `aloud` = it is said as soon as it is there."""
    t = use_words()
    deck = next((deck for deck in decks if deck.id == deck_of(word)), None)
    item = deck.item(word) if deck else None
    if deck is None or item is None:
        return ft.Container()
    lines: list[ft.Control] = [_heard(t, item.da, size=30, key="hear-word", at_once=aloud)]
    if len(item.tiles) > 1:
        lines.append(body(t.isolated(" · ".join(item.tiles)), size=22))
    lines += [_heard(t, saying.da, size=20, key=f"hear-saying-{number}") for number, saying in enumerate(item.says[:2])]
    meant = _gloss(t, deck, item)
    if meant:
        lines.append(_in_hers(t, meant))
    face = deck_drawing(decks, item.picture, size=112) if item.picture else ft.Container()
    # Words: closes the card of a Danish word
    shut = icon_button(ft.Icons.CLOSE, t("Close"), close, key="close-card")
    return paper(lines, face=face, speaker=shut, key="word-card")


def can_show(word: str, decks: Sequence[Deck]) -> bool:
    """Whether there is a card of this word."""
    return any(deck.item(word) for deck in decks if deck.id == deck_of(word))


def _gloss(t: Words, deck: Deck, item: Item) -> Gloss | None:
    """What concerns safety is shown in her language only when somebody who speaks it has read it."""
    gloss = item.gloss.get(t.code) if t.code != DANISH else None
    if gloss and deck.industry == SAFETY and deck.state_of(gloss) != REVIEWED:
        return None
    return gloss


def _heard(t: Words, text: str, *, size: int, key: str, at_once: bool = False) -> ft.Control:
    words = ft.Container(content=body(t.isolated(text), size=size, strong=size > 24), expand=True)
    return ft.Row(
        [words, Hear([text], key_=key, at_once=at_once, written=True)], vertical_alignment=ft.CrossAxisAlignment.CENTER
    )


def _in_hers(t: Words, gloss: Gloss) -> ft.Control:
    text = ft.Container(content=stack([quiet(t.language.own_name), body(gloss.text, size=22)], spacing=0), expand=True)
    return ft.Row([text, Speaker([(t.code, gloss.text)], gloss.text, "hear-hers")])
