"""Pictures from her work, for who goes there with her: what is there, and one more, looked at before it is kept."""

from __future__ import annotations

from functools import partial
from typing import Any

import flet as ft

from app.i18n import Words
from app.journeys.work_pictures import keep_work_picture, photo_of, take_away, work_pictures
from app.platform import Photo, Recording
from app.records import Attachment, WorkPicture
from app.views.attached import small_photo
from app.views.camera import take_photo
from app.views.forms import use_doing, use_once
from app.views.kit import (
    body,
    card,
    empty_state,
    icon_button,
    problem,
    quiet,
    quiet_button,
    row,
    screen,
    sheet,
    stack,
    tonal_button,
    warm_button,
)
from app.views.kit.buttons import Tap
from app.views.mentees.whose import name_of, whose
from app.views.practice.say_word import SayWord
from app.views.practice.spelt import DanishField, once_more, use_spelling
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def HerBook() -> ft.View:
    ports, t = use_ports(), use_session().words
    mentee, plan = whose(ports)
    path = f"/mentees/{mentee.id if mentee else ''}"
    pictures = use_live(lambda: work_pictures(ports, plan) if plan else [], WorkPicture, Attachment)
    doing = use_doing()
    parts: list[ft.Control] = [problem(doing.trouble)]

    def line(one: WorkPicture) -> ft.Control:
        away = partial(doing.do, partial(take_away, ports, shown=one, saw=ports.store.seen(one)))
        name = t("Take away: %(word)s", word=one.text)
        return row(
            t.isolated(one.text),
            leading=small_photo(photo_of(ports, one)),
            trailing=icon_button(ft.Icons.DELETE_OUTLINE, name, away, key=f"away-{one.id}"),
            key=f"picture-{one.id}",
        )

    hint = t("Photograph tools and tasks where she works, with no faces. She looks at them and hears the words.")
    if pictures:
        parts += [sheet([line(one) for one in pictures]), quiet(hint)]
    else:
        parts.append(empty_state(ft.Icons.COLLECTIONS, t("No pictures yet."), hint))
    if plan:
        parts.append(tonal_button(t("One more picture"), lambda: go(f"{path}/book/new"), key="more", icon=ft.Icons.ADD))
    title = t("Pictures from work")
    return screen(title, parts, t=t, path=f"{path}/book", under=name_of(mentee), back=path)


@ft.component
def NewPicture() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    mentee, plan = whose(ports)
    back = f"/mentees/{mentee.id if mentee else ''}/book"
    ids = use_once(lambda: (ports.new_row(), ports.new_row()))
    draft = use_once(lambda: {"text": ""})
    shot: tuple[Photo | None, Any] = ft.use_state(None)
    spoken: tuple[Recording | None, Any] = ft.use_state(None)
    (photo, show), (said, hold) = shot, spoken
    doing, spelt = use_doing(), use_spelling()

    async def photograph() -> None:
        taken = await take_photo(ports, doing)
        if taken is not None:
            show(taken)

    async def keep() -> None:
        if spelt.stops(draft["text"]):
            return

        async def step() -> None:
            if photo and plan:
                row_id, photo_id = ids
                await keep_work_picture(
                    ports,
                    row=row_id,
                    photo_row=photo_id,
                    space=plan,
                    text=draft["text"],
                    photo=photo,
                    no_faces=True,
                    recording=said,
                )
                session.carrying.soon(ports)

        if await doing.wait_for(step):
            go(back)

    parts: list[ft.Control] = [
        problem(doing.trouble),
        DanishField("text", t("The Danish word"), spelt, lambda text: draft.update(text=text)),
        SayWord(said, hold),
    ]
    if photo is None:
        # Words: a button: a photo of a tool or a task at a place of work
        parts.append(
            tonal_button(t("Photograph it"), photograph, key="photograph", icon=ft.Icons.PHOTO_CAMERA_OUTLINED)
        )
        parts.append(quiet(t("No faces: neither hers nor those of others.")))
    else:
        parts.append(_looked_at(t, photo, keep, lambda: show(None)))
    # Words: a screen: a photo of a tool or a task where a mentee works, with its Danish word
    return screen(t("One more picture"), parts, t=t, path=f"{back}/new", back=back, foot=once_more(t, spelt))


def _looked_at(t: Words, photo: Photo, keep: Tap, away: Tap) -> ft.Control:
    """The photo, and the question that is asked before each is kept."""
    image = ft.Image(src=photo.content, fit=ft.BoxFit.CONTAIN, height=280, semantics_label=t("The photo"), key="shot")
    question = body(t("Look at the picture: is there no face in it?"), size=18, strong=True)
    # Words: a button: somebody has looked at a photo and says that nobody can be recognised in it; it is kept then
    yes = warm_button(t("No face: keep it"), keep, key="no-face", icon=ft.Icons.CHECK)
    # Words: a button: a photo is thrown away, for a face can be seen in it
    no = quiet_button(t("There is a face: throw it away"), away, key="face", icon=ft.Icons.DELETE_OUTLINE)
    return card(stack([image, question, yes, no]))
