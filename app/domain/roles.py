"""Who may say what: which noun lives in which space, and which fields a role may set there: a view, no deletion."""

from __future__ import annotations

WORKER, COORDINATOR, MENTOR, MENTEE = "worker", "coordinator", "mentor", "mentee"
ROLES = (WORKER, COORDINATOR, MENTOR, MENTEE)
STAFF = frozenset({WORKER, COORDINATOR, MENTOR})

FILE_RUNGS = ("notes", "case", "plan")
"""The spaces of a mentee's file, innermost first; every other kind of circle has the one space of its own name."""

HOMES = {
    "contact": "area",
    "meeting": "case",
    "meetingnote": "notes",
    "appointment": "plan",
    "mentee": "case",
    "step": "plan",
    "membercard": "staff",
    "setting": "own",
}

_FACTS = STAFF
_WRITERS: dict[str, frozenset[str]] = {
    "contact": frozenset({WORKER, COORDINATOR}),
    "meeting": _FACTS,
    "meetingnote": frozenset({WORKER, MENTOR}),
    "appointment": STAFF,
    "mentee": STAFF,
    "step": STAFF | {MENTEE},
    "membercard": STAFF,
    "setting": frozenset(ROLES),
}

_HERS = frozenset({"text", "done_on"})
"""What a mentee sets of the steps in her plan; their order and their removal are for those who walk with her."""


def space_kind(circle_kind: str, rung: int) -> str:
    """The name of a circle's space on that rung (0 = innermost)."""
    if circle_kind != "file":
        return circle_kind
    return FILE_RUNGS[rung] if 0 <= rung < len(FILE_RUNGS) else "file"


def home_of(table: str) -> str | None:
    """The kind of space where that noun lives; None for a noun this app does not know."""
    return HOMES.get(table)


def may_set(role: str, rung: int, table: str, field: str) -> bool:
    """May that role, whose grant opens from `rung` downwards, set this field? `gone` counts as a field."""
    home = HOMES.get(table)
    if home is None or role not in _WRITERS[table]:
        return False
    if home in FILE_RUNGS and rung > FILE_RUNGS.index(home):
        return False
    return role != MENTEE or table != "step" or field in _HERS
