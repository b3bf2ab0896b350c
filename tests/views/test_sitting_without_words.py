"""Who reads nothing has her first sitting all the same: by pictures and sound, with a name for each thing to tap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import flet as ft

from app.exercises.choosing import CAP
from app.exercises.question import Question
from app.i18n import Words, danish
from app.i18n.pseudo import NO_TEXT
from app.records import Review
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.sitting_down import answer, asked
from tests.views.voices import PHONE, Device
from tests.world import Organisation


def letters(screen: Screen) -> str:
    """Every letter on the screen, but for what the voice is called that speaks."""
    said = " ".join(screen.texts()).replace(danish().language.own_name, "")
    return "".join(sign for sign in said if sign.isalpha())


def names(screen: Screen) -> dict[str, str]:
    """{key: what a screen reader says} of all that can be tapped; "" where it would say nothing."""
    called: dict[int, str] = {}
    for control in screen.walk():
        if isinstance(control, ft.Semantics) and control.button and control.label:
            called |= {id(inner): str(control.label) for inner in screen.walk(control)}
    return {
        str(getattr(control.key, "value", control.key)): called.get(id(control)) or " ".join(_written(screen, control))
        for control in screen.walk()
        if getattr(control, "on_click", None)
    }


def _written(screen: Screen, control: Any) -> Iterator[str]:
    for inner in screen.walk(control):
        for name in ("tooltip", "content", "value", "semantics_label"):
            if isinstance(text := getattr(inner, name, None), str):
                yield text


def can_be_answered(screen: Screen, question: Question, device: Device) -> None:
    """Asked by a sound or a picture, and each choice is one of both."""
    assert question.picture or [text for text, _tag in device.said] == list(question.says)
    assert all(choice.picture or choice.say for choice in question.choices)
    called = names(screen)
    assert "" not in called.values(), called
    choices = [called[f"choice-{choice.id}"] for choice in question.choices]
    assert len(set(choices)) == len(choices)
    assert not question.says or "hear" in called  # once more, without limit


def test_a_first_sitting_begins_and_ends_without_a_word_to_read(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)
    questions: list[Question] = []

    async def walk(screen: Screen) -> None:
        await screen.tap("to-practise")
        await screen.until(lambda: screen.has("deck-kitchen"))
        assert "" not in names(screen).values()
        await screen.tap("begin")
        await screen.until(lambda: asked(screen) is not None)
        while question := asked(screen):
            await screen.settle()
            assert letters(screen) == "", question
            can_be_answered(screen, question, device)
            questions.append(question)
            await answer(screen, question, onward=False)
            assert "" not in names(screen).values()
            await screen.tap("onward")
        assert screen.sees(Words(NO_TEXT)("That was today."))
        assert "" not in names(screen).values()
        await screen.tap("home")
        assert screen.has("to-practise")

    show(org.mentee, walk, language=NO_TEXT)
    assert 6 <= len(questions) <= CAP
    assert org.mentee.store.count(Review) == len(questions)
