"""What one writes of a contact, the same for a new one and a change: what came of it first, the rest as one chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import flet as ft

from app.domain.contacted import SPOKE
from app.i18n import Words
from app.records import Contact, Outcome
from app.views.chosen import joined, offered, split, tapped
from app.views.contacts.contact_words import CHANNELS, DECLINED, NEXT_STEPS, OUTCOMES, TONGUES
from app.views.forms import unnamed
from app.views.kit import DayChoice, Field, choice, quiet_button, some, stack
from app.views.meetings.meeting_words import minutes
from app.views.talk_words import SPOKEN, TOPICS


@dataclass
class Draft:
    """What is being typed. `nickname` and `tongue` are tapped; what is typed in their fields goes before them."""

    name: str = ""
    phone: str = ""
    address: str = ""
    language: str = ""
    spot: str = ""
    channel: str = ""
    outcome: str = ""
    spoken: str = ""
    topics: str = ""
    next_step: str = ""
    declined: str = ""
    met_on: date | None = None
    followup_on: date | None = None
    minutes: int | None = None
    note: str = ""
    nickname: str = ""
    tongue: str = ""

    @staticmethod
    def of(contact: Contact) -> Draft:
        draft = Draft(**{name: getattr(contact, name) for name in _SAID})
        if draft.language in TONGUES:
            draft.tongue, draft.language = draft.language, ""
        return draft

    @property
    def calls_for_a_nickname(self) -> bool:
        """What came of it is chosen, and nothing tells who it was: then the first nickname will do."""
        told = (self.name, self.nickname, self.phone, self.address, self.spot)
        return bool(self.outcome) and not any(one.strip() for one in told)

    def said(self) -> dict[str, Any]:
        said = {name: getattr(self, name) for name in _SAID}
        said["name"] = self.name or self.nickname
        said["language"] = self.language or self.tongue
        said["declined"] = self.declined if self.outcome == Outcome.NOT_NOW else ""
        return said


TOOK = (5, 15, 30, 60)
"""Minutes to tap."""
_SAID = tuple(name for name in Draft.__dataclass_fields__ if name not in ("nickname", "tongue"))
Change = Callable[..., None]


def fields(
    t: Words,
    draft: Draft,
    today: date,
    change: Change,
    *,
    wide: bool,
    widen: Callable[[], None],
    nicknames: Sequence[str] = (),
) -> list[ft.Control]:
    """`change(name=value)` draws again, for what is tapped; what is typed goes straight into the draft."""
    typed = _typing(draft)
    name = t("Name, or how you remember the person")
    helper = unnamed(t, nicknames[0]) if nicknames and draft.calls_for_a_nickname else ""
    names: list[ft.Control] = [Field("name", draft.name, typed("name"), label=name, helper=helper)]
    if nicknames:
        chips = [(words, words) for words in nicknames]
        # Words: over a few nicknames to tap, for somebody whose name one does not know
        label = t("A nickname is enough")
        names.insert(0, choice(label, chips, draft.nickname, lambda words: change(nickname=words), key="nickname"))
    parts: list[ft.Control] = [
        choice(
            t("What came of it"),
            offered(t, OUTCOMES),
            draft.outcome,
            lambda value: change(outcome=value),
            key="outcome",
        ),
        stack([*names, Field("address", draft.address, typed("address"), label=t("Street and door"))]),
        *what_next(t, draft, today, change),
        Field("note", draft.note, typed("note"), label=t("Note"), lines=2, hint=t("Only what she may read herself")),
    ]
    if not wide:
        return [*parts, quiet_button(t("More: phone, language, how and when"), widen, key="wider", icon=ft.Icons.ADD)]
    return [*parts, *_how_it_was(t, draft, today, change)]


def what_next(t: Words, draft: Draft, today: date, change: Change, *, stands: bool = False) -> list[ft.Control]:
    """Why not now and when to ask again; or what was agreed and for when.

    `stands`: she has a day, and only what she says herself takes it away.
    """
    if draft.outcome == Outcome.NOT_NOW:
        why = choice(
            t("Why not now"), offered(t, DECLINED), draft.declined, lambda value: change(declined=value), key="declined"
        )
        days = [(t("In a month"), today + timedelta(days=30)), (t("In three months"), today + timedelta(days=91))]
        # Words: the day on which to ask somebody again who said "not now"
        return [why, _day(t("Ask again"), [*days, (t("No day"), None)], draft, today, change)]
    agreed = choice(
        # Words: heading over what a worker and somebody she met agreed to do next
        t("Agreed"),
        offered(t, NEXT_STEPS),
        draft.next_step,
        lambda value: change(next_step=value),
        key="next-step",
    )
    days = [
        # Words: a day on which to go back to somebody
        (t("In a week"), today + timedelta(days=7)),
        (t("In two weeks"), today + timedelta(days=14)),
    ]
    spoke = draft.outcome in SPOKE
    # Words: no day to go back to somebody
    none = [] if stands and not spoke else [(t("No day"), None)]
    when = _day(t("Go back"), [*days, *none], draft, today, change)
    return [agreed, when] if spoke else [when]


def _how_it_was(t: Words, draft: Draft, today: date, change: Change) -> list[ft.Control]:
    typed = _typing(draft)
    return [
        choice(
            t("How you met"), offered(t, CHANNELS), draft.channel, lambda value: change(channel=value), key="channel"
        ),
        stack(
            [
                choice(
                    t("Language"),
                    list(TONGUES.items()),
                    draft.tongue,
                    lambda value: change(tongue=value),
                    key="tongue",
                ),
                Field("language", draft.language, typed("language"), label=t("Another language")),
            ]
        ),
        choice(
            # Words: how a worker and somebody she met understood each other: shared language, interpreter, …
            t("How you spoke"),
            offered(t, SPOKEN),
            draft.spoken,
            lambda value: change(spoken=value),
            key="spoken",
        ),
        some(
            t("Talked about"),
            offered(t, TOPICS),
            split(draft.topics),
            lambda one: change(topics=joined(tapped(split(draft.topics), one, TOPICS))),
            key="topic",
        ),
        *how_long(t, draft, change),
        Field("phone", draft.phone, typed("phone"), label=t("Phone"), keyboard=ft.KeyboardType.PHONE, ltr=True),
        DayChoice(
            "met",
            t("Day you met"),
            [(t("Today"), today), (t("Yesterday"), today - timedelta(days=1))],
            draft.met_on,
            lambda day: change(met_on=day),
            today=today,
        ),
    ]


def how_long(t: Words, draft: Draft, change: Change) -> list[ft.Control]:
    """A tap; who was met on a round cost that round's time."""
    if draft.spot:
        return []
    took = [(str(many), minutes(t, many)) for many in sorted({*TOOK, draft.minutes or TOOK[0]})]
    now = str(draft.minutes or "")
    # Words: over a few lengths of time: how long a worker took to reach somebody and speak with her
    return [choice(t("How long it took"), took, now, lambda one: change(minutes=int(one or 0) or None), key="took")]


def _day(label: str, days: Sequence[tuple[str, date | None]], draft: Draft, today: date, change: Change) -> ft.Control:
    return DayChoice(
        "followup",
        label,
        days,
        draft.followup_on,
        lambda day: change(followup_on=day),
        today=today,
        first=min(today, draft.met_on or today),
    )


def _typing(draft: Draft) -> Callable[[str], Callable[[str], None]]:
    return lambda name: lambda text: setattr(draft, name, text)
