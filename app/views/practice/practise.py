"""Practise: a door into a sitting, and pictures of what she would like to practise. Nothing is counted."""

from __future__ import annotations

from functools import partial

import flet as ft

from app.domain.aloud import DANISH
from app.exercises.written import OURS
from app.i18n import N_, Words, danish
from app.journeys.chosen_words import want_deck, wanted_decks
from app.journeys.decks import Pack, packs
from app.journeys.house_words import house_words
from app.journeys.tending import found_own_place
from app.journeys.work_pictures import work_pictures
from app.records import HouseWord, Setting, WorkPicture
from app.views.aloud import Speaker, in_both
from app.views.forms import use_doing
from app.views.kit import answer_button, heading, problem, stack, warm_button
from app.views.letter.dial import marked
from app.views.letter.heard import Line
from app.views.letter.page import Said, her_screen
from app.views.practice.hears import in_deck_words
from app.views.practice.until_next import UntilNextTime
from app.views.session import go, use_live, use_ports, use_session

EMPTY: tuple[Pack, ...] = ()


def our_pack(t: Words) -> Pack:
    """The organisation's own words, as one more kind of work."""
    # Words: a deck of Danish words that this organisation has put together
    return Pack(OURS, "", "", "together", {t.code: t("Words of this place"), DANISH: danish()("Words of this place")})


@ft.component
def Practise() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    doing = use_doing()
    shelf, lay_out = ft.use_state(EMPTY)
    wanted = use_live(lambda: wanted_decks(ports), Setting)

    async def begin() -> None:
        async def read() -> None:
            await found_own_place(ports)
            lay_out(tuple(await packs(ports.platform)))

        await doing.wait_for(read)

    ft.use_effect(begin, [])

    def choose(deck: str) -> None:
        yes = deck not in wanted_decks(ports)
        doing.do(lambda: want_deck(ports, deck=deck, wanted=yes))

    def line(pack: Pack) -> ft.Control:
        name = pack.called(t.code)
        speaker = Speaker(in_deck_words(t, pack.title), name, f"listen-{pack.id}")
        return answer_button(
            pack.picture,
            name,
            partial(choose, pack.id),
            chosen=pack.id in wanted,
            key=f"deck-{pack.id}",
            speaker=speaker,
        )

    def way(picture: str, text: str, to: str) -> ft.Control:
        speaker = Speaker(in_both(t, marked(text)), t(text), f"listen-{to}", or_nothing=True)
        lead = partial(go, f"/practise/{to}")
        return answer_button(picture, t(text), lead, chosen=False, key=f"to-{to}", speaker=speaker)

    pictures = use_live(lambda: bool(work_pictures(ports)), WorkPicture)
    # Words: a door on the mentee's phone: photos of tools and tasks where she works, each with its Danish word
    to_book = way("work", N_("Pictures from work"), "book")
    ours = use_live(lambda: bool(house_words(ports)), HouseWord)

    begins: list[ft.Control] = [
        problem(doing.trouble),
        # Words: the button that begins a few minutes of Danish exercises
        warm_button(t("Begin"), lambda: go("/practise/now"), key="begin", icon=ft.Icons.PLAY_ARROW),
        Line(N_("It takes five minutes at most."), 18),
    ]
    wishes: list[ft.Control] = [
        heading(t("What would you like to practise?"), level=2),
        *(line(pack) for pack in (*shelf, *([our_pack(t)] if ours else []))),
        *([to_book] if pictures else []),
        way("star", N_("What I can do now"), "can"),
    ]
    parts: list[ft.Control] = [stack(begins), UntilNextTime(), stack(wishes)]
    also: list[Said] = ["Begin", "What would you like to practise?"]
    return her_screen(N_("Practise Danish"), parts, also=also, path="/practise", back="/")
