"""When the store cannot do what it was asked.

Refusal
  NotKept      the phone has no room (or its disk fails): nothing was kept, nothing in memory changed
  TooLong      more text in one row than can travel
  NoSuchPlace  the person has no space of that kind
    Resting    she has, and it opens again with the next contact
  NotYours     her role does not let her say this here
"""

from __future__ import annotations

from app.domain.refusal import Refusal
from app.i18n import N_


class NotKept(Refusal):
    """Nothing of this write was kept; what is on the screen is all there is of it."""

    def __init__(self) -> None:
        super().__init__(N_("This phone has no room left. Nothing was lost: make room, then keep it again."))


class TooLong(Refusal):
    """What is said of one row does not fit into one version; nothing of this write was kept."""

    def __init__(self) -> None:
        super().__init__(N_("This is more text than can be kept in one place. Shorten it, then keep it again."))


class NoSuchPlace(Refusal):
    """A noun has nowhere to live: this person is in no circle of that kind."""

    def __init__(self) -> None:
        super().__init__(N_("You have no place to keep this yet. Ask the person who invited you."))


class Resting(NoSuchPlace):
    """Five weeks without the hub: its key is held and not used, see journeys/lease.py; nothing of this was kept."""

    def __init__(self) -> None:
        Refusal.__init__(self, N_("What is about others rests. Connect once, then keep it again."))


class NotYours(Refusal):
    """Her grant does not let her set that field there; others would never see it."""

    def __init__(self) -> None:
        super().__init__(N_("This is for somebody else to write."))
