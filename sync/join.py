"""What a row is, out of what its authors said: made on reading, never written; rights are a view."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sync.stamp import Stamp
from sync.version import GONE, Said, Word

May = Callable[
    [bytes, str, str], bool | None
]  # (author, table, field) -> she may | may not | her grant is not known yet


class Spoken(NamedTuple):
    """A word and whose it is."""

    author: bytes
    word: Word

    @property
    def order(self) -> tuple[Stamp, bytes]:
        """The later one wins; on the same stamp the greater author, everywhere alike."""
        return self.word.stamp, self.author


class NotApplied(NamedTuple):
    """A word that does not count, shown to its author and a steward: `why` is `role` or `table`."""

    author: bytes
    field: str
    why: str


@dataclass(slots=True)
class Joined:
    """A row as it stands. `rivals` = other standing texts, newest first; `removers` = who said that it is gone.

    `back`: somebody removed it, somebody else wrote on, so it is here and marked. `waits`: words of unknown grants.
    """

    table: str
    fields: dict[str, Spoken] = field(default_factory=dict)
    rivals: dict[str, list[Spoken]] = field(default_factory=dict)
    gone: bool = False
    back: bool = False
    removers: list[Spoken] = field(default_factory=list)
    refused: list[NotApplied] = field(default_factory=list)
    waits: bool = False


def latest(said: Said) -> Stamp:
    """Its greatest stamp; 0 when it says nothing."""
    return max((word.stamp for word in said.fields.values()), default=0)


def saw_of(texts: Iterable[Spoken], unsettled: Collection[bytes] = ()) -> dict[bytes, Stamp]:
    """What somebody has seen who had these texts before her: they, and all that they had seen.

    Taken when the screen opens. `unsettled` = authors whose text is not acknowledged yet (hers): its stamp is not
    known, only what it had seen counts.
    """
    saw: dict[bytes, Stamp] = {}
    for author, word in texts:
        for other, stamp in (word.saw or {}).items():
            saw[other] = max(stamp, saw.get(other, 0))
        if author not in unsettled:
            saw[author] = max(word.stamp, saw.get(author, 0))
    return saw


def join(versions: Sequence[tuple[bytes, Said]], may: May) -> Joined:
    """One row: what each author said of it, and who may say what. Of each author one version counts, the last given."""
    told = dict(versions)
    if len(told) == 1:
        return _alone(*told.popitem(), may)
    table = _table(told, may)
    joined = Joined(table)
    words: dict[str, list[Spoken]] = {}
    for author, said in told.items():
        for name, word in said.fields.items():
            allowed = may(author, said.table, name)
            if allowed is None:
                joined.waits = True
            elif not allowed:
                joined.refused.append(NotApplied(author, name, "role"))
            elif said.table != table:
                joined.refused.append(NotApplied(author, name, "table"))
            else:
                words.setdefault(name, []).append(Spoken(author, word))

    for name, spoken in words.items():
        if name != GONE:
            _settle(joined, name, spoken)
    if GONE in words:
        _remove(joined, words)
    return joined


def _alone(author: bytes, said: Said, may: May) -> Joined:
    """The same where only one author spoke: most rows, so without a list for each field."""
    joined = Joined(said.table)
    fields = joined.fields
    for name, word in said.fields.items():
        allowed = may(author, said.table, name)
        if allowed:
            fields[name] = Spoken(author, word)
        elif allowed is None:
            joined.waits = True
        else:
            joined.refused.append(NotApplied(author, name, "role"))
    if GONE in fields:
        _remove(joined, {name: [one] for name, one in fields.items()})
        del fields[GONE]
    return joined


def _table(told: Mapping[bytes, Said], may: May) -> str:
    """The table of the earliest word that may be said; whoever comes later with another one is refused."""
    tables = {said.table for said in told.values()}
    if len(tables) == 1:
        return tables.pop()
    earliest = min(
        (
            (word.stamp, author, said.table)
            for author, said in told.items()
            for name, word in said.fields.items()
            if may(author, said.table, name)
        ),
        default=(0, b"", min(tables, default="")),
    )
    return earliest[2]


def _settle(joined: Joined, name: str, spoken: list[Spoken]) -> None:
    """A plain field: the greatest (stamp, author). Prose: the newest standing text, and the other standing ones."""
    if len(spoken) == 1:
        joined.fields[name] = spoken[0]
        return
    if any(one.word.saw is not None for one in spoken):
        standing = [one for one in spoken if not any(_covers(other, one) for other in spoken)]
        standing.sort(key=lambda one: one.order, reverse=True)
        joined.fields[name] = standing[0]
        if len(standing) > 1:
            joined.rivals[name] = standing[1:]
    else:
        joined.fields[name] = max(spoken, key=lambda one: one.order)


def _covers(later: Spoken, text: Spoken) -> bool:
    """Whether `later`'s author, another one, had that text before her.

    Beyond its own stamp a `saw` counts for nothing. Nobody covers what is greater in (stamp, author), so the greatest
    always stands, whatever a patched app claims.
    """
    if later.author == text.author or later.order < text.order:
        return False
    return text.word.stamp <= _seen(later.word, text.author)


def _seen(word: Word, author: bytes) -> Stamp:
    """Up to which stamp of `author` the word had seen; -1 for nothing."""
    stamp = (word.saw or {}).get(author, -1)
    return stamp if stamp <= word.stamp else -1


def _remove(joined: Joined, words: Mapping[str, list[Spoken]]) -> None:
    """`gone` holds while its `saw` covers every applied write of others, and its author wrote nothing after it."""
    removers = [one for one in words[GONE] if one.word.value]
    latest_writes: dict[bytes, Stamp] = {}
    for name, spoken in words.items():
        for author, word in spoken:
            if name != GONE or not word.value:  # that others removed it too is no reason to bring it back
                latest_writes[author] = max(word.stamp, latest_writes.get(author, 0))
    joined.removers = sorted(removers, key=lambda one: one.order, reverse=True)
    joined.gone = any(_holds(one, latest_writes) for one in removers)
    kept = [one for one in words[GONE] if not one.word.value]
    answered = [one for one in removers if any(_covers(other, one) for other in kept)]
    joined.back = not joined.gone and len(answered) < len(removers)


def _holds(remover: Spoken, latest_writes: Mapping[bytes, Stamp]) -> bool:
    author, word = remover
    return all(
        stamp <= word.stamp if writer == author else stamp <= _seen(word, writer)
        for writer, stamp in latest_writes.items()
    )
