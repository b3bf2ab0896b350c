"""A question on her screen: heard without limit, answered once, a wrong answer shown and said without blame."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from itertools import permutations
from random import Random
from typing import Any

import flet as ft
import pytest

from app.exercises.deck import Deck
from app.exercises.kinds import ask, claims
from app.exercises.question import Kind, Question, almost, check
from app.main import begin
from app.platform import Recording
from app.views.practice.question import Ask
from app.views.session import Session, SessionContext
from tests.exercises.our_decks import small_deck
from tests.screen import Screen
from tests.views.voices import PHONE, Device, Microphone
from tests.world import Organisation

DECK = small_deck()
Walk = Callable[[Screen, "Asking"], Coroutine[Any, Any, None]]


class Asking:
    """The sitting around the question, for a test: what she answered, and how often she went on."""

    def __init__(self, *questions: Question, deck: Deck = DECK, first: bool = False) -> None:
        self.questions, self.deck, self.first, self.at = questions, deck, first, 0
        self.answers: list[tuple[str, ...]] = []
        self.redraw: Callable[[int], None] = lambda _at: None

    @property
    def question(self) -> Question:
        return self.questions[self.at]

    def onward(self) -> None:
        self.at += 1
        self.redraw(self.at)

    @property
    def right(self) -> tuple[str, ...]:
        return self.question.right


@ft.component
def Framed(session: Session, asking: Asking) -> Any:  # noqa: N802 - a component
    _at, asking.redraw = ft.use_state(0)

    def inside() -> Any:
        shown = Ask(asking.question, [asking.deck], asking.answers.append, asking.onward, first=asking.first)
        return [ft.View(route="/", controls=[shown])]

    return SessionContext(session, inside)


def question(kind: Kind, seed: int = 1) -> Question:
    """The first of the small deck in that kind."""
    word = next(word for word in DECK.parts if kind in claims(word, DECK))
    made = ask(kind, word, DECK, Random(seed))
    assert made is not None
    return made


def show(
    org: Organisation,
    asking: Asking,
    walk: Walk,
    *,
    language: str = "en",
    tags: tuple[str, ...] = PHONE,
) -> Device:
    device = org.mentee.ports.platform.voice = Device(tags)

    def draw(page: ft.Page) -> Session:
        session = begin(page, org.mentee.ports)
        page.render_views(Framed, session, asking)
        return session

    async def going() -> None:
        org.mentee.ports.platform.remember("language", language)
        async with Screen(draw) as screen:
            await walk(screen, asking)

    asyncio.run(going())
    return device


async def answer(screen: Screen, asked: Question, ids: tuple[str, ...]) -> None:
    """By the taps that this kind takes."""
    if asked.kind in {Kind.MISSION, Kind.SAY_IT}:
        await screen.tap("did-it" if asked.kind == Kind.MISSION else "said-it")
        return
    for id_ in ids:
        await screen.begin_to_tap(f"choice-{id_}")
    for confirm in ("this-one", "look"):
        if screen.has(confirm):
            await screen.tap(confirm)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_kind_can_be_answered_rightly_and_one_goes_on(org: Organisation, language: str) -> None:
    asking = Asking(*[question(kind) for kind in Kind], question(Kind.HEAR_WORD), first=True)

    async def walk(screen: Screen, asking: Asking) -> None:
        for at in range(len(Kind)):
            assert screen.has("demonstration")
            assert not screen.has("onward")
            await answer(screen, asking.question, asking.right)
            assert len(asking.answers) == at + 1
            assert check(asking.question, asking.answers[-1])
            assert screen.has("right") == bool(asking.right)
            await screen.tap("onward")
        assert asking.at == len(Kind)

    show(org, asking, walk, language=language)


def test_a_wrong_answer_is_said_rightly_and_without_blame_and_its_card_is_one_tap_away(org: Organisation) -> None:
    kinds = (Kind.HEAR_PICTURE, Kind.PICTURE_VOICE, Kind.HEAR_WORD, Kind.SCENE, Kind.TILES, Kind.ROUTINE)
    asking = Asking(*map(question, kinds), question(Kind.HEAR_WORD))

    async def walk(screen: Screen, asking: Asking) -> None:
        for _kind in kinds:
            asked = asking.question
            wrong = wrong_answer(asked)
            await answer(screen, asked, wrong)
            assert asking.answers[-1] == wrong
            assert screen.sees("Nearly. It goes like this." if almost(asked, wrong) else "It was this one.")
            assert [text for text, _tag in device().said] == list(asked.says or [said_by_the_right_one(asked)])
            await screen.tap("word")
            assert screen.has("word-card")
            await screen.tap("onward")
            assert not screen.has("word-card")

    def device() -> Device:
        voice = org.mentee.ports.platform.voice
        assert isinstance(voice, Device)
        return voice

    show(org, asking, walk)


def said_by_the_right_one(asked: Question) -> str:
    return next(choice.say for choice in asked.choices if choice.id in asked.right)


def wrong_answer(asked: Question) -> tuple[str, ...]:
    """As many taps as it takes, in another order or on others."""
    return next(
        given
        for given in permutations([choice.id for choice in asked.choices], len(asked.right))
        if not check(asked, given)
    )


def test_that_only_she_hears_herself_is_said_in_danish_under_a_line_that_says_so(org: Organisation) -> None:
    org.mentee.ports.platform.recorder = Microphone(Recording(b"her voice"))

    async def walk(screen: Screen, _asking: Asking) -> None:
        assert screen.has("listen-interpreter")
        assert screen.sees("Kun du hører det.")

    show(org, Asking(question(Kind.SAY_IT)), walk, language="ar")


@pytest.mark.parametrize("allowed", [True, False])
def test_she_hears_herself_under_the_model_and_it_is_forgotten_when_she_goes_on(
    org: Organisation, allowed: bool
) -> None:
    org.mentee.ports.platform.recorder = Microphone(Recording(b"her voice") if allowed else Recording(why="refused"))
    asking = Asking(question(Kind.SAY_IT), question(Kind.SAY_IT, seed=2))

    async def walk(screen: Screen, asking: Asking) -> None:
        tap = await screen.begin_to_tap("record")
        if allowed:
            await screen.tap("record")
            await tap
            assert screen.has("hear")
            hearing = await screen.begin_to_tap("hear-me")
            assert device().played == [b"her voice"]
            device().hush()
            await hearing
        else:
            await tap
            assert not screen.has("record")
        await screen.tap("said-it")
        await screen.tap("onward")
        assert not screen.has("hear-me")

    def device() -> Device:
        voice = org.mentee.ports.platform.voice
        assert isinstance(voice, Device)
        return voice

    show(org, asking, walk)


def test_two_quick_taps_are_one_answer(org: Organisation) -> None:
    asking = Asking(question(Kind.HEAR_WORD))

    async def walk(screen: Screen, asking: Asking) -> None:
        one, other = (screen.keyed(f"choice-{choice.id}")[0] for choice in asking.question.choices[:2])
        await asyncio.gather(*(screen.session.dispatch_event(each._i, "click", None) for each in (one, other)))
        await screen.settle()
        assert len(asking.answers) == 1

    show(org, asking, walk)


def test_a_word_that_is_said_twice_is_said_twice(org: Organisation) -> None:
    pair = next(made for seed in range(20) if (made := question(Kind.SAME_DIFFERENT, seed)).says[0] == made.says[1])

    async def walk(screen: Screen, asking: Asking) -> None:
        await screen.settle()

    device = show(org, Asking(pair), walk)
    assert [text for text, _tag in device.said] == list(pair.says)


def test_without_a_danish_voice_the_written_word_stands_in(org: Organisation) -> None:
    asked = question(Kind.HEAR_PICTURE)

    async def walk(screen: Screen, asking: Asking) -> None:
        assert screen.sees(asked.says[0])
        assert not screen.has("hear")
        await answer(screen, asked, asked.right)
        assert check(asked, asking.answers[0])
        await screen.tap("word")
        assert screen.texts().count(asked.says[0]) == 1  # what is written already stands there once

    show(org, Asking(asked), walk, tags=("ar-SA",))


def test_what_concerns_safety_is_shown_in_her_language_only_when_it_was_read_by_somebody(org: Organisation) -> None:
    asked = question(Kind.HEAR_WORD)
    item = DECK.item(asked.word)
    assert item is not None

    async def walk(screen: Screen, asking: Asking) -> None:
        await answer(screen, asked, asked.right)
        await screen.tap("word")
        assert screen.sees(item.gloss["ar"].text) == (industry != "safety")

    for industry in ("cleaning", "safety"):
        show(org, Asking(asked, deck=replace(DECK, industry=industry)), walk, language="ar")
