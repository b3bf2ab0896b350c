"""Behind one door, for who wants few things at a time: what else is hers."""

from __future__ import annotations

import flet as ft

from app.views.kit import screen
from app.views.letter.letter import LettersDoor, PractiseDoor, StrengthsDoor, WhoDoor
from app.views.session import use_words


@ft.component
def OtherDoors() -> ft.View:
    t = use_words()
    doors = [PractiseDoor(), LettersDoor(), StrengthsDoor(), WhoDoor()]
    return screen(t("More"), doors, t=t, path="/others", back="/")
