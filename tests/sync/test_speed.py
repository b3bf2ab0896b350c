"""Ten thousand rows cost turns and bytes, not statements: counts that do not depend on the machine."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

from sync.entry import space_of
from sync.head import root_of
from sync.version import unpack_said
from tests.sync.phones import World

ROWS = 2_000


def test_a_first_push_and_pull_takes_few_turns(tmp_path: Path) -> None:
    world = World(tmp_path)
    karen, omar = world.founder, world.joins("Omar")
    area = world.circle(karen)
    world.grant(area, omar)
    karen.sync()
    space = space_of(area, 0)
    rows = [world.chance.randbytes(16) for _ in range(ROWS)]
    with karen.journal.transaction():
        for number, row in enumerate(rows):
            karen.type(space, row, {"name": f"Name {number}", "phone": f"{number:08d}", "met_on": "2026-11-21"})
    world.hub.asked.clear()

    started = perf_counter()
    pushed = karen.sync().pushed
    push_s = perf_counter() - started
    push_turns = len(world.hub.asked)
    world.hub.asked.clear()
    started = perf_counter()
    changed = omar.sync().changed
    pull_s = perf_counter() - started
    pull_turns = len(world.hub.asked)
    started = perf_counter()
    said = [
        unpack_said(omar.keys.open(one.space, one.epoch, one.aad, one.nonce, one.sealed))
        for page in omar.journal.stream()
        for one in page
    ]
    open_s = perf_counter() - started
    leaves = [(one.row, one.leaf) for one in omar.journal.versions()]
    started = perf_counter()
    root_of(leaves)
    root_s = perf_counter() - started
    print(f"{ROWS} rows: push {push_s:.2f} s in {push_turns} turns, pull {pull_s:.2f} s in {pull_turns}")
    print(f"open and unpack {open_s:.2f} s, root {root_s:.4f} s")

    assert pushed == ROWS
    assert len({row for place, row in changed if place == space}) == ROWS
    assert len([one for one in said if one.table == "Contact"]) == ROWS
    assert push_turns <= 4 + ROWS * 300 // (256 * 1024) + 3
    assert pull_turns <= 2 + ROWS * 300 // (512 * 1024) + 2
