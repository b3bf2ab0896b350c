"""Wherever one of them dies, it goes on from what lies on its disk; the long way is `make torture`."""

from __future__ import annotations

from functools import partial

from tests.torture.crashing import NEVER, hub_dies, once, phone_dies

FEW = 3
"""Every third statement: with another seed the others."""


def test_a_phone_may_die_at_every_statement_of_a_sync() -> None:
    statements, _ = once(1, phone_dies, NEVER)

    assert statements > 60
    for at in range(1, statements + 1):
        once(1, phone_dies, at)


def test_a_hub_may_die_before_and_after_every_statement_of_a_push() -> None:
    for after in (False, True):
        dies = partial(hub_dies, after=after)
        statements, _ = once(2, dies, NEVER)
        assert statements > 20
        for at in range(1 + after, statements + 1, FEW):
            once(2, dies, at)
