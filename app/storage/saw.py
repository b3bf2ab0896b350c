"""What lay before a person when her screen opened: what a new text of hers covers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from app.records import Record, field_names, is_prose
from app.storage.reading import FOREVER, Voice
from sync.join import Joined, May, Spoken, saw_of
from sync.stamp import Stamp, ms_of
from sync.version import GONE, Said

Covered = Mapping[bytes, Stamp]
"""{author: stamp}: everything that author said up to that stamp."""


@dataclass(frozen=True)
class Saw:
    """Take it with `store.seen(record)` when the screen opens and hand it to the journey that keeps.

    As it is, an edit covers the one text that stood in the record; `settling()` covers all that were shown.
    """

    edits: Mapping[str, Covered] = field(default_factory=dict)
    shown: Mapping[str, Covered] = field(default_factory=dict)
    gone: Covered = field(default_factory=dict)
    removals: Covered = field(default_factory=dict)
    settled: bool = False

    def settling(self) -> Saw:
        """The same, for somebody who read all the texts side by side and now says what stands."""
        return replace(self, edits=self.shown, settled=True)


@dataclass(frozen=True)
class Rival:
    """One of several texts that stand side by side; `who` is a name, `at` in UTC, `mine` when this person wrote it."""

    text: str
    who: str
    at: datetime
    mine: bool


@dataclass(frozen=True)
class Byline:
    """Who said something; `at` in UTC, `mine` when this person did, on whichever device.

    `order`: greater = said later, also within one moment of one phone.
    Two phones that knew nothing of each other may tie.
    """

    who: str
    at: datetime
    mine: bool
    order: tuple[int, int, Stamp] = (0, 0, 0)


@dataclass(frozen=True)
class Back:
    """A row that is here although somebody removed it: who did, and who wrote what the remover had not seen."""

    removed: Byline
    wrote: Byline


def at_of(stamp: Stamp) -> datetime:
    """The moment of a stamp."""
    return datetime.fromtimestamp(ms_of(stamp) / 1000, UTC)


def order_of(stamp: Stamp, writing: int) -> tuple[int, int, Stamp]:
    """`writing` = its place among what is unsent, where several may have one stamp; 0 for what a hub has."""
    return ms_of(stamp), writing, stamp


def take(
    noun: type[Record], voices: Iterable[Voice], settled: Mapping[bytes, Said], joined: Joined, mine: bytes, may: May
) -> Saw:
    """`voices` as understood; `settled` = own acknowledged words that unsent ones hide; `mine` = who writes now."""
    told = list(voices)
    unsettled = {voice.author for voice in told if voice.day == FOREVER}
    own = next((voice.said.fields for voice in told if voice.author == mine), {})
    kept = settled[mine].fields if mine in settled else {}
    edits: dict[str, Covered] = {}
    shown: dict[str, Covered] = {}
    for name in (name for name in field_names(noun) if is_prose(noun, name)):
        stands = [joined.fields[name]] if name in joined.fields else []
        hers = [Spoken(mine, own[name])] if name in own else []
        last = saw_of([Spoken(mine, kept[name])] if name in kept else [])
        edits[name] = _both(saw_of([*stands, *hers], unsettled), last)
        shown[name] = _both(saw_of([*stands, *joined.rivals.get(name, []), *hers], unsettled), last)
    return Saw(edits, shown, _writes(told, unsettled, may), saw_of(joined.removers, unsettled))


def unseen_by(remover: Spoken, voices: Iterable[Voice], may: May) -> Spoken:
    """The newest word that the remover had not before her: it brought the row back. Hers if no other is known."""
    had = {**(remover.word.saw or {}), remover.author: remover.word.stamp}
    words = [
        Spoken(author, word)
        for author, said, _ in voices
        for name, word in said.fields.items()
        if (name != GONE or not word.value) and may(author, said.table, name) and word.stamp > had.get(author, -1)
    ]
    return max(words, key=lambda one: one.order, default=remover)


def _writes(voices: Iterable[Voice], unsettled: set[bytes], may: May) -> dict[bytes, Stamp]:
    """The latest word of each other author that counts; who removed the row wrote nothing."""
    latest: dict[bytes, Stamp] = {}
    for author, said, _ in (voice for voice in voices if voice.author not in unsettled):
        for name, word in said.fields.items():
            if (name != GONE or not word.value) and may(author, said.table, name):
                latest[author] = max(word.stamp, latest.get(author, 0))
    return latest


def _both(one: Covered, other: Covered) -> dict[bytes, Stamp]:
    return {author: max(one.get(author, 0), other.get(author, 0)) for author in {**one, **other}}
