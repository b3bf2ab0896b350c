"""One deck in the studio: what nobody says yet, what one person or two say; the next one is a tap away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import flet as ft

from app.domain.aloud import DANISH
from app.domain.studio import VOICES, by_key, counts, next_of, voices, voices_of
from app.exercises.deck import Deck
from app.i18n import N_, Words
from app.journeys.studio import Prompt, may_speak, recorded_in
from app.records import Recorded, StudioRight
from app.views.kit import choice, quiet_button, row, screen, sheet, tonal_button, waiting
from app.views.practice.of_her import use_decks
from app.views.session import go, use_live, use_ports, use_session
from app.views.studio.shelf import called, sentences_to_say, voices_words, words_to_say
from app.views.studio.studio import DECKS
from app.views.studio.who import without_the_right

WORDS, SENTENCES = "words", "sentences"
GROUPS = {
    # Words: single Danish words that are recorded, as against whole sentences
    WORDS: N_("Words"),
    # Words: Danish sentences that are recorded, as against single words
    SENTENCES: N_("Sentences"),
}
GATHERED: Mapping[str, Callable[[Deck], tuple[Prompt, ...]]] = {WORDS: words_to_say, SENTENCES: sentences_to_say}
SAID_BY = (
    # Words: under a Danish word: how many people have recorded it
    N_("Nobody yet"),
    N_("One voice"),
    N_("Two voices"),
)
SIGNS = (ft.Icons.MIC_NONE, ft.Icons.RECORD_VOICE_OVER_OUTLINED, ft.Icons.CHECK_CIRCLE_OUTLINE)
AT_A_TIME = 30


@ft.component
def DeckToSay() -> ft.View:
    ports, t = use_ports(), use_session().words
    name = ft.use_route_params().get("deck", "")
    deck = use_decks([name]).get(name)
    recorded = use_live(lambda: recorded_in(ports, DANISH), Recorded)
    may = use_live(lambda: may_speak(ports, DANISH), StudioRight)
    group, set_group = ft.use_state(WORDS)
    shown, set_shown = ft.use_state(AT_A_TIME)
    path = f"{DECKS}/{name}"
    prompts = ft.use_memo(lambda: GATHERED[group](deck) if deck else (), [deck, group])
    if deck is None:
        return screen(t("Words of the exercises"), [waiting(t("One moment"))], t=t, path=path, back=DECKS)
    said, keys = by_key(recorded), [one.key for one in prompts]

    def next_button(words: str, icon: ft.IconData, key: str, *, speaks: bool) -> list[ft.Control]:
        found = next_of(keys, said, ports.me.person.hex(), speaks=speaks)
        return [tonal_button(words, lambda: go(f"{path}/{found}"), key=key, icon=icon)] if found else []

    def other(chosen: str) -> None:
        set_group(chosen)
        set_shown(AT_A_TIME)

    groups = [(key, t(words)) for key, words in GROUPS.items()]
    parts: list[ft.Control] = [choice("", groups, group, other, key="group", may_be_none=False)]
    if may:
        # Words: a button: the next Danish word that lacks a voice is to be said
        parts += next_button(t("Record the next one"), ft.Icons.MIC, "record-next", speaks=True)
    # Words: a button: the next recording of somebody else, to be listened to and confirmed
    parts += next_button(t("Listen to the next one"), ft.Icons.HEARING, "listen-next", speaks=False)
    if not may:
        parts.append(without_the_right(t, ports))
    parts.append(sheet([_line(t, one, said.get(one.key, ()), path) for one in prompts[:shown]]))
    if len(prompts) > shown:
        more = t.many("%(num)d more", "%(num)d more", len(prompts) - shown)
        parts.append(quiet_button(more, lambda: set_shown(shown + AT_A_TIME), key="more-texts"))
    far = voices_words(t, voices(keys, recorded))
    return screen(t.isolated(called(t, deck)), parts, t=t, path=path, under=far, back=DECKS)


def _line(t: Words, one: Prompt, there: Sequence[Recorded], path: str) -> ft.Control:
    many = min(voices_of(there), VOICES)
    waits = [t("Waits for a second person")] if any(not counts(each) for each in there) else []
    return row(
        t.isolated(one.text),
        under=" · ".join([t(SAID_BY[many]), *waits]),
        leading=ft.Icon(SIGNS[many], color=ft.Colors.PRIMARY),
        on_tap=lambda: go(f"{path}/{one.key}"),
        key=f"text-{one.key}",
        arrow=True,
    )
