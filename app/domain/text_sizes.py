"""How large all text stands on this phone: asked at the first start, changed under *Language and look*.

The page knows the same sizes (build/web/page/words.mjs): it scales the lock and all that Flutter draws.
"""

from __future__ import annotations

from app.i18n import N_

USUAL = ""
TEXT_SIZES = {
    # Words: how large the text on the screen is: as on any other page
    USUAL: (1.0, N_("Usual letters")),
    "large": (1.25, N_("Large letters")),
    "largest": (1.5, N_("Very large letters")),
}
"""{as it is remembered: (how many times the usual height, its name)}; what is unknown is the usual one."""


def times_usual(size: str) -> float:
    """How many times the usual height."""
    return TEXT_SIZES.get(size, TEXT_SIZES[USUAL])[0]
