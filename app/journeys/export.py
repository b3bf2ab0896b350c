"""A file of what is only on this phone, readable, for the hands of the person who wrote it."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from app.domain.app_names import app_name
from app.ports import Ports

MIME = "application/json"


async def export_unsent(ports: Ports) -> tuple[str, bytes]:
    """(file name, JSON in UTF-8). The name says what the app is called here and the day, nothing of anybody.

    The content is not sealed: it is hers.

    One entry per write, in writing order: `noun`, `row`, `where` (the kind of space), `written` (UTC),
    `fields`, and `refused` with the reason word when the hub did not take it. What does not open any more has no noun.
    """
    entries = [
        {
            "noun": one.table,
            "row": one.row,
            "where": one.where,
            "written": datetime.fromtimestamp(one.written_ms / 1000, UTC).isoformat(timespec="seconds"),
            "fields": dict(one.fields),
            **({"refused": one.reason} if one.reason else {}),
        }
        for one in ports.store.unsent()
    ]
    content = json.dumps({"version": 1, "unsent": entries}, ensure_ascii=False, indent=1)
    name = app_name(ports.platform.recall("called")).lower()
    return f"{name}-{ports.today().isoformat()}.json", content.encode()
