"""Anki as a peer: its own collection and its own sync, in the virtual environment that `yard_anki` makes.

usage: python yard_anki_client.py ENDPOINT

Speaks the yardstick's JSON lines; `RECORDS` in the environment names the file of records. The first sync is Anki's
own full upload or download, unsealed.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from anki.collection import AddNoteRequest, Collection  # type: ignore[import-not-found]
from anki.sync_pb2 import SyncCollectionResponse  # type: ignore[import-not-found]

USER, PASSWORD = "worker", "246810"


class Client:
    """One collection."""

    def __init__(self, endpoint: str) -> None:
        self._endpoint = endpoint

    def init(self, said: dict[str, Any]) -> dict[str, Any]:
        folder = Path(said["dir"])
        folder.mkdir(parents=True)
        self._collection = Collection(str(folder / "collection.anki2"))
        self._auth = self._collection.sync_login(USER, PASSWORD, self._endpoint)
        self._auth.endpoint = self._endpoint
        return {}

    def insert(self, _: dict[str, Any]) -> dict[str, Any]:
        kind, deck = self._collection.models.by_name("Basic"), self._collection.decks.id("Area")
        asked = []
        for one in json.loads(Path(os.environ["RECORDS"]).read_text()):
            note = self._collection.new_note(kind)
            note["Front"], note["Back"] = one["id"], json.dumps(one)
            asked.append(AddNoteRequest(note=note, deck_id=deck))
        self._collection.add_notes(asked)
        return {}

    def push(self, _: dict[str, Any]) -> dict[str, Any]:
        return self._sync(upload=True)

    def pull(self, _: dict[str, Any]) -> dict[str, Any]:
        return self._sync(upload=False)

    def _sync(self, *, upload: bool) -> dict[str, Any]:
        said = self._collection.sync_collection(self._auth, False)
        if said.new_endpoint:
            self._auth.endpoint = said.new_endpoint
        whole = {
            SyncCollectionResponse.FULL_SYNC: upload,
            SyncCollectionResponse.FULL_UPLOAD: True,
            SyncCollectionResponse.FULL_DOWNLOAD: False,
        }
        if said.required in whole:
            self._collection.close_for_full_sync()
            self._collection.full_upload_or_download(auth=self._auth, server_usn=None, upload=whole[said.required])
            self._collection.reopen(after_full_sync=True)
        return {}

    def change(self, said: dict[str, Any]) -> dict[str, Any]:
        found = sorted(self._collection.find_notes(""))
        notes = [self._collection.get_note(one) for one in found[:: len(found) // said["n"]][: said["n"]]]
        for note in notes:
            note["Back"] += " CHANGED"
        self._collection.update_notes(notes)
        return {}

    def count(self, _: dict[str, Any]) -> dict[str, Any]:
        changed = self._collection.db.scalar("SELECT count() FROM notes WHERE flds LIKE '% CHANGED'")
        return {"n": len(self._collection.find_notes("")), "changed": changed}

    def ready(self, _: dict[str, Any]) -> dict[str, Any]:
        return {}


def main(endpoint: str) -> None:
    """Until `quit`, or the end of what is said; Anki's own words go to the other stream."""
    answers, sys.stdout = sys.stdout, sys.stderr
    client = Client(endpoint)
    for line in sys.stdin:
        said = json.loads(line)
        if said["cmd"] == "quit":
            break
        began = time.perf_counter()
        answer = getattr(client, said["cmd"])(said)
        print(json.dumps({"ok": 1, **answer, "s": time.perf_counter() - began}), flush=True, file=answers)


if __name__ == "__main__":
    main(sys.argv[1])
