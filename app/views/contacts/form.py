"""What one writes of a contact, the same for a new one and a change: what came of it first, the rest as one chooses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import flet as ft

from app.i18n import Words
from app.records import Contact
from app.views.contacts.contact_words import CHANNELS, OUTCOMES
from app.views.kit import DayChoice, Field, choice, quiet_button, stack


@dataclass
class Draft:
    """What is being typed."""

    name: str = ""
    phone: str = ""
    address: str = ""
    language: str = ""
    channel: str = ""
    outcome: str = ""
    met_on: date | None = None
    followup_on: date | None = None
    note: str = ""

    @staticmethod
    def of(contact: Contact) -> Draft:
        return Draft(**{name: getattr(contact, name) for name in Draft.__dataclass_fields__})

    def said(self) -> dict[str, Any]:
        return dict(vars(self))


def fields(
    t: Words, draft: Draft, today: date, change: Callable[..., None], *, wide: bool, widen: Callable[[], None]
) -> list[ft.Control]:
    """`change(name=value)` draws again, for what is tapped; what is typed goes straight into the draft."""

    def typed(name: str) -> Callable[[str], None]:
        return lambda text: setattr(draft, name, text)

    parts: list[ft.Control] = [
        choice(
            t("What came of it"),
            [(value, t(words)) for value, words in OUTCOMES.items()],
            draft.outcome,
            lambda value: change(outcome=value),
            key="outcome",
        ),
        stack(
            [
                Field("name", draft.name, typed("name"), label=t("Name, or how you remember the person")),
                Field("address", draft.address, typed("address"), label=t("Street and door")),
            ]
        ),
        Field("note", draft.note, typed("note"), label=t("Note"), lines=2, hint=t("Only what she may read herself")),
        DayChoice(
            "followup",
            t("Go back"),
            [
                # Words: a day on which to go back to somebody
                (t("In a week"), today + timedelta(days=7)),
                (t("In two weeks"), today + timedelta(days=14)),
                # Words: no day to go back to somebody
                (t("No day"), None),
            ],
            draft.followup_on,
            lambda day: change(followup_on=day),
            today=today,
            first=min(today, draft.met_on or today),
        ),
    ]
    if not wide:
        return [*parts, quiet_button(t("More: phone, language, how and when"), widen, key="wider", icon=ft.Icons.ADD)]
    return [
        *parts,
        stack(
            [
                Field("phone", draft.phone, typed("phone"), label=t("Phone"), keyboard=ft.KeyboardType.PHONE, ltr=True),
                Field("language", draft.language, typed("language"), label=t("Language")),
            ]
        ),
        choice(
            t("How you met"),
            [(value, t(words)) for value, words in CHANNELS.items()],
            draft.channel,
            lambda value: change(channel=value),
            key="channel",
        ),
        DayChoice(
            "met",
            t("Day you met"),
            [(t("Today"), today), (t("Yesterday"), today - timedelta(days=1))],
            draft.met_on,
            lambda day: change(met_on=day),
            today=today,
        ),
    ]
