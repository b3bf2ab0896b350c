"""Our look and our accessible controls. Screens take everything they draw from here."""

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
from app.views.kit.choices import choice, several, stepper
from app.views.kit.dates import DayChoice
from app.views.kit.fields import DayField, Field, HourField, SearchField
from app.views.kit.locks import Asks, Chooses
from app.views.kit.notices import good_news, offer, problem, waiting
from app.views.kit.pictures import PICTURES, picture
from app.views.kit.screen import plain, screen
from app.views.kit.signs import signs
from app.views.kit.space import inset, onward
from app.views.kit.texts import body, heading, label, number, quiet

__all__ = [
    "PICTURES",
    "Asks",
    "Chooses",
    "DayChoice",
    "DayField",
    "Field",
    "HourField",
    "SearchField",
    "SyncBadge",
    "body",
    "card",
    "choice",
    "empty_state",
    "fact",
    "floating_button",
    "good_news",
    "heading",
    "icon_button",
    "inset",
    "keep_button",
    "label",
    "number",
    "offer",
    "onward",
    "picture",
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
    "stack",
    "stepper",
    "tappable",
    "tonal_button",
    "waiting",
    "warm_button",
]
