"""The recovery sheets as one printable page: a sheet each, with a QR, the same as letters, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from app.i18n import Words
from app.i18n.words import first_up
from app.keys.letters import spell
from app.keys.sheets import Sheet
from app.views import qr


def recovery_paper(t: Words, sheets: Sequence[Sheet], *, organisation: str, day: date, address: str) -> str:
    """Every text is escaped; there is no style of its own, no script, and nothing to be fetched."""
    who = " · ".join([t.isolated(organisation), first_up(t.by_date(day))])
    return "".join(_article(t, one, len(sheets), who, address) for one in sheets)


def _article(t: Words, sheet: Sheet, count: int, who: str, address: str) -> str:
    why = [
        t("For the day when nobody who leads here has a phone that opens."),
        t.many("%(num)d sheet is needed.", "%(num)d sheets are needed.", sheet.needed),
    ]
    steps = [
        t("Open %(address)s on a phone.", address=address),
        t("Tap: %(words)s", words=t("I have recovery sheets")),
        t.many("Scan or type %(num)d sheet.", "Scan or type %(num)d different sheets.", sheet.needed),
    ]
    what = [
        t("Together they open all that is shared here, notes too. Never what is one person’s own."),
        t("Everybody here sees that they were made and used."),
    ]
    care = [t("Keep each sheet with another person, locked away."), t("Whoever has enough of them can read all of it.")]
    title = t("Recovery sheet %(num)d of %(all)d", num=sheet.number, all=count)
    same = t("The same on all sheets that belong together:")
    return "".join(
        [
            f"<article><h1>{escape(title)}</h1>",
            _said([who], "who"),
            _said(why),
            qr.svg(sheet.drawn),
            f'<p class="typed" dir="ltr">{_each("span", sheet.typed.split("-"))}</p>',
            f"<ol>{_each('li', steps)}</ol>",
            _said(what),
            _said(care),
            f'<p class="faint">{escape(same)} <bdi dir="ltr">{spell(sheet.commitment, 4)}</bdi></p></article>',
        ]
    )


def _said(sentences: Sequence[str], kind: str = "") -> str:
    return f'<p class="{kind}">{escape(" ".join(sentences))}</p>'


def _each(tag: str, texts: Sequence[str]) -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)
