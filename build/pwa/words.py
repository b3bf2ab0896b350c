"""The page's own few words in every language that one may choose, from the catalogues."""

from __future__ import annotations

import json
from pathlib import Path

from app.i18n import OFFERED
from app.i18n.catalogue import catalogue
from app.i18n.protected import ASK
from app.views.kit.numbers import NUMBERS
from app.views.kit.pictures import PICTURES

TEXTS = {
    **PICTURES,
    **{number: words for number, (_, words) in NUMBERS.items()},
    "interpreter": ASK,
    "help": "Numbers that help",
    "pin": "Your PIN",
    "pictures": "Your six pictures",
    "words": "Your five words",
    "person": "Who are you?",
    "someoneNew": "Someone new",
    "back": "Erase",
    "done": "Open",
    "hide": "Hide everything",
    "elsewhere": "%(app)s is open in another tab.",
    "moved": "%(app)s is open in another tab.",
    "useHere": "Use it here",
    "notStarted": "The app could not start. What you wrote is safe.",
    "tryAgain": "Try again",
    "chooseFile": "Which file?",
    "choose": "Choose",
    "scanHow": "Hold the code inside the frame.",
    "scanOther": "This is not a %(app)s code.",
    "typeInstead": "Type the code instead",
    "installTitle": "Put %(app)s on your home screen",
    "installWhy": "A tab forgets after a week. An app does not.",
    "installShare": "Tap Share.",
    "installAdd": "Tap Add to Home Screen.",
    "called": "What shall it be called on your phone?",
    "installThen": "Then open %(app)s from the home screen.",
    "installInvited": "Your invitation is not used. Scan or type it there.",
    "installSafari": "No such line? Open this page in Safari.",
}


def write_words(target: Path) -> None:
    """{language: {key: text}} of those that may be chosen; what one lacks the page says in Danish.

    Whose own language has a few texts only is met in English, not in Danish.
    """
    spoken = {each.code: texts for each in OFFERED if (texts := catalogue(each.code))}
    words = {
        code: {key: said for key, text in TEXTS.items() if (said := texts.gettext(text))}
        for code, texts in spoken.items()
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)  # worktrees may share the file: each writes its own
    target.write_text(json.dumps(words, ensure_ascii=False, sort_keys=True))
