"""A sound is played with one tap and stopped with another; fetched first where it is not on this phone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from app.journeys.attachments import Carriage, content_of, fetch, how_far
from app.journeys.carrying import is_whole
from app.platform import Played
from app.records import Attachment
from app.views.forms import use_doing
from app.views.session import use_ports, use_session


@dataclass(frozen=True)
class Sounding:
    """`awaited`: she tapped, and it is on its way here. `far` None: its row has not come, or is not whole."""

    playing: bool
    awaited: bool
    trouble: str
    far: Carriage | None
    tap: Callable[[], Awaitable[None]]


def use_sound(sound: Attachment | None, on_heard: Callable[[], Any] = lambda: None, *, asked: bool = False) -> Sounding:
    """`on_heard` once it was played; `asked`: her tap is reason enough to fetch it where that costs."""
    ports, session = use_ports(), use_session()
    t, voice = session.words, ports.platform.voice
    ft.use_state(session.carrying)
    playing, set_playing = ft.use_state(False)
    awaited, set_awaited = ft.use_state(False)
    trouble, set_trouble = ft.use_state("")
    on_screen: Any = ft.use_ref(False)
    sounds: Any = ft.use_ref(False)
    doing = use_doing()
    far = how_far(ports, sound) if sound and is_whole(sound) else None

    def begin() -> None:
        on_screen.current = True

    def leave() -> None:
        on_screen.current = False
        if sounds.current:
            voice.hush()

    ft.use_effect(begin, [], cleanup=leave)

    async def play() -> None:
        content = await content_of(ports, sound) if sound and far else None
        if content is None:
            return
        set_awaited(False)
        set_playing(True)
        sounds.current = True
        how = await voice.play(content)
        sounds.current = False
        if not on_screen.current or not ports.open:
            return
        set_playing(False)
        if how == Played.CANNOT:
            set_trouble(t("This phone cannot play it."))
        else:
            on_heard()

    async def arrived() -> None:
        if awaited and far and far.here == far.parts:
            await doing.wait_for(play)

    ft.use_effect(arrived, [far.here if far else 0])

    async def tap() -> None:
        set_trouble("")
        if playing:
            voice.hush()
        elif sound is None or far is None:
            set_trouble(t("It has not come to this phone yet."))
        elif far.here < far.parts:
            set_awaited(True)
            fetch(ports, sound)
            session.carrying.soon(ports, asked=asked)
        else:
            await doing.wait_for(play)

    return Sounding(playing, awaited, trouble or doing.trouble, far, tap)
