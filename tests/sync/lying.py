"""Three phones in one area, and a hub that changes what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sync.entry import space_of
from sync.wire import Piece, SyncAnswer
from tests.sync.phones import Phone, World

ROW, OTHER = b"r" * 16, b"o" * 16
Lie = Callable[[SyncAnswer], SyncAnswer]


class Scene:
    """Karen and Omar share an area; Mia comes to it, too."""

    def __init__(self, folder: Path) -> None:
        self.world = World(folder)
        self.karen, self.omar, self.mia = self.world.founder, self.world.joins("Omar"), self.world.joins("Mia")
        self.area = self.world.circle(self.karen)
        for phone in (self.omar, self.mia):
            self.world.grant(self.area, phone)
        self.space = space_of(self.area, 0)
        self.world.settle()

    def lying(self, lie: Lie) -> Callable[[str, bytes], bytes]:
        """The way to a hub that changes its answers."""

        def post(path: str, body: bytes) -> bytes:
            answer = self.world.hub.post(path, body)
            return lie(SyncAnswer.unpack(answer)).pack() if path == "/sync" else answer

        return post

    def without(self, unwanted: Callable[[Piece], bool]) -> Callable[[str, bytes], bytes]:
        """The way to a hub that keeps some pieces to itself."""
        return self.lying(lambda answer: replace(answer, pieces=tuple(p for p in answer.pieces if not unwanted(p))))

    def whys(self, phone: Phone) -> set[str]:
        return {why for _, _, why in phone.journal.withheld()}
