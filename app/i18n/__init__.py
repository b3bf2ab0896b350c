"""Words, numbers and days of a language. `N_` marks a text that is translated where it is shown."""

from __future__ import annotations


def N_(text: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark `text` for the catalogues and give it back as it is."""
    return text


from app.i18n.languages import LANGUAGES, OFFERED, Language, language_named  # noqa: E402 - N_ must be there first
from app.i18n.words import Words, danish  # noqa: E402

__all__ = ["LANGUAGES", "N_", "OFFERED", "Language", "Words", "danish", "language_named"]
