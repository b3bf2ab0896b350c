"""More: what one needs now and then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from app.domain.roles import COORDINATOR, MENTOR, STEWARDS
from app.journeys.among_few import circles_of_few
from app.journeys.handed import waiting
from app.records import Handed, Matter
from app.views.kit import SyncBadge, body, card, number, picture, quiet, row, screen, section, sheet
from app.views.more.role_words import role_of
from app.views.session import go, use_live, use_ports, use_session, use_told


@ft.component
def More() -> ft.View:
    ports, session = use_ports(), use_session()
    t, me = session.words, ports.me
    told = use_told()
    steward = told.role in STEWARDS

    def to(icon: ft.IconData, words: str, on_tap: Callable[[], Any], key: str) -> ft.Control:
        return row(words, leading=ft.Icon(icon, color=ft.Colors.PRIMARY), on_tap=on_tap, key=key, arrow=True)

    def counted(icon: ft.IconData, words: str, num: int, on_tap: Callable[[], Any], key: str) -> ft.Control:
        sign, many = ft.Icon(icon, color=ft.Colors.PRIMARY), number(str(num)) if num else None
        return row(words, leading=sign, trailing=many, on_tap=on_tap, key=key, arrow=True)

    few = use_live(lambda: bool(circles_of_few(ports)), Matter)
    handed = use_live(lambda: len(waiting(ports)), Handed)
    work = [
        # Words: the files of mentees, each with what comes next
        to(ft.Icons.FOLDER_OUTLINED, t("Files"), lambda: go("/cases"), "to-cases"),
        *([to(ft.Icons.DIRECTIONS_WALK, t("Outreach"), lambda: go("/outreach"), "to-outreach")] if steward else []),
        to(ft.Icons.GROUPS_2_OUTLINED, t("Groups"), lambda: go("/groups"), "to-groups"),
        to(ft.Icons.STOREFRONT_OUTLINED, t("What there is nearby"), lambda: go("/more/offers"), "to-offers"),
        to(ft.Icons.FORUM_OUTLINED, t("Advice from colleagues"), lambda: go("/more/sparring"), "to-sparring"),
        to(ft.Icons.MENU_BOOK_OUTLINED, t("Conversation guides"), lambda: go("/more/toolbox"), "to-toolbox"),
        to(ft.Icons.MEETING_ROOM_OUTLINED, t("Room without minutes"), lambda: go("/more/rooms"), "to-rooms"),
    ]
    if told.role == MENTOR:
        work.append(
            to(ft.Icons.HANDSHAKE_OUTLINED, t("What I offer as a mentor"), lambda: go("/more/my-offer"), "to-my-offer")
        )
    # Words: how the mentees see and hear the one who walks with them
    work.append(to(ft.Icons.FACE_OUTLINED, t("My face and my voice"), lambda: go("/more/face"), "to-face"))
    if steward or few:
        sign = ft.Icons.HEALTH_AND_SAFETY_OUTLINED
        work.append(to(sign, t("Safety matters"), lambda: go("/more/few"), "to-few"))
    house = [to(ft.Icons.GROUPS_OUTLINED, t("People who work here"), lambda: go("/more/team"), "to-team")]
    if steward:
        house += [
            to(ft.Icons.VOLUNTEER_ACTIVISM_OUTLINED, t("Mentors"), lambda: go("/mentors"), "to-mentors"),
            to(ft.Icons.MAP_OUTLINED, t("Housing areas"), lambda: go("/more/areas"), "to-areas"),
            to(ft.Icons.PERSON_ADD_OUTLINED, t("Invite somebody"), lambda: go("/more/invite"), "to-invite"),
            to(ft.Icons.FOLDER_SHARED_OUTLINED, t("Open a file for a mentee"), lambda: go("/mentees/new"), "to-file"),
            to(ft.Icons.HANDSHAKE_OUTLINED, t("Partners"), lambda: go("/more/partners"), "to-partners"),
            to(ft.Icons.UPLOAD_FILE, t("Import contacts"), lambda: go("/import"), "to-import"),
            counted(ft.Icons.INBOX_OUTLINED, t("Handed in"), handed, lambda: go("/more/handed"), "to-handed"),
            counted(ft.Icons.HISTORY, t("Handed in after leaving"), told.late, lambda: go("/more/late"), "to-late"),
        ]
    if told.role == COORDINATOR:
        house.append(
            to(ft.Icons.SCHOOL_OUTLINED, t("Words of this place"), lambda: go("/more/words"), "to-house-words")
        )
    house.append(to(ft.Icons.MIC_NONE, t("Studio"), lambda: go("/more/studio"), "to-studio"))
    house.append(to(ft.Icons.KEY_OUTLINED, t("Recovery sheets"), lambda: go("/more/recovery"), "to-recovery"))
    device = [
        to(ft.Icons.SYNC, t("What is on the server"), lambda: go("/more/sync"), "to-sync"),
        to(ft.Icons.TRANSLATE, t("Language and look"), lambda: go("/more/language"), "to-language"),
        to(ft.Icons.SHIELD_OUTLINED, t("What is protected"), lambda: go("/more/protected"), "to-protected"),
        to(ft.Icons.SMARTPHONE, t("My phones"), lambda: go("/more/phones"), "to-phones"),
        to(ft.Icons.GRID_VIEW_OUTLINED, t("Compare pictures"), lambda: go("/more/compare"), "to-compare"),
        to(ft.Icons.PASSWORD, t("How this phone is locked"), lambda: go("/more/lock"), "to-lock"),
        to(ft.Icons.LOCK_OUTLINED, t("Lock now"), session.lock, "lock-now"),
    ]
    face = ft.Row(
        [
            picture(me.picture, size=56),
            ft.Column(
                [body(t.isolated(me.name), strong=True), quiet(role_of(t, me.role))],
                spacing=0,
                expand=True,
            ),
        ],
        spacing=16,
    )
    return screen(
        t("More"),
        [
            card(face),
            # Words: heading on More, over what one does with and for people
            section(t("The work"), [sheet(work)]),
            # Words: heading on More, over who is here and who may do what
            section(t("The organisation"), [sheet(house)]),
            section(t("This phone"), [sheet(device)]),
        ],
        t=t,
        path="/",
        tab=3,
        actions=[SyncBadge()],
    )
