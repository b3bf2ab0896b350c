"""The organisation's own words: a coordinator writes or picks one, with a picture if there is a fitting one."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

import flet as ft

from app.domain.from_five import FEWEST
from app.exercises.deck import deck_of
from app.exercises.written import drawing_of
from app.i18n import Words
from app.journeys.house_words import house_words, may_offer, offer_word, words_to_offer
from app.journeys.learned import how_many_learned
from app.ports import Ports
from app.records import CanNow, HouseWord, OwnWord, RowId
from app.views.forms import use_doing, use_draft
from app.views.kit import (
    choice,
    empty_state,
    keep_button,
    problem,
    quiet,
    row,
    screen,
    sheet,
    tonal_button,
)
from app.views.practice.choose_picture import ChoosePicture
from app.views.practice.of_her import use_decks
from app.views.practice.pictures import deck_drawing
from app.views.practice.spelt import DanishField, once_more, use_spelling
from app.views.session import go, use_live, use_ports, use_session

PATH = "/more/words"


@dataclass
class Draft:
    """A word that is being offered: `picked` from what was written, or typed."""

    row: RowId
    picked: str = ""
    typed: dict[str, str] = field(default_factory=dict)  # what is typed does not draw again
    picture: str = ""


@ft.component
def HouseWords() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    words = use_live(lambda: house_words(ports), HouseWord)
    decks = use_decks(deck_of(one.picture) for one in words if one.picture)
    learned = use_live(lambda: how_many_learned(ports), CanNow)
    mine = may_offer(ports)

    def line(one: HouseWord) -> ft.Control:
        drawn = deck_drawing(list(decks.values()), drawing_of(one.picture), size=40) if one.picture and decks else None
        return row(
            t.isolated(one.text),
            leading=drawn or ft.Icon(ft.Icons.SCHOOL_OUTLINED, color=ft.Colors.PRIMARY),
            on_tap=partial(go, f"{PATH}/{one.id}") if mine else None,
            arrow=mine,
            key=f"house-{one.id}",
        )

    hint = t("Everybody here can practise them, as the other words.")
    parts = [sheet([line(one) for one in words]), quiet(hint)] if words else []
    if not words:
        parts.append(empty_state(ft.Icons.SCHOOL_OUTLINED, t("No words yet."), hint))
    if mine:
        parts += [quiet(t("Tap a word to say it, and to write what it means."))] if words else []
        parts.append(quiet(many_said(t, learned)))
        # Words: a button: a coordinator adds a Danish word to those that everybody here can practise
        parts.append(tonal_button(t("One more word"), lambda: go(f"{PATH}/new"), key="more", icon=ft.Icons.ADD))
    # Words: a screen: Danish words that this organisation has put together for everybody
    return screen(t("Words of this place"), parts, t=t, path=PATH, back=session.trail.tab)


def many_said(t: Words, learned: int | None) -> str:
    """Of how many the app may speak; nobody and four are told alike."""
    if learned is None:
        # Words: so few mentees have learned Danish words in this app that no number is said; num is 5
        return t("Fewer than %(num)d people have learned words here.", num=FEWEST)
    return t.many("%(num)d person has learned words here.", "%(num)d people have learned words here.", learned)


@ft.component
def OfferWord() -> ft.View:
    ports, t = use_ports(), use_session().words
    draft, change = use_draft(lambda: Draft(ports.new_row()))
    written = use_live(lambda: words_to_offer(ports), OwnWord, HouseWord)
    doing, spelt = use_doing(), use_spelling()

    def keep() -> None:
        if spelt.stops(draft.typed.get("text", "")):
            return
        if doing.do(lambda: offer(ports, draft)):
            go(PATH)

    lines: list[ft.Control] = [problem(doing.trouble)]
    if written:
        options = [(text, t.isolated(text)) for text in written]
        # Words: over Danish words that were written for single mentees; one is picked for everybody
        label = t("Words that somebody needed")
        lines.append(choice(label, options, draft.picked, lambda text: change(picked=text), key="pick"))
    lines += [
        DanishField("text", t("Another Danish word"), spelt, lambda text: draft.typed.update(text=text)),
        ChoosePicture(draft.picture, lambda picture: change(picture=picture)),
        quiet(t("Only the word and the picture are kept: not whose word it was, nor from when. Write no names.")),
        quiet(t("Look at the spelling: the app does not know all words.")),
    ]
    foot = [*once_more(t, spelt), keep_button(t("Offer it to everybody"), keep)]
    return screen(t("One more word"), lines, t=t, path=f"{PATH}/new", back=PATH, foot=foot)


def offer(ports: Ports, draft: Draft) -> None:
    """What is typed goes before what is picked."""
    text = draft.typed.get("text", "").strip() or draft.picked
    offer_word(ports, row=draft.row, text=text, picture=draft.picture)
