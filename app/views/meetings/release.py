"""Let her read something of a meeting: in words meant for her, which she finds in her letter."""

from __future__ import annotations

from datetime import date

import flet as ft

from app.i18n import N_, Words
from app.journeys.release import may_release, release, released_from, withdraw
from app.records import Meeting, Released
from app.views.forms import use_doing, use_draft, use_once
from app.views.interpreter import interpreter
from app.views.kit import Field, body, card, keep_button, problem, quiet, quiet_button, screen, section
from app.views.meetings.meeting_words import minutes, when, where
from app.views.session import go, use_live, use_ports, use_words
from app.views.side_by_side import told
from app.views.talk_words import topics

FINDS_IT = N_("She finds it in her letter, with your name.")
FINDS_NO_MORE = N_("She no longer finds it. What she has read, she has read.")
TAKE_BACK = N_("Take it back")


class Draft:
    """The text as it is being typed."""

    def __init__(self, text: str) -> None:
        self.text = text


@ft.component
def ReleaseMeeting() -> ft.View:
    ports, t = use_ports(), use_words()
    path = f"/meetings/{ft.use_route_params().get('id', '')}"
    meeting = ports.store.get(Meeting, path.rpartition("/")[2])
    row = use_once(ports.new_row)
    draft, _change = use_draft(lambda: Draft(_facts(t, meeting, ports.today()) if meeting else ""))
    doing = use_doing()

    def typed(text: str) -> None:
        draft.text = text

    def keep() -> None:
        if meeting and doing.do(lambda: release(ports, row=row, meeting=meeting, text=draft.text)):
            go(path)

    return screen(
        t("Let her read it"),
        [
            problem(doing.trouble),
            *interpreter(t, [FINDS_IT]),
            body(t("Write it so that it is meant for her.")),
            Field("text", draft.text, typed, label=t("What she may read"), lines=6),
            quiet(t(FINDS_IT)),
        ],
        t=t,
        path=f"{path}/release",
        back=path,
        # Words: a short button: give her this to read
        actions=[keep_button(t("Give it"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Let her read it"), keep)],
    )


@ft.component
def ReleasedFrom(meeting: Meeting) -> ft.Control:
    """What she may read of this meeting, and the two ways to read: in her letter, or together."""
    ports, t = use_ports(), use_words()
    shown = use_live(lambda: released_from(ports, meeting), Released)
    asking, set_asking = ft.use_state("")

    def take_back() -> None:
        for one in shown:
            if one.id == asking:
                withdraw(ports, shown=one, saw=ports.store.seen(one))
        set_asking("")

    ft.use_dialog(
        ft.AlertDialog(
            modal=True,
            title=ft.Text(t("Take it back?")),
            content=ft.Column([*interpreter(t, [FINDS_NO_MORE]), ft.Text(t(FINDS_NO_MORE))], tight=True, spacing=12),
            actions=[
                quiet_button(t("No"), lambda: set_asking(""), key="withdraw-no"),
                quiet_button(t(TAKE_BACK), take_back, key="withdraw-yes"),
            ],
            on_dismiss=lambda: set_asking(""),
        )
        if asking
        else None
    )
    may = may_release(ports, meeting)

    def paper(one: Released) -> ft.Control:
        lines = told(t, ports.store, one)
        if may:
            lines.append(quiet_button(t(TAKE_BACK), lambda: set_asking(one.id), key=f"withdraw-{one.id}"))
        return card(ft.Column(lines, spacing=8), key=f"released-{one.id}")

    parts = [paper(one) for one in shown]
    if may and shown:
        parts = [*interpreter(t, [TAKE_BACK]), *parts]
    if may:
        path = f"/meetings/{meeting.id}"
        parts += [
            quiet_button(
                t("Let her read it"), lambda: go(f"{path}/release"), key="release", icon=ft.Icons.MENU_BOOK_OUTLINED
            ),
            quiet_button(
                t("Read together"), lambda: go(f"{path}/together"), key="together", icon=ft.Icons.GROUP_OUTLINED
            ),
        ]
    return section(t("What she may read"), parts)


def _facts(t: Words, meeting: Meeting, today: date) -> str:
    """The facts of the meeting as a beginning; never the note."""
    said = [when(t, meeting, today), minutes(t, meeting.minutes) if meeting.minutes else "", where(t, meeting)]
    return "\n".join(part for part in (" · ".join(each for each in said if each), topics(t, meeting.topics)) if part)
