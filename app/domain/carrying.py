"""Whether pictures and recordings may go now: the network, the person's switch and her budget of the month."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FREE, METERED = "free", "metered"
"""A network that costs nothing by the byte, or one that does; "" where the device does not tell."""

MB = 1_000_000
SMALL = 64 * 1024
"""Files as small as this come by themselves, where they cost nothing."""

SAID_MAX = 512 * 1024
"""A voice message of a minute, with room for an iPhone's kind; who sends it and who hears it has tapped for it."""

FREE_ONES = frozenset({"wifi", "ethernet"})


def network_of(kinds: Collection[str]) -> str:
    """What a phone's own words for its connections mean: one that costs, beside one that does not, is not used."""
    if FREE_ONES & set(kinds):
        return FREE
    return METERED if "mobile" in kinds else ""


class Wait(StrEnum):
    """What a file waits for."""

    WIFI = "wifi"
    BUDGET = "budget"


@dataclass(frozen=True)
class Allowance:
    """What this phone may carry where it costs, or may cost. `spent` bytes in `month` ("2026-03"), both ways."""

    wifi_only: bool = True
    budget_mb: int = 50
    month: str = ""
    spent: int = 0

    def spent_in(self, today: date) -> int:
        """Bytes of this month."""
        return self.spent if self.month == month_of(today) else 0

    def wait(self, network: str, today: date, size: int) -> Wait | None:
        """What `size` bytes more wait for; nothing on a free network. A device that does not tell counts as metered."""
        if network == FREE:
            return None
        if self.wifi_only:
            return Wait.WIFI
        return Wait.BUDGET if self.spent_in(today) + size > self.budget_mb * MB else None


def month_of(day: date) -> str:
    """As in "2026-03"."""
    return f"{day:%Y-%m}"
