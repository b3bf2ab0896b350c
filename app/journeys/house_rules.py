"""What the organisation decided for everybody: set by a coordinator, read on every phone."""

from __future__ import annotations

import hashlib
from datetime import date

from app.domain.cpr import refuse_cpr
from app.domain.expiring import LEAST_DAYS, MOST_DAYS, keep_days_of
from app.domain.text import tidy
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import HouseRule

KEEP_DAYS = "keep_days"
"""How long a contact who did not say yes is kept after she was last met."""


CALL_US, FIND_US = "call_us", "find_us"
"""What stands on the card that is passed on: a telephone number, and where and when one finds us."""


def keep_days(ports: Ports) -> int:
    """As decided, or as usual."""
    return keep_days_of(decided(ports, KEEP_DAYS))


def keep_days_decided_on(ports: Ports) -> date | None:
    """When that number was chosen, by the hub's clock; None while it is as usual."""
    rule = ports.store.get(HouseRule, _row(KEEP_DAYS))
    line = ports.store.byline(rule, "value") if rule else None
    return line.at.date() if line else None


def set_keep_days(ports: Ports, days: int) -> None:
    """For all phones of the organisation, from their next sync on."""
    if not LEAST_DAYS <= days <= MOST_DAYS:
        raise Refusal(N_("Choose between %(least)d and %(most)d days."), least=LEAST_DAYS, most=MOST_DAYS)
    decide(ports, KEEP_DAYS, str(days))


def decided(ports: Ports, key: str) -> str:
    """What was decided, or nothing."""
    rule = ports.store.get(HouseRule, _row(key))
    return rule.value if rule else ""


def decide(ports: Ports, key: str, value: str) -> None:
    """One line, the same for everybody."""
    if key != CALL_US:  # a telephone number may look like one
        refuse_cpr(value)
    space, value = ports.store.space("public"), tidy(value)
    with ports.store.write() as tx:
        tx.add(HouseRule(id=_row(key), space=space, key=key, value=value))


def may_decide(ports: Ports) -> bool:
    """Is she one who sets them?"""
    return any("value" in ports.store.may_set(place.space, "houserule") for place in ports.store.places("public"))


def _row(key: str) -> str:
    """The same row on every phone: two coordinators who decide at once make one rule."""
    return hashlib.sha256(f"bb/rule/1 {key}".encode()).hexdigest()[:32]
