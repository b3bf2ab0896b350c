"""Words that she and her mentor chose until they meet next, and words of her own: seen and heard at any time."""

from __future__ import annotations

import flet as ft

from app.domain.aloud import DANISH
from app.exercises.deck import deck_of
from app.exercises.written import drawing_of, means_in, our_id, whole_id
from app.journeys.chosen_words import chosen_words, own_words
from app.journeys.house_meanings import house_meanings
from app.journeys.house_words import house_words
from app.records import ChosenWord, HouseMeaning, HouseWord, OwnWord
from app.views.aloud import Speaker
from app.views.kit import body, heading, inset, quiet, sheet, stack
from app.views.kit.texts import narrow
from app.views.practice.hears import both
from app.views.practice.of_her import use_decks
from app.views.practice.pictures import deck_drawing
from app.views.session import use_live, use_ports, use_words


@ft.component
def UntilNextTime() -> ft.Control:
    """Nothing at all when nothing was chosen."""
    ports, t = use_ports(), use_words()
    own = use_live(lambda: {whole_id(one.id): one for one in own_words(ports)}, OwnWord)
    ours = use_live(lambda: {our_id(one): one for one in house_words(ports)}, HouseWord)
    means = use_live(lambda: house_meanings(ports), HouseMeaning)
    words = use_live(lambda: chosen_words(ports), ChosenWord)
    decks = use_decks([*map(deck_of, words), *(deck_of(ours[word].picture) for word in words if word in ours)])

    def face_of(picture: str) -> ft.Control | None:
        return deck_drawing(list(decks.values()), picture, size=48) if picture else None

    lines: list[ft.Control] = []
    for word in words:
        deck = decks.get(deck_of(word))
        item = deck.item(word) if deck else None
        if deck and item:
            hers = both(deck, item).get(t.code, "")
            lines.append(_line(item.da, hers, face_of(item.picture)))
        elif word in own:
            lines.append(_line(own[word].text, means_in(own[word], t.code), None))
        elif word in ours:
            lines.append(
                _line(
                    ours[word].text,
                    means.get(ours[word].id, {}).get(t.code, ""),
                    face_of(drawing_of(ours[word].picture)),
                )
            )
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
    line: ft.Control = ft.Row([picture, said, speaker], spacing=12)
    if narrow():  # the words need the whole line
        top = ft.Row([picture, ft.Container(expand=True), speaker])
        line = stack([top, stack(told, spacing=0)], spacing=0)
    return ft.Container(content=line, padding=inset(start=16, end=8, top=4, bottom=4))
