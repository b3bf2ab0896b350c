"""A helper keeps the key to what is hers alone: gives it back after a lost phone, sees nothing of it, and is let go."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.domain.refusal import Refusal
from app.journeys.closing import close_my_phone, shut_out
from app.journeys.readmit import give_back, readmit, to_give_back
from app.journeys.trusted import choose_helper, end_helper, helpers, may_help
from app.records import Setting
from tests.leaving import person
from tests.world import Organisation, Phone, World, run

SECRET = "bare for mig selv"


@pytest.fixture
def org() -> Iterator[Organisation]:
    with World(seed=12) as world:
        org = world.organisation()
        world.sync_all()
        yield org


def keeps(phone: Phone, text: str = SECRET) -> None:
    ports = phone.ports
    with ports.store.write() as tx:
        tx.add(Setting(id=ports.new_row(), space=ports.store.space("own"), key="note", value=text))


def hers(phone: Phone) -> set[str]:
    return {one.value for one in phone.store.find(Setting)}


def helped(org: Organisation) -> None:
    run(choose_helper(org.mentee.ports, person(org.mentor)))
    keeps(org.mentee)
    org.world.sync_all()


def new_phone(org: Organisation) -> Phone:
    """Amina has forgotten her PIN; Karen lets her in again."""
    phone = org.world.phone("Aminas nye")
    phone.join(run(readmit(org.coordinator.ports, person=person(org.mentee))))
    org.world.sync_all()
    return phone


def test_a_helper_gives_her_own_back_on_a_new_phone(org: Organisation) -> None:
    helped(org)
    phone = new_phone(org)
    assert hers(phone) == set()

    run(shut_out(org.coordinator.ports, person(org.mentee), org.mentee.ports.keyring.device))
    org.world.sync_all()
    wanted = [one for one in to_give_back(org.mentor.ports) if one.person.person == person(phone)]
    assert len(wanted) == 1
    run(give_back(org.mentor.ports, wanted[0]))
    org.world.sync_all()

    assert hers(phone) == {SECRET}
    keeps(phone, "og mere")
    org.world.sync_all()
    assert hers(phone) == {SECRET, "og mere"}
    assert helpers(phone.ports) == []  # what she began on the new phone has no helper yet
    run(choose_helper(phone.ports, person(org.mentor)))
    assert [one.card.name for one in helpers(phone.ports)] == ["Maja"]


def test_a_helper_sees_nothing_and_says_nothing_there(org: Organisation) -> None:
    helped(org)

    assert hers(org.mentor) == set()
    assert [place.kind for place in org.mentor.store.places()].count("own") == 1
    assert org.mentor.store.space("own") != org.mentee.store.space("own")
    assert org.mentor.store.may_set(org.mentee.store.space("own"), "setting") == frozenset()


def test_who_was_let_go_opens_nothing_newer_and_gives_nothing_back(org: Organisation) -> None:
    helped(org)
    run(end_helper(org.mentee.ports, person(org.mentor)))
    org.world.sync_all(3)
    keeps(org.mentee, "senere")
    org.world.sync_all()

    assert helpers(org.mentee.ports) == []
    circle = next(one for one, held in org.mentee.ports.keyring.circles.items() if held.kind == "own")
    assert circle not in org.mentor.ports.keyring.circles
    new_phone(org)
    assert to_give_back(org.mentor.ports) == []


def test_a_helper_who_leaves_the_organisation_helps_no_more(org: Organisation) -> None:
    helped(org)
    run(shut_out(org.coordinator.ports, person(org.mentor)))
    org.world.sync_all(3)

    assert helpers(org.mentee.ports) == []
    assert hers(org.mentee) == {SECRET}


def test_only_she_chooses_and_nobody_from_outside_is_chosen(org: Organisation) -> None:
    assert {one.card.name for one in may_help(org.mentee.ports)} == {"Karen", "Sofie", "Maja"}
    with pytest.raises(Refusal):
        run(choose_helper(org.mentee.ports, bytes(16)))
    helped(org)
    assert "Maja" not in {one.card.name for one in may_help(org.mentee.ports)}


def test_a_lost_phone_of_hers_takes_nothing_from_the_second(org: Organisation) -> None:
    helped(org)
    second = org.world.phone("Aminas anden")
    second.join(run(readmit(org.mentee.ports, person=person(org.mentee))))
    org.world.sync_all()
    run(close_my_phone(second.ports, org.mentee.ports.keyring.device))
    org.world.sync_all(3)

    assert hers(second) == {SECRET}
    assert [one.card.name for one in helpers(second.ports)] == ["Maja"]
