"""A picture of every screen, light and dark, and one page that shows them all."""

from __future__ import annotations

from html import escape
from pathlib import Path

from tests.e2e.browser import Phone

THEMES = ("light", "dark")
STEP_MS = 250
MOST_STEPS = 12


class Camera:
    """`camera.shot(phone, "today")` → `<folder>/da-light/07-today.png` and `da-dark/07-today.png`."""

    def __init__(self, folder: Path, name: str, themes: tuple[str, ...] = THEMES) -> None:
        self._folder, self._name, self._themes = folder, name, themes
        self._taken = 0

    def shot(self, phone: Phone, name: str) -> None:
        """When it has come to rest; the page is light again afterwards."""
        self._taken += 1
        for theme in (*self._themes[1:], self._themes[0]):
            phone.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]  # one of THEMES
            folder = self._folder / f"{self._name}-{theme}"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{self._taken:02d}-{name}.png").write_bytes(at_rest(phone))


def at_rest(phone: Phone) -> bytes:
    """The first picture that is like the one before it; a blinking caret may have the last word."""
    phone.page.wait_for_timeout(2 * STEP_MS)
    before = phone.page.screenshot()
    for _ in range(MOST_STEPS):
        phone.page.wait_for_timeout(STEP_MS)
        now = phone.page.screenshot()
        if now == before:
            break
        before = now
    return before


def write_index(folder: Path) -> Path:
    """`index.html` beside the folders: a line per screen, a column per language and look."""
    columns = sorted(each.name for each in folder.iterdir() if each.is_dir())
    names = sorted({file.name for column in columns for file in (folder / column).glob("*.png")})
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    lines = "".join(
        f"<tr><th>{escape(name.removesuffix('.png'))}</th>"
        + "".join(
            f'<td><img loading="lazy" width="195" src="{column}/{name}" alt=""></td>'
            if (folder / column / name).exists()
            else "<td></td>"
            for column in columns
        )
        + "</tr>"
        for name in names
    )
    page = folder / "index.html"
    style = "body{font:14px sans-serif;background:#888}th{text-align:start;vertical-align:top}"
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><title>Screens</title><style>{style}</style>'
        f"<table><tr><th></th>{head}</tr>{lines}</table>",
        "utf-8",
    )
    return page
