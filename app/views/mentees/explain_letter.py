"""A letter of hers on the phone of who walks with her: what it is, what it wants, until when, in a few words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import flet as ft

from app.journeys.letters import explain, finish, letter, open_letter, photos_of
from app.journeys.one_voice import say_anew
from app.platform import Recording
from app.records import Attachment, Letter
from app.views.chosen import offered
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import (
    DayField,
    Field,
    choice,
    empty_state,
    keep_button,
    problem,
    quiet,
    screen,
    stack,
    tonal_button,
)
from app.views.letter_words import SENDERS, WANTS, letter_called
from app.views.mentees.letter_voice import LetterVoice
from app.views.mentees.whose import name_of, whose
from app.views.session import go, use_live, use_ports, use_session
from app.views.side_by_side import Settling, unsettled
from app.views.whole_photo import WholePhoto


@dataclass
class Draft:
    """As it is being chosen and typed."""

    sender: str
    wants: str
    text: str
    due_on: date | None


@ft.component
def ExplainLetter() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    mentee, _plan = whose(ports)
    back = f"/mentees/{mentee.id if mentee else ''}/letters"
    asked = ft.use_route_params().get("letter", "")
    path = f"{back}/{asked}"
    one = use_live(lambda: letter(ports, asked), Letter, Attachment)
    photos = use_live(lambda: photos_of(ports, one) if one else [], Attachment)
    shown = use_once(lambda: (one, ports.store.seen(one)) if one else None)
    draft, change = use_draft(
        lambda: Draft(one.sender, one.wants, one.text, one.due_on) if one else Draft("", "", "", None)
    )
    sound = use_once(ports.new_row)
    held: tuple[Recording | None, Any] = ft.use_state(None)
    said, hold = held
    doing = use_doing()
    ft.use_effect(lambda: doing.do(lambda: open_letter(ports, shown=one)) if one else None, [])
    if one is None or shown is None:
        gone = empty_state(ft.Icons.MAIL_OUTLINED, t("There is nothing here."))
        return screen(t("Her letters"), [gone], t=t, path=path, back=back)

    async def keep() -> None:
        async def kept() -> None:
            explained = explain(ports, shown=shown[0], saw=shown[1], **vars(draft))
            if said:
                await say_anew(ports, row=sound, shown=explained, recording=said)
                session.carrying.soon(ports, asked=True)

        if await doing.wait_for(kept):
            go(back)

    done = t("It is open again") if one.done_on else t("It is done")
    asks: list[ft.Control] = [
        choice(
            # Words: label over the choice of who wrote a letter
            t("From whom"),
            offered(t, {value: words for value, (_, words) in SENDERS.items()}),
            draft.sender,
            lambda value: change(sender=value),
            key="sender",
        ),
        choice(
            # Words: label over the choice of what a letter wants of the mentee
            t("What it wants"),
            offered(t, {value: words for value, (_, words) in WANTS.items()}),
            draft.wants,
            lambda value: change(wants=value),
            key="wants",
            may_be_none=False,
        ),
        DayField(
            "due", draft.due_on, lambda day: change(due_on=day), label=t("The last day"), today=today, clearable=True
        ),
        Field("text", draft.text, lambda text: setattr(draft, "text", text), label=t("A few plain words"), lines=3),
        quiet(t("She hears the pictures in her language, and your words as you wrote them.")),
        LetterVoice(one, said, hold),
        tonal_button(done, lambda: doing.do(lambda: finish(ports, shown=one, done=one.done_on is None)), key="done"),
    ]
    parts: list[ft.Control] = [problem(doing.trouble)]
    if one.talk_on and not one.done_on:
        parts.append(quiet(t("Wants to talk about it"), size=16))
    if unsettled(ports.store, one):
        parts.append(Settling(one))
    parts += [*(WholePhoto(photo, at_once=True) for photo in photos), stack(asks, spacing=16)]
    return screen(
        letter_called(t, one),
        parts,
        t=t,
        path=path,
        under=name_of(mentee),
        back=back,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )
