"""How large the letters are and how much stands on a screen: one tap at the first start, changed later in settings."""

from __future__ import annotations

import flet as ft

from tests.screen import Screen
from tests.views.conftest import show, walked
from tests.views.plan_of_hers import plan
from tests.views.voices import PHONE, Device
from tests.world import Organisation, World

SIZES = ("usual", "large", "largest")


def heights(screen: Screen) -> list[float]:
    """How high each size says its name, before the page enlarges all."""
    buttons = [screen._one(f"letters-{size}") for size in SIZES]
    return [next(text.size or 0 for text in screen.walk(each) if isinstance(text, ft.Text)) for each in buttons]


def test_three_sizes_are_shown_and_heard_at_the_first_start_and_one_tap_goes_on(world: World) -> None:
    phone = world.phone("Karen")
    device = phone.ports.platform.voice = Device(PHONE)

    async def walk(screen: Screen) -> None:
        await screen.tap("language-da")
        small, large, largest = heights(screen)
        assert small < large < largest
        await screen.begin_to_tap("listen-question")
        assert device.said == [("Hvor store skal bogstaverne være?", "da-DK")]
        await screen.tap("letters-largest")
        assert screen.has("door-invited")
        await screen.tap("back")
        assert heights(screen)[2] == small  # the page draws all so much larger from now on

    walked(phone, walk)
    assert phone.ports.platform.recall("text_size") == "largest"


def test_the_size_is_changed_later_where_the_language_is(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more/language")
        await screen.tap("letters-large")
        assert screen.app.text_size == "large"
        assert screen.sees("Language and look")

    for phone in (org.worker, org.mentee):
        show(phone, walk)


def test_who_wants_a_little_at_a_time_has_three_doors_and_two_answers_and_misses_nothing(org: Organisation) -> None:
    doors = ["to-practise", "to-letters", "to-strengths", "to-who"]
    first, second = plan(org, "walk", "shop")

    async def walk(screen: Screen) -> None:
        assert all(screen.has(door) for door in doors)
        await screen.go("/more")
        await screen.tap("much-little")
        await screen.go("/")
        assert [screen.has(door) for door in ("to-steps", "to-times", "to-others")] == [True] * 3
        assert not any(screen.has(door) for door in doors)
        await screen.tap("to-others")
        assert all(screen.has(door) for door in doors)

        await screen.go("/steps")
        assert not screen.has(f"step-{second.id}")
        assert not screen.has("says-not_yet")
        await screen.tap("more-answers")
        assert screen.has("says-not_yet")
        await screen.tap("says-not_for_me")
        await screen.tap("whole-plan")
        assert screen.has(f"step-{second.id}")

    show(org.mentee, walk)
    assert org.mentee.ports.platform.recall("simple")
    assert first.id != second.id


def test_of_few_things_the_pictures_are_larger(org: Organisation) -> None:
    plan(org, "walk")

    def pictures(screen: Screen, key: str) -> list[float]:
        return [each.width or 0 for each in screen.walk(screen._one(key)) if isinstance(each, ft.Image)]

    async def walk(screen: Screen) -> None:
        door = pictures(screen, "to-times")
        await screen.go("/steps")
        answer = pictures(screen, "says-done")
        await screen.go("/more")
        await screen.tap("much-little")
        await screen.go("/")
        assert pictures(screen, "to-times") == [1.5 * size for size in door] != []
        await screen.go("/steps")
        assert pictures(screen, "says-done") == [1.5 * size for size in answer] != []

    show(org.mentee, walk)


def test_only_her_settings_ask_how_much_stands_on_a_screen(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more")
        assert not screen.has("much-little")

    show(org.worker, walk)


def test_a_title_in_arabic_keeps_the_marks_above_its_letters(org: Organisation) -> None:
    def close(screen: Screen) -> float | None:
        title = next(each for each in screen.walk() if isinstance(each, ft.Text))
        header = next(each for each in screen.walk() if isinstance(each, ft.Container) and title in screen.walk(each))
        assert isinstance(header.padding, ft.Padding)
        assert header.padding.top == (16 if screen.page.rtl else 8)
        assert isinstance(title.style, ft.TextStyle)
        return title.style.height

    for language, height in (("ar", None), ("da", 1.25)):

        async def walk(screen: Screen, height: float | None = height) -> None:
            await screen.go("/passed")
            assert close(screen) == height

        show(org.mentee, walk, language=language)
