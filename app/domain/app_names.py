"""What the app may be called on a phone: names that tell nobody who looks over her shoulder what it is for.

Danish words for things that everybody has on a phone; the same in every language, as names of apps are. None says
health, help, office or women, and none is a thing that somebody would open out of curiosity (photos, messages, a bank).
"""

from __future__ import annotations

OURS = ""
APP_NAMES = {OURS: "Brobygger", "notes": "Noter", "danish": "Dansk", "calendar": "Kalender", "recipes": "Opskrifter"}
"""{key: name}; the key stands in the address with which such an app starts, and in the names of its icons."""


def app_name(key: str) -> str:
    """Its name; one that is not known is ours."""
    return APP_NAMES.get(key, APP_NAMES[OURS])


def app_icon(key: str) -> str:
    """Where the page keeps its picture."""
    return f"/icons/{key}-icon-192.png" if key in APP_NAMES and key != OURS else "/icons/icon-192.png"
