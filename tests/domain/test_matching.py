"""Proposals: for any wish and any mentors only those who may, each with exactly what the two share."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any  # Any: one field of a mentor or a match

from hypothesis import given
from hypothesis import strategies as st

from app.domain.matching import (
    SHARED,
    is_active,
    is_agreed,
    is_open,
    places_left,
    proposals,
    said,
    stage,
    toggled,
    values,
)
from app.records import Agreement, Match, Mentor, MentorPath, Wish

TODAY = date(2026, 3, 2)
some = st.sets(st.sampled_from(["a", "b", "c"])).map(said)
wishes = st.builds(
    lambda text, gender: Wish(mentee="her", gender=gender, **dict(zip(SHARED, text, strict=True))),
    st.tuples(*[some] * len(SHARED)),
    st.sampled_from(["", "woman", "man"]),
)
mentors = st.builds(
    lambda row, text, gender, capacity, rests, ended: Mentor(
        id=row,
        name=row,
        gender=gender,
        capacity=capacity,
        rests_until=TODAY + timedelta(days=rests) if rests is not None else None,
        ended_on=TODAY if ended else None,
        **dict(zip(SHARED, text, strict=True)),
    ),
    st.sampled_from(["karen", "musa", "lise"]),
    st.tuples(*[some] * len(SHARED)),
    st.sampled_from(["", "woman", "man"]),
    st.none() | st.integers(0, 2),
    st.none() | st.integers(-1, 1),
    st.booleans(),
)
matches = st.builds(
    lambda mentor, mentee, she: Match(mentor=mentor, mentee=mentee, she_says=she),
    st.sampled_from(["karen", "musa", "lise"]),
    st.sampled_from(["her", "another", "third"]),
    st.sampled_from(["", "yes", "no", "of a newer app"]),
)


@given(
    wishes,
    st.lists(mentors, max_size=3, unique_by=lambda one: one.id),
    st.sets(st.sampled_from(["karen", "musa", "lise"])),
    st.lists(matches, max_size=4),
)
def test_only_who_may_is_proposed_and_the_words_are_what_both_have(
    wish: Wish, known: list[Mentor], ready: set[str], matched: list[Match]
) -> None:
    found = proposals(wish, known, ready=ready, matches=matched, today=TODAY)

    named = {one.mentor.id for one in found}
    for mentor in known:
        shares = {field: _both(wish, mentor, field) for field in SHARED}
        taken = {one.mentee for one in matched if one.mentor == mentor.id and one.she_says != "no"}
        may = (
            mentor.id in ready
            and not mentor.ended_on
            and not (mentor.rests_until and mentor.rests_until > TODAY)
            and wish.gender in {"", mentor.gender}
            and not [one for one in matched if one.mentor == mentor.id and one.mentee == "her"]
            and len(taken) < (1 if mentor.capacity is None else mentor.capacity)
            and any(shares[field] for field in SHARED if field != "parts")
        )
        assert (mentor.id in named) == may
    for one in found:
        for field in SHARED:
            both = _both(wish, one.mentor, field)
            assert set(one.shares.get(field, ())) == both
            assert (field in one.misses) == (bool(getattr(wish, field)) and not both)


def _both(wish: Wish, mentor: Mentor, field: str) -> set[str]:
    return set(values(getattr(wish, field), field)) & set(values(getattr(mentor, field), field))


def test_a_shared_language_comes_before_everything_else() -> None:
    wish = Wish(languages="so", days="4", interests="cooking walking")
    speaks = Mentor(id="1", name="Zahra", languages="so")
    likes = Mentor(id="2", name="Anna", days="4", interests="cooking walking")

    found = proposals(wish, [likes, speaks], ready={"1", "2"}, matches=[], today=TODAY)

    assert [one.mentor.name for one in found] == ["Zahra", "Anna"]
    assert found[1].misses == ("languages",)


def test_her_own_language_beside_danish_comes_before_danish_and_everything_else() -> None:
    wish = Wish(languages="ar da", days="4", interests="cooking")
    danish = Mentor(id="1", name="Anna", languages="da", days="4", interests="cooking")
    hers = Mentor(id="2", name="Zahra", languages="ar da")

    found = proposals(wish, [danish, hers], ready={"1", "2"}, matches=[], today=TODAY)

    assert [one.mentor.name for one in found] == ["Zahra", "Anna"]


def test_areas_have_names_with_blanks_in_them() -> None:
    wish, near = Wish(areas="Gellerup Nord, Egeparken"), Mentor(id="1", areas="gellerup nord")

    (found,) = proposals(wish, [near], ready={"1"}, matches=[], today=TODAY)

    assert found.shares == {"areas": ("Gellerup Nord",)}


def test_a_value_is_put_in_and_taken_out_in_one_order_for_all_phones() -> None:
    assert toggled(toggled("so", "ar"), "da") == toggled(toggled("so", "da"), "ar") == "ar da so"
    assert toggled("ar so", "so") == "ar"
    assert toggled("Gellerup Nord", "Egeparken", "areas") == "Egeparken, Gellerup Nord"


def test_a_mentor_has_room_again_when_somebody_said_no_or_it_ended() -> None:
    mentor = Mentor(id="1", capacity=2)
    held = [Match(mentor="1", mentee="a"), Match(mentor="1", mentee="b", mentor_says="no")]

    assert places_left(mentor, held) == 1
    assert places_left(mentor, [*held, Match(mentor="1", mentee="c", ended_on=TODAY)]) == 1
    assert places_left(mentor, [*held, Match(mentor="1", mentee="a")]) == 1  # proposed twice, one mentee
    assert places_left(Mentor(id="1"), held) == 0
    assert places_left(mentor, held, {"a"}) == 1  # one mentee, matched and agreed with
    assert places_left(mentor, held, {"d"}) == 0
    assert is_open(Match(she_says="of a newer app"))
    assert not is_agreed(Match(she_says="yes"))
    assert is_agreed(Match(she_says="yes", mentor_says="yes"))


def test_the_path_says_what_comes_next() -> None:
    mentor = Mentor(id="1")
    path = MentorPath(mentor="1", interest_on=TODAY)
    seen = [stage(None, mentor, TODAY)]
    for step in ("talk_on", "courses_on", "undertaking_on", "ready_on"):
        seen.append(stage(path, mentor, TODAY))
        setattr(path, step, TODAY)
    seen.append(stage(path, mentor, TODAY))
    mentor.rests_until = TODAY + timedelta(days=1)
    seen.append(stage(path, mentor, TODAY))
    mentor.ended_on = TODAY
    seen.append(stage(path, mentor, TODAY))

    assert seen == ["interest", "talk", "courses", "undertaking", "decide", "ready", "rests", "ended"]


def test_she_is_active_while_a_match_or_an_agreement_of_hers_runs() -> None:
    mentor = Mentor(id="1", person="p")
    yes: dict[str, Any] = {"mentor": "1", "mentee": "a", "she_says": "yes", "mentor_says": "yes"}
    written = Agreement(mentor="p", mentee="a")

    def active(*matches: Match, agreed: Agreement | None = None, who: Mentor = mentor) -> bool:
        return is_active(who, matches, [agreed] if agreed else [], TODAY)

    assert active(Match(**yes))
    assert active(Match(**yes), agreed=Agreement(mentor="p", mentee="a", until=TODAY - timedelta(days=1)))
    assert active(Match(**yes, ended_on=TODAY), Match(**yes), agreed=written)
    assert active(agreed=written)
    assert active(Match(mentor="1", mentee="a"), agreed=Agreement(mentor="p", mentee="a", until=TODAY))
    assert active(Match(**yes, ended_on=TODAY), agreed=Agreement(mentor="p", mentee="b"))
    assert not active()
    assert not active(Match(mentor="1", mentee="a", she_says="yes"))
    assert not active(Match(**{**yes, "mentor": "2"}))
    assert not active(Match(**yes, ended_on=TODAY), agreed=written)
    assert not active(agreed=Agreement(mentor="p", mentee="a", until=TODAY - timedelta(days=1)))
    assert not active(agreed=Agreement(mentor="q", mentee="a"))
    assert not active(agreed=Agreement(mentee="a"), who=Mentor(id="1"))


def test_who_is_ready_is_active_with_a_mentee_and_a_pause_comes_before_that() -> None:
    mentor, ready = Mentor(id="1"), MentorPath(mentor="1", ready_on=TODAY)

    assert stage(ready, mentor, TODAY, active=True) == "active"
    mentor.rests_until = TODAY + timedelta(days=1)
    assert stage(ready, mentor, TODAY, active=True) == "rests"
    assert stage(MentorPath(mentor="1"), Mentor(id="1"), TODAY, active=True) == "talk"


def test_each_reason_to_be_left_out_leaves_out() -> None:
    wish = Wish(mentee="her", languages="so", gender="woman")

    def found(
        matched: Match | None = None, ready: tuple[str, ...] = ("1",), agreed: Agreement | None = None, **other: Any
    ) -> int:
        mentor = Mentor(**{"id": "1", "languages": "so", "gender": "woman", **other})
        known, pairs = [matched] if matched else [], [agreed] if agreed else []
        return len(proposals(wish, [mentor], ready=ready, matches=known, agreements=pairs, today=TODAY))

    assert found() == 1
    assert found(ready=()) == 0
    assert found(gender="man") == found(gender="") == 0
    assert found(languages="ar") == 0
    assert found(capacity=0) == 0
    assert found(rests_until=TODAY + timedelta(days=1)) == 0
    assert found(rests_until=TODAY) == 1
    assert found(ended_on=TODAY) == 0
    assert found(Match(mentor="1", mentee="her", she_says="no")) == 0
    assert found(Match(mentor="1", mentee="another")) == 0
    assert found(Match(mentor="1", mentee="another", mentor_says="no")) == 1
    hers, over = Agreement(mentor="p", mentee="her"), TODAY - timedelta(days=1)
    assert found(agreed=hers, person="p", capacity=2) == 0
    assert found(agreed=Agreement(mentor="p", mentee="her", until=over), person="p", capacity=2) == 1
    assert found(agreed=Agreement(mentor="p", mentee="another"), person="p", capacity=2) == 1
    assert found(agreed=hers, person="q", capacity=2) == 1
