"""Pictures from her work: a tool or a task, its Danish word, heard with one tap; one of them large."""

from __future__ import annotations

import flet as ft

from app.domain.aloud import DANISH
from app.i18n import N_
from app.journeys.spoken import want_said_words
from app.journeys.work_pictures import photo_of, work_pictures
from app.records import Attachment, WorkPicture
from app.views.aloud import Speaker
from app.views.attached import small_photo
from app.views.kit import body, paper, stack
from app.views.letter.nothing import nothing_here, nothing_yet
from app.views.letter.page import her_screen
from app.views.session import go, use_live, use_ports, use_session, use_words
from app.views.whole_photo import WholePhoto

PATH = "/practise/book"
SMALL = 120


@ft.component
def MyBook() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    pictures = use_live(lambda: work_pictures(ports), WorkPicture, Attachment)
    ft.use_state(session.carrying)  # a voice that comes is heard at once
    ft.use_effect(lambda: want_said_words(ports), [])

    def face(one: WorkPicture) -> ft.Control:
        return paper(
            [body(t.isolated(one.text), size=24, strong=True)],
            face=small_photo(photo_of(ports, one), size=SMALL),
            speaker=Speaker([(DANISH, one.text)], one.text, f"listen-{one.id}"),
            on_tap=lambda: go(f"{PATH}/{one.id}"),
            key=f"picture-{one.id}",
        )

    parts = [face(one) for one in pictures]
    if not parts:
        parts = [nothing_yet(t, ft.Icons.COLLECTIONS, N_("No pictures yet."), N_("Your mentor takes them with you."))]
    return her_screen(N_("Pictures from work"), parts, path=PATH, back="/practise", spacing=16)


@ft.component
def OneOfMyBook() -> ft.View:
    ports, t = use_ports(), use_words()
    row = ft.use_route_params().get("id", "")
    one = use_live(lambda: ports.store.get(WorkPicture, row), WorkPicture)
    photo = use_live(lambda: photo_of(ports, one) if one else None, Attachment)
    parts: list[ft.Control] = [nothing_here(t, ft.Icons.COLLECTIONS)]
    if one:
        word = ft.Container(content=body(t.isolated(one.text), size=30, strong=True), expand=True)
        parts = [ft.Row([word, Speaker([(DANISH, one.text)], one.text, "listen-word")])]
        parts += [WholePhoto(photo, at_once=True, name=one.text)] if photo else []
    return her_screen(N_("Pictures from work"), [stack(parts, spacing=16)], path=f"{PATH}/{row}", back=PATH)
