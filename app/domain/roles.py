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
    "meeting": frozenset({"case"}),
    "meetingnote": frozenset({"notes"}),
    "appointment": frozenset({"plan"}),
    "mentee": frozenset({"case"}),
    "step": frozenset({"plan"}),
    "membercard": frozenset({"staff"}),
    "setting": frozenset({"own"}),
    "released": frozenset({"plan"}),
    "handed": frozenset({"area", "staff", "restricted", *FILE_RUNGS}),  # beside what it is about
    "sparring": frozenset({"staff", "restricted", "notes", "case"}),
    "reply": frozenset({"staff", "restricted", "notes", "case"}),
    "matter": frozenset({"restricted"}),
    "consent": frozenset({"plan"}),
    "shared": frozenset({"partner"}),
    "attachment": frozenset({"area", "own", "restricted", *FILE_RUNGS}),  # beside what it belongs to
}

_FACTS = STAFF
_WRITERS: dict[str, frozenset[str]] = {
    "contact": STEWARDS,
    "meeting": _FACTS,
    "meetingnote": frozenset({WORKER, MENTOR}),
    "appointment": STAFF,
    "mentee": STAFF,
    "step": STAFF | {MENTEE},
    "membercard": STAFF,
    "setting": frozenset(ROLES),
    "released": frozenset({WORKER, MENTOR}),
    "handed": frozenset(ROLES) - {PARTNER},
    "sparring": STAFF,
    "reply": STAFF,
    "matter": STAFF,
    "consent": STAFF | {MENTEE},
    "shared": STEWARDS,
    "attachment": STAFF | {MENTEE},
}

_HERS = {"step": frozenset({"text", "done_on"}), "consent": frozenset({"ended_on"})}
"""What a mentee sets in her plan: the words and the end of a step, that a consent is over; the rest is for those who
walk with her."""


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
    return role != MENTEE or table not in _HERS or field in _HERS[table]
