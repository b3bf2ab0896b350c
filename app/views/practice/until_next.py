"""Words that she and her mentor chose until they meet next, and words of her own: seen and heard at any time."""

from __future__ import annotations

import flet as ft

from app.domain.aloud import DANISH
from app.exercises.deck import deck_of
from app.exercises.written import means_in
from app.journeys.chosen_words import chosen_rows, own_words
from app.records import ChosenWord, OwnWord
from app.views.aloud import Speaker
from app.views.kit import body, heading, inset, quiet, sheet, stack
from app.views.practice.hears import both
from app.views.practice.of_her import use_decks
from app.views.practice.pictures import deck_drawing
from app.views.session import use_live, use_ports, use_words


@ft.component
def UntilNextTime() -> ft.Control:
    """Nothing at all when nothing was chosen."""
    ports, t = use_ports(), use_words()
    own = use_live(lambda: {one.id: one for one in own_words(ports)}, OwnWord)
    rows = use_live(lambda: [row.word for row in chosen_rows(ports)], ChosenWord)
    decks = use_decks(map(deck_of, rows))
    lines: list[ft.Control] = []
    for word in rows:
        deck = decks.get(deck_of(word))
        item = deck.item(word) if deck else None
        if deck and item:
            hers = both(deck, item.da, item.gloss).get(t.code, "")
            face = deck_drawing(list(decks.values()), item.picture, size=48) if item.picture else None
            lines.append(_line(item.da, hers, face))
        elif word in own:
            lines.append(_line(own[word].text, means_in(own[word], t.code), None))
    # Words: on the mentee's phone, over the Danish words that she and her mentor practise until they meet again
    title = heading(t("Until we meet next"), level=2)
    return ft.Container(content=stack([title, sheet(lines)]), visible=bool(lines), key="until-next")


def _line(danish: str, hers: str, face: ft.Control | None) -> ft.Control:
    t = use_words()
    told: list[ft.Control] = [body(t.isolated(danish), size=20, strong=True)]
    if hers and t.code != DANISH:
        told.append(quiet(t.isolated(hers), size=17))
    picture = face or ft.Container(width=48, height=48)
    said = ft.Container(content=stack(told, spacing=0), expand=True)
    speaker = Speaker([(DANISH, danish)], danish, f"listen-{danish}")
    return ft.Container(
        content=ft.Row([picture, said, speaker], spacing=12), padding=inset(start=16, end=8, top=4, bottom=4)
    )
