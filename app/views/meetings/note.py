"""The note to a meeting: written later, or changed. The new text answers to what stood there when the screen opened."""

from __future__ import annotations

import flet as ft

from app.journeys.meetings import add_note, change_note, note_of
from app.records import Meeting, MeetingNote
from app.storage.saw import Saw
from app.storage.store import Store
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import Field, keep_button, problem, quiet, screen
from app.views.session import go, use_ports, use_words


class Draft:
    """The text as it is being typed."""

    def __init__(self, text: str) -> None:
        self.text = text


@ft.component
def ChangeNote() -> ft.View:
    ports, t = use_ports(), use_words()
    row = ft.use_route_params().get("id", "")
    path = f"/meetings/{row}"
    meeting = ports.store.get(Meeting, row)
    opened = use_once(lambda: _open(ports.store, note_of(ports, meeting) if meeting else None))
    draft, _change = use_draft(lambda: Draft(opened[0].text if opened else ""))
    doing = use_doing()

    def typed(text: str) -> None:
        draft.text = text

    def step() -> None:
        if opened:
            change_note(ports, shown=opened[0], saw=opened[1], text=draft.text)
        elif meeting and draft.text.strip():
            add_note(ports, meeting=meeting, text=draft.text)

    def keep() -> None:
        if doing.do(step):
            go(path)

    return screen(
        t("What you saw"),
        [
            problem(doing.trouble),
            Field("note", draft.text, typed, label=t("Note"), lines=6, autofocus=True),
            quiet(t("Only her mentor and her worker can read this note.")),
        ],
        t=t,
        path=f"{path}/note",
        back=path,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )


def _open(store: Store, note: MeetingNote | None) -> tuple[MeetingNote, Saw] | None:
    return (note, store.seen(note)) if note else None
