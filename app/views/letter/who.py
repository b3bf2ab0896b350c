"""Who sees what, in pictures: each of her people with what they read; then what she may decide."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft
from sqlmodel import col

from app.domain.roles import MENTEE
from app.i18n import N_, Words
from app.i18n.protected import WHO_READS
from app.journeys.consents import answers, outside, stands
from app.journeys.greeting import face_of
from app.journeys.near import near_her
from app.journeys.people import Person, people
from app.ports import Ports
from app.records import Consent, Near, Passed, Released
from app.views.aloud import Speaker, as_it_is, in_both
from app.views.asked_words import ASKED
from app.views.interpreter import her_interpreter
from app.views.kit import BESIDE, body, drawing, face, heading, paper, pictured, quiet
from app.views.letter.dial import marked, told
from app.views.letter.door import Door
from app.views.letter.near_words import ROLES
from app.views.letter.page import Said, her_screen
from app.views.letter.whose import her_cover, her_plan
from app.views.session import Session, use_live, use_ports, use_session

RUNGS = (
    # Words: on the mentee's phone: what a person reads about her
    ("notebook", N_("What is noted about you")),
    # Words: on the mentee's phone: what a person reads about her
    ("calendar", N_("When you meet, and what for")),
    # Words: on the mentee's phone: what a person reads about her
    ("step", N_("Your plan and your letters")),
)
"""What lies on each rung of her file, innermost first: its picture and its words."""

NOBODY_ELSE = N_("Nobody else reads it. It is locked.")
OUTSIDE = N_("Only what you were shown before")


@ft.component
def WhoSeesWhat() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    plan = her_plan(session)
    near = {one.person: one for one in use_live(lambda: near_her(ports, her_cover(session)), Near)}
    partners = use_live(lambda: _outside(ports, plan), Consent)
    to_read = use_live(lambda: ports.store.count(Released, col(Released.space) == plan), Released)
    passed = use_live(lambda: ports.store.count(Passed, col(Passed.space) == plan), Passed)
    asked = use_live(lambda: answers(ports, plan), Consent)
    open_questions = len([what for what in ASKED if what not in asked])

    # Words: heading over the people who read something about the mentee, on her phone
    parts: list[ft.Control] = [heading(t("Who reads what"), level=2), *her_interpreter(t, WHO_READS)]
    parts += [_person(session, one, near.get(one.person.hex())) for one in readers(session)]
    parts += [
        _paper(session, one.name, [("explained", OUTSIDE)], face=drawing("together", size=72), key=f"outside-{one.id}")
        for one in partners
    ]
    locked = [told(session, marked(NOBODY_ELSE), size=20, strong=True)]
    aloud = Speaker(in_both(t, marked(NOBODY_ELSE)), t(NOBODY_ELSE), "listen-nobody")
    parts.append(paper(locked, picture="locked", speaker=aloud, key="nobody-else"))
    # Words: heading over what the mentee may decide and read herself
    parts.append(heading(t("You decide"), level=2))

    def ask(words: Words) -> str:
        many = words.many("%(num)d question for you", "%(num)d questions for you", open_questions)
        return many if open_questions else words(N_("You can take it back"))

    def read(words: Words) -> str:
        return words.many("%(num)d thing to read", "%(num)d things to read", to_read) if to_read else words("None yet")

    def gone(words: Words) -> str:
        return words.many("%(num)d thing", "%(num)d things", passed) if passed else words(N_("None yet"))

    parts.append(Door("done", marked("What I said yes to"), ask, "/yes"))
    parts.append(Door("writing", marked("Written about me"), read, "/about"))
    parts.append(Door("envelope", marked("What was passed on"), gone, "/passed"))
    also: list[Said] = ["Who reads what", "You decide"]
    return her_screen(N_("Who sees what"), parts, also=also, path="/who", back="/", spacing=16)


def readers(session: Session) -> list[Person]:
    """Who opens her file now, but for herself; who reads most comes first."""
    ports, plan = session.ports, her_plan(session)
    circle = next((place.circle for place in ports.store.places("plan") if place.space == plan), "")
    here = people(ports, bytes.fromhex(circle)) if circle else []
    others = [one for one in here if not one.left and not _is_she(session, one)]
    return sorted(others, key=lambda one: (one.rung, one.card.name))


def _is_she(session: Session, one: Person) -> bool:
    return one.card.role == MENTEE if session.handed else one.person == session.ports.me.person


def _outside(ports: Ports, plan: str) -> list[Consent]:
    said = outside(ports, col(Consent.space) == plan).values()
    return sorted((one for one in said if stands(one)), key=lambda one: (one.name, one.id))


def _person(session: Session, one: Person, near: Near | None) -> ft.Control:
    name = one.card.name or (near.name if near else "")
    role = ROLES.get(one.card.role or (near.role if near else ""), "")
    drawn = one.card.picture or (near.picture if near else "")
    seen = face(face_of(near) if near else b"", drawn, size=72)
    return _paper(session, name, RUNGS[one.rung :], role=role, face=seen, key=f"reader-{one.person.hex()}")


def _paper(
    session: Session, name: str, reads: Sequence[tuple[str, str]], *, face: ft.Control, key: str, role: str = ""
) -> ft.Control:
    t = session.words

    def said(words: Words) -> str:
        return ". ".join(words(text) for text in (role, *(text for _, text in reads)) if text)

    lines: list[ft.Control] = [body(t.isolated(name) or t("Somebody"), size=24, strong=True)]
    if role:
        lines.append(quiet(t(role), size=18))
    for drawn, text in reads:
        lines.append(pictured(drawn, told(session, marked(text), size=18, beside=BESIDE), size=36))
    aloud = [*as_it_is(t, name), *in_both(t, said)]
    speaker = Speaker(aloud, t.isolated(name) or t("Somebody"), f"listen-{key}")
    return paper(lines, face=face, speaker=speaker, key=key)
