"""What the logs say to her, looked up after they grew and not at every drawing: is she out, who waits for her."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import flet as ft

if TYPE_CHECKING:
    from app.journeys.readmit import GiveBack
    from app.journeys.sheets_told import SheetsTold
    from app.journeys.sync import SyncReport
    from app.ports import Ports


@ft.observable
@dataclass
class Told:
    """`out`: the organisation has closed this phone. `role`: which face she sees. `late`: pieces handed in late.

    `back` = who has a new phone and waits for a key that she can give; what she put off comes again when the lock is
    next opened. `sheets` = recovery sheets of which she was not shown yet that they were made, or used.
    """

    role: str = ""
    out: bool = False
    late: int = 0
    back: tuple[GiveBack, ...] = ()
    sheets: tuple[SheetsTold, ...] = ()
    _put_off: set[tuple[bytes, bytes]] = field(default_factory=set)
    _asked: bool = False

    def begin(self, ports: Ports) -> None:
        """The lock was opened: what this phone knows by itself."""
        self.late, self.back, self._asked = 0, (), False
        self._put_off = set()
        self._look(ports)
        self.look_sheets(ports)

    def forget(self) -> None:
        """The lock shuts: nobody is named any more."""
        self.back, self.sheets = (), ()

    async def after(self, ports: Ports, report: SyncReport) -> None:
        """A sync is done: what is over is let go.

        The hub is asked once, and again when a log grew; never while somebody waits for it.
        """
        from app.journeys.letting_go import let_go
        from app.journeys.voice_messages import let_old_go
        from app.ports import Closed

        try:
            self._look(ports)
            let_go(ports)
            let_old_go(ports)
            if report.grown or not self._asked:
                self._asked = True
                self.look_who_waits(ports)
                self.look_sheets(ports)
                await self._ask_late(ports)
        except Closed:
            return  # she locked meanwhile

    def look_who_waits(self, ports: Ports) -> None:
        """Whom she could give a key back."""
        from app.domain.roles import MENTEE
        from app.journeys.readmit import to_give_back

        found = () if self.role == MENTEE else to_give_back(ports)
        self.back = tuple(one for one in found if (one.circle, one.person.person) not in self._put_off)

    def look_sheets(self, ports: Ports) -> None:
        """After she looked at what there is to tell of them, too."""
        from app.journeys.sheets_told import news_of_sheets

        self.sheets = tuple(news_of_sheets(ports))

    def not_now(self, one: GiveBack) -> None:
        """Until the lock is opened again."""
        self._put_off.add((one.circle, one.person.person))
        self.back = tuple(each for each in self.back if each != one)

    def _look(self, ports: Ports) -> None:
        from app.journeys.tending import is_out

        self.role, self.out = ports.me.role, is_out(ports)

    async def _ask_late(self, ports: Ports) -> None:
        from app.domain.roles import STEWARDS
        from app.journeys.late import late_work
        from app.ports import Refusal

        if self.role not in STEWARDS or self.out:
            self.late = 0
            return
        try:
            self.late = len(await late_work(ports))
        except Refusal:
            self._asked = False  # after the next sync
