"""What is known of a contact, line by line."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.domain.contacted import tries
from app.i18n import Words
from app.i18n.words import first_up
from app.ports import Ports
from app.records import Attempt, Channel, Contact, Outcome
from app.views.areas import area_named
from app.views.contacts.contact_words import CHANNELS, DECLINED, NEXT_STEPS, TONGUES
from app.views.kit import fact
from app.views.numbers import only_numbers
from app.views.side_by_side import who_and_when
from app.views.talk_words import SPOKEN, topics


def known_facts(t: Words, ports: Ports, contact: Contact, again: Sequence[Attempt]) -> list[ft.Control]:
    """Only what was said of her; `again` = every try after the first."""
    facts: list[ft.Control] = []
    store, today = ports.store, ports.today()
    plain = (
        (ft.Icons.HOME_OUTLINED, t("Street and door"), t.isolated(contact.address)),
        (ft.Icons.MAP_OUTLINED, t("Area"), area_named(t, ports, contact.space)),
        (ft.Icons.PHONE_OUTLINED, t("Phone"), "" if only_numbers(contact.phone) else t.isolated(contact.phone)),
        (ft.Icons.TRANSLATE, t("Language"), t.isolated(TONGUES.get(contact.language, contact.language))),
        (ft.Icons.RECORD_VOICE_OVER_OUTLINED, t("How you spoke"), t(SPOKEN.get(contact.spoken, ""))),
        (ft.Icons.CHAT_BUBBLE_OUTLINE, t("Talked about"), topics(t, contact.topics)),
        (ft.Icons.SCHEDULE, t("Why not now"), t(DECLINED.get(contact.declined, ""))),
        (ft.Icons.FLAG_OUTLINED, t("Agreed"), t(NEXT_STEPS.get(contact.next_step, ""))),
    )
    facts += [fact(icon, label, said) for icon, label, said in plain if said]
    if contact.met_on:
        met = first_up(t.day(contact.met_on, today))
        if contact.channel in CHANNELS:
            met = f"{met} · {t(CHANNELS[contact.channel])}"
        facts.append(fact(ft.Icons.EVENT_OUTLINED, t("Day you met"), met))
    if contact.followup_on:
        label = t("Ask again") if contact.outcome == Outcome.NOT_NOW else t("Go back")
        facts.append(fact(ft.Icons.REPLAY, label, first_up(t.day(contact.followup_on, today))))
    if ours := [one for one in again if one.channel != Channel.HERSELF]:  # when she calls, nobody tries
        line, count = store.byline(ours[0], "outcome"), tries(contact, len(ours))
        said = t.many("%(num)d try", "%(num)d tries", count)
        last = " · ".join([said, *([who_and_when(t, line)] if line else [])])
        # Words: how often somebody tried to reach this person
        facts.append(fact(ft.Icons.DIRECTIONS_WALK, t("Tried"), last))
    return facts
