"""Danish to be heard, without limit; where the phone has no Danish voice, what would be heard is written, quietly."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.journeys.danish_sound import spoken
from app.views.aloud import say_all, use_sounding
from app.views.kit import big_speaker, body, speaker_button
from app.views.session import use_ports, use_words


@ft.component
def Hear(
    says: Sequence[str], *, at_once: bool = False, large: bool = False, written: bool = False, key_: str = "hear"
) -> ft.Control:
    """Says the texts one after the other when tapped; `at_once`: when it comes on the screen, too.

    `written` = they stand beside it, and need not stand there twice.
    """
    t, ports = use_words(), use_ports()
    speaking, sound = use_sounding()
    said = spoken(ports, says)

    async def tap() -> None:
        await sound(lambda: say_all(ports, said))

    async def begin() -> None:
        if at_once and said:
            await tap()

    ft.use_effect(begin, [*says, at_once])
    if not said and written:
        return ft.Container()
    if not said:
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
