"""Once every text of the studio is recorded and confirmed, her face is heard from people, in every corner of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from app.domain.aloud import DANISH, Part
from app.domain.app_names import APP_NAMES
from app.domain.studio import Said, pieces_of
from app.exercises.aloud import sentences_said, words_said
from app.i18n import OFFERED, danish
from app.i18n.prompts import POT, SPOKEN_TOO
from app.journeys.studio import in_danish, prompts_in
from app.views import aloud as speaking
from app.views.practice import demonstration
from tests.exercises.our_decks import shipped
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.her_screens import HERS
from tests.world import Organisation

OF_NOBODY = "Amina|Sofie|Maja|Karen|Caféen|\\d|^i dag$|Jeg taler dansk"
"""A name, a day or a number: the device says them."""


def test_all_of_her_face_that_names_nobody_and_no_day_has_a_recording(
    lived: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = {one.key for one in prompts_in(DANISH)} | set(_of_decks())
    asked: dict[str, str] = {}
    at = ""

    def heard(parts: list[Part], *_else: object) -> list[Said]:
        asked.update({text: at for _code, text in parts})
        return []

    monkeypatch.setattr(speaking, "aloud", heard)

    async def walk(screen: Screen) -> None:
        nonlocal at
        for at in HERS:
            await screen.go(at)
            if at == "/yes/contact":
                await screen.tap("was-told")

    show(lived.mentee, walk, language=DANISH)
    asked.update(dict.fromkeys((danish()(one.say) for one in demonstration.SHOWN.values()), "an exercise"))
    lacking = [(text, at) for text, at in asked.items() if not pieces_of(DANISH, text, keys.__contains__)]
    names = "|".join([OF_NOBODY, *(language.own_name for language in OFFERED), *APP_NAMES.values()])
    assert [each for each in lacking if not re.search(names, each[0])] == []
    assert len(asked) > 150


def test_what_is_spoken_too_stands_in_the_code() -> None:
    said = POT.read_text("utf-8")
    assert [text for text in SPOKEN_TOO if f'msgid "{text}"' not in said] == []


def _of_decks() -> Iterator[str]:
    """They are recorded deck by deck."""
    for deck in shipped():
        yield from (in_danish(text).key for text in (*words_said(deck), *sentences_said(deck)))
