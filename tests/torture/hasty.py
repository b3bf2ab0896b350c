"""The hub's own command, which waits ten seconds and no more for who does not read: `... hasty serve`."""

from __future__ import annotations

from sync.hub.deadlines import PatientProtocol
from sync.hub.serve import main

if __name__ == "__main__":
    PatientProtocol.unread_s = 10
    raise SystemExit(main())
