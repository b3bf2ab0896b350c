"""The conversation page: it opens with what went well, and may be turned to her."""

from __future__ import annotations

import flet as ft

from app.i18n import Words
from app.journeys.conversations import conversation_of, keep_conversation, last_success
from app.records import Conversation, Meeting
from app.views.forms import use_doing, use_once
from app.views.gone import no_meeting
from app.views.kit import card, keep_button, problem, quiet, quiet_button, screen, section, stack
from app.views.meetings.prose_form import fields, told
from app.views.session import go, use_live, use_ports, use_words
from app.views.side_by_side import Settling, unsettled


def labels(t: Words) -> dict[str, str]:
    """The five questions, by field."""
    return {
        "succeeded": t("What succeeded"),
        "better": t("What is better than before"),
        "harder": t("What is hard"),
        "hope": t("The best hope"),
        "ahead": t("What next"),
    }


@ft.component
def TalkItOver() -> ft.View:
    ports, t = use_ports(), use_words()
    path = f"/meetings/{ft.use_route_params().get('id', '')}"
    meeting = use_once(lambda: ports.store.get(Meeting, path.rpartition("/")[2]))
    there = use_once(lambda: conversation_of(ports, meeting) if meeting else None)
    saw = use_once(lambda: ports.store.seen(there) if there else None)
    draft = use_once(lambda: {name: getattr(there, name) if there else "" for name in labels(t)})
    doing = use_doing()
    if meeting is None:
        return no_meeting(t, t("The conversation"), path=f"{path}/conversation", back=path)

    def keep() -> None:
        if doing.do(lambda: keep_conversation(ports, meeting=meeting, shown=there, saw=saw, **draft)):
            go(path)

    parts: list[ft.Control] = [problem(doing.trouble)]
    if success := last_success(ports, meeting.mentee, meeting.id):
        parts.append(went_well(t, success))
    parts += [fields(draft, labels(t)), quiet(t("Leave out what you like. Only her mentor and her worker read it."))]
    return screen(
        t("The conversation"),
        parts,
        t=t,
        path=f"{path}/conversation",
        back=path,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )


def went_well(t: Words, success: str) -> ft.Control:
    """Last time's success, in front of everything."""
    said = ft.Text(t.isolated(f"“{success}”"), size=18, weight=ft.FontWeight.W_600)
    return card(stack([quiet(t("Last time it went well:")), said], spacing=4), key="went-well")


@ft.component
def TalkedOver(meeting: Meeting) -> ft.Control:
    """On the page of a meeting: what was kept of the conversation, and the way to it."""
    ports, t = use_ports(), use_words()
    kept = use_live(lambda: conversation_of(ports, meeting), Conversation)
    words = {name: getattr(kept, name) if kept else "" for name in labels(t)}
    some = any(words.values())
    action = quiet_button(
        t("Change") if some else t("Talk it over"),
        lambda: go(f"/meetings/{meeting.id}/conversation"),
        key="conversation",
    )
    if kept and unsettled(ports.store, kept):
        return section(t("The conversation"), [Settling(kept)], action=action)
    told_so_far = card(told(labels(t), {name: t.isolated(text) for name, text in words.items()}))
    return section(t("The conversation"), [told_so_far] if some else [], action=action)
