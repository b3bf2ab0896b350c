"""Safety matters among a few, advice from colleagues, and what a partner reads: through real stores and a real hub."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.domain.refusal import Refusal
from app.domain.roles import PARTNER
from app.journeys.among_few import begin, circles_of_few, may_be_named, note, noted_in, over
from app.journeys.closing import shut_out
from app.journeys.partners import begin_with, consent, consented, partners, share, shared_with, take_back, unshare
from app.journeys.readers import readers
from app.journeys.sparring import ask, may_ask_in, questions, replies, reply, settle
from app.records import Consent, Matter, Sparring
from tests.world import Organisation, Phone, World

WORDS = "He waits at the school on Fridays."
MORE = "She sleeps at her sister's now."


@pytest.fixture
def org() -> Iterator[Organisation]:
    with World(seed=31) as world:
        yield world.organisation()


def write_matter(org: Organisation, *persons: Phone) -> Matter:
    """The worker's, for these."""
    worker = org.worker
    named = [phone.ports.me.person for phone in persons]
    matter = org.world.run(begin(worker.ports, row=worker.ports.new_row(), name="Poplar", text=WORDS, persons=named))
    org.world.sync_all()
    return matter


def test_those_who_are_named_read_it_and_nobody_else_holds_a_byte(org: Organisation) -> None:
    matter = write_matter(org, org.mentor)

    assert [one.text for one in noted_in(org.mentor.ports, matter.space)] == [WORDS]
    assert [one.name for one in readers(org.mentor.ports, circles_of_few(org.mentor.ports)[0])] == ["Sofie"]
    for other in (org.coordinator, org.mentee):
        assert circles_of_few(other.ports) == []
        assert bytes.fromhex(matter.space) not in other.wire.bytes_received()
        assert WORDS.encode() not in other.disk()


def test_all_who_are_named_write_on_and_say_when_it_is_over(org: Organisation) -> None:
    matter = write_matter(org, org.mentor, org.coordinator)
    mentor, karen = org.mentor.ports, org.coordinator.ports
    note(mentor, row=mentor.new_row(), space=matter.space, text=MORE)
    org.world.sync_all()

    first = next(one for one in noted_in(karen, matter.space) if one.text == WORDS)
    over(karen, shown=first, saw=karen.store.seen(first), yes=True)
    org.world.sync_all()

    told = noted_in(org.worker.ports, matter.space)
    assert [(one.text, one.over_on is not None) for one in told] == [(MORE, False), (WORDS, True)]


def test_without_a_reader_or_words_nothing_begins(org: Organisation) -> None:
    ports = org.worker.ports
    named = [org.mentor.ports.me.person]
    for name, text, persons in (("Poplar", WORDS, []), ("Poplar", " ", named), ("", WORDS, named)):
        with pytest.raises(Refusal):
            org.world.run(begin(ports, row=ports.new_row(), name=name, text=text, persons=persons))
    with pytest.raises(Refusal):  # a mentee is never named
        org.world.run(begin(ports, row=ports.new_row(), name="P", text=WORDS, persons=[org.mentee.ports.me.person]))

    assert circles_of_few(ports) == []
    assert {one.card.name for one in may_be_named(ports)} == {"Karen", "Maja"}


def test_who_leaves_the_organisation_leaves_the_few(org: Organisation) -> None:
    matter = write_matter(org, org.mentor)
    org.world.run(shut_out(org.coordinator.ports, org.mentor.ports.me.person))
    org.world.sync_all(3)

    ports = org.worker.ports
    note(ports, row=ports.new_row(), space=matter.space, text=MORE)
    org.world.sync_all()
    assert readers(ports, circles_of_few(ports)[0]) == []
    assert WORDS.encode() not in org.mentor.disk()
    assert circles_of_few(org.mentor.ports) == []


def test_a_mentor_asks_those_he_chooses_and_hears_their_answers(org: Organisation) -> None:
    maja = org.mentor.ports
    places = {place.kind: place for place in may_ask_in(maja)}
    assert set(places) == {"staff", "case", "notes"}
    ask(maja, row=maja.new_row(), space=places["staff"].space, text="How do I say no to lifts?")
    ask(maja, row=maja.new_row(), space=places["notes"].space, text="She is quiet. What now?")
    org.world.sync_all()

    (heard,) = questions(org.coordinator.ports)
    assert {one.text for one in questions(org.worker.ports)} == {heard.text, "She is quiet. What now?"}
    assert questions(org.mentee.ports) == []
    for phone, text in ((org.coordinator, "Say it once, kindly."), (org.worker, "Tell her which bus.")):
        one = next(each for each in questions(phone.ports) if each.id == heard.id)
        reply(phone.ports, row=phone.ports.new_row(), to=one, text=text)
        org.world.later(minutes=5)
        org.world.sync_all()

    mine = next(one for one in questions(maja) if one.id == heard.id)
    assert [one.text for one in replies(maja, mine)] == ["Say it once, kindly.", "Tell her which bus."]
    settle(maja, shown=mine, saw=maja.store.seen(mine), yes=True)
    org.world.sync_all()
    assert org.coordinator.store.get(Sparring, heard.id).settled_on == org.coordinator.ports.today()  # type: ignore[union-attr]


def test_a_question_needs_words_and_somebody_to_ask(org: Organisation) -> None:
    maja = org.mentor.ports
    for space, text in (("", "How?"), (may_ask_in(maja)[0].space, " ")):
        with pytest.raises(Refusal):
            ask(maja, row=maja.new_row(), space=space, text=text)
    assert questions(maja) == []


def test_where_no_mentee_is_named_an_answer_names_none(org: Organisation) -> None:
    maja, sofie = org.mentor.ports, org.worker.ports
    her, staff = org.cover(org.worker).name, may_ask_in(maja)[0].space
    for words, unnamed in (("Who helps with this?", True), ("And with her?", False)):
        ask(maja, row=maja.new_row(), space=staff, text=words, unnamed=unnamed)
    org.world.sync_all()

    bare, named = sorted(questions(sofie), key=lambda one: not one.unnamed)
    with pytest.raises(Refusal, match="A name stands in the text"):
        reply(sofie, row=sofie.new_row(), to=bare, text=f"Is it {her}?")
    assert replies(sofie, bare) == []
    assert reply(sofie, row=sofie.new_row(), to=named, text=f"Is it {her}?").text


@pytest.fixture
def guest(org: Organisation) -> Phone:
    """Somebody of a municipality; the coordinator shares with them."""
    karen = org.coordinator
    org.world.run(begin_with(karen.ports, name="Egeby"))
    phone = org.world.bring_in(karen, "Tove", PARTNER, bytes.fromhex(partners(karen.ports)[0].circle))
    org.world.sync_all()
    return phone


def tell_partner(org: Organisation, text: str = "Can begin on Mondays.") -> None:
    """The coordinator shares it, or is refused."""
    karen = org.coordinator.ports
    cover, place = org.cover(org.coordinator), partners(karen)[0]
    share(karen, row=karen.new_row(), mentee=cover, partner=place, about="A.", text=text)


def share_one(org: Organisation, text: str = "Can begin on Mondays.") -> None:
    """With her consent, asked for once."""
    karen = org.coordinator.ports
    cover, place = org.cover(org.coordinator), partners(karen)[0]
    if consented(karen, cover, place) is None:
        consent(karen, row=karen.new_row(), mentee=cover, partner=place, explained="shared")
    tell_partner(org, text)
    org.world.sync_all()


def test_a_partner_reads_what_was_shared_and_no_more(org: Organisation, guest: Phone) -> None:
    share_one(org)

    assert [(one.about, one.text) for one in shared_with(guest.ports, partners(guest.ports)[0])] == [
        ("A.", "Can begin on Mondays.")
    ]
    assert {place.kind for place in guest.store.places()} == {"public", "partner", "own"}
    assert partners(org.mentor.ports) == partners(org.worker.ports) == []


def test_nothing_is_shared_without_a_consent(org: Organisation, guest: Phone) -> None:
    with pytest.raises(Refusal):
        tell_partner(org)
    org.world.sync_all()
    assert shared_with(guest.ports, partners(guest.ports)[0]) == []


def test_she_takes_her_consent_back_and_the_partner_finds_it_no_more(org: Organisation, guest: Phone) -> None:
    share_one(org)
    hers = org.mentee.ports
    (given,) = hers.store.find(Consent)
    assert (given.name, given.given_on) == ("Egeby", hers.today())

    take_back(hers, shown=given, saw=hers.store.seen(given))
    org.world.sync_all(3)

    assert shared_with(guest.ports, partners(guest.ports)[0]) == []
    karen = org.coordinator.ports
    assert consented(karen, org.cover(org.coordinator), partners(karen)[0]) is None
    with pytest.raises(Refusal):
        tell_partner(org)


def test_one_thing_is_taken_back_and_the_rest_stays(org: Organisation, guest: Phone) -> None:
    share_one(org)
    share_one(org, "Speaks Danish at work.")
    karen = org.coordinator.ports
    one = next(each for each in shared_with(karen, partners(karen)[0]) if each.text.startswith("Can"))
    unshare(karen, shown=one, saw=karen.store.seen(one))
    org.world.sync_all()

    assert [each.text for each in shared_with(guest.ports, partners(guest.ports)[0])] == ["Speaks Danish at work."]
