"""A moon for each night until a meeting, and the sun of its day."""

from __future__ import annotations

from datetime import date, timedelta

import flet as ft
import pytest

from app.views.kit.nights import DAY, MOST, NIGHT, nights
from build.pwa.drawings import on_the_face
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation

MOON, SUN = f"/drawings/{NIGHT}.svg", f"/drawings/{DAY}.svg"


def signs(controls: object) -> list[str]:
    return [one.src for one in controls if isinstance(one, ft.Image) and one.src in {MOON, SUN}]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("days", "seen"), [(0, [SUN]), (1, [MOON, SUN]), (MOST, [MOON] * MOST + [SUN])])
def test_as_many_moons_as_nights(days: int, seen: list[str]) -> None:
    today = date(2026, 3, 2)
    (row,) = nights(today + timedelta(days=days), today)
    assert isinstance(row, ft.Row)
    assert signs(row.controls) == seen


def test_both_are_there_from_the_start() -> None:
    assert {NIGHT, DAY} <= on_the_face()


@pytest.mark.parametrize("days", [-1, MOST + 1])
def test_a_day_that_is_gone_or_far_away_has_none(days: int) -> None:
    today = date(2026, 3, 2)
    assert nights(today + timedelta(days=days), today) == []


def test_they_stand_under_the_day_of_her_next_meeting_which_is_tomorrow(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        assert signs(screen.walk()) == [MOON, SUN]

    show(org.mentee, walk)
