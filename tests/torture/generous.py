"""The hub's own command, for phones that knock more often than people do: `python -m tests.torture.generous serve`."""

from __future__ import annotations

from sync.hub import app
from sync.hub.serve import main
from tests.sync.phones import PLENTY

if __name__ == "__main__":
    vars(app)["Rates"] = lambda: PLENTY
    raise SystemExit(main())
