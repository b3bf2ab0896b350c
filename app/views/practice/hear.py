"""Danish to be heard, without limit; where the phone has no Danish voice, what would be heard is written, quietly."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.domain.aloud import DANISH, voice_for
from app.views.aloud import use_voice
from app.views.kit import big_speaker, body, speaker_button
from app.views.session import use_ports, use_words


def spoken(tags: Sequence[str], says: Sequence[str]) -> list[tuple[str, str]]:
    """(text, tag) of each, also of one that is said twice; empty without a Danish voice."""
    tag = voice_for(DANISH, tags)
    return [(text, tag) for text in says if text] if tag else []


@ft.component
def Hear(says: Sequence[str], *, at_once: bool = False, large: bool = False, key_: str = "hear") -> ft.Control:
    """Says the texts one after the other when tapped; `at_once`: when it comes on the screen, too."""
    t, voice = use_words(), use_ports().platform.voice
    speaking, say = use_voice()
    aloud = spoken(voice.tags, says)

    async def tap() -> None:
        await say(aloud)

    async def begin() -> None:
        if at_once and aloud:
            await say(aloud)

    ft.use_effect(begin, [*says, at_once])
    if not aloud:
        return instead(" · ".join(says), large=large)
    button = big_speaker if large else speaker_button
    # Words: a button that says a Danish word or sentence, which is not written: it is to be recognised
    return button(t("Hear it"), tap, speaking=speaking, key=key_)


def instead(text: str, *, large: bool = False) -> ft.Control:
    """What would be heard, written."""
    words = use_words()
    written = body(words.isolated(text), size=28 if large else 20, strong=large)
    written.text_align = ft.TextAlign.CENTER
    return written
