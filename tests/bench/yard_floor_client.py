"""The floor's client: what bare Python, SQLite and HTTP can do; with `sealed` each record is an AES-GCM body.

usage: python yard_floor_client.py BASE_URL [sealed]

Speaks the yardstick's JSON lines; `RECORDS` in the environment names the file of records.
"""

from __future__ import annotations

import base64
import json
import os
import sqlite3
import sys
import time
import zlib
from pathlib import Path
from typing import Any

import httpx
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

PAGE = 2000
CIPHER = AESGCM(bytes(range(32)))


class Client:
    """One device; what is typed is `dirty` until the server has it."""

    def __init__(self, base_url: str, *, sealed: bool) -> None:
        self._http = httpx.Client(base_url=base_url, timeout=120)
        self._sealed = sealed
        self._stamp = 0

    def init(self, said: dict[str, Any]) -> dict[str, Any]:
        self._who = said["who"]
        folder = Path(said["dir"])
        folder.mkdir(parents=True)
        self._db = sqlite3.connect(folder / "floor.db", isolation_level=None)
        self._db.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            "CREATE TABLE said (row TEXT PRIMARY KEY, stamp INT, text TEXT, dirty INT) WITHOUT ROWID;"
            "CREATE INDEX dirty ON said (dirty) WHERE dirty=1; CREATE TABLE cursor (at INT);"
            "INSERT INTO cursor VALUES (0)"
        )
        return {}

    def insert(self, _: dict[str, Any]) -> dict[str, Any]:
        self._keep(json.loads(Path(os.environ["RECORDS"]).read_text()))
        return {}

    def change(self, said: dict[str, Any]) -> dict[str, Any]:
        texts = [text for (text,) in self._db.execute("SELECT text FROM said ORDER BY row")]
        some = [json.loads(text) for text in texts[:: len(texts) // said["n"]][: said["n"]]]
        self._keep([one | {"note": one["note"] + " CHANGED"} for one in some])
        return {}

    def count(self, _: dict[str, Any]) -> dict[str, Any]:
        texts = [text for (text,) in self._db.execute("SELECT text FROM said")]
        return {"n": len(texts), "changed": sum(" CHANGED" in text for text in texts)}

    def sync(self, _: dict[str, Any]) -> dict[str, Any]:
        more = True
        while more:
            dirty = self._db.execute("SELECT row, stamp, text FROM said WHERE dirty=1 LIMIT ?", (PAGE,)).fetchall()
            (at,) = self._db.execute("SELECT at FROM cursor").fetchone()
            said = [(row, stamp, self._seal(text)) for row, stamp, text in dirty]
            asked = json.dumps([at, self._who, said], separators=(",", ":")).encode()
            answer = self._http.post("/sync", content=zlib.compress(asked, 6 if len(asked) > 400 else 0))
            at, more, came = json.loads(zlib.decompress(answer.content))
            self._db.execute("BEGIN")
            self._db.executemany("UPDATE said SET dirty=0 WHERE row=? AND stamp=?", [one[:2] for one in dirty])
            self._db.executemany(
                "INSERT INTO said VALUES (?,?,?,0) ON CONFLICT (row) DO UPDATE SET stamp=excluded.stamp,"
                " text=excluded.text, dirty=0 WHERE excluded.stamp > said.stamp",
                [(row, stamp, self._open(body)) for row, stamp, body in came],
            )
            self._db.execute("UPDATE cursor SET at=?", (at,))
            self._db.execute("COMMIT")
            more = more or len(dirty) == PAGE
        return {}

    def _keep(self, records: list[dict[str, Any]]) -> None:
        rows = []
        for one in records:
            self._stamp = max(self._stamp + 1, time.time_ns() // 1_000_000 << 16)
            rows.append((one["id"], self._stamp, json.dumps(one, separators=(",", ":"))))
        self._db.execute("BEGIN")
        self._db.executemany("INSERT OR REPLACE INTO said VALUES (?,?,?,1)", rows)
        self._db.execute("COMMIT")

    def _seal(self, text: str) -> str:
        if not self._sealed:
            return text
        nonce = os.urandom(12)
        return base64.b64encode(nonce + CIPHER.encrypt(nonce, zlib.compress(text.encode(), 6), None)).decode()

    def _open(self, body: str) -> str:
        if not self._sealed:
            return body
        raw = base64.b64decode(body)
        return zlib.decompress(CIPHER.decrypt(raw[:12], raw[12:], None)).decode()


def main(base_url: str, *, sealed: bool) -> None:
    """Until `quit`, or the end of what is said."""
    client = Client(base_url, sealed=sealed)
    does = {"push": client.sync, "pull": client.sync, "ready": lambda _: {}}
    for line in sys.stdin:
        said = json.loads(line)
        if said["cmd"] == "quit":
            break
        began = time.perf_counter()
        answer = (does.get(said["cmd"]) or getattr(client, said["cmd"]))(said)
        print(json.dumps({"ok": 1, **answer, "s": time.perf_counter() - began}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sealed=sys.argv[2:] == ["sealed"])
