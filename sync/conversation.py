"""One sync as a conversation without a network: it yields what to ask, is sent the answer, may be left anywhere."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial

from sync.asking import Ask
from sync.ciphers import Sealer, Signer, Verify
from sync.circles import circles_of
from sync.collecting import uncollected
from sync.errors import (
    ClockBent,
    LoginNeeded,
    Malformed,
    NotFound,
    Refused,
    SentTooMuch,
    SyncError,
    Unreachable,
    Untold,
)
from sync.healing import Healing
from sync.journal import Journal
from sync.logging_in import login
from sync.outbox import Rank
from sync.talk import Outcome, Talk
from sync.wire import SyncAnswer, SyncRequest

__all__ = ["Ask", "Conversation", "Outcome", "Session", "converse", "login"]

TURNS_MAX = 10_000
SLOW = "slow"
"""Under this name the journal remembers that the last answer did not come."""
MUCH = 160 * 1024
"""Bytes of patience for a whole piece: what 64 kbit/s needs for it."""
HEALS_MAX = 8  # in one conversation: a hub may be restored while we speak


@dataclass(slots=True)
class Session:
    """What lives as long as the app is open: the token the hub gave. Not kept on disk."""

    token: bytes = b""


Conversation = Generator[Ask, bytes, Outcome]


def converse(
    journal: Journal,
    sealer: Sealer,
    signer: Signer,
    verify: Verify,
    clock: Callable[[], int],
    session: Session | None = None,
    outcome: Outcome | None = None,
    learn: Callable[[set[bytes]], object] = lambda _: None,
    rank: Rank = lambda _: 1,
) -> Conversation:
    """Log in if needed, offer what is only here, pull what is new, until both sides have all.

    `clock` = this phone's own, ms since 1970. Each step is one transaction; leaving at any yield loses nothing, and a
    new conversation goes on from there. `outcome` is filled as it goes: whoever is cut off looks there for changes.
    `learn` is told, inside the transaction, of circles whose log grew: a new epoch's key is wanted before we offer.
    `rank` of a space: small goes first, 0 is urgent.
    Raises what the hub says (`wire`), `Malformed`, `JournalFull`.
    """
    session = session or Session()
    outcome = outcome or Outcome()
    talk = Talk(journal, sealer, signer, verify, clock, outcome, learn, rank)
    healing = Healing(journal, circles_of(journal), signer.device)
    bent = logged_in_anew = more = False
    healed = 0
    for _ in range(TURNS_MAX):
        if not session.token:
            session.token = yield from _enter(signer, healing)
        request, pushes = talk.request(session.token)
        try:
            ahead = partial(talk.prepare, pushes)
            told = yield from _patiently(journal, request, ahead, more=more)
            with uncollected():
                answer = SyncAnswer.unpack(told)
        except (Malformed, Unreachable):
            raise
        except SyncError as no:
            talk.nothing_taken(no)
            if isinstance(no, ClockBent) and not bent:
                bent = True
            elif isinstance(no, Untold) and healed < HEALS_MAX:
                healed += 1
                outcome.restored = True
                try:
                    yield from healing.run(session.token)
                except LoginNeeded:
                    session.token = b""  # what we brought closes this very phone somewhere
            elif isinstance(no, LoginNeeded) and not logged_in_anew:
                logged_in_anew = True
                session.token = b""
            elif isinstance(no, SentTooMuch) and talk.halve():
                pass
            elif isinstance(no, Refused | NotFound) and request.loads:
                talk.leave_loads(request)
            else:
                raise
            continue
        with uncollected():
            again = talk.take(request, pushes, answer)
        if not again:
            return outcome
        more = answer.more
    raise Malformed("a hub that never comes to an end")


def _patiently(
    journal: Journal, request: SyncRequest, meanwhile: Callable[[], object], *, more: bool
) -> Generator[Ask, bytes, bytes]:
    """The answer; where a whole piece may come, or the last answer did not, the line may take its time."""
    slow = journal.meta(SLOW) is not None
    much = slow or more or bool(request.loads) or not request.cursor
    try:
        answer = yield Ask("/sync", request.pack(), MUCH if much else 0, meanwhile if request.pushes else None)
    except Unreachable:
        journal.set_meta(SLOW, b"1")
        raise
    if slow:
        journal.set_meta(SLOW, None)
    return answer


def _enter(signer: Signer, healing: Healing) -> Generator[Ask, bytes, bytes]:
    """A token; a hub that was restored may have to be told first who this is."""
    try:
        return (yield from login(signer))
    except NotFound:
        yield from healing.introduce()
        return (yield from login(signer))
