"""A word or sentence of a deck: said, listened to, and on to the next one."""

from __future__ import annotations

import flet as ft

from app.domain.aloud import DANISH
from app.domain.studio import by_key, next_of
from app.exercises.deck import Deck
from app.journeys.studio import may_speak, recorded_in
from app.records import Recorded, StudioRight
from app.views.kit import onward, screen, tonal_button, waiting
from app.views.practice.of_her import use_decks
from app.views.practice.pictures import deck_drawing
from app.views.session import go, use_live, use_ports, use_session
from app.views.studio.shelf import called, sentences_to_say, words_to_say
from app.views.studio.studio import DECKS
from app.views.studio.text import Saying, nothing_to_say


@ft.component
def DeckText() -> ft.View:
    ports, t = use_ports(), use_session().words
    asked = ft.use_route_params()
    name, key = asked.get("deck", ""), asked.get("key", "")
    deck = use_decks([name]).get(name)
    recorded = use_live(lambda: recorded_in(ports, DANISH), Recorded)
    may = use_live(lambda: may_speak(ports, DANISH), StudioRight)
    back = f"{DECKS}/{name}"
    groups = (words_to_say(deck), sentences_to_say(deck)) if deck else ()
    group = next((each for each in groups if any(one.key == key for one in each)), ())
    prompt = next((one for one in group if one.key == key), None)
    if deck is None or prompt is None:
        empty = nothing_to_say() if deck else waiting(t("One moment"))
        return screen(t("Words of the exercises"), [empty], t=t, path=f"{back}/{key}", back=back)
    said, me = by_key(recorded), ports.me.person.hex()
    following = next_of([one.key for one in group], said, me, speaks=may, after=key)
    # Words: a button: on to the next Danish word that is to be recorded, or listened to
    on = tonal_button(t("The next one"), lambda: go(f"{back}/{following}"), key="next", onward=onward())
    saying = ft.Container(content=Saying(prompt, DANISH, _face(deck, prompt.text)), key=f"say-{key}")
    foot = [on] if following else []
    return screen(t.isolated(called(t, deck)), [saying], t=t, path=f"{back}/{key}", back=back, foot=foot)


def _face(deck: Deck, text: str) -> ft.Control | None:
    """The picture of a word: two may be written alike."""
    picture = next((item.picture for item in deck.items if item.da == text and item.picture), "")
    return deck_drawing([deck], picture, size=72) if picture else None
