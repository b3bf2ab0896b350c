"""The floor's server: what bare Python, SQLite and HTTP can do; not a product, nobody is asked who she is.

usage: python yard_floor_hub.py PORT DATABASE_FILE

One request carries [cursor, device, [[row, stamp, body], …]] and is answered [cursor, more, [[row, stamp, body], …]].
"""

from __future__ import annotations

import json
import sqlite3
import sys
import zlib

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

PAGE = 5000
SMALL = 400


class Floor:
    """A log with one place a row; a later write takes a new place."""

    def __init__(self, path: str) -> None:
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute(
            "CREATE TABLE said (place INTEGER PRIMARY KEY, row TEXT UNIQUE, stamp INT, who TEXT, body TEXT)"
        )

    async def sync(self, request: Request) -> Response:
        cursor, who, said = json.loads(zlib.decompress(await request.body()))
        if said:
            self._keep(who, said)
        found = self._db.execute(
            "SELECT place, row, stamp, body FROM said WHERE place > ? AND who <> ? ORDER BY place LIMIT ?",
            (cursor, who, PAGE),
        ).fetchall()
        more = len(found) == PAGE
        at = found[-1][0] if more else self._last()
        packed = json.dumps([at, more, [one[1:] for one in found]], separators=(",", ":")).encode()
        return Response(zlib.compress(packed, 6 if len(packed) > SMALL else 0))

    def _keep(self, who: str, said: list[list[object]]) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        last = self._last()
        self._db.executemany(
            "INSERT INTO said VALUES (?,?,?,?,?) ON CONFLICT (row) DO UPDATE SET place=excluded.place,"
            " stamp=excluded.stamp, who=excluded.who, body=excluded.body WHERE excluded.stamp > said.stamp",
            [(last + at, row, stamp, who, body) for at, (row, stamp, body) in enumerate(said, 1)],
        )
        self._db.execute("COMMIT")

    def _last(self) -> int:
        last: int = self._db.execute("SELECT coalesce(max(place), 0) FROM said").fetchone()[0]
        return last


if __name__ == "__main__":
    floor = Floor(sys.argv[2])
    app = Starlette(routes=[Route("/sync", floor.sync, methods=["POST"])])
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="error", access_log=False)
