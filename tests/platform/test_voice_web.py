"""The voices of the page, without the page: what goes to it, and what its answers do."""

from __future__ import annotations

import asyncio
from contextvars import ContextVar, copy_context
from typing import Any

from app.platform import Played
from app.platform.voice_web import WebVoice


def no_sound(nth: int, content: bytes) -> None:
    raise AssertionError((nth, len(content)))


def test_what_is_said_ends_when_the_page_says_so_and_not_for_another() -> None:
    async def going() -> None:
        sent: list[dict[str, Any]] = []
        voice = WebVoice(sent.append, no_sound)
        first = asyncio.ensure_future(voice.say([("Bussen", "da-DK")]))
        second = asyncio.ensure_future(voice.say([("Døren", "da-DK")]))
        await asyncio.sleep(0)
        assert sent[0] == {"t": "say", "nth": 1, "parts": [["Bussen", "da-DK"]]}

        voice.ended(1, whole=False)
        voice.ended(1, whole=True)
        await asyncio.sleep(0)
        assert not second.done()
        voice.ended(2, whole=True)

        assert (await first, await second) == (False, True)

    asyncio.run(going())


def test_who_asked_is_called_in_the_context_she_asked_in() -> None:
    where: ContextVar[str] = ContextVar("where", default="nowhere")
    voice, seen = WebVoice(lambda _: None, no_sound), []

    def ask() -> None:
        where.set("on her screen")
        voice.on_change(lambda: seen.append(where.get()))

    copy_context().run(ask)
    voice.found(["da-DK"])

    assert seen == ["on her screen"]


def test_who_asked_hears_of_other_voices_until_she_goes() -> None:
    voice, heard = WebVoice(lambda _: None, no_sound), []
    stop = voice.on_change(lambda: heard.append(voice.tags))
    voice.found(["da-DK"])
    voice.found(["da-DK"])
    stop()
    voice.found([])

    assert heard == [("da-DK",)]
    assert voice.tags == ()


def test_a_recording_ends_as_the_page_says_and_silence_is_asked_for_while_it_plays() -> None:
    async def going() -> None:
        sent: list[dict[str, Any]] = []
        played: list[tuple[int, bytes]] = []
        voice = WebVoice(sent.append, lambda nth, content: played.append((nth, content)))
        voice.hush()
        assert sent == []
        one = asyncio.ensure_future(voice.play(b"sound"))
        await asyncio.sleep(0)
        assert played == [(1, b"sound")]

        voice.hush()
        assert sent == [{"t": "hush"}]
        voice.played(1, "cut")
        assert await one == Played.CUT

    asyncio.run(going())
