"""A list is read, its columns matched, and everybody on it kept."""

from __future__ import annotations

import asyncio

from app.domain.spreadsheet_columns import Column
from app.journeys.import_contacts import ImportReport, import_list, read_list
from app.ports import Ports


def take_in(ports: Ports, content: bytes, **match: int) -> ImportReport:
    preview = read_list(content)
    chosen = {at: Column(name) for name, at in match.items()} or preview.match
    return asyncio.run(import_list(ports, preview=preview, match=chosen, progress=lambda _done, _total: None))
