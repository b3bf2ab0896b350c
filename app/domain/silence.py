"""Which pairs have not met for longer than they agreed on. For the worker to look after; she herself is not chased."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.agenda import within
from app.records import Agreement, Cadence

EVERY_DAYS = {Cadence.WEEKLY.value: 7, Cadence.FORTNIGHTLY.value: 14, Cadence.MONTHLY.value: 31}
"""Who meets only when she asks is never silent; neither is who agreed on nothing."""

Pair = tuple[str, str]
"""(mentee, pseudonym of the mentor); "" where nobody said which mentor it was."""

PATIENCE = 2
"""So many times as long as agreed: one meeting that came to nothing is everyday life."""


@dataclass(frozen=True)
class Silence:
    """One pair; `since` they met, or agreed when they did not meet yet."""

    agreement: Agreement
    since: date
    days: int


def silences(
    agreements: Iterable[Agreement],
    last: Mapping[Pair, date],
    resting: Mapping[str, date],
    ahead: Mapping[Pair, str],
    today: date,
) -> list[Silence]:
    """The longest first. By pair: when they met `last`, and when the soonest meeting `ahead` starts, which counts when
    it is no further away than the patience with them; what nobody said of which mentor it was counts for all of hers.
    By mentee: until when prompts are `resting`.
    """
    found = []
    for one in agreements:
        every, rests = EVERY_DAYS.get(one.cadence), resting.get(one.mentee)
        pairs = ((one.mentee, one.mentor), (one.mentee, ""))
        since = max((day for day in (*(last.get(pair) for pair in pairs), one.agreed_on) if day), default=None)
        over = one.until is not None and one.until < today
        if every is None or since is None or over or (rests is not None and rests >= today):
            continue
        soon = any(pair in ahead and within(ahead[pair], PATIENCE * every, today) for pair in pairs)
        days = (today - since).days
        if days > PATIENCE * every and not soon:
            found.append(Silence(one, since, days))
    return sorted(found, key=lambda silence: (-silence.days, silence.agreement.id))
