"""The one route table. A screen is imported when somebody first goes there."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import flet as ft

from app.views.kit.screen import TABS


def _lazy(module: str, name: str) -> Callable[[], Any]:
    def screen() -> Any:
        return getattr(import_module(f"app.views.{module}"), name)()

    return screen


def _on_top(path: str, module: str, name: str, *children: ft.Route) -> ft.Route:
    """A screen above the four doors; back leads to the one she came through."""
    return ft.Route(path=path, component=_lazy(module, name), modal=True, children=list(children) or None)


_COMMON = [
    _on_top("more/sync", "more.sync", "SyncState"),
    _on_top("more/left", "more.not_taken", "WhatWasNotTaken"),
    _on_top("more/phones", "more.my_phones", "MyPhones"),
    _on_top("more/phones/new", "more.my_phones", "AnotherPhone"),
    _on_top("more/helper", "more.trusted", "MyHelper"),
    _on_top("more/phones/:device", "more.my_phones", "LostPhone"),
    _on_top("more/compare", "more.compare", "CompareMine"),
    _on_top("more/lock", "more.lock", "HowLocked"),
    _on_top("more/recovery", "more.recovery", "Recovery"),
    _on_top("more/protected", "more.protected", "Protected"),
    _on_top("more/language", "more.language", "LanguageAndLook"),
]

STAFF = [
    ft.Route(index=True, component=_lazy("today", "Today")),
    ft.Route(path="people", component=_lazy("contacts.people", "People")),
    ft.Route(path="meetings", component=_lazy("meetings.meetings", "Meetings")),
    ft.Route(path="more", component=_lazy("more.more", "More")),
    _on_top("people/new", "contacts.log", "LogContact"),
    _on_top(
        "people/:id",
        "contacts.detail",
        "ContactDetail",
        ft.Route(path="change", component=_lazy("contacts.change", "ChangeContact")),
    ),
    _on_top("meetings/plan", "meetings.plan", "PlanMeeting"),
    _on_top("meetings/log", "meetings.log", "LogMeeting"),
    _on_top(
        "meetings/:id",
        "meetings.detail",
        "MeetingDetail",
        ft.Route(path="log", component=_lazy("meetings.log", "LogMeeting")),
        ft.Route(path="note", component=_lazy("meetings.note", "ChangeNote")),
        ft.Route(path="release", component=_lazy("meetings.release", "ReleaseMeeting")),
        ft.Route(path="photo/:photo", component=_lazy("meetings.photo", "ShowPhoto")),
        ft.Route(path="together", component=_lazy("meetings.choose_together", "ChooseTogether")),
    ),
    _on_top("more/handed", "more.handed", "HandedIn"),
    _on_top("more/team", "more.team", "Team"),
    _on_top("more/person/:id", "more.person", "PersonPage"),
    _on_top("more/person/:id/compare", "more.compare", "ComparePerson"),
    _on_top("more/person/:id/again", "more.again", "LetInAgain"),
    _on_top("more/person/:id/role", "more.another_role", "AnotherRole"),
    _on_top("more/person/:id/leave", "more.leave", "Leave"),
    _on_top("more/person/:id/lost/:device", "more.leave", "Leave"),
    _on_top("more/sparring", "more.sparring", "Questions"),
    _on_top("more/sparring/new", "more.sparring", "AskColleagues"),
    _on_top("more/sparring/:id", "more.sparring", "Question"),
    _on_top("more/few", "more.few", "SafetyMatters"),
    _on_top("more/few/new", "more.few", "NewMatter"),
    _on_top("more/few/:id", "more.few", "MattersOfFew"),
    _on_top("more/partners", "more.partners", "Partners"),
    _on_top("more/partners/:id", "more.partners", "PartnerPage"),
    _on_top("more/partners/:id/share", "more.partners", "ShareWith"),
    _on_top("more/late", "more.late", "HandedInLate"),
    _on_top("more/invite", "more.invite", "Invite"),
    _on_top("mentees/new", "more.open_file", "OpenFile"),
    _on_top("import", "imports.import_contacts", "ImportContacts"),
    *_COMMON,
]

LETTER = [
    ft.Route(index=True, component=_lazy("letter.letter", "Letter")),
    _on_top("steps", "letter.steps", "Steps"),
    _on_top("about", "letter.about", "AboutMe"),
    _on_top("yes", "letter.consents", "SaidYes"),
    _on_top("more", "letter.settings", "LetterSettings"),
    *_COMMON,
]

GUEST = [
    ft.Route(index=True, component=_lazy("guest", "SharedWithUs")),
    _on_top("more", "letter.settings", "LetterSettings"),
    *_COMMON,
]
"""For somebody of a partner."""

OUT = [
    *(ft.Route(path=path, component=_lazy("out", "Out")) for path in ("people", "meetings", "more")),
    ft.Route(index=True, component=_lazy("out", "Out")),
    *_COMMON,
]
"""For a phone that the organisation has closed."""


def back_from(path: str, tab: str) -> str:
    """Where *back* leads, the system's gesture too: a step inside a detail to the detail, all else to its door."""
    pieces = path.strip("/").split("/")
    if path in TABS:
        return "/"
    if pieces[0] == "more" and len(pieces) > 3:
        return "/" + "/".join(pieces[:3])
    if pieces[:2] == ["more", "person"]:
        return "/more/team"
    return "/" + "/".join(pieces[:2]) if len(pieces) > 2 else tab
