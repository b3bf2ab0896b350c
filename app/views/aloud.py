"""The speaker on a paper: her language first, then Danish; a person's recording where there is one, else the device."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from itertools import groupby
from typing import Any

import flet as ft

from app.domain.aloud import DANISH, Part, language_of, voice_for
from app.domain.studio import Said, aloud, pieces_of
from app.i18n import Words, danish
from app.i18n.words import unmarked
from app.journeys.attachments import content_of
from app.journeys.studio_sound import none_there, sounds_of, there_of
from app.platform import Played
from app.ports import Ports
from app.views.kit import no_voice, speaker_button
from app.views.session import use_ports, use_session


def in_both(t: Words, say: Callable[[Words], str]) -> list[Part]:
    """A text of ours, in her language and then in Danish; what her language lacks in Danish alone."""
    hers, said = say(t), say(danish())
    return [(DANISH, said)] if unmarked(hers) == said else [(t.code, hers), (DANISH, said)]


def one_after_the_other(t: Words, *texts: Callable[[Words], str]) -> list[Part]:
    """Several texts of ours, all in her language and then all in Danish; each may have its own recording."""
    return sorted((part for text in texts for part in in_both(t, text)), key=lambda part: part[0] == DANISH)


def as_it_is(t: Words, text: str) -> list[Part]:
    """A name or a number, the same in every language: by her voice, else by the Danish one."""
    return [(t.code, text), (DANISH, text)]


def written(t: Words, text: str) -> list[Part]:
    """What somebody wrote, in the language it is written in."""
    return [(language_of(text, t.code), text)] if text else []


async def say_all(ports: Ports, said: Sequence[Said]) -> bool:
    """One after the other; False when it was cut short, or a part of it was not heard.

    A recording that cannot be played is left out.
    """
    voice, whole = ports.platform.voice, True
    for recorded, some in groupby(said, lambda one: bool(one.key)):
        if not recorded:
            if not await voice.say([(one.text, one.tag) for one in some]):
                return False
            continue
        keys = [one.key for one in some]
        sounds = sounds_of(ports, keys)
        whole &= len(sounds) == len(keys)
        for sound in sounds:
            content = await content_of(ports, sound)
            how = Played.CANNOT if content is None else await voice.play(content)
            if how == Played.CUT:
                return False
            whole &= how == Played.WHOLE
    return whole


def use_sounding(
    on_whole: Callable[[], object] | None = None,
) -> tuple[bool, Callable[[Callable[[], Awaitable[bool]]], Coroutine[Any, Any, None]]]:
    """(speaking, sound): awaits what sounds and tells whether it was whole, or hushes.

    `on_whole`: it was played to its end.
    """
    voice = use_ports().platform.voice
    speaking, set_speaking = ft.use_state(False)
    _times, again = ft.use_state(0)
    on_screen: Any = ft.use_ref(None)

    def begin() -> None:
        on_screen.current = voice.on_change(lambda: again(lambda times: times + 1))

    def leave() -> None:
        if on_screen.current:
            on_screen.current()
            on_screen.current = None
            voice.hush()

    ft.use_effect(begin, [], cleanup=leave)

    async def sound(sounds: Callable[[], Awaitable[bool]]) -> None:
        if speaking:
            voice.hush()
            return
        set_speaking(True)
        whole = await sounds()
        if on_screen.current:
            set_speaking(False)
            if whole and on_whole:
                on_whole()

    return speaking, sound


@ft.component
def Speaker(
    parts: Sequence[Part],
    name: str,
    key_: str = "listen",
    language: str = "",
    or_nothing: bool = False,  # noqa: FBT001, FBT002 - a component takes what it is given
    on_whole: Callable[[], object] | None = None,
) -> ft.Control:
    """Says `parts`; `name` = what they are, for who cannot see the button. A sign alone where no voice can say them.

    `language` = what theirs is called, where it is not that of the screen. `or_nothing`: no sign either.
    `on_whole`: it was played to its end, in her language where it is written in it.
    """
    session = use_session()
    ports = use_ports()
    t, voice = session.words, ports.platform.voice
    there = there_of(ports, [text for _code, text in parts]) if ports.open else none_there
    hers = [part for part in parts if part[0] != DANISH] or parts
    unheard = any(not pieces_of(code, text, there) and not voice_for(code, voice.tags) for code, text in hers)
    speaking, sound = use_sounding(None if unheard else on_whole)
    danish_first = session.dial == "danish"
    ordered = sorted(parts, key=lambda part: danish_first and part[0] != DANISH)
    said = aloud(ordered, voice.tags, there)
    if not said and or_nothing:
        return ft.Container(width=0, height=0)
    if not said:
        # Words: where a speaker would be: nothing is read aloud, for the phone has no voice for that language
        silent = t("This phone has no voice for %(language)s.", language=language or t.language.own_name)
        return no_voice(silent, key=key_)

    async def tap() -> None:
        await sound(lambda: say_all(ports, said))

    recorded = any(pieces_of(code, text, there) for code, text in parts if code == t.code)
    only_danish = not language and t.code != DANISH and not recorded and not voice_for(t.code, voice.tags)
    return speaker_button(
        # Words: a button that reads a text aloud; what = the text or its title
        t("Listen: %(what)s", what=name),
        tap,
        speaking=speaking,
        under=danish().language.own_name if only_danish else "",
        key=key_,
    )
