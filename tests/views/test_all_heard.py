"""On her face nothing that is written stays unsaid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import flet as ft
import pytest

from app.domain import studio
from app.domain.aloud import Part
from app.i18n.words import unmarked
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.her_screens import HERS
from tests.world import Organisation

NOT_FOR_HER_EARS = {
    "/practise/now": {"hej"},  # the exercise itself says what is to be heard in it
    "/strengths/one/cook": {"Denne telefon kan ikke optage her."},
    "/more/sync": {"Sidst på serveren: i dag 09:00."},
    "/more/left": {"Det, der ikke tæller med", "Alt, du har skrevet, tæller med."},
    "/more/language": {"Brobygger", "Udgave", "0", "Sammenlign med det, din organisation oplyser."},
}
"""What belongs to the person who sits beside her, by screen; the recovery sheets and the credits are wholly theirs."""
DIGITS_APART = re.compile(r"(?<=\d) (?=\d)")
"""As a number is said, digit by digit."""
THEIRS = {"/more/recovery", "/more/credits"}


def test_all_that_is_written_on_her_screens_is_said_by_a_speaker_there(
    lived: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    real = studio.aloud

    def heard(parts: Sequence[Part], *how: Any) -> Any:
        said.extend(unmarked(text) for _code, text in parts)
        return real(parts, *how)

    monkeypatch.setattr("app.views.aloud.aloud", heard)

    async def walk(screen: Screen) -> None:
        silent = {}
        await screen.go("/help")
        for path in HERS:
            said.clear()
            await screen.go(path)
            written = {unmarked(each.value).strip() for each in screen.walk() if isinstance(each, ft.Text)}
            heard_here = DIGITS_APART.sub("", " ".join(said).lower())
            unsaid = {one for one in written if not _said(one, heard_here)} - NOT_FOR_HER_EARS.get(path, set())
            if unsaid and path not in THEIRS:
                silent[path] = sorted(unsaid)
        assert silent == {}

    show(lived.mentee, walk, language="da")


def _said(written: str, heard: str) -> bool:
    """Its parts may be said apart."""
    parts = [part.strip(" .").lower() for part in written.replace("·", "\n").split("\n")]
    return all(DIGITS_APART.sub("", part) in heard for part in parts)
