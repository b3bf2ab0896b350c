"""What Chromium tells a screen reader, a finger and a keyboard about the screen that is drawn now.

Flutter's semantics tree: an element per node, with its role, and a place on the glass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tests.e2e.browser import Phone

ROLES = "button|textbox|searchbox|checkbox|radio|switch|slider|spinbutton|combobox|link|tab|menuitem|option"
NAMELESS = re.compile(rf"^\s*- (?:{ROLES})(?: \[[^\]]*\])*:?$", re.MULTILINE)
"""A line of Playwright's ARIA snapshot: a role, and no name in quotes after it."""
ROUNDING = 0.5
LINE = 8
"""So many pixels higher or lower is the same line still."""
TO_TAP = """(() => {
  const said = "button checkbox radio switch slider spinbutton combobox link tab menuitem option".split(" ");
  const chosen = [...said.map((role) => `[role=${role}]`), "input", "textarea"].map((one) => `flt-semantics ${one}`);
  return [...document.querySelectorAll(chosen.join())].map((one) => {
    const { left, top, width, height, bottom } = one.getBoundingClientRect();
    let list = one.parentElement;
    const scrolls = () => /scroll/.test(getComputedStyle(list).overflowY);
    while (list.localName === "flt-semantics" && !scrolls()) list = list.parentElement;
    const edge = list.getBoundingClientRect();
    const cut = top <= edge.top + 1 || bottom >= edge.bottom - 1 || !width || !height;
    return { role: one.getAttribute("role") ?? one.localName, name: one.ariaLabel ?? one.innerText ?? "",
             left, top, width, height, cut, off: one.ariaDisabled === "true" };
  });
})()"""


class Piece(NamedTuple):
    """Something to tap or to write in, and where it lies; pixels."""

    role: str
    name: str
    left: float
    top: float
    width: float
    height: float
    cut: bool  # by the edge of its list, or beyond it
    off: bool  # cannot be tapped now


def pieces(phone: Phone) -> list[Piece]:
    """In the order of the page, which is the one a screen reader and Tab go in."""
    return [Piece(**one) for one in phone.ask(TO_TAP)]


def nameless(phone: Phone) -> list[str]:
    """Controls that a screen reader would call "button" and nothing more."""
    return [line.strip() for line in NAMELESS.findall(phone.words())]


def small(phone: Phone, least: int) -> list[Piece]:
    """Those that a finger would miss, of what is whole on the glass."""
    return [
        one for one in pieces(phone) if not one.cut and not one.off and min(one.height, one.width) < least - ROUNDING
    ]


def faults(phone: Phone, *, least: int, rtl: bool) -> list[object]:
    """All of it; `least` = pixels of a target."""
    return [*nameless(phone), *small(phone, least), *out_of_order(phone, rtl=rtl), *beside_the_glass(phone)]


def beside_the_glass(phone: Phone) -> list[Piece]:
    """Those that lie elsewhere than they are drawn: a finger that explores the screen finds a neighbour."""
    wide = phone.ask("innerWidth")
    return [one for one in pieces(phone) if one.left < -ROUNDING or one.left + one.width > wide + ROUNDING]


def out_of_order(phone: Phone, *, rtl: bool) -> Iterator[tuple[Piece, Piece]]:
    """Two that follow each other, of which the second stands before the first for an eye that reads."""
    seen = [one for one in pieces(phone) if not one.cut]
    for one, then in pairwise(seen):
        beside = abs(one.top - then.top) <= LINE and abs(one.height - then.height) <= LINE
        back = then.left > one.left + LINE if rtl else then.left < one.left - LINE
        if then.top + then.height <= one.top + LINE or (beside and back):
            yield one, then
