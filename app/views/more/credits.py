"""Whose work travels in the app: pictures, fonts, words and programs, with their licences, as the build wrote them."""

from __future__ import annotations

import flet as ft

from app.i18n import N_, Words
from app.ports import Ports
from app.views.kit import body, label, quiet, screen, sheet, stack, waiting
from app.views.session import use_ports, use_words

FILE, WHOLE = "credits.txt", "licences.txt"
# Words: headings over a list of works by others that the app is made with
HEADS = (N_("Pictures"), N_("Fonts"), N_("Words"), N_("Programs"))
"""As build/pwa/credits.py writes them."""


@ft.component
def Credits() -> ft.View:
    ports, t = use_ports(), use_words()
    text, set_text = ft.use_state("")

    async def read() -> None:
        set_text(await _text(ports))

    ft.use_effect(read, [])
    parts = [waiting(t("One moment"))]
    if text:
        where = t.isolated(f"{ports.hub_url}/{WHOLE}")
        # Words: above the list of whose pictures, fonts, words and programs are in the app
        told = t("Others made this, and we thank them. The list is in English, as they write it.")
        parts = [body(told), *(_block(t, block) for block in text.split("\n\n") if block.strip())]
        parts.append(quiet(t("The licences in full: %(where)s", where=where)))
    return screen(t("Whose work is in it"), parts, t=t, path="/more/credits", back="/more/protected")


async def _text(ports: Ports) -> str:
    try:
        return (await ports.platform.asset(FILE)).decode()
    except OSError:  # nothing of it is on this phone
        return "\n"


def _block(t: Words, text: str) -> ft.Control:
    """Names stand as their owners write them, in every language of the app."""
    head, *lines = text.strip().split("\n")
    said = [ft.Container(content=body(t.isolated(line)), padding=ft.Padding.symmetric(horizontal=16)) for line in lines]
    return stack([label(t(head)), sheet([ft.Container(content=stack(list(said)), padding=12)])], spacing=8)
