"""kill -9 of real phones and of the real hub, over real HTTP, at moments that chance picks."""

from __future__ import annotations

import random
from time import sleep

from tests.e2e.hub import RunningHub
from tests.torture.people import WRITERS, Writer, judge, organisation, port_of
from tests.torture.tally import Tally

SHORT, LONG = 16, 400  # kills
IN_ONE_LIFE = 16
ROWS_MAX = 30  # of theirs between two kills


def one_life(seed: int, kills: int) -> Tally:
    """Two phones write into one area, and die; the hub dies between."""
    tally, chance = Tally(runs=1), random.Random(seed)
    with organisation(seed) as folder, RunningHub(folder) as hub:
        writers = [Writer(folder, name, port_of(hub)) for name in WRITERS]
        try:
            for _ in range(kills):
                victim = chance.choice(writers)
                victim.wait_for(chance.randrange(1, ROWS_MAX))
                sleep(chance.random() / 10)
                tally.faults += 1
                if chance.random() < 0.5:
                    victim.kill()
                    victim.start()
                else:
                    hub.kill()
                    hub.start()
        finally:
            for writer in writers:
                writer.kill()
        tally.crashes += sum(len(writer.broke()) for writer in writers)
        for words in (line for writer in writers for line in writer.broke()):
            tally.say(words)
        judge(folder, hub, writers[0].rows() | writers[1].rows(), tally)
    return tally


def torture(kills: int) -> Tally:
    """So many kills, some in one life."""
    tally = Tally()
    for seed in range(max(1, kills // IN_ONE_LIFE)):
        with tally.watching(f"killing, seed {seed}"):
            tally += one_life(seed, min(kills, IN_ONE_LIFE))
    return tally
