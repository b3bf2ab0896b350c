"""What she says yes to: heard first, one thing at a time, taken back at once; and what was passed on she reads, too."""

from __future__ import annotations

from hashlib import sha256

import pytest

from app.journeys.consents import answers, said_no, stands, take_back
from app.journeys.conversations import keep_conversation
from app.journeys.meetings import add_note, log_meeting
from app.journeys.not_right import hear_not_right, said_of, say_not_right, unheard, waits
from app.journeys.partners import begin_with, consent, consented, partners, share, unshare
from app.journeys.partners import take_back as take_back_outside
from app.journeys.release import release
from app.ports import Refusal
from app.records import Asked, Consent, Meeting, MeetingNote, NotRight, Passed, Released, Shared
from tests.journeys.her_yes import TEXT, say
from tests.world import Organisation, run


def test_a_yes_says_which_text_how_it_was_met_and_who_wrote_it_down(org: Organisation) -> None:
    hers = org.mentee.store.space("plan")
    say(org.mentee, hers, "contact")
    org.world.sync_all()
    one = answers(org.worker.ports, hers)["contact"]
    assert (one.version, one.language, one.mode) == (1, "so", "heard")
    assert one.digest == sha256(TEXT.encode()).hexdigest()
    byline = org.worker.store.byline(one, "given_on")
    assert byline
    assert byline.who == "Amina"
    assert set(answers(org.worker.ports, hers)) == {"contact"}  # one thing at a time


def test_nobody_answers_what_she_has_not_met(org: Organisation) -> None:
    with pytest.raises(Refusal):
        say(org.mentee, org.mentee.store.space("plan"), "notes", mode="")


@pytest.mark.parametrize("by", ["child", "", "x"])
def test_no_yes_rests_on_a_child_or_on_nobody_and_a_no_is_a_no(org: Organisation, by: str) -> None:
    hers, karen = org.mentee.store.space("plan"), org.coordinator.ports
    with pytest.raises(Refusal):
        say(org.mentee, hers, "notes", mode="interpreter", by=by)
    run(begin_with(karen, name="Egeby"))
    (egeby,) = partners(karen)
    with pytest.raises(Refusal):
        consent(karen, row=karen.new_row(), mentee=org.cover(org.coordinator), partner=egeby, explained=by)
    assert karen.store.find(Consent) == org.mentee.store.find(Consent) == []
    assert not stands(say(org.mentee, hers, "notes", yes=False, mode="interpreter", by=by))


def test_who_heard_it_or_read_it_needed_nobody(org: Organisation) -> None:
    assert say(org.mentee, org.mentee.store.space("plan"), "notes", mode="read", by="child").explained == ""


def test_taken_back_on_her_phone_it_ends_on_all_also_where_two_wrote_down_the_same_yes(org: Organisation) -> None:
    hers = org.mentee.store.space("plan")
    say(org.mentee, hers, "contact")
    say(org.mentor, hers, "contact", mode="interpreter", by="shared")
    org.world.sync_all()
    shown = answers(org.mentee.ports, hers)["contact"]
    take_back(org.mentee.ports, shown=shown, saw=org.mentee.store.seen(shown))
    org.world.sync_all()
    for phone in (org.mentee, org.mentor, org.worker, org.coordinator):
        assert not stands(answers(phone.ports, hers)["contact"])
        if phone is not org.mentee:
            assert said_no(phone.ports, org.cover(phone).space, Asked.CONTACT)
    say(org.mentee, hers, "contact")
    org.world.sync_all()
    assert not said_no(org.mentor.ports, org.cover(org.mentor).space, Asked.CONTACT)


@pytest.mark.parametrize("was", ["a yes before", "not asked before"])
def test_her_last_word_holds_also_where_an_older_yes_of_an_offline_phone_comes_after_it(
    org: Organisation, was: str
) -> None:
    hers = org.mentee.store.space("plan")
    if was == "a yes before":
        say(org.mentee, hers, "contact")
        org.world.sync_all()
    org.mentor.cut()
    say(org.mentor, hers, "contact", mode="interpreter", by="shared")
    org.world.later(days=3)
    if was == "a yes before":
        shown = answers(org.mentee.ports, hers)["contact"]
        take_back(org.mentee.ports, shown=shown, saw=org.mentee.store.seen(shown))
    else:
        say(org.mentee, hers, "contact", yes=False)
    org.world.later(days=1)
    org.mentor.mend()
    org.world.sync_all()
    for phone in (org.mentee, org.mentor, org.worker):
        assert not stands(answers(phone.ports, hers)["contact"])
    assert said_no(org.worker.ports, org.cover(org.worker).space, Asked.CONTACT)


def test_a_yes_said_after_a_no_holds_when_both_come_from_phones_that_were_offline(org: Organisation) -> None:
    hers = org.mentee.store.space("plan")
    org.mentor.cut()
    say(org.mentee, hers, "notes", yes=False)
    org.world.later(days=3)
    say(org.mentor, hers, "notes", mode="interpreter", by="shared")
    org.mentor.mend()
    org.world.sync_all()
    assert stands(answers(org.worker.ports, hers)["notes"])


def test_of_two_words_said_at_the_same_moment_the_no_holds(org: Organisation) -> None:
    hers = org.mentee.store.space("plan")
    org.mentor.cut()
    org.world.later(days=1)
    say(org.mentee, hers, "notes", yes=False)
    say(org.mentor, hers, "notes", mode="interpreter", by="shared")
    org.mentor.mend()
    org.world.sync_all()
    for phone in (org.mentee, org.mentor, org.worker):
        assert not stands(answers(phone.ports, hers)["notes"])


def test_a_phone_whose_clock_was_set_back_keeps_the_order_in_which_she_answered(org: Organisation) -> None:
    hers = org.mentee.store.space("plan")
    org.mentee.cut()
    org.mentee.clock.bent_ms = -3_600_000
    for yes in (True, False, True, False, True):
        if answers(org.mentee.ports, hers).get("notes") and not yes:
            shown = answers(org.mentee.ports, hers)["notes"]
            take_back(org.mentee.ports, shown=shown, saw=org.mentee.store.seen(shown))
        else:
            say(org.mentee, hers, "notes", yes=yes)
        assert stands(answers(org.mentee.ports, hers)["notes"]) == yes
    org.mentee.mend()
    org.world.sync_all()
    assert stands(answers(org.worker.ports, hers)["notes"])


def test_an_older_yes_to_a_partner_that_comes_late_lets_nothing_be_read_after_she_took_it_back(
    org: Organisation,
) -> None:
    ports = org.coordinator.ports
    run(begin_with(ports, name="Egeby"))
    (egeby,) = partners(ports)
    mentee = org.cover(org.coordinator)
    consent(ports, row=ports.new_row(), mentee=mentee, partner=egeby, explained="shared")
    org.world.sync_all()
    org.coordinator.cut()
    consent(ports, row=ports.new_row(), mentee=mentee, partner=egeby, explained="shared")
    share(ports, row=ports.new_row(), mentee=mentee, partner=egeby, about="Amina", text="She comes on time.")
    org.world.later(days=3)
    (shown,) = org.mentee.store.find(Consent)
    take_back_outside(org.mentee.ports, shown=shown, saw=org.mentee.store.seen(shown))
    org.coordinator.mend()
    org.world.sync_all()
    org.world.sync_all()
    assert consented(ports, mentee, egeby) is None
    assert ports.store.find(Shared) == []
    (hers,) = org.mentee.store.find(Passed)
    assert hers.ended_on


def test_a_no_is_kept_and_who_was_not_asked_has_said_nothing(org: Organisation) -> None:
    hers = org.mentee.store.space("plan")
    say(org.mentor, hers, "numbers", yes=False)
    org.world.sync_all()
    case = org.cover(org.worker).space
    assert said_no(org.worker.ports, case, Asked.NUMBERS)
    assert not said_no(org.worker.ports, case, Asked.NOTES)


def test_what_a_partner_was_given_she_reads_and_that_it_ended(org: Organisation) -> None:
    ports = org.coordinator.ports
    run(begin_with(ports, name="Egeby"))
    (egeby,) = partners(ports)
    mentee = org.cover(org.coordinator)
    consent(ports, row=ports.new_row(), mentee=mentee, partner=egeby, explained="shared")
    shared = share(ports, row=ports.new_row(), mentee=mentee, partner=egeby, about="Amina", text="She comes on time.")
    org.world.sync_all()
    (hers,) = org.mentee.store.find(Passed)
    assert (hers.name, hers.text, hers.ended_on) == ("Egeby", "She comes on time.", None)
    unshare(ports, shown=shared, saw=ports.store.seen(shared))
    org.world.sync_all()
    (hers,) = org.mentee.store.find(Passed)
    assert hers.ended_on == ports.today()


def test_that_is_not_right_is_one_row_from_two_taps_until_somebody_hears_it(org: Organisation) -> None:
    mentor = org.mentor.ports
    meeting: Meeting = log_meeting(mentor, row=mentor.new_row(), mentee=org.cover(org.mentor), held_on=mentor.today())
    release(mentor, row=mentor.new_row(), meeting=meeting, text="You came late.")
    org.world.sync_all()
    (shown,) = org.mentee.store.find(Released)
    for _ in range(2):
        say_not_right(org.mentee.ports, record=shown)
    org.world.sync_all()
    (said,) = unheard(org.worker.ports, org.cover(org.worker))
    assert (said.noun, said.row) == ("released", shown.id)
    hear_not_right(org.worker.ports, shown=said)
    org.world.sync_all()
    hers = said_of(org.mentee.ports, shown)
    assert hers
    assert not waits(hers)
    assert unheard(org.mentor.ports) == []
    say_not_right(org.mentee.ports, record=shown, wrong=False)
    assert said_of(org.mentee.ports, shown) is None
    assert len(org.mentee.store.find(NotRight)) == 1


def test_who_said_no_to_notes_has_none_begun_about_her(org: Organisation) -> None:
    say(org.mentee, org.mentee.store.space("plan"), "notes", yes=False)
    org.world.sync_all()
    mentor, mentee = org.mentor.ports, org.cover(org.mentor)

    def log(**said: str) -> Meeting:
        return log_meeting(mentor, row=mentor.new_row(), mentee=mentee, held_on=mentor.today(), **said)  # type: ignore[arg-type]

    with pytest.raises(Refusal):
        log(note="she is ill")
    with pytest.raises(Refusal):
        add_note(mentor, meeting=log(), text="she is ill")
    with pytest.raises(Refusal):
        keep_conversation(mentor, meeting=log(), harder="the stairs")
    assert org.mentor.store.find(MeetingNote) == []
