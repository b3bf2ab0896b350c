"""One word of the organisation, for a coordinator: said into the phone, and explained in other languages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import flet as ft

from app.domain.aloud import DANISH
from app.i18n import OFFERED
from app.i18n.protected import SAYS_A_WORD
from app.journeys.house_meanings import explain, meanings_of
from app.journeys.house_voice import say_house_word
from app.journeys.house_words import may_offer, take_out
from app.journeys.one_voice import unsay
from app.platform import Recording
from app.records import HouseWord
from app.views.aloud import Speaker
from app.views.forms import use_doing, use_once
from app.views.interpreter import interpreter
from app.views.kit import Field, empty_state, keep_button, problem, quiet, quiet_button, screen, section, stack
from app.views.practice.house_words import PATH
from app.views.practice.say_word import SayWord
from app.views.session import go, use_live, use_ports, use_session, use_words


@ft.component
def OneHouseWord() -> ft.View:
    ports, t = use_ports(), use_session().words
    row = ft.use_route_params().get("id", "")
    word = use_live(lambda: ports.store.get(HouseWord, row), HouseWord)
    if word is None or not may_offer(ports):
        lost = empty_state(ft.Icons.SCHOOL_OUTLINED, t("There is nothing here."))
        return screen(t("Words of this place"), [lost], t=t, path=f"{PATH}/{row}", back=PATH)
    return Explaining(word)


@ft.component
def Explaining(word: HouseWord) -> ft.View:
    ports, session = use_ports(), use_session()
    t, doing = session.words, use_doing()
    draft = use_once(lambda: meanings_of(ports, word))
    sound = use_once(ports.new_row)
    held: tuple[Recording | None, Any] = ft.use_state(None)
    said, hold = held

    async def keep() -> None:
        async def kept() -> None:
            if said:
                await say_house_word(ports, row=sound, shown=word, recording=said)
                session.carrying.soon(ports)
            explain(ports, shown=word, means=draft)

        if await doing.wait_for(kept):
            go(PATH)

    def away() -> None:
        if doing.do(partial(take_out, ports, word)):
            go(PATH)

    def write(language: str, text: str) -> None:
        draft[language] = text

    fields = [
        Field(f"means-{one.code}", draft.get(one.code, ""), partial(write, one.code), label=one.own_name)
        for one in OFFERED
        if one.code != DANISH
    ]
    hint = t("Who practises the word reads it in her language. Leave empty what you do not know.")
    parts: list[ft.Control] = [
        problem(doing.trouble),
        Voice(word, said, hold, lambda: doing.do(partial(unsay, ports, word))),
        # Words: heading over fields, one for each language: what a Danish word means in it
        section(t("In other languages"), [*fields, quiet(hint)]),
        # Words: a button: a Danish word goes out of the organisation's deck; word = that word
        quiet_button(t("Take away: %(word)s", word=word.text), away, key="away", icon=ft.Icons.DELETE_OUTLINE),
    ]
    return screen(
        t.isolated(word.text),
        parts,
        t=t,
        path=f"{PATH}/{word.id}",
        back=PATH,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )


@ft.component
def Voice(
    word: HouseWord,
    said: Recording | None,
    hold: Callable[[Recording | None], None],
    unsaid: Callable[[], Any],
) -> ft.Control:
    """Hers who says it, or the one that is kept, to be heard and thrown away."""
    t = use_words()
    told = quiet(t("Everybody here who practises the word hears your voice. Nobody is named."))
    if not word.voice:
        return stack([SayWord(said, hold), *interpreter(t, SAYS_A_WORD), told])
    # Words: beside a button that plays it: somebody of the organisation has said a Danish word
    there = ft.Container(content=quiet(t("Somebody here says the word.")), expand=True)
    heard = ft.Row([Speaker([(DANISH, word.text)], word.text, "listen-word"), there], spacing=8)
    return stack([heard, quiet_button(t("Throw away"), unsaid, key="unsay", icon=ft.Icons.DELETE_OUTLINE)], spacing=4)
