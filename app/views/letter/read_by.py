"""Who reads which part of what is written about her, said beside what was agreed on."""

from __future__ import annotations

import flet as ft

from app.i18n import Words
from app.views.aloud import Speaker, in_both
from app.views.kit import BESIDE, body, paper, pictured
from app.views.letter.dial import marked, told
from app.views.letter.who import RUNGS, readers
from app.views.session import use_session


@ft.component
def ReadBy() -> ft.Control:
    """A picture, a part and the names of who reads it, for each part; all of it aloud."""
    session = use_session()
    t, here = session.words, readers(session)
    by = [[one.card.name or t("Somebody") for one in here if one.rung <= rung] for rung in range(len(RUNGS))]
    parts = [(*part, names) for part, names in zip(RUNGS, by, strict=True) if names]
    lines: list[ft.Control] = [told(session, marked("Who reads what"), strong=True)]
    for drawn, text, names in parts:
        read_by = t.listed([t.isolated(name) for name in names])
        lines += [pictured(drawn, told(session, marked(text), size=18, beside=BESIDE), size=36), body(read_by, size=18)]

    def said(words: Words) -> str:
        return ". ".join(f"{words(text)}: {words.listed(names)}" for _, text, names in parts)

    speaker = Speaker(in_both(t, said), t("Who reads what"), "listen-read-by")
    return paper(lines, picture="eyes", speaker=speaker, key="read-by")
