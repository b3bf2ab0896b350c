"""The lock of whatever kind, asked for until it opens; and a new one, given twice."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from typing import Any

import flet as ft

from app.domain.locks import PICTURES, PIN, WORDS, canonical
from app.domain.refusal import Refusal
from app.i18n import N_
from app.views.forms import use_doing
from app.views.kit.buttons import keep_button, quiet_button
from app.views.kit.cards import card, stack
from app.views.kit.fields import Field
from app.views.kit.keypad import Keypad, PicturePad
from app.views.kit.notices import problem
from app.views.kit.texts import body, heading, quiet
from app.views.session import use_ports, use_session, use_words

STEP_MS = 250
ASKED = {PIN: N_("Your PIN"), PICTURES: N_("Your six pictures"), WORDS: N_("Your five words")}
NEW = {
    PIN: (N_("Choose a PIN"), N_("At least 6 digits. It opens %(app)s on this phone.")),
    PICTURES: (N_("Choose six pictures"), N_("In an order you remember. One may come twice.")),
    WORDS: (N_("Write these five words down"), N_("Keep the paper where nobody else looks.")),
}
AGAIN = {
    PIN: (N_("The same PIN once more"), N_("The two were not the same. Choose a PIN again.")),
    PICTURES: (N_("The same six once more"), N_("The two were not the same. Choose again.")),
    WORDS: (N_("Type the five words"), N_("These are other words. Look at your paper.")),
}


def pad(kind: str, on_given: Callable[[str], Any], *, busy: bool, key: str) -> ft.Control:
    """`on_given(line)`: see domain/locks.py. Another `key` begins anew."""
    piece: Any = {PICTURES: PicturePad, WORDS: WordsField}.get(kind, Keypad)
    made: ft.Control = piece(on_given, busy=busy, key=key)
    return made


@ft.component
def Asks(kind: str, on_given: Callable[[str], Any], *, trouble: str = "") -> ft.Control:
    """Asks until it opens. The `Refusal` that `on_given` raises is said, and its wait waited out."""
    ports, t = use_ports(), use_words()
    said, set_said = ft.use_state(trouble)
    tries, set_tries = ft.use_state(0)
    seconds, set_seconds = ft.use_state(0)
    doing = use_doing()

    async def given(line: str) -> None:
        async def step() -> None:
            try:
                await on_given(line)
            except Refusal as no:
                set_said(t(no.text, **no.blanks))
                set_tries(lambda times: times + 1)
                await wait_out(getattr(no, "wait_ms", 0), ports.clock.now, set_seconds)

        await doing.wait_for(step)

    hint = t.many("Wait %(num)d second.", "Wait %(num)d seconds.", seconds) if seconds else ""
    return _asked(said, t(ASKED.get(kind, ASKED[PIN])), hint, pad(kind, given, busy=doing.busy, key=f"{kind}-{tries}"))


@ft.component
def Chooses(
    kind: str, on_chosen: Callable[[str], Any], *, words: str = "", head: Callable[..., ft.Control] | None = None
) -> ft.Control:
    """A new lock, the same twice; `words` were made by the phone: they are shown, and typed back once.

    `head(question, hint, why)` of marked texts, where the question stands otherwise than as a heading.
    """
    session = use_session()
    t = session.words
    first, set_first = ft.use_state("")
    tries, set_tries = ft.use_state(0)
    doing = use_doing()

    def once(line: str) -> None:
        doing.do(lambda: set_first(line))

    async def twice(line: str) -> None:
        async def step() -> None:
            try:
                if canonical(line) != canonical(first):
                    raise Refusal(AGAIN[kind][1])
                answer = on_chosen(line)
                if inspect.isawaitable(answer):
                    await answer
            except Refusal:
                set_tries(lambda times: times + 1)
                set_first(words)
                raise

        await doing.wait_for(step)

    if first:
        parts = [pad(kind, twice, busy=doing.busy, key=f"{kind}-again-{tries}")]
        if words:
            parts.append(quiet_button(t("Show them again"), lambda: once(""), key="show-again"))
        return _asked(doing.trouble, t(AGAIN[kind][0]), "", *parts, head=head and head(AGAIN[kind][0]))
    title, hint = t(NEW[kind][0]), t(NEW[kind][1], app=session.called)
    if not words:
        new = head and head(*NEW[kind], AGAIN[kind][1] if doing.trouble else "")
        return _asked(doing.trouble, title, hint, pad(kind, once, busy=False, key=f"{kind}-{tries}"), head=new)
    lines = [body(f"{at}. {each}", strong=True) for at, each in enumerate(words.split(), 1)]
    paper = card(stack(lines), padding=20, key="words")
    return _asked("", title, hint, paper, keep_button(t("I have them on paper"), lambda: once(words), key="written"))


@ft.component
def WordsField(on_words: Callable[[str], Any], *, busy: bool = False) -> ft.Control:
    """Typed in the clear: who writes five words must see them."""
    t = use_words()
    typed: Any = ft.use_ref("")

    def write(text: str) -> None:
        typed.current = text

    async def done() -> None:
        answer = on_words(typed.current)
        if inspect.isawaitable(answer):
            await answer

    field = Field(
        "words-typed",
        "",
        write,
        label=t(ASKED[WORDS]),
        keyboard=ft.KeyboardType.VISIBLE_PASSWORD,
        ltr=True,
        lines=2,
    )
    return stack([field, keep_button(t("Done"), done, key="words-done", busy=busy)])


def _asked(trouble: str, title: str, hint: str, *parts: ft.Control, head: ft.Control | None = None) -> ft.Control:
    head = head or ft.Column([heading(title), *([quiet(hint, size=16)] if hint else [])], spacing=8)
    return ft.Column([problem(trouble), head, *parts], spacing=24, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


async def wait_out(wait_ms: int, now: Callable[[], int], say: Callable[[int], Any]) -> None:
    """Says the seconds until the next try counts, by the phone's own clock: it may have slept meanwhile."""
    end = now() + wait_ms
    while (left := end - now()) > 0:
        say(-(-left // 1000))
        await asyncio.sleep(min(left, STEP_MS) / 1000)
    say(0)
