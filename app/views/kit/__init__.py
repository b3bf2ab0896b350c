"""Our look and our accessible controls. Screens take everything they draw from here."""

from app.views.kit.answers import RIGHT, TAKEN, WAVED, answer_tile, big_speaker, in_lines
from app.views.kit.badge import SyncBadge
from app.views.kit.buttons import (
    floating_button,
    icon_button,
    keep_button,
    quiet_button,
    tappable,
    tonal_button,
    warm_button,
)
from app.views.kit.cards import card, empty_state, fact, row, section, sheet, stack
from app.views.kit.choices import choice, several, some, stepper, switch
from app.views.kit.dates import DayChoice
from app.views.kit.drawings import drawing
from app.views.kit.fields import DayField, Field, HourField, SearchField
from app.views.kit.lasting import lasting
from app.views.kit.letters import (
    BESIDE,
    BUTTON,
    answer_button,
    large_sign,
    no_voice,
    paper,
    pictured,
    speaker_button,
    stone,
)
from app.views.kit.locks import Asks, Chooses
from app.views.kit.notices import good_news, offer, problem, waiting
from app.views.kit.numbers import NUMBERS
from app.views.kit.pictures import PICTURES, face, picture
from app.views.kit.screen import plain, screen
from app.views.kit.signs import signs
from app.views.kit.space import inset, onward, upon
from app.views.kit.texts import body, fitted, heading, label, number, quiet

__all__ = [
    "BESIDE",
    "BUTTON",
    "NUMBERS",
    "PICTURES",
    "RIGHT",
    "TAKEN",
    "WAVED",
    "Asks",
    "Chooses",
    "DayChoice",
    "DayField",
    "Field",
    "HourField",
    "SearchField",
    "SyncBadge",
    "answer_button",
    "answer_tile",
    "big_speaker",
    "body",
    "card",
    "choice",
    "drawing",
    "empty_state",
    "face",
    "fact",
    "fitted",
    "floating_button",
    "good_news",
    "heading",
    "icon_button",
    "in_lines",
    "inset",
    "keep_button",
    "label",
    "large_sign",
    "lasting",
    "no_voice",
    "number",
    "offer",
    "onward",
    "paper",
    "picture",
    "pictured",
    "plain",
    "problem",
    "quiet",
    "quiet_button",
    "row",
    "screen",
    "section",
    "several",
    "sheet",
    "signs",
    "some",
    "speaker_button",
    "stack",
    "stepper",
    "stone",
    "switch",
    "tappable",
    "tonal_button",
    "upon",
    "waiting",
    "warm_button",
]
