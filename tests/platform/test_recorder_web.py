"""The microphone of the page, without the page: what goes to it, and what its answers do."""

from __future__ import annotations

import asyncio
from typing import Any

from app.platform import Recording
from app.platform.recorder_web import WebRecorder


def test_what_is_recorded_comes_to_who_asked_last_and_the_level_only_while_it_lasts() -> None:
    async def going() -> None:
        sent: list[dict[str, Any]] = []
        levels: list[tuple[float, float]] = []
        recorder = WebRecorder(sent.append)
        recorder.stop(keep=True)
        assert sent == []  # nothing to stop
        first = asyncio.ensure_future(recorder.record(60, lambda *_: None))
        await asyncio.sleep(0)
        second = asyncio.ensure_future(recorder.record(60, lambda *level: levels.append(level)))
        await asyncio.sleep(0)
        assert (await first).why == "dropped"
        recorder.level(0.5, 1.0)
        recorder.recorded(1, Recording(why="dropped"))  # the page's word on the first
        assert not second.done()

        recorder.stop(keep=True)
        recorder.recorded(2, Recording(b"sound", "audio/webm", 2.5, -20.0))
        recorder.level(0.7, 2.0)

        assert (await second).content == b"sound"
        assert levels == [(0.5, 1.0)]
        assert [each["t"] for each in sent] == ["record", "record", "stop-recording"]

    asyncio.run(going())
