"""Somebody of the organisation says one of its words: heard on the phone of everybody who practises it."""

from __future__ import annotations

from app.i18n import N_
from app.journeys.house_words import may_offer
from app.journeys.one_voice import say_anew
from app.platform import Recording
from app.ports import Ports, Refusal
from app.records import HouseWord, RowId


async def say_house_word(ports: Ports, *, row: RowId, shown: HouseWord, recording: Recording) -> HouseWord:
    """`row`: the recording's. What was said before goes, for everybody; nothing that is kept says who speaks."""
    if not may_offer(ports):
        raise Refusal(N_("Only a coordinator can do this."))
    return await say_anew(ports, row=row, shown=shown, recording=recording)
