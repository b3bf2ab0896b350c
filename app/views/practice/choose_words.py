"""We practise these until next time: words that a talk brings to mind, five at most, and one that no deck has."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import flet as ft

from app.exercises.deck import deck_of
from app.exercises.topic_words import OFFERED, decks_for, words_for
from app.i18n import Words
from app.journeys.chosen_words import (
    add_own_word,
    choose_words,
    chosen_before,
    chosen_rows,
    few_enough,
    own_words,
    say_own_word,
)
from app.journeys.her_plan import plan_space
from app.journeys.house_words import is_there
from app.journeys.written_words import written_names
from app.platform import Recording
from app.records import HouseWord, Meeting, Mentee, OwnWord
from app.views.forms import use_doing, use_once
from app.views.kit import empty_state, keep_button, problem, quiet, screen, several, sheet
from app.views.kit import row as line
from app.views.practice.of_her import danish, use_decks
from app.views.practice.own_word import OwnDraft, WriteOwnWord, language_of
from app.views.practice.place_words import PlaceWords
from app.views.practice.spelt import once_more, use_spelling
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def WordsOfMeeting() -> ft.View:
    """After a meeting: its topics offer the words."""
    ports = use_ports()
    path = f"/meetings/{ft.use_route_params().get('id', '')}"
    meeting = ports.store.get(Meeting, path.rpartition("/")[2])
    mentee = ports.store.get(Mentee, meeting.mentee) if meeting else None
    return _screen(mentee, meeting, path)


@ft.component
def WordsForHer() -> ft.View:
    """At any time, from her page."""
    path = f"/mentees/{ft.use_route_params().get('id', '')}"
    return _screen(use_ports().store.get(Mentee, path.rpartition("/")[2]), None, path)


def _screen(mentee: Mentee | None, meeting: Meeting | None, path: str) -> ft.View:
    ports, t = use_ports(), use_session().words
    if mentee is None or not plan_space(ports, mentee):
        lost = empty_state(ft.Icons.FOLDER_SHARED_OUTLINED, t("There is nothing here."))
        return screen(t("Words to practise"), [lost], t=t, path=f"{path}/words", back=path)
    return Choosing(mentee, meeting, path)


@ft.component
def Choosing(mentee: Mentee, meeting: Meeting | None, path: str) -> ft.View:
    ports, t = use_ports(), use_session().words
    doing = use_doing()
    space = plan_space(ports, mentee)
    topics = [topic for topic in (meeting.topics if meeting else "").split(",") if topic]
    row = use_once(ports.new_row)
    draft, spelt = use_once(OwnDraft), use_spelling()
    now = use_once(lambda: tuple(one.word for one in chosen_rows(ports, space) if is_there(ports, one.word)))
    before = use_once(lambda: chosen_before(ports, space))
    written = use_live(lambda: own_words(ports, space), OwnWord)
    own = [one.id for one in written]
    names = use_live(lambda: written_names(ports, space), OwnWord, HouseWord)
    decks = use_decks([*decks_for(topics), *(deck_of(word) for word in now)])
    chosen, choose = ft.use_state(now)
    held: tuple[Recording | None, Any] = ft.use_state(None)
    said, hold = held

    def tap(word: str, yes: bool) -> None:  # noqa: FBT001
        choose(lambda so_far: (*(each for each in so_far if each != word), *((word,) if yes else ())))

    async def keep() -> None:
        if spelt.stops(draft.text):
            return
        new, meant = draft.text.strip(), {"means": draft.means, "language": language_of(mentee)}
        still = tuple(word for word in chosen if is_there(ports, word, decks))
        words = (*still, row) if new or said else still

        async def kept() -> None:
            few_enough(words)
            if said:
                await say_own_word(ports, row=row, space=space, text=new, recording=said, **meant)
            elif new:
                add_own_word(ports, row=row, space=space, text=new, **meant)
            choose_words(ports, mentee=mentee, meeting=meeting, words=words)

        if await doing.wait_for(kept):
            go(path)

    offered = dict.fromkeys([*now, *words_for(topics, decks.values(), before - set(now)), *own[:OFFERED]])
    named = [(word, danish(word, decks, names)) for word in offered]
    options = [(word, t.isolated(name)) for word, name in named if name]
    parts: list[ft.Control] = [
        problem(doing.trouble),
        quiet(t("Choose three to five. They come first in her exercises.")),
        several(options, chosen, tap, key="word"),
        PlaceWords(now, chosen, tap),
        WriteOwnWord(mentee, draft, spelt, said, hold),
        _written(t, written, mentee),
    ]
    return screen(
        # Words: a screen where a mentor chooses Danish words that a mentee practises until they meet again
        t("Words to practise"),
        parts,
        t=t,
        path=f"{path}/words",
        back=path,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[*once_more(t, spelt), keep_button(t("Keep"), keep)],
    )


def _written(t: Words, words: Sequence[OwnWord], mentee: Mentee) -> ft.Control:
    """Each that was written for her; a tap opens it, to write it anew or take it away."""
    lines = [
        line(
            t.isolated(one.text),
            leading=ft.Icon(ft.Icons.EDIT_OUTLINED, color=ft.Colors.PRIMARY),
            on_tap=partial(go, f"/mentees/{mentee.id}/words/{one.id}"),
            arrow=True,
            key=f"own-word-{one.id}",
        )
        for one in words
    ]
    return sheet(lines) if lines else ft.Container()
