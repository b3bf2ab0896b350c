"""How a contact is said: the ways to meet, what came of it, one line about it."""

from __future__ import annotations

from datetime import date

import flet as ft

from app.i18n import N_, Words
from app.records import Channel, Contact, Declined, NextStep, Outcome

CHANNELS = {
    Channel.DOOR.value: N_("At the door"),
    Channel.STREET.value: N_("Outdoors"),
    Channel.EVENT.value: N_("At an event"),
    Channel.PHONE.value: N_("By phone"),
    Channel.REFERRAL.value: N_("Sent by somebody"),
    # Words: how a worker and somebody came to speak: a friend of hers had told her; not who
    Channel.FRIEND.value: N_("Through a friend"),
    # Words: how a worker and somebody came to speak: nobody went to her, it was she who called or came
    Channel.HERSELF.value: N_("She called or came herself"),
    Channel.OTHER.value: N_("Another way"),
}
OUTCOMES = {
    Outcome.TALKED.value: N_("We talked"),
    Outcome.INTERESTED.value: N_("Interested"),
    Outcome.NOT_NOW.value: N_("Not now"),
    Outcome.NOBODY_HOME.value: N_("Nobody home"),
}
NEXT_STEPS = {
    # Words: what was agreed to do next with somebody one met; the next ones too
    NextStep.CALL.value: N_("Call"),
    NextStep.VISIT.value: N_("Visit"),
    NextStep.INVITE.value: N_("Invite to something"),
    NextStep.GO_ALONG.value: N_("Go along with her"),
    NextStep.FIND_OUT.value: N_("Find something out"),
}
DECLINED = {
    # Words: why somebody said "not now"; the next ones too. No blame
    Declined.SETTLED.value: N_("Has work or school"),
    Declined.DANISH_FIRST.value: N_("Danish first"),
    Declined.AT_HOME.value: N_("Wants to be at home"),
    Declined.CHILDREN.value: N_("Small children"),
    Declined.FAMILY.value: N_("Family is against it"),
    Declined.NOT_BOUND.value: N_("Does not want to be bound"),
    Declined.AWAY.value: N_("Goes away"),
    Declined.UNSAID.value: N_("Did not say"),
}
TONGUES = {
    "ar": "العربية",
    "so": "Soomaali",
    "tr": "Türkçe",
    "fa": "فارسی / دری",
    "ur": "اردو",
    "ku": "Kurdî",
    "ti": "ትግርኛ",
    "uk": "Українська",
    "da": "Dansk",
    "en": "English",
}
"""Languages by their own names; any other is typed."""

OUTCOME_ICONS = {
    Outcome.TALKED.value: ft.Icons.CHAT_BUBBLE_OUTLINE,
    Outcome.INTERESTED.value: ft.Icons.FAVORITE_BORDER,
    Outcome.NOT_NOW.value: ft.Icons.SCHEDULE,
    Outcome.NOBODY_HOME.value: ft.Icons.DOOR_FRONT_DOOR_OUTLINED,
}


def called(t: Words, contact: Contact) -> str:
    """What to call the row: the name, or else the door, or else the number."""
    return contact.name or contact.address or contact.phone or t("Without a name")


def one_line(t: Words, contact: Contact) -> str:
    """Under the name: what came of it, and where."""
    parts = [t(OUTCOMES[contact.outcome])] if contact.outcome in OUTCOMES else []
    if contact.name and contact.address:
        parts.append(t.isolated(contact.address))
    return " · ".join(parts)


def met(t: Words, contact: Contact, today: date) -> str:
    """The day, short, for the end of the line."""
    if not contact.met_on:
        return ""
    return t.day(contact.met_on, today) if (today - contact.met_on).days < 2 else t.short_date(contact.met_on, today)


def outcome_sign(outcome: str, *, size: int = 40) -> ft.Control:
    """A round sign for what came of it."""
    return ft.Container(
        content=ft.Icon(
            OUTCOME_ICONS.get(outcome, ft.Icons.PERSON_OUTLINED), size=20, color=ft.Colors.ON_SECONDARY_CONTAINER
        ),
        width=size,
        height=size,
        border_radius=size / 2,
        bgcolor=ft.Colors.SECONDARY_CONTAINER,
        alignment=ft.Alignment.CENTER,
    )
