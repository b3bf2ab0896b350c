"""How groups, coming to them and asking after somebody are said. None of the words is a fault."""

from __future__ import annotations

from app.domain.attendance import Came
from app.i18n import N_, Words
from app.records import AskedWay, Cohort, CohortKind, Presence, Topic
from app.views.chosen import chosen
from app.views.mentors.mentor_words import LANGUAGES
from app.views.talk_words import TOPICS

KINDS = {
    # Words: what a group comes together for
    CohortKind.LANGUAGE.value: N_("Danish"),
    # Words: what a group comes together for: to know each other
    CohortKind.NETWORK.value: N_("Being together"),
    # Words: what a group comes together for: to find work
    CohortKind.WORK.value: N_("Work"),
    # Words: what a group comes together for: to sew, to knit, to cook
    CohortKind.CRAFT.value: N_("Craft"),
    # Words: what a group comes together for: to walk, to swim, to dance
    CohortKind.MOVE.value: N_("Moving"),
    # Words: what a group comes together for
    CohortKind.PARENTS.value: N_("Parents"),
    # Words: what a group comes together for
    CohortKind.OTHER.value: N_("Something else"),
}

PRESENCES = {
    # Words: how it went with one person at one meeting of a group, on a chip under her name
    Presence.CAME.value: N_("Came"),
    # Words: how it went with one person at one meeting of a group, on a chip: she was there for a part of it
    Presence.PART.value: N_("For a part"),
    # Words: how it went with one person at one meeting of a group, on a chip: she said before that she could not
    Presence.SAID.value: N_("Said she could not"),
    # Words: how it went with one person at one meeting of a group, on a chip: no blame
    Presence.AWAY.value: N_("Did not come"),
}

GROUP_TOPICS = {
    **TOPICS,
    # Words: a topic of a whole group, not of one person
    Topic.PEOPLE.value: N_("Family and friends"),
    # Words: a topic of a whole group, not of one person
    Topic.RIGHTS.value: N_("Our rights"),
}

ASKING = {
    # Words: how we ask after somebody who did not come: one line in a list of three
    AskedWay.CALL.value: N_("Call her"),
    # Words: how we ask after somebody who did not come: one line in a list of three
    AskedWay.VISIT.value: N_("Come by at her door"),
    # Words: how we ask after somebody who did not come: fetch her and go to the group together
    AskedWay.FETCH.value: N_("Fetch her next time"),
}


def often(t: Words, one: Came) -> str:
    """So often, of so many times; "" when nobody said anything yet."""
    # Words: how often somebody came to a group, of so many times
    return (
        t.many("came %(came)d of %(num)d time", "came %(came)d of %(num)d times", one.of, came=one.times)
        if one.of
        else ""
    )


def about(t: Words, cohort: Cohort) -> str:
    """What for, in which language, where."""
    kind = chosen(t, KINDS, cohort.kind) if cohort.kind else ""
    language = chosen(t, LANGUAGES, cohort.language) if cohort.language else ""
    return " · ".join(part for part in (kind, language, t.isolated(cohort.place)) if part)
