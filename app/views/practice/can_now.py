"""What I can do now: pictures that fill up, by kind of work. They never grow empty again."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from app.exercises.deck import Deck
from app.i18n import N_, Words
from app.journeys.chosen_words import can_now
from app.journeys.decks import Pack
from app.records import CanNow
from app.views.aloud import Speaker
from app.views.kit import body, drawing, heading, paper, quiet, stack
from app.views.letter.heard import Line
from app.views.letter.page import Said, her_screen
from app.views.practice.filling import filling, share_of
from app.views.practice.hears import both, in_deck_words, in_hers
from app.views.practice.missions import MissionNow
from app.views.practice.opened import not_yet, use_practice
from app.views.session import use_live, use_ports, use_session

PATH = "/practise/can"


@ft.component
def WhatICanNow() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    practice, trouble = use_practice()
    known = {(one.deck, one.can): one for one in use_live(lambda: can_now(ports), CanNow)}
    if practice is None:
        return not_yet(t, N_("What I can do now"), PATH, "/practise", trouble)
    parts: list[ft.Control] = [MissionNow(practice)]
    parts.append(Line(N_("The pictures fill up while you practise."), 18))
    there = [(pack, practice.decks[pack.id]) for pack in practice.shelf if pack.id in practice.decks]
    parts.extend(OfDeck(pack, deck, known) for pack, deck in there)
    also: list[Said] = [_called(pack) for pack, _deck in there]
    return her_screen(N_("What I can do now"), parts, also=also, path=PATH, back="/practise")


def _called(pack: Pack) -> Callable[[Words], str]:
    return lambda words: pack.called(words.code)


@ft.component
def OfDeck(pack: Pack, deck: Deck, known: dict[tuple[str, str], CanNow]) -> ft.Control:
    t = use_session().words
    name = ft.Container(content=heading(pack.called(t.code), level=2, beside=40), expand=True)
    head = ft.Row([drawing(pack.picture, size=40), name], spacing=12)
    papers: list[ft.Control] = [head]
    for can in deck.cans:
        said = both(deck, can)
        share = share_of(known.get((deck.id, can.id)))
        lines: list[ft.Control] = [body(in_hers(t, said), size=20, strong=True)]
        if share >= 1:
            # Words: under a picture that is full: all its words are known
            lines.append(quiet(t("You can all of it."), size=16))
        papers.append(
            paper(
                lines,
                face=filling(t, deck, can.picture, share),
                speaker=Speaker(in_deck_words(t, said), in_hers(t, said), f"listen-{deck.id}-{can.id}"),
                key=f"can-{deck.id}-{can.id}",
            )
        )
    return stack(papers)
