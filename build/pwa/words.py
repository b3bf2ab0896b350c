"""The page's own few words in every language that the app speaks, from the catalogues."""

from __future__ import annotations

import json
from pathlib import Path

from app.i18n import LANGUAGES
from app.i18n.catalogue import catalogue
from app.views.kit.pictures import PICTURES

TEXTS = {
    **PICTURES,
    "pin": "Your PIN",
    "pictures": "Your six pictures",
    "words": "Your five words",
    "person": "Who are you?",
    "someoneNew": "Someone new",
    "back": "Erase",
    "done": "Open",
    "elsewhere": "Brobygger is open in another tab.",
    "moved": "Brobygger is open in another tab.",
    "useHere": "Use it here",
    "notStarted": "The app could not start. What you wrote is safe.",
    "tryAgain": "Try again",
    "chooseFile": "Which file?",
    "choose": "Choose",
    "scanHow": "Hold the code inside the frame.",
    "scanOther": "This is not a Brobygger code.",
    "typeInstead": "Type the code instead",
    "installTitle": "Put Brobygger on your home screen",
    "installWhy": "A tab forgets after a week. An app does not.",
    "installShare": "Tap Share.",
    "installAdd": "Tap Add to Home Screen.",
    "installThen": "Then open Brobygger from the home screen.",
    "installInvited": "Your invitation is not used. Scan or type it there.",
    "installSafari": "No such line? Open this page in Safari.",
}


def write_words(target: Path) -> None:
    """{language: {key: text}}; a text that a catalogue lacks stands in English."""
    spoken = {each.code: catalogue(each.code) for each in LANGUAGES}
    words = {code: {key: texts.gettext(text) for key, text in TEXTS.items()} for code, texts in spoken.items()}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(words, ensure_ascii=False, sort_keys=True))
