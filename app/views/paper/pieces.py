"""What the pages are made of. Every text is escaped; no style of its own, no script, and nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from html import escape
from urllib.parse import quote

from app.i18n import Words
from app.i18n.words import first_up

BOX = "\u2610"
LINE = "_" * 24
_TEAL, _APRICOT, _INK = "#0f6b5c", "#e9945a", "#12181a"


def page(t: Words, title: str, who: str, *pieces: str, large: bool = False) -> str:
    """One sheet, in that language from its beginning to its end."""
    size = "5" if large else "3"
    way = "rtl" if t.rtl else "ltr"
    head = f'<h1>{escape(title)}</h1><p class="who">{escape(who)}</p>'
    return f'<article lang="{t.code}" dir="{way}">{head}<font size="{size}">{"".join(pieces)}</font></article>'


def dated(t: Words, starts: str, today: date) -> str:
    """A moment by its date, never "tomorrow": nobody knows on which day a paper is read. What is no moment is ""."""
    try:
        when = datetime.fromisoformat(starts)
    except ValueError:
        return ""
    return first_up(t("%(day)s %(time)s", day=t.full_day(when.date(), today), time=t.time(when.time())))


def part(title: str, *pieces: str) -> str:
    """A heading and what stands under it."""
    return f"<h3>{escape(title)}</h3>{''.join(pieces)}"


def said(*sentences: str) -> str:
    return f"<p>{escape(' '.join(each for each in sentences if each))}</p>"


def each(lines: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>" if lines else ""


def faint(text: str) -> str:
    return f'<p class="faint">{escape(text)}</p>'


def facts(rows: Sequence[tuple[str, str]]) -> str:
    """Name and value, one under the other."""
    lines = "".join(
        f'<tr><td width="35%">{escape(name)}</td><td><b>{escape(value)}</b></td></tr>' for name, value in rows
    )
    return f'<table width="100%" cellpadding="4">{lines}</table>' if lines else ""


def grid(heads: Sequence[str], rows: int, cells: Sequence[str] = ()) -> str:
    """A table to fill in by hand; `cells` = what stands in each row already."""
    filled = [*cells, *[""] * (len(heads) - len(cells))]
    wide = 100 // len(heads)
    top = "".join(f'<th align="start" width="{wide}%">{escape(head)}</th>' for head in heads)
    row = "".join(f'<td height="64" valign="top">{escape(cell)}</td>' for cell in filled)
    lines = f"<tr>{top}</tr>{f'<tr>{row}</tr>' * rows}"
    return f'<table width="100%" border="1" cellspacing="0" cellpadding="6">{lines}</table>'


def lined(rows: Sequence[Sequence[str]]) -> str:
    """A table to fill in by hand whose rows differ; the first cell of each says what it is."""
    lines = ""
    for name, *cells in rows:
        empty = "".join(f'<td width="14%">{escape(cell)}</td>' for cell in cells)
        lines += f'<tr><th align="start" height="40">{escape(name)}</th>{empty}</tr>'
    return f'<table width="100%" border="1" cellspacing="0" cellpadding="6">{lines}</table>'


def beside(picture: str, *pieces: str) -> str:
    """A picture, and words beside it."""
    return (
        f'<table width="100%" cellpadding="4"><tr><td width="96" valign="top">{picture}</td>'
        f'<td valign="middle">{"".join(pieces)}</td></tr></table>'
    )


def both(t: Words, own: Words | None, text: str) -> str:
    """In Danish and, under it, in her own language."""
    return stacked((words, words(text)) for words in (t, own) if words)


def stacked(lines: Iterable[tuple[Words, str]]) -> str:
    """The same in several languages, each in its own direction; the first one strong."""
    told = [
        f'<span lang="{words.code}" dir="{"rtl" if words.rtl else "ltr"}">{escape(text)}</span>'
        for words, text in lines
    ]
    return "<br>".join([f"<b>{told[0]}</b>", *told[1:]]) if told else ""


def drawing(name: str, size: int = 88) -> str:
    """A small picture that says the same as the words beside it."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">{_DRAWN[name]}</svg>'
    return f'<img alt="" width="{size}" height="{size}" src="data:image/svg+xml,{quote(svg)}">'


def shipped(name: str, size: int = 64) -> str:
    """A drawing that her own screens have, too: it came with the app."""
    return f'<img alt="" width="{size}" height="{size}" src="/drawings/{quote(name)}.svg">'


def _figure(at: int, color: str) -> str:
    return (
        f'<circle cx="{at}" cy="15" r="7" fill="#f2c9a4" stroke="{_INK}" stroke-width="1.2"/>'
        f'<path d="M{at - 10} 42q0-17 10-17t10 17z" fill="{color}" stroke="{_INK}" stroke-width="1.2"/>'
    )


_DRAWN = {
    "she": _figure(24, _APRICOT),
    "together": _figure(15, _APRICOT) + _figure(33, _TEAL),
    "mentor": _figure(24, _TEAL),
    "meeting": (
        f'<path d="M8 16h24v14q0 10-12 10T8 30z" fill="{_APRICOT}" stroke="{_INK}" stroke-width="1.4"/>'
        f'<path d="M32 19q9 0 9 6t-9 7" fill="none" stroke="{_INK}" stroke-width="3"/>'
        f'<path d="M14 11q-3-4 0-7M20 11q-3-4 0-7M26 11q-3-4 0-7" fill="none" stroke="{_TEAL}" stroke-width="1.8"/>'
    ),
    "call": (
        f'<rect x="14" y="4" width="20" height="40" rx="4" fill="{_TEAL}" stroke="{_INK}" stroke-width="1.4"/>'
        '<rect x="17" y="9" width="14" height="26" fill="#fffbf6"/><circle cx="24" cy="39.5" r="2" fill="#fffbf6"/>'
    ),
    "done": (
        f'<circle cx="24" cy="24" r="19" fill="{_TEAL}" stroke="{_INK}" stroke-width="1.2"/>'
        '<path d="M14 25l7 7 13-15" fill="none" stroke="#fffbf6" stroke-width="4"/>'
    ),
}
