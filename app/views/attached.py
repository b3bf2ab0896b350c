"""Photos of letters beside what somebody wrote: those that are there, and one more."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error

import flet as ft

from app.i18n.words import first_up
from app.journeys.attachments import attach, attached_to, how_far
from app.records import Attachment, Kind, Record
from app.views.camera import take_photo
from app.views.carrying import how_far_words
from app.views.forms import use_doing
from app.views.kit import problem, quiet, quiet_button, row, section, sheet
from app.views.session import go, use_live, use_ports, use_session, use_words

SIZE = 56


@ft.component
def Photos(beside: Record, space: str, path: str, readers: str) -> ft.Control:
    """`path` of the screen it stands on; `readers` says who can see them."""
    ports, t, session = use_ports(), use_words(), use_session()
    ft.use_state(session.carrying)
    there = use_live(lambda: attached_to(ports, beside), Attachment)
    doing = use_doing()

    async def photograph() -> None:
        new = ports.new_row()
        photo = await take_photo(ports, doing)
        if photo is None:
            return

        async def keep() -> None:
            await attach(
                ports, row=new, beside=beside, space=space, kind=Kind.PHOTO, content=photo.content, thumb=photo.thumb
            )

        await doing.wait_for(keep)

    def line(one: Attachment) -> ft.Control:
        return row(
            first_up(t.day(one.added_on, ports.today())) if one.added_on else t("Photo"),
            under=how_far_words(t, how_far(ports, one), ports),
            leading=small_photo(one),
            on_tap=lambda: go(f"{path}/photo/{one.id}"),
            key=f"photo-{one.id}",
            arrow=True,
        )

    lines = [sheet([line(one) for one in there])] if there else []
    add = quiet_button(t("Photograph a letter"), photograph, key="photograph", icon=ft.Icons.PHOTO_CAMERA_OUTLINED)
    return section(t("Photos of letters"), [problem(doing.trouble), *lines, add, quiet(readers)])


def small_photo(one: Attachment | None, *, size: int = SIZE) -> ft.Control:
    """The thumbnail; a sign where there is none. What is written beside it says the rest."""
    try:
        thumb = b64decode(one.thumb if one else "", validate=True)
    except (Error, ValueError):
        thumb = b""
    sign = ft.Icon(ft.Icons.IMAGE_OUTLINED, color=ft.Colors.PRIMARY)
    shown: ft.Control = sign
    if thumb:
        shown = ft.Image(src=thumb, fit=ft.BoxFit.COVER, exclude_from_semantics=True, error_content=sign)
    return ft.Container(
        content=shown, width=size, height=size, border_radius=8, clip_behavior=ft.ClipBehavior.ANTI_ALIAS
    )
