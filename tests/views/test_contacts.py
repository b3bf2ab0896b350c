"""Contacts on the screen: logged by taps, found, changed, settled."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

import flet as ft

from app.journeys.contacts import change_contact, log_contact
from app.journeys.rounds import count_tap
from app.journeys.spots import add_spot
from app.records import Attempt, Contact
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


def named(org: Organisation, name: str) -> list[Contact]:
    return [each for each in org.worker.store.find(Contact) if each.name == name]


def test_a_contact_is_logged_in_three_taps_from_today(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.tap("outcome-interested")
        await screen.write("name", "Ærø أمينة")
        await screen.tap("keep")

        assert screen.page.route == "/"
        assert screen.sees("1 here")

    show(org.worker, walk)
    (kept,) = named(org, "Ærø أمينة")
    assert (kept.outcome, kept.met_on) == ("interested", org.worker.ports.today())


def test_a_contact_is_logged_in_three_taps_and_nothing_is_typed(org: Organisation) -> None:
    taps: list[str] = []

    async def walk(screen: Screen) -> None:
        async def tap(key: str) -> None:
            taps.append(key)
            await screen.tap(key)

        await tap("log-contact")
        suggested = [str(each.key) for each in screen.walk() if str(each.key).startswith("nickname-")]
        await tap(suggested[1])
        await tap("keep")
        assert screen.page.route == "/"

    before = {each.id for each in org.worker.store.find(Contact)}
    show(org.worker, walk)
    (kept,) = [each for each in org.worker.store.find(Contact) if each.id not in before]
    assert kept.name
    assert len(taps) == 3


def test_an_outcome_alone_is_kept_under_the_nickname_that_the_screen_shows(org: Organisation) -> None:
    shown: list[str] = []

    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        assert not screen.sees("Without a name")
        await screen.tap("outcome-talked")
        keys = [str(each.key) for each in screen.walk()]
        shown.append(next(key for key in keys if key.startswith("nickname-")).removeprefix("nickname-"))
        assert screen.sees(f"Without a name: {shown[0]}")
        await screen.double_tap("keep")
        assert screen.page.route == "/"
        await screen.tap("log-contact")
        await screen.tap("outcome-talked")
        await screen.write("address", "Egeparken 99")
        await screen.tap("keep")

    before = {each.id for each in org.worker.store.find(Contact)}
    show(org.worker, walk)
    kept = [each for each in org.worker.store.find(Contact) if each.id not in before]
    assert {(each.name, each.address, each.outcome) for each in kept} == {
        (shown[0], "", "talked"),
        ("", "Egeparken 99", "talked"),
    }


def test_after_a_tap_at_a_place_today_one_outcome_is_enough(org: Organisation) -> None:
    ports = org.worker.ports
    spot = add_spot(ports, row=ports.new_row(), kind="stairwell", name="Stair A", address="Egeparken 30", doors=12)
    count_tap(ports, spot=spot, outcome="nobody_home")

    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.tap("outcome-talked")
        await screen.tap("keep")
        assert screen.page.route == "/"

    show(org.worker, walk)
    (kept,) = [each for each in org.worker.store.find(Contact) if each.spot == spot.id]
    assert (kept.address, kept.outcome, kept.channel) == ("Egeparken 30", "talked", "door")


def test_two_topics_tapped_before_the_screen_is_drawn_again_are_both_chosen(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.write("name", "Hodan")
        await screen.tap("wider")
        chips = [screen.keyed(key)[0] for key in ("topic-letters", "topic-danish")]
        await asyncio.gather(*(screen.session.dispatch_event(chip._i, "select", True) for chip in chips))
        await screen.settle()
        await screen.tap("keep")

    show(org.worker, walk)
    assert named(org, "Hodan")[0].topics == "danish,letters"


def test_what_is_chosen_of_a_talk_is_kept_and_shown(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.tap("outcome-talked")
        await screen.tap("next-step-go_along")
        await screen.write("name", "Hodan")
        await screen.tap("wider")
        topics = ("topic-letters", "topic-work", "topic-work", "topic-danish")
        for key in ("tongue-so", "spoken-by_phone", *topics, "took-15"):
            await screen.tap(key)
        await screen.tap("keep")
        await screen.go(f"/people/{named(org, 'Hodan')[0].id}")
        for words in ("Soomaali", "An interpreter by phone", "Danish and Letters", "Go along with her"):
            assert screen.sees(words), words

    show(org.worker, walk)
    (kept,) = named(org, "Hodan")
    assert (kept.language, kept.spoken, kept.topics, kept.minutes) == ("so", "by_phone", "danish,letters", 15)


def test_a_try_may_say_how_long_it_took_and_a_round_has_its_own_minutes(org: Organisation) -> None:
    ports, contact = org.worker.ports, named(org, "Fadumo")[0]
    spot = add_spot(ports, row=ports.new_row(), kind="stairwell", name="B", doors=3)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{contact.id}/again")
        await screen.tap("outcome-nobody_home")
        await screen.tap("took-30")
        await screen.tap("keep")
        await screen.go(f"/places/{spot.id}/contact")
        await screen.tap("wider")
        assert screen.has("spoken-shared")
        assert not screen.has("took-30")

    show(org.worker, walk)
    assert [one.minutes for one in org.worker.store.find(Attempt)] == [30]


def test_what_she_said_last_on_one_line_holds_on_today_for_her_other_line(org: Organisation) -> None:
    (old,), ports = named(org, "Fadumo"), org.worker.ports
    new = log_contact(ports, row=ports.new_row(), name="Green door", outcome="not_now", declined="family")

    async def walk(screen: Screen) -> None:
        assert screen.has(f"followup-{old.id}")
        await screen.go(f"/people/{new.id}/same")
        await screen.write("search", "Fadumo")
        await screen.tap(f"one-{old.id}")
        await screen.go("/")
        assert not screen.has(f"followup-{old.id}")
        assert screen.sees("Go back to")

    show(org.worker, walk)


def test_not_now_has_a_reason_and_a_day_to_ask_again(org: Organisation) -> None:
    contact = named(org, "Fadumo")[0]

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{contact.id}")
        await screen.tap("tried-again")
        await screen.tap("outcome-not_now")
        await screen.tap("declined-children")
        await screen.tap("followup-1")
        await screen.tap("keep")
        assert screen.sees("Small children")
        assert screen.sees("2 tries")

    show(org.worker, walk)
    (kept,) = named(org, "Fadumo")
    assert kept.followup_on == org.worker.ports.today() + timedelta(days=91)


def test_trying_again_is_three_taps(org: Organisation) -> None:
    contact = named(org, "Fadumo")[0]

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{contact.id}")
        await screen.tap("tried-again")
        await screen.tap("outcome-nobody_home")
        await screen.double_tap("keep")
        assert screen.sees("2 tries")

    show(org.worker, walk)
    assert named(org, "Fadumo")[0].outcome == "interested"


def with_a_day(org: Organisation, days: int) -> tuple[Contact, date]:
    contact, day = named(org, "Fadumo")[0], org.worker.ports.today() + timedelta(days=days)
    change_contact(org.worker.ports, shown=contact, saw=org.worker.store.seen(contact), followup_on=day)
    return contact, day


def test_who_was_not_at_home_keeps_her_day_also_one_that_has_come(org: Organisation) -> None:
    contact, day = with_a_day(org, 3)

    async def walk(screen: Screen) -> None:
        for _try in range(2):
            await screen.go(f"/people/{contact.id}")
            await screen.tap("tried-again")
            await screen.tap("outcome-nobody_home")
            assert not screen.sees("No day")
            await screen.tap("keep")
            assert screen.page.route == f"/people/{contact.id}"
            assert named(org, "Fadumo")[0].followup_on == day
            org.world.later(days=9)

    show(org.worker, walk)


def test_once_the_two_spoke_a_day_that_has_come_is_over_and_one_to_come_stands_as_chosen(org: Organisation) -> None:
    contact, day = with_a_day(org, 9)

    async def walk(screen: Screen) -> None:
        for outcome, expected in (("not_now", day), ("talked", None)):
            await screen.go(f"/people/{contact.id}")
            await screen.tap("tried-again")
            await screen.tap(f"outcome-{outcome}")
            await screen.tap("keep")
            assert named(org, "Fadumo")[0].followup_on == expected
            org.world.later(days=9)

    show(org.worker, walk)


def test_two_quick_taps_keep_one_contact(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.write("name", "Hodan")
        await screen.double_tap("keep")

    show(org.worker, walk)
    assert len(named(org, "Hodan")) == 1


def test_a_contact_without_anything_to_find_it_by_is_refused_in_words(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.tap("keep")

        assert screen.page.route == "/people/new"
        assert screen.sees("Skriv navn, telefon eller adresse.")

    show(org.worker, walk, language="da")


def test_a_day_before_the_meeting_is_refused_in_words(org: Organisation) -> None:
    today = org.worker.ports.today()
    contact = named(org, "Fadumo")[0]
    change_contact(
        org.worker.ports, shown=contact, saw=org.worker.store.seen(contact), followup_on=today + timedelta(days=3)
    )

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{contact.id}")
        await screen.tap("change")
        await screen.write("name", "Fadumo A.")
        await screen.tap("met-other")
        (day,) = [each for each in screen.walk() if type(each).__name__ == "Container" and each.key == "met-day"]
        await screen.fire(day, "click")
        await screen.pick_day(today + timedelta(days=9))
        await screen.tap("keep")

        assert screen.page.route == f"/people/{contact.id}/change"
        assert screen.sees("You cannot have met somebody in the future.")

    show(org.worker, walk)
    assert len(named(org, "Fadumo")) == 1


def test_a_search_shows_who_fits_and_says_when_nobody_does(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/people")
        assert screen.sees("Fadumo")

        await screen.write("search", "أمينة")
        await screen.until(lambda: not screen.sees("Fadumo"))
        assert screen.sees("أمينة السورية")

        await screen.write("search", "xyz")
        await screen.until(lambda: screen.has("empty"))

        await screen.write("search", "fadumo")
        await screen.until(lambda: screen.sees("Fadumo"))
        await screen.tap(f"contact-{named(org, 'Fadumo')[0].id}")
        assert screen.sees("+45 20 30 40 50")

    show(org.worker, walk)


def test_a_change_is_on_the_screen_behind_it(org: Organisation) -> None:
    contact = named(org, "Fadumo")[0]

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{contact.id}")
        await screen.tap("change")
        await screen.write("name", "Fadumo Nur")
        await screen.tap("keep")

        assert screen.page.route == f"/people/{contact.id}"
        assert screen.sees("Fadumo Nur")
        await screen.tap("back")
        assert screen.page.route == "/"

    show(org.worker, walk)


def test_texts_side_by_side_are_shown_with_names_and_settled_by_a_tap(org: Organisation) -> None:
    contact = named(org, "Fadumo")[0]
    for phone, text in ((org.worker, "call her"), (org.coordinator, "write her")):
        shown = phone.store.get(Contact, contact.id)
        assert shown is not None
        change_contact(phone.ports, shown=shown, saw=phone.store.seen(shown), note=text)
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{contact.id}")
        assert screen.sees("call her")
        assert screen.sees("write her")
        assert screen.sees("Karen")

        await screen.tap("settle-all")
        assert not screen.has("settle-all")

    show(org.worker, walk)
    settled = org.worker.store.get(Contact, contact.id)
    assert settled is not None
    assert {"call her", "write her"} == set(settled.note.split("\n"))


def test_who_came_by_word_of_mouth_is_logged_so_and_counted_so_and_nobody_asks_through_whom(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.write("name", "Hodan")
        await screen.tap("wider")
        await screen.tap("channel-friend")
        await screen.tap("outcome-talked")
        await screen.tap("keep")
        await screen.go(f"/people/{named(org, 'Hodan')[0].id}")
        assert screen.sees("Through a friend")
        await screen.go("/outreach/reach")
        assert screen.has("way-friend")

    show(org.worker, walk)
    assert named(org, "Hodan")[0].channel == "friend"


def test_what_is_typed_is_not_lost_when_something_is_tapped(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.write("name", "Hodan")
        await screen.tap("outcome-talked")
        await screen.tap("wider")
        await screen.write("phone", "20304050")
        await screen.tap("channel-street")

        field = screen._one("name")
        assert isinstance(field, ft.TextField)
        assert field.value == "Hodan"
        await screen.tap("keep")

    show(org.worker, walk)
    (kept,) = named(org, "Hodan")
    assert (kept.phone, kept.channel, kept.outcome) == ("20304050", "street", "talked")
