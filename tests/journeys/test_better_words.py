"""A language goes out on a sheet, with what colleagues have found better."""

from __future__ import annotations

import csv
import io
import json

import pytest

from app.journeys.better_words import sheet_of, suggest, suggestions
from app.ports import Refusal
from build.review import entries_of
from tests.world import Organisation, run

KEEP = "Keep"


def packed(code: str) -> bytes:
    """As build/pwa/languages.py ships it."""
    entries, forms = entries_of(code)
    return json.dumps(
        {"forms": forms, "entries": [[e.source, e.many, e.note, e.danish, e.said, int(e.read)] for e in entries]}
    ).encode()


def test_a_better_word_reaches_the_colleagues_and_stands_on_the_sheet_beside_its_text(org: Organisation) -> None:
    ports = org.mentor.ports
    suggest(ports, row=ports.new_row(), language="ar", text="gem", instead="=احفظي")
    suggest(ports, row=ports.new_row(), language="ar", text="no such words", instead="كلمة")
    org.world.sync_all()
    assert {one.instead for one in suggestions(org.worker.ports, "ar")} == {"=احفظي", "كلمة"}
    assert suggestions(org.worker.ports, "tr") == []

    async def asset(path: str) -> bytes:
        assert path == "languages/ar.json"
        return packed("ar")

    org.worker.ports.platform.asset = asset  # type: ignore[method-assign]
    name, content = run(sheet_of(org.worker.ports, language="ar"))
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))

    assert name == "brobygger-ar.csv"
    assert [row[6] for row in rows if row[0] == KEEP] == ["'=احفظي"]
    assert rows[-1] == ["", "", "no such words", "", "", "", "كلمة"]
    assert len(rows) > len(packed("ar")) / 1000


def test_half_a_suggestion_is_refused_and_so_is_a_sheet_that_cannot_be_fetched(org: Organisation) -> None:
    ports = org.worker.ports
    with pytest.raises(Refusal):
        suggest(ports, row=ports.new_row(), language="ar", text="Gem", instead=" ")
    with pytest.raises(Refusal):
        run(sheet_of(ports, language="ar"))
    assert suggestions(ports, "ar") == []
