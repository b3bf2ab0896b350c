"""Five cards of her own choosing, and what her coming speaks for; nothing is ever said of what is missing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.domain.attendance import Came
from app.domain.carrying import METERED
from app.domain.strengths import BY_COMING, ENOUGH, MOST, supported
from app.journeys.meetings import log_meeting
from app.journeys.one_voice import say_anew
from app.journeys.strengths import choose_strength, say_example, shown_by_coming, strengths
from app.ports import Refusal
from app.records import Meeting, MeetingState, Notice, Strength
from app.views.strength_words import HEAPS, STRENGTHS
from build.pwa.drawings import chosen
from tests.journeys.lane import asks_for, only, reads, step
from tests.journeys.voices import said
from tests.world import Organisation, run


def test_there_are_sixty_cards_each_once_and_each_with_a_drawing_that_is_shipped() -> None:
    assert len(STRENGTHS) == sum(len(kinds) for _, kinds in HEAPS.values()) == 60
    assert {picture for picture, _ in STRENGTHS.values()} <= set(chosen())


def test_she_chooses_five_takes_one_back_and_two_phones_that_choose_the_same_keep_one_row(org: Organisation) -> None:
    ports, plan = org.mentee.ports, org.mentee.store.space("plan")
    kinds = list(STRENGTHS)[: MOST + 1]
    for kind in kinds[:MOST]:
        choose_strength(ports, space=plan, kind=kind, wanted=True)
    with pytest.raises(Refusal):
        choose_strength(ports, space=plan, kind=kinds[MOST], wanted=True)
    choose_strength(ports, space=plan, kind=kinds[0], wanted=False)
    choose_strength(ports, space=plan, kind=kinds[MOST], wanted=True)
    org.world.sync_all()
    org.mentor.cut()
    choose_strength(org.mentor.ports, space=plan, kind=kinds[1], wanted=True)
    org.mentor.mend()
    org.world.sync_all()
    for phone in (org.mentee, org.mentor, org.coordinator):
        assert {one.kind for one in strengths(phone.ports, plan)} == set(kinds[1:])
    (one,) = [each for each in strengths(ports, plan) if each.kind == kinds[1]]
    say_example(ports, shown=one, saw=org.mentee.store.seen(one), text="Brød til hele huset")
    org.world.sync_all()
    assert "Brød til hele huset" in [each.text for each in org.mentor.store.find(Strength)]


def test_her_spoken_example_reaches_who_walks_with_her_even_where_it_costs(org: Organisation) -> None:
    ports = org.mentee.ports
    for phone in (org.mentee, org.mentor):
        phone.ports.platform.on_network = METERED  # type: ignore[attr-defined]  # a desktop's
    one = choose_strength(ports, space=ports.store.space("plan"), kind="cooking", wanted=True)
    run(say_anew(ports, row=ports.new_row(), shown=one, recording=said()))

    step(org.mentee)
    step(org.mentor)
    asks_for(org.mentor, only(org.mentor))
    step(org.mentor)

    assert reads(org.mentor, only(org.mentor)) == said().content


def test_who_comes_is_offered_a_card_that_says_so_until_it_stands_there(org: Organisation) -> None:
    mentor, mentee = org.mentor.ports, org.cover(org.mentor)
    for days in range(ENOUGH):
        assert shown_by_coming(mentor, mentee, set()) == []
        day = mentor.today() - timedelta(days=7 * days)
        log_meeting(mentor, row=mentor.new_row(), mentee=mentee, held_on=day)
    (offered,) = shown_by_coming(mentor, mentee, set())
    assert (offered.kind, offered.times, offered.of) == ("on_time", ENOUGH, ENOUGH)
    assert shown_by_coming(mentor, mentee, {"on_time"}) == []


def test_what_her_coming_shows_stands_beside_the_five_that_she_chose(org: Organisation) -> None:
    ports, plan = org.mentee.ports, org.mentee.store.space("plan")
    chosen = [kind for kind in STRENGTHS if kind not in BY_COMING][:MOST]
    for kind in (*chosen, BY_COMING[0]):
        choose_strength(ports, space=plan, kind=kind, wanted=True)
    assert {one.kind for one in strengths(ports, plan)} == {*chosen, BY_COMING[0]}


MEETINGS = some.builds(
    Meeting,
    state=some.sampled_from([each.value for each in MeetingState]),
    notice=some.sampled_from(["", *(each.value for each in Notice)]),
)


@given(some.lists(MEETINGS), some.integers(0, 9), some.integers(0, 9))
def test_what_did_not_happen_because_of_us_takes_no_card_from_her(there: list[Meeting], times: int, more: int) -> None:
    groups = Came(times, times + more)
    ours = Meeting(state=MeetingState.CANCELLED.value, notice=Notice.OURS.value)
    assert supported([*there, ours], groups) == supported(there, groups)
    for one in supported(there, groups):
        assert 0 < one.times <= one.of
