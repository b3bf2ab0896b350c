"""The screens on a mentee's phone, and those of her file on the phones of who walks with her."""

from __future__ import annotations

HERS = [
    "/",
    "/others",
    "/steps",
    "/wants",
    "/practise",
    "/practise/now",
    "/practise/can",
    "/times",
    "/help",
    "/letters",
    "/letters/0a",
    "/who",
    "/about",
    "/yes",
    *(f"/yes/{what}" for what in ("contact", "notes", "numbers")),
    "/passed",
    "/badge",
    "/strengths",
    "/strengths/choose",
    "/strengths/one/cook",
    "/more/hide",
    "/more/called",
    "/agreement",
    "/more",
    "/more/sync",
    "/more/left",
    "/more/recovery",
    "/more/language",
]

FILE_STEPS = [
    "",
    "/agreement",
    "/reach",
    "/rest",
    "/step",
    "/near",
    "/voice",
    "/words",
    "/consents",
    "/consents/notes",
    "/letters",
    "/strengths",
]
