"""Who may read and set what: the expectation, written down by hand, cell by cell."""

from __future__ import annotations

from app.domain.roles import COORDINATOR, MENTEE, MENTOR, PARTNER, WORKER

READS = {
    WORKER: {"public", "staff", "area", "notes", "case", "plan", "own", "restricted"},
    COORDINATOR: {"public", "staff", "area", "case", "plan", "own", "restricted", "partner"},
    MENTOR: {"public", "staff", "notes", "case", "plan", "own"},
    MENTEE: {"public", "plan", "own"},
    PARTNER: {"public", "partner", "own"},
}
"""The matters of a few are the worker's and the coordinator's here; the mentor was not named."""

SETS: dict[str, dict[str, set[str]]] = {
    "contact": {"area": {WORKER, COORDINATOR}},
    "sameperson": {"area": {WORKER, COORDINATOR}},
    "houserule": {"public": {COORDINATOR}, "area": {COORDINATOR}},
    "houseword": {"public": {COORDINATOR}},
    "housemeaning": {"public": {COORDINATOR}},
    "referral": {"area": {WORKER, COORDINATOR}},
    "estimate": {"area": {WORKER, COORDINATOR}},
    "offer": {"public": {WORKER, COORDINATOR}},
    "spot": {"area": {WORKER, COORDINATOR}},
    "attempt": {"area": {WORKER, COORDINATOR}},
    "round": {"area": {WORKER, COORDINATOR}},
    "quietdoor": {"area": {WORKER, COORDINATOR}},
    "meeting": {"case": {WORKER, COORDINATOR, MENTOR}},
    "mentee": {"case": {WORKER, COORDINATOR, MENTOR}},
    "meetingnote": {"notes": {WORKER, MENTOR}},
    "conversation": {"notes": {WORKER, MENTOR}},
    "errand": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "appointment": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "step": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "stepanswer": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "goal": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "near": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "agreement": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "released": {"plan": {WORKER, MENTOR}},
    "membercard": {"staff": {WORKER, COORDINATOR, MENTOR}},
    "cohort": {"staff": {WORKER, COORDINATOR, MENTOR}},
    "room": {"staff": {WORKER, COORDINATOR, MENTOR}},
    "groupsession": {"staff": {WORKER, COORDINATOR, MENTOR}},
    "guest": {"staff": {WORKER, COORDINATOR, MENTOR}},
    "seat": {"case": {WORKER, COORDINATOR, MENTOR}},
    "attendance": {"case": {WORKER, COORDINATOR, MENTOR}},
    "askedafter": {"case": {WORKER, COORDINATOR, MENTOR}},
    "mentormeeting": {"staff": {WORKER, COORDINATOR}},
    "slottaken": {"staff": {WORKER, COORDINATOR, MENTOR}},
    "setting": {"own": {WORKER, COORDINATOR, MENTOR, MENTEE, PARTNER}},
    "suggestion": {"staff": {WORKER, COORDINATOR, MENTOR}},
    "sparring": {
        "staff": {WORKER, COORDINATOR, MENTOR},
        "restricted": {WORKER, COORDINATOR, MENTOR},
        "notes": {WORKER, COORDINATOR, MENTOR},
        "case": {WORKER, COORDINATOR, MENTOR},
    },
    "reply": {
        "staff": {WORKER, COORDINATOR, MENTOR},
        "restricted": {WORKER, COORDINATOR, MENTOR},
        "notes": {WORKER, COORDINATOR, MENTOR},
        "case": {WORKER, COORDINATOR, MENTOR},
    },
    "matter": {"restricted": {WORKER, COORDINATOR, MENTOR}},
    "consent": {"plan": {WORKER, COORDINATOR, MENTOR, MENTEE}},
    "passed": {"plan": {WORKER, COORDINATOR}},
    "notright": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "letter": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "strength": {"plan": {WORKER, COORDINATOR, MENTOR, MENTEE}},
    "shared": {"partner": {WORKER, COORDINATOR}},
    "task": {"case": {WORKER, COORDINATOR, MENTOR}},
    "look": {"case": {WORKER, COORDINATOR, MENTOR}},
    "track": {"case": {WORKER, COORDINATOR, MENTOR}},
    "handover": {"case": {WORKER, COORDINATOR, MENTOR}},
    "ending": {"case": {WORKER, COORDINATOR, MENTOR}},
    "mentor": {"staff": {WORKER, COORDINATOR}},
    "mentorpath": {"area": {WORKER, COORDINATOR}},
    "wish": {"case": {WORKER, COORDINATOR, MENTOR}},
    "match": {"case": {WORKER, COORDINATOR}},
    "wouldmeet": {"own": {WORKER, COORDINATOR}},
    "company": {"area": {WORKER, COORDINATOR}},
    "requirement": {"area": {WORKER, COORDINATOR}},
    "placement": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "rung": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "pulse": {"plan": {WORKER, COORDINATOR, MENTOR, MENTEE}},
    "companypulse": {"case": {WORKER, COORDINATOR, MENTOR}},
    "debrief": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "review": {"own": {MENTEE}},
    "chosenword": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "ownword": {"plan": {WORKER, COORDINATOR, MENTOR, MENTEE}},
    "workpicture": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "cannow": {"plan": {MENTEE}},
    "practisetogether": {"plan": {MENTEE}},
    "missiontold": {"plan": {WORKER, COORDINATOR, MENTOR, MENTEE}},
    "voicemessage": {"plan": {WORKER, COORDINATOR, MENTOR, MENTEE}},
    "studioright": {"public": {WORKER, COORDINATOR}},
    "recorded": {"public": {WORKER, COORDINATOR, MENTOR}},
    "attachment": {
        "public": {WORKER, COORDINATOR, MENTOR, MENTEE},
        "area": {WORKER, COORDINATOR},
        "restricted": {WORKER, COORDINATOR, MENTOR},
        "notes": {WORKER, MENTOR},
        "case": {WORKER, COORDINATOR, MENTOR},
        "plan": {WORKER, COORDINATOR, MENTOR, MENTEE},
        "own": {WORKER, COORDINATOR, MENTOR, MENTEE},
    },
    "handed": {
        "area": {WORKER, COORDINATOR},
        "staff": {WORKER, COORDINATOR, MENTOR},
        "restricted": {WORKER, COORDINATOR, MENTOR},
        "notes": {WORKER, MENTOR},
        "case": {WORKER, COORDINATOR, MENTOR},
        "plan": {WORKER, COORDINATOR, MENTOR, MENTEE},
    },
}
"""{noun: {space: who may set its fields}}"""

ALSO = {("step", "text", MENTEE), ("step", "done_on", MENTEE)}
ALSO |= {("mentor", field, MENTOR) for field in ("languages", "trades", "interests", "days", "parts", "areas")}
ALSO |= {("mentor", "capacity", MENTOR), ("mentor", "rests_until", MENTOR)}
ALSO |= {("stepanswer", field, MENTEE) for field in ("step", "says", "said_on", "nth")}
ALSO |= {("goal", field, MENTEE) for field in ("kind", "text", "chosen_on", "left_on")}
ALSO |= {("letter", field, MENTEE) for field in ("sent_on", "talk_on", "done_on")}
ALSO |= {("notright", field, MENTEE) for field in ("noun", "row", "said_on")}
NOT = {("handed", "done", MENTOR), ("handed", "done", MENTEE)}


def may(role: str, where: str, noun: str, field: str) -> bool:
    """The expectation for one cell."""
    if (noun, field, role) in NOT:
        return False
    allowed = role in SETS.get(noun, {}).get(where, set())
    return allowed or ((noun, field, role) in ALSO and where in SETS[noun])
