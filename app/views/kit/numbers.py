"""Telephone numbers that help anybody, without a network and without unlocking: the plain page shows the same."""

from __future__ import annotations

from app.i18n import N_

NUMBERS = {
    # Words: what the emergency number 112 is for
    "112": ("ambulance", N_("Danger: ambulance, police, fire")),
    # Words: what the number 114 is for
    "114": ("police", N_("Police, when it can wait")),
    # Words: what the number 1813 is for; it answers in and around Copenhagen
    "1813": ("doctor", N_("Doctor in the evening and at night, in the capital region")),
    # Words: what the number 1888 is for. It helps whom somebody hurts at home; nobody who sees this screen may read so
    "1888": ("ear", N_("Somebody to talk to, day and night, without your name")),
}
"""112 and 114 answer everywhere in Denmark (borger.dk, "Emergencies"). 1888 is Lev Uden Vold's own line: open day and
night, free, anonymous (levudenvold.dk). 1813 is the capital region's; elsewhere doctors have other numbers."""
