"""Her plan on two phones: what she answers reaches who walks with her, and is heard once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.journeys.near import be_near, near_her
from app.journeys.plan import answer, choose_goal, goals, hear, said_of_steps, unheard
from app.journeys.steps import add_step, lay_ladder, steps_of
from app.ports import Refusal
from app.records import Goal, Step, StepAnswer
from app.storage.errors import NotYours
from tests.world import Organisation, Phone


def add(org: Organisation, **said: str) -> Step:
    phone = org.mentor
    step = add_step(phone.ports, row=phone.ports.new_row(), mentee=org.cover(phone), **said)
    org.world.sync_all()
    return step


def say(phone: Phone, says: str) -> StepAnswer:
    step = phone.store.find(Step)[0]
    return answer(phone.ports, row=phone.ports.new_row(), step=step, saw=phone.store.seen(step), says=says)


def test_a_picture_is_enough_for_a_step_and_neither_is_refused(org: Organisation) -> None:
    add(org, kind="bus_alone", by="she", binding="may")

    (hers,) = org.mentee.store.find(Step)
    assert (hers.kind, hers.by, hers.binding, hers.text) == ("bus_alone", "she", "may", "")
    for said in ({}, {"kind": "other"}, {"text": " "}):
        with pytest.raises(Refusal):
            add(org, **said)


def test_one_tap_says_done_and_it_is_done_on_all_phones_and_open_again_when_she_says_so(org: Organisation) -> None:
    add(org, kind="walk")
    say(org.mentee, "done")
    org.world.sync_all()
    assert [step.done_on for step in org.mentor.store.find(Step)] == [org.mentee.ports.today()]

    org.world.later(days=1)
    say(org.mentee, "done")
    assert org.mentee.store.find(Step)[0].done_on == org.mentee.ports.today() - timedelta(days=1)  # the day it was done
    say(org.mentee, "not_yet")
    org.world.sync_all()

    assert [step.done_on for step in org.mentor.store.find(Step)] == [None]


def test_what_she_wants_to_talk_about_reaches_both_and_is_heard_once_for_all(org: Organisation) -> None:
    add(org, kind="office")
    say(org.mentee, "not_for_me")
    say(org.mentee, "talk")
    org.world.sync_all()

    for phone in (org.mentor, org.worker):
        (shown,) = unheard(phone.ports, org.cover(phone))
        assert shown.says == "talk"
    hear(org.mentor.ports, shown=unheard(org.mentor.ports)[0])
    org.world.sync_all()

    assert unheard(org.worker.ports) == []
    assert len(org.worker.store.find(StepAnswer)) == 2  # appended, never overwritten


def test_not_yet_asks_nothing_of_anybody_and_takes_back_what_was_said_before(org: Organisation) -> None:
    add(org, kind="call")
    say(org.mentee, "talk")
    say(org.mentee, "not_yet")
    org.world.sync_all()

    assert unheard(org.mentor.ports) == []
    assert [one.says for one in said_of_steps(org.mentee.ports).values()] == ["not_yet"]


def test_the_mentee_cannot_say_that_she_was_heard(org: Organisation) -> None:
    add(org, kind="call")
    said = say(org.mentee, "talk")

    with pytest.raises(NotYours):
        hear(org.mentee.ports, shown=said)


def test_the_ladder_leads_from_her_door_to_a_new_place_and_lies_there_once(org: Organisation) -> None:
    cover = org.cover(org.mentor)
    add(org, kind="library")
    assert lay_ladder(org.mentor.ports, mentee=cover) == 6
    assert lay_ladder(org.mentor.ports, mentee=cover) == 0

    kinds = [step.kind for step in steps_of(org.mentor.ports, cover)]
    assert kinds == ["library", "go_out", "walk", "shop", "bus_together", "bus_alone", "new_place"]


def test_two_who_lay_the_ladder_off_line_lay_one(org: Organisation) -> None:
    for phone in (org.mentor, org.worker):
        lay_ladder(phone.ports, mentee=org.cover(phone))
    org.world.sync_all()

    assert org.mentee.store.count(Step) == 6


def test_she_wants_what_she_chooses_and_something_else_as_easily(org: Organisation) -> None:
    hers, plan = org.mentee.ports, org.mentee.store.space("plan")
    choose_goal(hers, space=plan, kind="sew", wanted=True)
    choose_goal(hers, space=plan, kind="friends", wanted=True)
    choose_goal(hers, space=plan, kind="sew", wanted=False)
    org.world.sync_all()

    for phone in (org.mentee, org.mentor):
        assert [goal.kind for goal in goals(phone.ports)] == ["friends"]
    choose_goal(hers, space=plan, kind="sew", wanted=True)
    assert {goal.kind for goal in goals(hers)} == {"sew", "friends"}
    assert org.mentee.store.count(Goal) == 2


def test_she_finds_her_mentor_by_name_picture_and_number(org: Organisation) -> None:
    be_near(org.mentor.ports, mentee=org.cover(org.mentor), phone=" +45 70 10 20 30 ")
    be_near(org.mentor.ports, mentee=org.cover(org.mentor), phone="+45 70 10 20 31")
    org.world.sync_all()

    (near,) = near_her(org.mentee.ports)
    assert (near.name, near.role, near.picture, near.phone) == ("Maja", "mentor", "hare", "+45 70 10 20 31")
