"""On her page: what she can do now, what is easier together, and the words you two practise. No day, nothing wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import flet as ft

from app.exercises.deck import Deck, deck_of
from app.exercises.named import name_in
from app.exercises.written import row_of
from app.journeys.chosen_words import can_now, chosen_rows, together
from app.journeys.decks import deck_in, packs
from app.journeys.her_plan import plan_space
from app.journeys.house_words import NO_DECKS
from app.journeys.missions import missions_told
from app.journeys.written_words import written_names
from app.records import CanNow, ChosenWord, HouseWord, Mentee, MissionTold, OwnWord, PractiseTogether
from app.views.forms import use_doing
from app.views.kit import body, quiet, quiet_button, section, sheet, stack
from app.views.kit import row as line
from app.views.practice.done_together import MissionsTogether
from app.views.practice.filling import filling, share_of
from app.views.practice.hears import both, in_hers
from app.views.session import go, use_live, use_ports, use_words


def use_decks(names: Iterable[str]) -> Mapping[str, Deck]:
    """Those of these decks that are on this phone; none while they are being read."""
    ports, doing = use_ports(), use_doing()
    wanted = frozenset(names)
    decks, lay_out = ft.use_state(NO_DECKS)

    async def begin() -> None:
        async def read() -> None:
            found = [await deck_in(ports.platform, pack) for pack in await packs(ports.platform) if pack.id in wanted]
            lay_out({deck.id: deck for deck in found if deck})

        if wanted - set(decks):
            await doing.wait_for(read)

    ft.use_effect(begin, [wanted])
    return decks


@ft.component
def WhatShePractises(mentee: Mentee, path: str) -> ft.Control:
    """Nothing at all for who cannot read her plan."""
    ports, t = use_ports(), use_words()
    space = plan_space(ports, mentee)
    cans = use_live(lambda: can_now(ports, space) if space else [], CanNow)
    hard = use_live(lambda: together(ports, space) if space else [], PractiseTogether)
    rows = use_live(lambda: chosen_rows(ports, space) if space else [], ChosenWord)
    own = use_live(lambda: written_names(ports, space) if space else {}, OwnWord, HouseWord)
    done = use_live(lambda: list(missions_told(ports, space)) if space else [], MissionTold)
    words = [*hard, *(row.word for row in rows), *done]
    decks = use_decks([*(one.deck for one in cans), *map(deck_of, words)])
    if not space:
        return ft.Container()
    # Words: heading on a mentee's file, over the Danish words that she and her mentor practise until they meet again
    change = quiet_button(t("Choose words"), lambda: go(f"{path}/words"), key="words", icon=ft.Icons.SCHOOL_OUTLINED)
    chosen = [name for row in rows if (name := danish(row.word, decks, own))]
    shown = body(" · ".join(t.isolated(word) for word in chosen)) if chosen else quiet(t("No words are chosen."))
    parts = [section(t("You practise until next time"), [shown], action=change)]
    named = [body(t.isolated(name), strong=True) for word in hard if (name := danish(word, decks, own))]
    if named:
        # Words: heading over Danish words that a mentee and her mentor had better say together
        parts.append(section(t("Easier together"), [quiet(t("Say these words with her.")), stack([*named], spacing=4)]))
    lines = [_can(one, decks) for one in cans if one.deck in decks]
    filled = [each for each in lines if each]
    if filled:
        parts.append(section(t("What she can do now"), [sheet(filled)]))
    parts.append(MissionsTogether(space, decks))
    return stack(parts, spacing=24)


def danish(word: str, decks: Mapping[str, Deck], own: Mapping[str, str]) -> str:
    """What it is called; "" while its deck is not there."""
    return name_in(decks, word) or own.get(row_of(word), "")


def _can(one: CanNow, decks: Mapping[str, Deck]) -> ft.Control | None:
    t = use_words()
    deck = decks[one.deck]
    can = next((can for can in deck.cans if can.id == one.can), None)
    if can is None:
        return None
    face = filling(t, deck, can.picture, share_of(one), size=40)
    return line(in_hers(t, both(deck, can)), trailing=face, key=f"can-{one.deck}-{one.can}")
