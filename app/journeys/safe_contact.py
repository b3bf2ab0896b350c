"""How a message reaches her safely: her number and her own word on when."""

from __future__ import annotations

from typing import Any

from app.domain.text import tidy
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Mentee, Reach


def keep_reach(
    ports: Ports, *, shown: Mentee, phone: str, reach: str, days: str = "", opens: str = "", closes: str = ""
) -> Mentee:
    """On her file, where those who walk with her and the coordinators read."""
    times = reach == Reach.TIMES
    if times and opens == closes:
        raise Refusal(N_("Choose from when and until when."))
    number = tidy(phone)
    if number and sum(sign.isdecimal() for sign in number) < 4:
        raise Refusal(N_("Write the phone number in digits."))
    said: dict[str, Any] = {
        "safe_days": "".join(sorted(days)) if times else "",
        "safe_from": opens if times else "",
        "safe_to": closes if times else "",
    }
    with ports.store.write() as tx:
        return tx.change(shown, phone=number, reach=reach, **said)
