"""The conversation guides: the same in every language they are written in, and honest about what they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.domain.text import LINE_MAX
from app.journeys.toolbox import LANGUAGES, toolbox
from app.ports import Ports, Refusal
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, run

FOLDER = Path(__file__).parents[2] / "assets" / "words" / "guides"


def test_every_language_has_the_same_guides_of_the_same_shape_and_version(org: Organisation) -> None:
    boxes = [run(toolbox(org.mentor.ports, code)) for code in LANGUAGES]
    shapes = [[(one.key, len(one.points), len(one.say)) for one in box.guides] for box in boxes]
    assert shapes[0] == shapes[1]
    assert len(shapes[0]) == 6
    assert len({box.version for box in boxes}) == 1
    assert {path.stem for path in FOLDER.iterdir()} == set(LANGUAGES)


def test_a_guide_is_short_and_shouts_at_nobody() -> None:
    for code in LANGUAGES:
        for guide in json.loads((FOLDER / f"{code}.json").read_text())["guides"]:
            for text in (guide["title"], guide["when"], *guide["points"], *guide["say"]):
                assert text.strip() == text != ""
                assert len(text) < LINE_MAX / 4
                assert "!" not in text


def test_a_language_without_guides_reads_danish_and_is_told_so(org: Organisation) -> None:
    box = run(toolbox(org.mentor.ports, "ar"))
    assert box.language == "da"

    async def walk(screen: Screen) -> None:
        await screen.go("/more/toolbox")
        await screen.until(lambda: screen.has("guide-hard"))
        await screen.tap("guide-hard")
        await screen.until(lambda: screen.sees("112"))
        assert screen.sees("Dansk")

    show(org.mentor, walk, language="ar")


def test_a_guide_that_is_not_there_is_a_sentence(org: Organisation, monkeypatch: pytest.MonkeyPatch) -> None:
    async def gone(path: str) -> bytes:
        raise OSError(path)

    ports: Ports = org.mentor.ports
    monkeypatch.setattr(ports.platform, "asset", gone)
    with pytest.raises(Refusal):
        run(toolbox(ports, "da"))

    async def walk(screen: Screen) -> None:
        await screen.go("/more/toolbox")
        await screen.until(lambda: screen.sees("The guides cannot be fetched now."))

    show(org.mentor, walk)
