"""What can happen to a message on a bad line: each has its name, and none of them may cost anybody a word."""

from __future__ import annotations

import random
from collections.abc import Callable

import httpx

from tests.histories.swift import Fate


class Killed(BaseException):
    """The app died while it waited for an answer."""


def unheard(path: str, _: Callable[[], bytes]) -> bytes:
    """It never reached the hub."""
    raise httpx.ConnectError(path)


def unanswered(path: str, ask: Callable[[], bytes]) -> bytes:
    """The hub heard it; nobody heard the hub."""
    ask()
    raise httpx.ReadError(path)


def twice(_: str, ask: Callable[[], bytes]) -> bytes:
    """It reached the hub two times."""
    ask()
    return ask()


def torn(_: str, ask: Callable[[], bytes]) -> bytes:
    """Half of the answer came."""
    whole = ask()
    return whole[: len(whole) // 2]


def killed(_: str, ask: Callable[[], bytes]) -> bytes:
    """The hub heard it, and then the app died."""
    ask()
    raise Killed


def bad(chance: random.Random) -> Fate:
    """One message of the next few meets its fate."""
    left, fate = chance.randrange(1, 7), chance.choice([unheard, unanswered, unanswered, twice, torn, killed])

    def decide(path: str, ask: Callable[[], bytes]) -> bytes:
        nonlocal left
        left -= 1
        return fate(path, ask) if left == 0 else ask()

    return decide
