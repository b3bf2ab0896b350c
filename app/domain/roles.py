"""Who may say what: which noun lives in which space, and which fields a role may set there: a view, no deletion."""

from __future__ import annotations

WORKER, COORDINATOR, MENTOR, MENTEE = "worker", "coordinator", "mentor", "mentee"
PARTNER = "partner"
"""Somebody of a municipality or a company: reads what was shared, one thing at a time, and writes nothing."""

ROLES = (WORKER, COORDINATOR, MENTOR, MENTEE, PARTNER)
STAFF = frozenset({WORKER, COORDINATOR, MENTOR})
STEWARDS = frozenset({WORKER, COORDINATOR})
"""They let others in, and look at what was handed in."""

FILE_RUNGS = ("notes", "case", "plan")
"""The spaces of a mentee's file, innermost first; every other kind of circle has the one space of its own name."""

HOMES: dict[str, frozenset[str]] = {
    "contact": frozenset({"area"}),
    "sameperson": frozenset({"area"}),
    "houserule": frozenset({"public", "area"}),  # in an area: what it is called now
    "houseword": frozenset({"public"}),
    "housemeaning": frozenset({"public"}),
    "referral": frozenset({"area"}),
    "estimate": frozenset({"area"}),
    "offer": frozenset({"public"}),
    "spot": frozenset({"area"}),
    "attempt": frozenset({"area"}),
    "round": frozenset({"area"}),
    "quietdoor": frozenset({"area"}),
    "meeting": frozenset({"case"}),
    "meetingnote": frozenset({"notes"}),
    "conversation": frozenset({"notes"}),
    "errand": frozenset({"plan"}),
    "appointment": frozenset({"plan"}),
    "mentee": frozenset({"case"}),
    "step": frozenset({"plan"}),
    "stepanswer": frozenset({"plan"}),
    "goal": frozenset({"plan"}),
    "near": frozenset({"plan"}),
    "agreement": frozenset({"plan"}),
    "membercard": frozenset({"staff"}),
    "setting": frozenset({"own"}),
    "cohort": frozenset({"staff"}),
    "room": frozenset({"staff"}),
    "groupsession": frozenset({"staff"}),
    "guest": frozenset({"staff"}),
    "seat": frozenset({"case"}),  # other mentors do not learn who comes
    "attendance": frozenset({"case"}),
    "askedafter": frozenset({"case"}),
    "mentormeeting": frozenset({"staff"}),
    "slottaken": frozenset({"staff"}),
    "released": frozenset({"plan"}),
    "handed": frozenset({"area", "staff", "restricted", *FILE_RUNGS}),  # beside what it is about
    "sparring": frozenset({"staff", "restricted", "notes", "case"}),
    "reply": frozenset({"staff", "restricted", "notes", "case"}),
    "suggestion": frozenset({"staff"}),
    "matter": frozenset({"restricted"}),
    "consent": frozenset({"plan"}),
    "passed": frozenset({"plan"}),
    "notright": frozenset({"plan"}),
    "letter": frozenset({"plan"}),
    "strength": frozenset({"plan"}),
    "shared": frozenset({"partner"}),
    "task": frozenset({"case"}),
    "look": frozenset({"case"}),
    "track": frozenset({"case"}),
    "handover": frozenset({"case"}),
    "ending": frozenset({"case"}),
    "mentor": frozenset({"staff"}),
    "mentorpath": frozenset({"area"}),  # not for the eyes of other mentors
    "wish": frozenset({"case"}),
    "match": frozenset({"case"}),
    "wouldmeet": frozenset({"own"}),  # one side alone is nobody's to read
    "company": frozenset({"area"}),
    "requirement": frozenset({"area"}),
    "placement": frozenset({"plan"}),  # she reads where she works, on which rung, and her plan B
    "rung": frozenset({"plan"}),
    "pulse": frozenset({"plan"}),
    "companypulse": frozenset({"case"}),
    "debrief": frozenset({"plan"}),
    "review": frozenset({"own"}),
    "chosenword": frozenset({"plan"}),
    "ownword": frozenset({"plan"}),
    "workpicture": frozenset({"plan"}),
    "cannow": frozenset({"plan"}),
    "practisetogether": frozenset({"plan"}),
    "missiontold": frozenset({"plan"}),
    "voicemessage": frozenset({"plan"}),
    "studioright": frozenset({"public"}),
    "recorded": frozenset({"public"}),
    "attachment": frozenset({"public", "area", "own", "restricted", *FILE_RUNGS}),  # beside what it belongs to
}

_FACTS = STAFF
_WRITERS: dict[str, frozenset[str]] = {
    "contact": STEWARDS,
    "sameperson": STEWARDS,
    "houserule": frozenset({COORDINATOR}),
    "houseword": frozenset({COORDINATOR}),
    "housemeaning": frozenset({COORDINATOR}),
    "referral": STEWARDS,
    "estimate": STEWARDS,
    "offer": STEWARDS,
    "spot": STEWARDS,
    "attempt": STEWARDS,
    "round": STEWARDS,
    "quietdoor": STEWARDS,
    "meeting": _FACTS,
    "meetingnote": frozenset({WORKER, MENTOR}),
    "conversation": frozenset({WORKER, MENTOR}),
    "errand": STAFF,
    "appointment": STAFF,
    "mentee": STAFF,
    "step": STAFF | {MENTEE},
    "stepanswer": STAFF | {MENTEE},
    "goal": STAFF | {MENTEE},
    "near": STAFF,
    "agreement": STAFF,
    "membercard": STAFF,
    "setting": frozenset(ROLES),
    "cohort": STAFF,
    "room": STAFF,
    "groupsession": STAFF,
    "guest": STAFF,
    "seat": STAFF,
    "attendance": STAFF,
    "askedafter": STAFF,
    "mentormeeting": STEWARDS,
    "slottaken": STAFF,
    "released": frozenset({WORKER, MENTOR}),
    "handed": frozenset(ROLES) - {PARTNER},
    "sparring": STAFF,
    "reply": STAFF,
    "suggestion": STAFF,
    "matter": STAFF,
    "consent": STAFF | {MENTEE},
    "passed": STEWARDS,
    "notright": STAFF | {MENTEE},
    "letter": STAFF | {MENTEE},
    "strength": STAFF | {MENTEE},
    "shared": STEWARDS,
    "task": STAFF,
    "look": STAFF,
    "track": STAFF,
    "handover": STAFF,
    "ending": STAFF,
    "mentor": STAFF,
    "mentorpath": STEWARDS,
    "wish": STAFF,
    "match": STEWARDS,
    "wouldmeet": STEWARDS,
    "company": STEWARDS,
    "requirement": STEWARDS,
    "placement": STAFF,
    "rung": STAFF,
    "pulse": STAFF | {MENTEE},
    "companypulse": STAFF,
    "debrief": STAFF,
    "review": frozenset({MENTEE}),
    "chosenword": STAFF,
    "ownword": STAFF | {MENTEE},
    "workpicture": STAFF,
    "cannow": frozenset({MENTEE}),
    "practisetogether": frozenset({MENTEE}),
    "missiontold": STAFF | {MENTEE},
    "voicemessage": STAFF | {MENTEE},
    "studioright": STEWARDS,
    "recorded": STAFF,
    "attachment": STAFF | {MENTEE},
}

_HERS: dict[str, dict[str, frozenset[str]]] = {
    MENTEE: {
        "step": frozenset({"text", "done_on"}),
        "stepanswer": frozenset({"step", "says", "said_on", "nth"}),
        "goal": frozenset({"kind", "text", "chosen_on", "left_on"}),
        "notright": frozenset({"noun", "row", "said_on"}),
        "letter": frozenset({"sent_on", "talk_on", "done_on", "gone"}),
    },
    MENTOR: {
        "mentor": frozenset({"languages", "trades", "interests", "days", "parts", "areas", "capacity", "rests_until"}),
    },
}
"""What a mentee sets in her plan: the words and the end of a step, what she says of it, what she wants, that something
is not right, which letters she got and is done with; the rest is for those who walk with her. What a mentor sets of a
mentor: what she brings, never who she is or that she ended."""


def space_kind(circle_kind: str, rung: int) -> str:
    """The name of a circle's space on that rung (0 = innermost)."""
    if circle_kind != "file":
        return circle_kind
    return FILE_RUNGS[rung] if 0 <= rung < len(FILE_RUNGS) else "file"


def urgency(space_kind: str) -> int:
    """What goes to the hub first, small first: somebody's safety, then what people wrote, then what only she needs."""
    return {"restricted": 0, "own": 2, "public": 2}.get(space_kind, 1)


def homes_of(table: str) -> frozenset[str]:
    """The kinds of space where that noun lives; none for a noun this app does not know."""
    return HOMES.get(table, frozenset())


def may_set(role: str, rung: int, table: str, field: str) -> bool:
    """May that role, whose grant opens from `rung` downwards, set this field? `gone` counts as a field."""
    if role not in _WRITERS.get(table, frozenset()):
        return False
    if all(home in FILE_RUNGS and rung > FILE_RUNGS.index(home) for home in HOMES[table]):
        return False
    if table == "handed" and field == "done":
        return role in STEWARDS
    hers = _HERS.get(role, {})
    return table not in hers or field in hers[table]
