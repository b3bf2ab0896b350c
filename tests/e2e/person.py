"""A person in the walks: her phone, her language, the few things every walk does; the catalogues name the buttons."""

from __future__ import annotations

import os
from typing import Self

from app.i18n import Words
from app.i18n.words import first_up, unmarked
from tests.e2e.browser import Phone

PIN = "246810"
LANGUAGES = os.environ.get("BB_LANGUAGES", "ar").split()
"""In which the walks go: CI has half an hour, and what fits from right to left fits. `BB_LANGUAGES="da ar"`: both."""


class Person:
    """`karen.tap("Keep")` taps what is called so in her language; `karen.phone` is the browser itself."""

    def __init__(self, phone: Phone, language: str = "da", address: str = "") -> None:
        self.phone = phone
        self.t = Words(language)
        self.address = address

    # -- in and out ---------------------------------------------------------------------------------------------

    def begin(self, link: str, *, pin: str = PIN) -> Self:
        """From the invitation to the first screen: language, letters, welcome, picture, PIN twice."""
        self.address = link.partition("#")[0]
        self.phone.open(link)
        return self.chooses_language().from_the_welcome(pin=pin)

    def from_the_welcome(self, *, pin: str = PIN) -> Self:
        """The invitation was read: what follows it."""
        self.tap("Go on").sees("Choose a picture").tap("a boat").as_a_mentee()
        self.sees("Choose a PIN").digits(pin)
        self.sees("The same PIN once more").digits(pin)
        self.phone.sees(self.t("Do you both see the same four?"), patience_s=90)
        return self.tap("Yes")

    def as_a_mentee(self) -> Self:
        """She is asked how much stands on her screens and what the app is called; everybody else chooses a PIN next."""
        much, pin = self.t("How much shall be on the screen?"), self.t("Choose a PIN")
        self.phone.comes(
            lambda: any(words in self.phone.words() for words in (much, pin)), "the step after the picture"
        )
        if much not in self.phone.words():
            return self
        return self.tap("Everything").sees("What shall it be called on your phone?").tap("Go on")

    def chooses_language(self, letters: str = "Usual letters") -> Self:
        """By its own name; then how large the letters are."""
        self.phone.tap("button", self.t.language.own_name)
        return self.sees("How large shall the letters be?").tap(letters)

    def digits(self, pin: str) -> Self:
        """On the keypad that the app itself draws."""
        for digit in pin:
            self.phone.tap("button", digit)
        said = self.t.many("%(num)d digit", "%(num)d digits", len(pin))
        self.phone.reads(said)
        return self.tap("Done")

    def again(self, *, pin: str = PIN) -> Self:
        """The page once more, and in with the PIN."""
        self.phone.open(self.address, semantics=False).pin(pin)
        return self

    # -- on a screen --------------------------------------------------------------------------------------------

    def tap(self, text: str, role: str = "button") -> Self:
        """What is called so in her language."""
        self.phone.tap(role, self.t(text))
        return self

    def starts_with(self, text: str) -> Self:
        """A piece to tap that begins with this; a name stands in an isolate on one screen and without on another."""
        self.phone.tap("button", unmarked(self.t(text)), exact=False)
        return self

    def opens_hours(self) -> Self:
        """The clock of a meeting to plan."""
        self.phone.tap("button", f"{self.t('Hour')} 10:00", exact=False)
        return self.sees("Cancel")

    def opens_days(self) -> Self:
        """The calendar of *Another day*."""
        day = first_up(self.t("tomorrow, %(weekday)s", weekday=""))[:4]
        self.phone.tap("button", f"{self.t('Day')} {day}", exact=False)
        return self.sees("Cancel")

    def opens_held(self) -> Self:
        """The last meeting that was held."""
        minutes = self.t.many("%(num)d min", "%(num)d min", 55)
        self.phone.page.get_by_role("button").filter(has_text=minutes).or_(
            self.phone.page.get_by_role("button", name=f"· {minutes}")
        ).first.dispatch_event("click")
        return self.sees("Time together")

    def settled(self) -> Self:
        """The keypad and the wait after it are gone: the first screen is there, and what comes with the first sync."""
        self.phone.sees_no(self.t("The same PIN once more"), patience_s=90).sees_no(self.t("One moment"), patience_s=90)
        self.phone.page.wait_for_timeout(3000)
        return self

    def sees(self, text: str) -> Self:
        """A text of the app, in her language."""
        self.phone.sees(self.t(text))
        return self

    def finds(self, text: str, role: str = "button") -> Self:
        """What is called so in her language, without tapping it."""
        self.phone.find(role, self.t(text))
        return self

    def types(self, label: str, text: str) -> Self:
        """Into the field that is called so in her language."""
        self.phone.type(self.t(label), text)
        return self

    def logs_contact(self, name: str) -> Self:
        """From Today: what came of it, a name, kept."""
        self.tap("Log a contact").sees("What came of it").tap("Interested", "checkbox")
        self.types("Name, or how you remember the person", name).tap("Keep")
        self.phone.find("heading", self.t("Today"))
        return self

    def speaks_to(self, name: str) -> Self:
        """A mentee says something for three seconds, and sends it."""
        self.phone.press("button", self.t("My people and times"), exact=False)
        self.phone.press("button", self.t("Speak to %(name)s", name=name))
        self.sees("I am listening")
        self.phone.page.wait_for_timeout(3000)
        self.phone.press("button", self.t("Send"))
        return self.sees("From you")

    def to(self, door: str) -> Self:
        """One of the four doors of the bottom bar."""
        self.phone.tap("tab", self.t(door), exact=False)
        self.phone.find("heading", self.t(door))
        return self

    def reads_from_her_side(self) -> Self:
        """On Today: the page says its language, and lines begin at the side she reads from."""
        assert self.phone.ask("document.documentElement.lang") == self.t.code
        assert self.phone.ask("document.documentElement.dir") == ("rtl" if self.t.rtl else "ltr")
        box = self.phone.find("heading", self.t("Today")).bounding_box()
        assert box
        side = "right" if box["x"] + box["width"] / 2 > 195 else "left"
        assert side == ("right" if self.t.rtl else "left")
        return self

    def back_to(self, title: str) -> Self:
        """Back, until that screen is the one."""
        self.tap("Back").phone.find("heading", self.t(title))
        return self

    def puts_the_paper_away(self) -> Self:
        """By its own button, and until it is gone: the step back is the browser's, and takes its time."""
        paper = self.phone.page.locator("#paper")
        paper.get_by_role("button", name=self.t("Close")).click()
        paper.wait_for(state="detached")
        self.phone.let_go()
        return self

    def back_home(self) -> Self:
        """Back to a mentee's letter."""
        self.tap("Back").phone.find("button", self.t("Settings"))
        return self

    def synced(self, patience_s: float = 60) -> Self:
        """Until everything is on the server, as the badge says it."""
        self.phone.find("button", self.t("Everything is on the server"), exact=False, patience_s=patience_s)
        return self
