"""Somebody writes a Danish word that no list knows: she is asked, and may keep it."""

from __future__ import annotations

import asyncio

import pytest

from app.journeys.spelling import LIST
from app.records import HouseWord, OwnWord
from app.views.practice import spelt
from build.decks.word_list import word_list_once
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


@pytest.fixture(autouse=True)
def there() -> None:
    word_list_once()


async def opened(screen: Screen, org: Organisation) -> None:
    await screen.go(f"/mentees/{org.cover(org.mentor).id}/words")
    await screen.settle()


def test_a_near_word_is_taken_with_a_tap(org: Organisation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelt, "PAUSE_S", 0)

    async def writes(screen: Screen) -> None:
        await opened(screen, org)
        await screen.write("own", "en skralespand")
        await screen.until(lambda: screen.has("own-doubt"))
        assert screen.sees("We do not know")
        await screen.tap("own-near-skraldespand")
        assert not screen.has("own-near-skraldespand")
        assert [getattr(field, "value", "") for field in screen.keyed("own")] == ["en skraldespand"]
        await screen.tap("keep")

    show(org.mentor, writes)
    assert [one.text for one in org.mentor.store.find(OwnWord)] == ["en skraldespand"]


def test_what_was_kept_in_haste_is_asked_about_once_and_then_kept_as_it_is(org: Organisation) -> None:
    async def writes(screen: Screen) -> None:
        await opened(screen, org)
        await screen.write("own", "en skralespand")
        await screen.tap("keep")
        assert screen.has("once-more")
        assert org.mentor.store.find(OwnWord) == []
        await screen.tap("keep")

    show(org.mentor, writes)
    assert [one.text for one in org.mentor.store.find(OwnWord)] == ["en skralespand"]


def test_of_a_word_that_is_known_nothing_is_asked_and_another_one_is_asked_about_anew(org: Organisation) -> None:
    async def writes(screen: Screen) -> None:
        await screen.go("/more/words/new")
        await screen.settle()
        await screen.write("text", "en skralespand")
        await screen.tap("keep")
        await screen.write("text", "en skrallespand")
        await screen.tap("keep")
        assert screen.has("once-more")
        await screen.write("text", "en skraldespand")
        await screen.tap("keep")

    show(org.coordinator, writes)
    assert [one.text for one in org.coordinator.store.find(HouseWord)] == ["en skraldespand"]


def test_without_the_list_nothing_is_asked(org: Organisation) -> None:
    async def asset(path: str) -> bytes:
        await asyncio.sleep(0)
        asked.append(path)
        raise OSError("no network")

    asked: list[str] = []
    org.coordinator.ports.platform.asset = asset  # type: ignore[method-assign]

    async def writes(screen: Screen) -> None:
        await screen.go("/more/words/new")
        await screen.settle()
        await screen.write("text", "en skralespand")
        await screen.tap("keep")

    show(org.coordinator, writes)
    assert LIST in asked
    assert [one.text for one in org.coordinator.store.find(HouseWord)] == ["en skralespand"]
