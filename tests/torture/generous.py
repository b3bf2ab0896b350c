"""The hub's own command, for phones that knock more often than people do: `python -m tests.torture.generous serve`."""

from __future__ import annotations

from sync.hub import serve
from tests.sync.phones import PLENTY

if __name__ == "__main__":
    vars(serve)["Rates"] = lambda *_: PLENTY
    raise SystemExit(serve.main())
