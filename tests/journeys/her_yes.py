"""She says yes or no to what she is asked."""

from __future__ import annotations

from app.journeys.consents import answer_asked
from app.records import Consent
from tests.world import Phone

TEXT = "May we call you and write to you?"


def say(phone: Phone, space: str, what: str, *, yes: bool = True, mode: str = "heard", by: str = "") -> Consent:
    said = {"text": TEXT, "version": 1, "language": "so", "mode": mode, "explained": by}
    return answer_asked(phone.ports, row=phone.ports.new_row(), space=space, what=what, yes=yes, **said)  # type: ignore[arg-type]
