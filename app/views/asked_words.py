"""What she is asked, one purpose at a time: the very words, their number, and how they are drawn."""

from __future__ import annotations

from app.i18n import N_, Words
from app.records import Asked, Mode, Spoken

VERSION = 1
"""Of the texts below; a change of what one of them asks is a new number."""

ASKED = {
    # Words: a consent, asked of the mentee; she hears it before she answers
    Asked.CONTACT.value: ("phone", N_("May we call you and write to you?")),
    # Words: a consent, asked of the mentee; she hears it before she answers
    Asked.NOTES.value: ("notebook", N_("May your mentor note what you talk about?")),
    # Words: a consent, asked of the mentee; she hears it before she answers
    Asked.NUMBERS.value: ("numbers", N_("May we count you, without your name?")),
}
MEANS = {
    # Words: what a consent means, said to the mentee; it follows "May we call you and write to you?"
    Asked.CONTACT.value: N_("Only your helpers do it. Only at times that are good for you."),
    # Words: what a consent means, said to the mentee; it follows "May your mentor note what you talk about?"
    Asked.NOTES.value: N_("Your mentor and your contact person read it. Nobody else."),
    # Words: what a consent means, said to the mentee; it follows "May we count you, without your name?"
    Asked.NUMBERS.value: N_("Then others see how many are helped. They do not see who you are."),
}
FREE = N_("You may say no. You may take it back on any day, and nothing else changes.")
MODES = {
    # Words: how she met the question before she answered
    Mode.HEARD.value: N_("She heard it"),
    # Words: how she met the question before she answered
    Mode.READ.value: N_("She read it"),
    # Words: how she met the question before she answered
    Mode.INTERPRETER.value: N_("Somebody said it in her language"),
}
TOLD_BY = {
    Spoken.SHARED.value: "speaking",
    Spoken.INTERPRETER.value: "other",
    Spoken.BY_PHONE.value: "phone",
    Spoken.FAMILY.value: "busts-in-silhouette",
    Spoken.CHILD.value: "child",
}
"""Who can have said it in her language, each with its picture; the words are those of any talk."""
OTHER = ("together", "")


def whole_text(t: Words, what: str) -> str:
    """All that she hears or reads before she answers; its hash stands in the consent."""
    return " ".join(_parts(t, what))


def text_in_lines(t: Words, what: str) -> str:
    """The same for the eye: what is lent from Danish, one after the other on a line, changes places in Arabic."""
    return "\n".join(_parts(t, what))


def _parts(t: Words, what: str) -> list[str]:
    return [t(ASKED[what][1]), t(MEANS[what]), t(FREE)]
