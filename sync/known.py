"""What the deflate of a version knows beforehand: our nouns as they are written, and words of ours.

None of it is made from what people write. It is part of suite 2 for good: another list is another suite.
"""

from __future__ import annotations

from sync.packing import pack

_WORDS = (
    "gone true false worker mentor coordinator street event referral phone other planned moved cancelled held"
    " nobody_home not_now interested talked door"
)
_NOUNS = (  # * prose; the most frequent last, where it is nearest
    "setting key value",
    "membercard person name role picture languages",
    "shared consent about day text*",
    "consent partner name given_on ended_on",
    "matter text* noted_on over_on",
    "reply sparring text*",
    "sparring text* asked_on settled_on",
    "handed noun row origin said why written_ms done",
    "released noun row day text*",
    "mentee name language picture",
    "step text* done_on position",
    "appointment meeting starts place with_whom",
    "meetingnote meeting text*",
    "meeting mentee state starts held_on minutes place topics",
    "contact name phone address language channel outcome met_on followup_on note*",
)


def _written(noun: str, *fields: str) -> bytes:
    """As a version says it when all was set at one moment, without the words."""
    return pack([noun, {name.rstrip("*"): ["", 0, {}] if name.endswith("*") else ["", 0] for name in fields}])


KNOWN = pack(_WORDS.split()) + b"".join(_written(*noun.split()) for noun in _NOUNS)
