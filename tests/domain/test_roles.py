"""Who may say what."""

from __future__ import annotations

from app.domain.roles import COORDINATOR, HOMES, MENTEE, MENTOR, WORKER, homes_of, may_set, space_kind
from app.records import tables


def test_every_noun_has_a_home() -> None:
    assert set(HOMES) == set(tables())


def test_the_coordinator_tells_facts_and_never_notes() -> None:
    assert may_set(COORDINATOR, 1, "meeting", "minutes")
    assert not may_set(COORDINATOR, 1, "meetingnote", "text")
    assert not may_set(COORDINATOR, 0, "meetingnote", "text")


def test_nobody_below_the_innermost_rung_writes_a_note() -> None:
    assert may_set(MENTOR, 0, "meetingnote", "text")
    assert not may_set(MENTOR, 1, "meetingnote", "text")


def test_a_mentee_ticks_her_steps_and_leaves_the_rest() -> None:
    assert may_set(MENTEE, 2, "step", "done_on")
    assert not may_set(MENTEE, 2, "step", "gone")
    assert not may_set(MENTEE, 2, "appointment", "starts")
    assert not may_set(MENTEE, 2, "meeting", "minutes")


def test_only_outreach_writes_contacts() -> None:
    assert may_set(WORKER, 0, "contact", "gone")
    assert not may_set(MENTOR, 0, "contact", "name")
    assert not may_set(MENTEE, 0, "contact", "name")


def test_everybody_hands_in_and_only_a_steward_says_what_became_of_it() -> None:
    assert all(may_set(role, 2, "handed", "said") for role in (WORKER, COORDINATOR, MENTOR, MENTEE))
    assert may_set(COORDINATOR, 1, "handed", "done")
    assert not may_set(MENTOR, 0, "handed", "done")
    assert not may_set(MENTEE, 2, "handed", "done")


def test_who_walks_with_her_releases_and_nobody_else() -> None:
    assert may_set(MENTOR, 0, "released", "text")
    assert may_set(WORKER, 0, "released", "gone")
    assert not may_set(COORDINATOR, 1, "released", "text")
    assert not may_set(MENTEE, 2, "released", "gone")


def test_what_is_unknown_is_nobodys() -> None:
    assert not homes_of("courses")
    assert not may_set("director", 0, "contact", "name")
    assert not may_set(WORKER, 0, "courses", "name")


def test_a_file_has_three_spaces_and_other_circles_one() -> None:
    assert [space_kind("file", rung) for rung in range(3)] == ["notes", "case", "plan"]
    assert space_kind("area", 0) == "area"
