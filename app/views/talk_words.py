"""How a talk is said: how two people understood each other, and of what they spoke."""

from __future__ import annotations

from app.i18n import N_, Words
from app.records import Spoken, Topic
from app.views.chosen import all_chosen

SPOKEN = {
    # Words: how two people understood each other; the next ones too
    Spoken.DANISH.value: N_("Danish"),
    Spoken.HERS.value: N_("Her language"),
    # Words: how two people spoke: Danish and her language
    Spoken.BOTH.value: N_("Both languages"),
    Spoken.SHARED.value: N_("In a shared language"),
    Spoken.INTERPRETER.value: N_("An interpreter was there"),
    Spoken.BY_PHONE.value: N_("An interpreter by phone"),
    Spoken.FAMILY.value: N_("A grown-up of the family"),
    Spoken.CHILD.value: N_("A child helped"),
}
TOPICS = {
    # Words: a topic that was talked about; the next ones too
    Topic.EVERYDAY.value: N_("Everyday life"),
    Topic.DANISH.value: N_("Danish"),
    Topic.WORK.value: N_("Work"),
    Topic.EDUCATION.value: N_("Education"),
    Topic.LETTERS.value: N_("Letters"),
    Topic.MONEY.value: N_("Money"),
    Topic.HOME.value: N_("Housing"),
    Topic.CHILDREN.value: N_("Children and school"),
    # Words: a topic of a talk: family, friends, neighbours
    Topic.PEOPLE.value: N_("People around her"),
    # Words: a topic of a talk: to find the way, to take the bus
    Topic.WAYS.value: N_("Getting around"),
    Topic.LEISURE.value: N_("Free time"),
    Topic.RIGHTS.value: N_("Her rights"),
    Topic.HOPES.value: N_("Hopes"),
}


def topics(t: Words, said: str) -> str:
    """All of them, one after the other."""
    return all_chosen(t, TOPICS, said)
