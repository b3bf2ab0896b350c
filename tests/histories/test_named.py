"""The three cases in which a model of the design once failed and nobody knew why; here they are, and hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest

from app.domain.roles import MENTOR
from app.journeys.change_role import change_role
from app.journeys.contacts import change_contact
from app.journeys.late import late_work, let_count
from app.journeys.not_taken import not_taken
from app.ports import Refusal
from app.records import Contact, Step
from app.storage.writing import Speech
from sync.version import GONE
from tests.demoting import give_role
from tests.histories.patched import bent_stamps
from tests.histories.swift import Ready, SwiftPhone, SwiftWorld

DAY_MS = 86_400_000


@pytest.fixture(scope="module")
def ready() -> Iterator[Ready]:
    with Ready.made(0) as ready:
        yield ready


@pytest.fixture
def world(ready: Ready) -> Iterator[SwiftWorld]:
    with ready.begun(1) as world:
        ready.people(world)
        yield world


def fatima(phone: SwiftPhone) -> Contact:
    (one,) = phone.store.find(Contact, Contact.name == "Fatima")
    return one


def texts(phone: SwiftPhone) -> set[str]:
    shown = fatima(phone)
    return {one.text for one in phone.store.rivals(shown).get("note", [])} or {shown.note}


def say(phone: SwiftPhone, text: str) -> None:
    shown = fatima(phone)
    change_contact(phone.ports, shown=shown, saw=phone.store.seen(shown), note=text)


@pytest.mark.parametrize("seed", range(12))
def test_a_patched_member_who_deletes_and_writes_hides_nobody(world: SwiftWorld, seed: int) -> None:
    """Whatever stamps she makes up, and though she says that she saw everything there will ever be."""
    karen, bente, sofie = (world.phone(name) for name in ("Karen", "Bente", "Sofie"))
    say(karen, "before")
    world.sync_all()
    world.later(hours=1)
    shown = fatima(bente)
    me, others = bente.store.me_in(shown.space), [phone.store.me_in(shown.space) for phone in (karen, sofie)]
    assert me
    everybody = {other[1]: 1 << 61 for other in others if other}
    with bente.store.write() as tx:
        words: dict[str, Any] = {GONE: (True, everybody), "note": ("hers alone", everybody)}
        tx.speeches[bytes.fromhex(shown.space), bytes.fromhex(shown.id)] = Speech("contact", me[1], words)
    world.later(minutes=1)
    say(sofie, "not seen by her")
    with bent_stamps(Random(seed)):
        bente.sync()
    world.sync_all(rounds=3)

    for phone in (karen, sofie):
        assert "not seen by her" in texts(phone)
    assert texts(karen) == texts(sofie)
    say(karen, "after all that")
    world.sync_all(rounds=2)
    assert "after all that" in texts(sofie)


def test_a_word_stamped_after_its_heads_day_counts_on_every_phone_once_a_later_head_reaches_it(
    world: SwiftWorld,
) -> None:
    amina, maja = world.phone("Amina"), world.phone("Maja")
    (step,) = amina.store.find(Step)
    for skew, text in ((DAY_MS << 16, "tomorrow's"), (0, "today's")):
        with amina.store.write() as tx:
            if skew:
                tx.change(step, amina.store.seen(step), text=text)
            else:
                tx.add(Step(id=amina.ports.new_row(), space=step.space, text=text))
        with bent_stamps(Random(0), skew, honest_day=True):
            amina.sync()
        world.sync_all()
        assert {one.text for one in maja.store.find(Step)} == {one.text for one in amina.store.find(Step)}
        world.later(days=1)

    assert {one.text for one in maja.store.find(Step)} == {"tomorrow's", "today's"}


def test_a_demotion_with_a_screen_left_open_loses_no_text(world: SwiftWorld) -> None:
    """Her edit of her own text does not count any more; so it covers nothing, and what it would replace stays."""
    karen, sofie = world.phone("Karen"), world.phone("Sofie")
    say(sofie, "as a worker")
    world.sync_all()
    shown = fatima(sofie)
    saw = sofie.store.seen(shown)
    give_role(karen, sofie, MENTOR)

    def meanwhile(_: str, ask: Callable[[], bytes]) -> bytes:
        answer = ask()  # it tells of her new role, and she does not know yet
        sofie.fate = None
        change_contact(sofie.ports, shown=shown, saw=saw, note="as a mentor")
        return answer

    sofie.fate = meanwhile
    world.sync_all(rounds=3)

    assert texts(karen) == {"as a worker"} == texts(sofie)
    (left,) = not_taken(sofie.ports)
    assert left.fields == {"note": "as a mentor"}
    with pytest.raises(Refusal):
        change_contact(sofie.ports, shown=shown, saw=saw, note="once more")


@pytest.mark.parametrize("bent_ms", [3 * DAY_MS, -3 * DAY_MS, 300_000, -300_000])
@pytest.mark.parametrize("back", [False, True])
def test_a_demotion_a_close_and_a_bent_hub_clock_lose_no_text(world: SwiftWorld, bent_ms: int, *, back: bool) -> None:
    """What she had typed is let count under the author who is closed, whenever the hub believes that it is."""
    karen, bente, sofie = (world.phone(name) for name in ("Karen", "Bente", "Sofie"))
    say(bente, "first")
    world.sync_all()
    world.later(hours=1)
    say(sofie, "typed before")
    world.hub_bent_ms = bent_ms
    say(bente, "meanwhile")
    bente.sync()
    world.run(change_role(karen.ports, person=sofie.ports.me.person, role=MENTOR))
    world.later(hours=1)
    if back:
        world.hub_bent_ms = 0
    sofie.sync()
    karen.sync()
    (work,) = world.run(late_work(karen.ports))
    world.run(let_count(karen.ports, work))
    world.sync_all(rounds=3)

    assert texts(karen) == {"typed before", "meanwhile"} == texts(bente)
    assert not sofie.store.find(Contact)
    assert sofie.store.waiting().things == 0
    for phone in (karen, bente, sofie):
        assert not phone.sync().holding_back
    say(karen, "and on it goes")
    world.sync_all()
    assert "and on it goes" in texts(bente)
