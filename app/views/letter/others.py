"""Behind one door, for who wants few things at a time: what else is hers."""

from __future__ import annotations

import flet as ft

from app.i18n import N_
from app.views.letter.letter import LettersDoor, PractiseDoor, StrengthsDoor, WhoDoor
from app.views.letter.page import her_screen


@ft.component
def OtherDoors() -> ft.View:
    doors = [PractiseDoor(), LettersDoor(), StrengthsDoor(), WhoDoor()]
    return her_screen(N_("More"), doors, path="/others", back="/")
