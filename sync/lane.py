"""The lane of attachments: behind the rows, one chunk at a time, so that a cut costs one and a restart none."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Protocol  # Any: what the hub answers

from sync.chunk import ASKED_MAX, SEALED_MAX, name_of
from sync.codes import Reason
from sync.errors import JournalFull, NotFound, Refused
from sync.packing import blob, blob_upto, parts
from sync.parcels import FULL, Parcel, Parcels, State

LOST = "lost"  # the file of a chunk that no hub has is not there, or damaged
MISSING = "missing"  # the hub has it not (yet)
DAMAGED = "damaged"  # other bytes came than those of that name: tried again the next time


class Files(Protocol):
    """Where chunks lie, by name; none of it is readable without the row."""

    async def keep(self, name: bytes, sealed: bytes) -> None:
        """On disk for good when it returns. Raises `JournalFull`."""

    async def read(self, name: bytes) -> bytes | None:
        """None when there is none."""

    async def drop(self, name: bytes) -> None:
        """Nothing of it is left; nothing happens when there is none."""

    async def names(self) -> list[bytes]:
        """Of all that lie there."""


class Gate(Protocol):
    """What is allowed now: by the rows, which go first, the network, and the person's budget."""

    def may(self, size: int) -> bool:
        """So many bytes more, up or down?"""

    def spent(self, size: int) -> None:
        """They go, or came; less than nothing takes back what was counted and never came."""


class Asking(Protocol):
    """One request as the device that is signed in."""

    def __call__(self, path: str, *given: Any, expects: int = 0) -> Awaitable[list[Any]]: ...


class Lane:
    """One run of it. `first` = the rank of a space, small first; `tell` is called after each chunk that moved."""

    def __init__(
        self,
        parcels: Parcels,
        files: Files,
        ask: Asking,
        gate: Gate,
        now: Callable[[], int],
        first: Callable[[bytes], int] = lambda _: 0,
        tell: Callable[[], object] = lambda: None,
    ) -> None:
        self._parcels = parcels
        self._files = files
        self._ask = ask
        self._gate = gate
        self._now = now
        self._first = first
        self._tell = tell

    async def run(self, *, look: bool = False, again: bool = True) -> None:
        """What may go now, until nothing is left or the gate shuts. Raises what `ask` does.

        `look`: whether the hub still has what it took is asked, too. `again`: so is what this phone had no room for.
        """
        await self._erase()
        if look:
            await self._look()
        if await self._bring():
            await self._fetch(again=again)

    def _by_space(self, state: State) -> list[tuple[bytes, list[Parcel]]]:
        """The most urgent space first, in each the oldest; as many as one question holds."""
        groups: dict[bytes, list[Parcel]] = {}
        for one in self._parcels.in_state(state):
            groups.setdefault(one.space, []).append(one)
        ordered = sorted(groups.items(), key=lambda group: self._first(group[0]))
        return [(space, some[at : at + ASKED_MAX]) for space, some in ordered for at in range(0, len(some), ASKED_MAX)]

    async def _look(self) -> None:
        """What the hub's disk spoilt goes there again, from whoever has it whole."""
        for space, some in self._by_space(State.KEPT):
            if not self._gate.may(some[0].size):
                return
            with suppress(NotFound, Refused):
                lacking = await self._lacking(space, some)
                for one in some:
                    if one.name in lacking:
                        await self._offer(one)

    async def _offer(self, one: Parcel) -> None:
        if await self._here(one.name) is None:
            self._parcels.lost(one)
        else:
            self._parcels.missed(one)

    async def _here(self, name: bytes) -> bytes | None:
        """None when its file is not there, or not what it was."""
        sealed = await self._files.read(name)
        return sealed if sealed is not None and name_of(sealed) == name else None

    async def _bring(self) -> bool:
        """False when the gate shut."""
        for space, some in self._by_space(State.BRING):
            if not self._gate.may(some[0].size):
                return False
            try:
                lacking = await self._lacking(space, some)
                for one in some:
                    if one.name not in lacking:
                        self._taken(one)
                    elif not self._gate.may(one.size):
                        return False
                    else:
                        await self._put(one)
            except (NotFound, Refused) as no:
                why = no.reason if isinstance(no, Refused) else str(Reason.STRANGER)
                for one in self._parcels.in_state(State.BRING):
                    if one.space == space:
                        self._parcels.refused(one, why)
        return True

    async def _lacking(self, space: bytes, some: list[Parcel]) -> set[bytes]:
        (lacking,) = parts(await self._ask("/lack", space, [one.name for one in some]), 1)
        return {blob(name, 32) for name in parts(lacking, 0, ASKED_MAX)}

    async def _put(self, one: Parcel) -> None:
        sealed = await self._here(one.name)
        if sealed is None:
            self._parcels.refused(one, LOST)
            return
        self._gate.spent(len(sealed))
        await self._ask("/put", one.space, one.name, sealed)
        self._taken(one)

    def _taken(self, one: Parcel) -> None:
        self._parcels.taken(one, self._now())
        self._tell()

    async def _fetch(self, *, again: bool) -> None:
        for space, some in self._by_space(State.WANTED):
            wanted = [one for one in some if again or one.reason != FULL]
            if not wanted:
                continue
            if not self._gate.may(wanted[0].size):
                return
            try:
                lacking = await self._lacking(space, wanted)
            except NotFound:
                lacking = {one.name for one in wanted}
            for one in wanted:
                if one.name in lacking:
                    self._parcels.refused(one, MISSING)
                elif not self._gate.may(one.size) or not await self._fits(one):
                    return

    async def _fits(self, one: Parcel) -> bool:
        """It comes, or not yet; False where this phone has no room: then nothing else comes now, either."""
        try:
            await self._get(one)
        except NotFound:
            self._gate.spent(-one.size)
            self._parcels.refused(one, MISSING)
        except JournalFull:
            for each in self._parcels.in_state(State.WANTED):
                self._parcels.refused(each, FULL)
            return False
        return True

    async def _get(self, one: Parcel) -> None:
        if await self._here(one.name) is not None:
            self._arrived(one)
            return
        self._gate.spent(one.size)
        (given,) = parts(await self._ask("/get", one.space, one.name, expects=SEALED_MAX), 1)
        sealed = blob_upto(given, SEALED_MAX, 1)
        if name_of(sealed) != one.name:
            self._parcels.refused(one, DAMAGED)
            return
        await self._files.keep(one.name, sealed)
        self._arrived(one)

    def _arrived(self, one: Parcel) -> None:
        self._parcels.arrived(one, self._now())
        self._tell()

    async def _erase(self) -> None:
        """What was made here and went; what the hub does not let us erase any more is left to it."""
        for space, some in self._by_space(State.GONE):
            with suppress(NotFound, Refused):
                await self._ask("/drop", space, [one.name for one in some])
            self._parcels.forget(some)
