"""What one may tell of a meeting besides: chosen, not written; and a note for those alone who read notes."""

from __future__ import annotations

from typing import Any

import flet as ft

from app.i18n import Words
from app.views.chosen import offered, tapped
from app.views.kit import Field, choice, quiet, section, some, stack
from app.views.lasted import lasted
from app.views.meetings.log_draft import Draft
from app.views.meetings.meeting_words import PLACES
from app.views.mentees.step_words import DOERS
from app.views.talk_words import SPOKEN, TOPICS


def more_of(t: Words, draft: Draft, change: Any, *, notes: bool, steps: bool) -> list[ft.Control]:
    """Everything under *More*; `notes` and `steps` when she may write such."""
    parts: list[ft.Control] = [
        some(
            t("Topics"),
            offered(t, TOPICS),
            draft.topics,
            lambda one: change(topics=tapped(draft.topics, one, TOPICS)),
            key="topic",
        ),
        choice(
            t("Place"), offered(t, PLACES), draft.place_kind, lambda kind: change(place_kind=kind), key="place-kind"
        ),
        choice(t("How you spoke"), offered(t, SPOKEN), draft.spoken, lambda how: change(spoken=how), key="spoken"),
        effort(t, draft, change, way=True),
        Field("place", draft.place, lambda text: setattr(draft, "place", text), label=t("What the place is called")),
    ]
    if steps:
        step = Field("step", draft.step, lambda text: setattr(draft, "step", text), label=t("Next small step"))
        by = choice(
            t("Who does it"),
            offered(t, DOERS),
            draft.step_by,
            lambda who: change(step_by=who),
            key="by",
            may_be_none=False,
        )
        parts.append(section(t("A small step"), [step, by, quiet(t("She reads it in her plan."))]))
    if notes:
        well = Field(
            "succeeded", draft.succeeded, lambda text: setattr(draft, "succeeded", text), label=t("What succeeded")
        )
        parts.append(well)
        parts.append(note_of_it(t, draft))
    return parts


def effort(t: Words, draft: Draft, change: Any, *, way: bool) -> ft.Control:
    """Minutes that went to it without being together."""

    def line(label: str, name: str, value: int) -> ft.Control:
        counted = lasted(t, value, lambda now: change(**{name: now}), key=name)
        return stack([quiet(label), counted], spacing=6)

    lines = [line(t("Arranging it"), "arranging", draft.arranging)]
    if way:
        lines.append(line(t("On the way"), "transport", draft.transport))
    return stack(lines)


def note_of_it(t: Words, draft: Any) -> ft.Control:
    """What was seen, apart from what it may mean. `draft` has both as texts."""
    return section(
        t("A note"),
        [
            Field(
                "note", draft.note, lambda text: setattr(draft, "note", text), label=t("What I saw or heard"), lines=3
            ),
            Field(
                "thought",
                draft.thought,
                lambda text: setattr(draft, "thought", text),
                label=t("What I think it means"),
                lines=2,
            ),
            quiet(t("Would you read this to her?"), size=15),
            quiet(t("Only her mentor and her worker can read this note.")),
        ],
    )
