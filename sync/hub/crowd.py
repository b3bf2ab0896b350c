"""Who is connected: so many from one address, and no more than there are descriptors for; the longest idle goes."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address, ip_network
from typing import Protocol

ADDRESS_MAX = 500
SPARE = 64  # descriptors for the database, the log and what listens
EACH = 2  # one for the connection, one for the file that it is handed
RAISED = 65_536


class Guest(Protocol):
    """One connection."""

    @property
    def waits(self) -> bool:
        """It asked, and nothing of its answer was said yet."""

    def let_go(self) -> None:
        """At once, whatever is on its way."""


def room() -> int:
    """How many connections there are descriptors for, as it is now."""
    try:
        from resource import RLIMIT_NOFILE, getrlimit
    except ImportError:  # not a Unix
        return RAISED
    return max(8, (getrlimit(RLIMIT_NOFILE)[0] - SPARE) // EACH)


def make_room() -> None:
    """As many descriptors as this process may have; a service is usually started with a thousand of half a million."""
    with suppress(ImportError, OSError, ValueError):
        from resource import RLIMIT_NOFILE, getrlimit, setrlimit

        soft, hard = getrlimit(RLIMIT_NOFILE)
        setrlimit(RLIMIT_NOFILE, (max(soft, min(hard, RAISED)), hard))


class Crowd:
    """Of one process. `proxies`, with commas between, speak for many: only descriptors limit them."""

    def __init__(self, of_one: int = ADDRESS_MAX, proxies: str = "", room: Callable[[], int] = room) -> None:
        self._of_one = of_one
        self._proxies = [one.strip() for one in proxies.split(",") if one.strip()]
        self._room = room
        self._all: OrderedDict[Guest, str] = OrderedDict()
        self._from: defaultdict[str, OrderedDict[Guest, str]] = defaultdict(OrderedDict)

    def enter(self, guest: Guest, address: str) -> None:
        """Whoever was quiet longest makes room: of its own address, or of all."""
        while len(self._all) >= self._room():
            self._send_away(self._all)
        if self._counts(address):
            while len(self._from[address]) >= self._of_one:
                self._send_away(self._from[address])
            self._from[address][guest] = address
        self._all[guest] = address

    def stir(self, guest: Guest) -> None:
        """It said something, or took some of what it asked for."""
        address = self._all.get(guest)
        if address is None:
            return
        self._all.move_to_end(guest)
        if guest in self._from.get(address, ()):
            self._from[address].move_to_end(guest)

    def leave(self, guest: Guest) -> None:
        """Nothing happens when it is not here."""
        address = self._all.pop(guest, "")
        if address in self._from:
            self._from[address].pop(guest, None)
            if not self._from[address]:
                del self._from[address]

    def _send_away(self, some: OrderedDict[Guest, str]) -> None:
        """Rather nobody who waits for us."""
        guest = next((one for one in some if not one.waits), next(iter(some)))
        self.leave(guest)
        guest.let_go()

    def _counts(self, address: str) -> bool:
        """Not a proxy, nor who comes through a socket without an address."""
        return bool(address) and not any(_is_of(address, one) for one in self._proxies)


def _is_of(address: str, proxy: str) -> bool:
    if proxy in {"*", address}:
        return True
    try:
        return ip_address(address) in ip_network(proxy, strict=False)
    except ValueError:
        return False
