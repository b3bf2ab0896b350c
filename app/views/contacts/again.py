"""Tried again: what came of it this time, and when to come back."""

from __future__ import annotations

import flet as ft

from app.domain.contacted import SPOKE
from app.journeys.attempts import try_again
from app.records import Channel, Contact
from app.storage.saw import Saw
from app.views.chosen import offered
from app.views.contacts.contact_words import CHANNELS, OUTCOMES, called
from app.views.contacts.form import Draft, how_long, what_next
from app.views.forms import use_doing, use_draft, use_once
from app.views.gone import nobody_there
from app.views.kit import choice, keep_button, problem, screen
from app.views.session import go, use_ports, use_session

WAYS = (Channel.DOOR, Channel.PHONE, Channel.STREET, Channel.EVENT, Channel.HERSELF)


@ft.component
def TriedAgain() -> ft.View:
    ports, session = use_ports(), use_session()
    t, asked = session.words, ft.use_route_params().get("id", "")
    path, new = f"/people/{asked}", use_once(ports.new_row)
    shown = use_once(lambda: ports.store.get(Contact, asked))
    saw = use_once(lambda: ports.store.seen(shown) if shown else Saw())
    stands = shown.followup_on if shown else None
    draft, change = use_draft(lambda: Draft(channel=Channel.DOOR.value, followup_on=stands))
    doing = use_doing()
    # Words: a worker tried once more to reach somebody: title of a page and name of a button
    title = t("Tried again")
    if shown is None:
        return nobody_there(t, title, path=f"{path}/again", back=path)

    def keep() -> None:
        said = draft.said()
        kept = {name: said[name] for name in ("outcome", "channel", "followup_on", "next_step", "declined", "minutes")}
        if doing.do(lambda: try_again(ports, row=new, shown=shown, saw=saw, **kept)):
            go(path)

    def came(outcome: str) -> None:
        """A day that has come is over once the two spoke; until then the day that stands is chosen."""
        if outcome not in SPOKE:
            change(outcome=outcome, followup_on=draft.followup_on or stands)
        elif stands and stands <= ports.today() and draft.followup_on == stands:
            change(outcome=outcome, followup_on=None)
        else:
            change(outcome=outcome)

    ways = [(one.value, t(CHANNELS[one])) for one in WAYS]
    results = offered(t, OUTCOMES)
    return screen(
        title,
        [
            problem(doing.trouble),
            choice(t("What came of it"), results, draft.outcome, came, key="outcome"),
            choice(t("How you tried"), ways, draft.channel, lambda value: change(channel=value), key="channel"),
            *how_long(t, draft, change),
            *what_next(t, draft, ports.today(), change, stands=stands is not None),
        ],
        t=t,
        path=f"{path}/again",
        under=called(t, shown),
        back=path,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )
