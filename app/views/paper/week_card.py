"""A company's card on paper: a line a week, three faces to tick; nothing that tells who she is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from app.i18n import N_, Words
from app.records import Face
from app.views.paper.pieces import BOX, faint, page, said

ASKED, GOOD, SO_SO, HARD = (
    # Words: on a company's card: how the week with the new colleague went
    N_("How did the week go?"),
    N_("Good"),
    N_("So-so"),
    N_("Hard"),
)
MOUTHS = {
    Face.GOOD.value: (GOOD, "M15 28q9 10 18 0"),
    Face.SO_SO.value: (SO_SO, "M15 31h18"),
    Face.HARD.value: (HARD, "M15 34q9-9 18 0"),
}


def week_card(t: Words, *, at: str, first_letter: str, weeks: Sequence[str], call: str = "") -> str:
    """Drawn faces with a word under each: a foreman needs two seconds a week."""
    lines = "".join(f'<tr><td valign="middle"><b>{escape(week)}</b></td>{_cells(t)}</tr>' for week in weeks)
    grid = f'<table width="100%" border="1" cellspacing="0" cellpadding="6">{lines}</table>'
    # Words: on a company's card; the person is only told by her first letter
    about = t("About: %(letter)s", letter=first_letter) if first_letter else ""
    return page(
        t,
        t(ASKED),
        " · ".join(part for part in (t.isolated(at), about) if part),
        said(t("Tick one face each Friday."), t("Call us any day, also about small things."), t.isolated(call)),
        grid,
        faint(t("Write no name and no CPR number here. We fetch the card.")),
    )


def _cells(t: Words) -> str:
    return "".join(
        f'<td align="center" width="22%">{_face(mouth)}<br>{BOX} {escape(t(words))}</td>'
        for words, mouth in MOUTHS.values()
    )


def _face(mouth: str) -> str:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">'
        '<circle cx="24" cy="24" r="20" fill="#fffbf6" stroke="#12181a" stroke-width="2"/>'
        '<circle cx="17" cy="19" r="2.4" fill="#12181a"/><circle cx="31" cy="19" r="2.4" fill="#12181a"/>'
        f'<path d="{mouth}" fill="none" stroke="#12181a" stroke-width="2.4" stroke-linecap="round"/></svg>'
    )
    return f'<img alt="" width="40" height="40" src="data:image/svg+xml,{quote(svg)}">'
