"""Through a mentee's letter: plan, people, letters, who sees what, settings, and the sheet that hides it all."""

from __future__ import annotations

from tests.e2e.browser import Phone
from tests.e2e.person import Person
from tests.e2e.practice_ways import first_sitting
from tests.e2e.side_ways import Stop


def her_letter(phone: Phone, person: Person, stop: Stop) -> None:
    """From her first screen until everything is hidden."""
    stop("letter")
    person.starts_with("My plan").sees("The next step")
    stop("letter-plan")
    phone.page.mouse.move(195, 500)
    phone.page.mouse.wheel(0, 700)
    stop("letter-answers")
    phone.page.mouse.wheel(0, 4000)
    stop("letter-plan-below")
    phone.press("button", person.t("Sew"), exact=False)
    person.sees("Choose what you like. You can change it any time.")
    stop("letter-wants")
    person.back_to("My plan").tap("Back").starts_with("My people and times").sees("When we meet")
    stop("letter-times")
    person.starts_with("Numbers that help").sees("You find these numbers on the lock, too.")
    stop("letter-help")
    person.back_to("My people and times").tap("Back")
    _her_letters(phone, person, stop)
    _who_sees_what(phone, person, stop)
    first_sitting(phone, person, stop)
    _settings(phone, person, stop)


def _settings(phone: Phone, person: Person, stop: Stop) -> None:
    """Her settings, her badge, and the corner that hides it all."""
    phone.page.mouse.wheel(0, -4000)
    person.tap("Settings").sees("Language and look")
    stop("letter-settings")
    person.starts_with("My badge").sees("Another picture")
    stop("letter-badge")
    person.back_to("Settings").starts_with("Hide everything").sees("What we cannot hide")
    stop("letter-hide")
    person.back_to("Settings").starts_with("Its name on this phone").sees("What shall it be called on your phone?")
    stop("letter-called")
    phone.page.locator("#corner").click()
    phone.until("!!document.querySelector('#sheet')", "the harmless sheet")
    stop("letter-hidden")


def _her_letters(phone: Phone, person: Person, stop: Stop) -> None:
    """What she photographed, and what it wants."""
    person.starts_with("My letters").sees("Your helpers can see your letters. Nobody else can.")
    stop("letter-letters")
    person.starts_with("From the school").sees("Sign it")
    stop("letter-explained")
    phone.page.mouse.wheel(0, 1200)
    stop("letter-photo")
    person.tap("Back").sees("Your helpers can see your letters. Nobody else can.").back_home()


def _who_sees_what(phone: Phone, person: Person, stop: Stop) -> None:
    """Her people by what they read, what she said yes to, what was written and passed on."""
    phone.page.mouse.wheel(0, 4000)
    person.starts_with("Who sees what").sees("Who reads what")
    stop("letter-who")
    phone.page.mouse.wheel(0, 4000)
    stop("letter-who-below")
    person.starts_with("What I said yes to").sees("Who outside may read")
    stop("letter-yes")
    person.starts_with("May your mentor note what you talk about?").sees("I have read it")
    stop("letter-asked")
    person.tap("I have read it").sees("No, not now")
    stop("letter-answers-yes")
    person.back_to("What I said yes to").sees("Who outside may read").back_to("Who sees what")
    phone.page.mouse.wheel(0, 4000)
    person.starts_with("Written about me").sees("That is not right")
    stop("letter-about")
    person.back_to("Who sees what")
    phone.page.mouse.wheel(0, 4000)
    person.starts_with("What was passed on").sees("Nothing was passed on.")
    stop("letter-passed")
    person.back_to("Who sees what").back_home()
