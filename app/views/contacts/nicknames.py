"""What one may call somebody whose name one does not know: one tap, and one finds the line again."""

from __future__ import annotations

from app.i18n import N_, Words

NICKNAMES = (
    # Words: a nickname for somebody met at a door or outdoors, to find her line again: something one saw, never looks
    N_("Green door"),
    N_("With the pram"),
    N_("Red bicycle"),
    N_("On the bench"),
    N_("Many flowers"),
    N_("The yellow door mat"),
    N_("With shopping bags"),
    N_("At the playground"),
    N_("Ground floor"),
    N_("The blue balcony"),
    N_("With the dog"),
    N_("At the bus stop"),
)
SHOWN = 4


def suggested(t: Words, met_so_far: int) -> list[str]:
    """Four, others each time, so that the same one seldom comes twice."""
    start = met_so_far * SHOWN % len(NICKNAMES)
    return [t(NICKNAMES[(start + place) % len(NICKNAMES)]) for place in range(SHOWN)]
