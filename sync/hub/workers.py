"""Requests wait in line; a thread takes many at once and answers them together: one hop, one commit for all."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass

from anyio import CapacityLimiter
from anyio.to_thread import run_sync

from sync.hub.answer import Answers

Answer = tuple[int, bytes]  # HTTP status, body


@dataclass(frozen=True, slots=True)
class Request:
    """One in line; `answer` belongs to the event loop that waits for it."""

    path: str
    body: bytes
    address: str
    answer: asyncio.Future[Answer]

    def give(self, answer: Answer) -> None:
        """From whichever loop."""
        if not self.answer.done():
            self.answer.set_result(answer)


class Workers:
    """Between the event loop, which waits for nobody, and the store, where one works at a time, or a few."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._line: deque[Request] = deque()
        self._room = CapacityLimiter(answers.at_once)
        self._working: set[asyncio.Task[None] | None] = set()
        self.waiting = 0

    async def answer(self, path: str, body: bytes, address: str) -> Answer:
        """As `Answers.answer`."""
        loop = asyncio.get_running_loop()
        request = Request(path, body, address, loop.create_future())
        self._line.append(request)
        if len(self._working) < self._answers.at_once:
            self._working.add(loop.create_task(self._work()))
        self.waiting += 1
        try:
            return await request.answer
        finally:
            self.waiting -= 1

    async def _work(self) -> None:
        """Until nobody is in line; gone at that very moment, so that whoever comes next begins another."""
        try:
            while self._line:
                for request, answer in await run_sync(self._take, limiter=self._room):
                    request.answer.get_loop().call_soon_threadsafe(request.give, answer)
        finally:
            self._working -= {asyncio.current_task()}

    def _take(self) -> list[tuple[Request, Answer]]:
        taken: list[Request] = []
        while self._line and len(taken) < self._answers.in_one:
            taken.append(self._line.popleft())
        return list(zip(taken, self._answers.answer_all([(r.path, r.body, r.address) for r in taken]), strict=True))
