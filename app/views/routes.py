"""The one route table. A screen is imported when somebody first goes there."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import flet as ft

from app.views.covered import laid


def _lazy(module: str, name: str) -> Callable[[], Any]:
    def screen() -> Any:
        return laid(name, getattr(import_module(f"app.views.{module}"), name))

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
    _on_top("more/credits", "more.credits", "Credits"),
    _on_top("more/language", "more.language", "LanguageAndLook"),
]

STAFF = [
    ft.Route(index=True, component=_lazy("today", "Today")),
    ft.Route(path="people", component=_lazy("contacts.people", "People")),
    ft.Route(path="meetings", component=_lazy("meetings.meetings", "Meetings")),
    ft.Route(path="more", component=_lazy("more.more", "More")),
    _on_top("people/new", "contacts.log", "LogContact"),
    _on_top("people/expiring", "contacts.expiring", "AboutToGo"),
    _on_top(
        "people/:id",
        "contacts.detail",
        "ContactDetail",
        ft.Route(path="change", component=_lazy("contacts.change", "ChangeContact")),
        ft.Route(path="yes", component=_lazy("contacts.stage", "SaysYes")),
        ft.Route(path="referral", component=_lazy("outreach.referral", "SendOn")),
        ft.Route(path="referral/:referral", component=_lazy("outreach.referral", "FollowReferral")),
        ft.Route(path="same", component=_lazy("contacts.same", "TheSamePerson")),
        ft.Route(path="again", component=_lazy("contacts.again", "TriedAgain")),
    ),
    _on_top("outreach", "outreach.outreach", "Outreach"),
    _on_top("outreach/we", "outreach.we", "WhoWeAre"),
    _on_top("outreach/card", "outreach.card", "PassOn"),
    _on_top("outreach/offers", "outreach.offers", "Offers"),
    _on_top("outreach/offers/new", "outreach.offers", "ChangeOffer"),
    _on_top("outreach/offers/:id", "outreach.offers", "ChangeOffer"),
    _on_top("outreach/reach", "outreach.reach", "HowFar"),
    _on_top("outreach/reach/new", "outreach.estimate", "NewEstimate"),
    _on_top("places", "places.places", "Places"),
    _on_top("places/new", "places.change", "ChangePlace"),
    _on_top(
        "places/:id",
        "places.round",
        "DoorRound",
        ft.Route(path="change", component=_lazy("places.change", "ChangePlace")),
        ft.Route(path="end", component=_lazy("places.end", "EndRound")),
        ft.Route(path="contact", component=_lazy("contacts.log", "LogContact")),
        ft.Route(path="door", component=_lazy("places.door", "LeaveAlone")),
        ft.Route(path="door/:door", component=_lazy("places.door", "ShowQuietDoor")),
    ),
    _on_top("meetings/plan", "meetings.plan", "PlanMeeting"),
    _on_top("meetings/log", "meetings.log", "LogMeeting"),
    _on_top("meetings/plan/:with", "meetings.plan", "PlanMeeting"),
    _on_top("meetings/log/:with", "meetings.log", "LogMeeting"),
    _on_top(
        "meetings/:id",
        "meetings.detail",
        "MeetingDetail",
        ft.Route(path="log", component=_lazy("meetings.log", "LogMeeting")),
        ft.Route(path="note", component=_lazy("meetings.note", "ChangeNote")),
        ft.Route(path="conversation", component=_lazy("meetings.conversation", "TalkItOver")),
        ft.Route(path="errand", component=_lazy("meetings.errand", "GoAlong")),
        ft.Route(path="way", component=_lazy("meetings.way", "TellWay")),
        ft.Route(path="remind", component=_lazy("meetings.remind", "RemindHer")),
        ft.Route(path="release", component=_lazy("meetings.release", "ReleaseMeeting")),
        ft.Route(path="photo/:photo", component=_lazy("meetings.photo", "ShowPhoto")),
        ft.Route(path="together", component=_lazy("meetings.choose_together", "ChooseTogether")),
        ft.Route(path="words", component=_lazy("practice.choose_words", "WordsOfMeeting")),
    ),
    _on_top("more/handed", "more.handed", "HandedIn"),
    _on_top("more/team", "more.team", "Team"),
    _on_top("more/person/:id", "more.person", "PersonPage"),
    _on_top("more/person/:id/compare", "more.compare", "ComparePerson"),
    _on_top("more/person/:id/again", "more.again", "LetInAgain"),
    _on_top("more/person/:id/role", "more.another_role", "AnotherRole"),
    _on_top("more/person/:id/leave", "more.leave", "Leave"),
    _on_top("more/person/:id/lost/:device", "more.leave", "Leave"),
    _on_top("more/rooms", "more.rooms", "Rooms"),
    _on_top("more/rooms/new", "more.rooms", "WereTogether"),
    _on_top("more/rooms/group", "more.rooms", "NewGroup"),
    _on_top("more/offers", "outreach.offers", "Offers"),
    _on_top("more/offers/new", "outreach.offers", "ChangeOffer"),
    _on_top("more/offers/:id", "outreach.offers", "ChangeOffer"),
    _on_top("more/toolbox", "more.toolbox", "Tools"),
    _on_top("more/toolbox/:key", "more.toolbox", "OneTool"),
    _on_top("more/sparring", "more.sparring", "Questions"),
    _on_top("more/sparring/new", "more.ask", "AskColleagues"),
    _on_top("more/sparring/:id", "more.sparring", "Question"),
    _on_top("more/words", "practice.house_words", "HouseWords"),
    _on_top("more/words/new", "practice.house_words", "OfferWord"),
    _on_top("more/words/:id", "practice.house_word", "OneHouseWord"),
    _on_top("more/studio", "studio.studio", "Studio"),
    _on_top("more/studio/who", "studio.who", "WhoMayRecord"),
    _on_top("more/studio/words", "studio.decks", "DecksToSay"),
    _on_top("more/studio/words/:deck", "studio.deck", "DeckToSay"),
    _on_top("more/studio/words/:deck/:key", "studio.deck_text", "DeckText"),
    _on_top("more/studio/:code", "studio.texts", "Texts"),
    _on_top("more/studio/:code/:key", "studio.text", "Text"),
    _on_top("more/face", "mentees.my_face", "MyFace"),
    _on_top("more/mentor-meetings", "mentor_meetings.list", "MentorMeetings"),
    _on_top("more/mentor-meetings/new", "mentor_meetings.plan", "PlanMentorMeeting"),
    _on_top("more/mentor-meetings/:id", "mentor_meetings.meeting", "OneMentorMeeting"),
    _on_top("more/my-offer", "mentors.mine", "MyOffer"),
    _on_top("more/few", "more.few", "SafetyMatters"),
    _on_top("more/few/new", "more.few", "NewMatter"),
    _on_top("more/few/:id", "more.few", "MattersOfFew"),
    _on_top("more/partners", "more.partners", "Partners"),
    _on_top("more/partners/:id", "more.partners", "PartnerPage"),
    _on_top("more/partners/:id/share", "more.partners", "ShareWith"),
    _on_top("more/languages", "more.languages", "HowMuch"),
    _on_top("more/languages/:code", "more.languages", "OneLanguage"),
    _on_top("more/languages/:code/better", "more.languages", "BetterWord"),
    _on_top("more/late", "more.late", "HandedInLate"),
    _on_top("more/areas", "more.areas", "Areas"),
    _on_top("more/areas/new", "more.areas", "NewArea"),
    _on_top("more/areas/:id", "more.area", "AreaPage"),
    _on_top("more/areas/:id/add", "more.area", "LetIn"),
    _on_top("more/areas/:id/out/:person", "more.area", "TakeOut"),
    _on_top("more/invite", "more.invite", "Invite"),
    _on_top("cases", "cases.load", "CaseLoad"),
    _on_top("cases/still", "cases.load", "CaseLoad"),
    _on_top("cases/sweep", "cases.sweep", "Sweep"),
    _on_top("cases/tasks", "cases.tasks", "MyTasks"),
    _on_top("cases/:id", "cases.file", "CasePage"),
    _on_top("cases/:id/task", "cases.task", "NewTask"),
    _on_top("cases/:id/tracks", "cases.tracks", "Tracks"),
    _on_top("cases/:id/contact", "cases.handover", "ContactPerson"),
    _on_top("cases/:id/handover", "cases.handover", "HandOverFile"),
    _on_top("cases/:id/ending", "cases.ending", "EndFile"),
    _on_top("cases/:id/match", "mentors.match", "FindMentor"),
    _on_top("cases/:id/paper", "paper.choose", "OnPaper"),
    _on_top("cases/:id/municipality", "paper.choose", "ToTheMunicipality"),
    _on_top("cases/:id/after", "paper.after", "TypeInSheet"),
    _on_top("cases/:id/work", "work.places", "WorkPlaces"),
    _on_top("cases/:id/work/new", "work.new", "NewPlace"),
    _on_top("cases/:id/work/:placement", "work.placement", "PlacementPage"),
    _on_top("cases/:id/work/:placement/rung", "work.rung", "NextRung"),
    _on_top("cases/:id/work/:placement/weeks", "work.weeks", "Weeks"),
    _on_top("cases/:id/work/:placement/card", "work.card", "CompanyCard"),
    _on_top("cases/:id/work/:placement/end", "work.end", "TalkItOver"),
    _on_top("companies", "companies.companies", "Companies"),
    _on_top("companies/new", "companies.change", "ChangeCompany"),
    _on_top("companies/clocks", "companies.clocks", "SetClocks"),
    _on_top("companies/:id", "companies.company", "CompanyPage"),
    _on_top("companies/:id/change", "companies.change", "ChangeCompany"),
    _on_top("cases/:id/ask", "groups.ask", "AskAfterHer"),
    _on_top("groups", "groups.list", "Groups"),
    _on_top("groups/new", "groups.change", "ChangeGroup"),
    _on_top(
        "groups/:id",
        "groups.group",
        "GroupPage",
        ft.Route(path="change", component=_lazy("groups.change", "ChangeGroup")),
        ft.Route(path="who", component=_lazy("groups.who", "ChooseWhoComes")),
        ft.Route(path="meet", component=_lazy("groups.meet", "WeMeet")),
        ft.Route(path="after", component=_lazy("groups.sheet", "TypeInGroup")),
        ft.Route(path="at/:session", component=_lazy("groups.attendance", "WhoCame")),
    ),
    _on_top("mentors", "mentors.list", "Mentors"),
    _on_top("mentors/new", "mentors.list", "NewMentor"),
    _on_top("mentors/event", "mentors.event", "MeetEachOther"),
    _on_top("mentors/:id", "mentors.mentor", "MentorPage"),
    _on_top("mentees/new", "more.open_file", "OpenFile"),
    _on_top("mentees", "mentees.mentees", "Mentees"),
    _on_top(
        "mentees/:id",
        "mentees.file",
        "MenteeFile",
        ft.Route(path="agreement", component=_lazy("mentees.agreement", "ChangeAgreement")),
        ft.Route(path="reach", component=_lazy("mentees.reach", "ReachHer")),
        ft.Route(path="rest", component=_lazy("mentees.rest", "LetRest")),
        ft.Route(path="step", component=_lazy("mentees.step", "NewStep")),
        ft.Route(path="wants", component=_lazy("mentees.stones", "HerWants")),
        ft.Route(path="near", component=_lazy("mentees.near", "ReachMe")),
        ft.Route(path="strengths", component=_lazy("mentees.strengths", "HerStrengths")),
        ft.Route(path="words", component=_lazy("practice.choose_words", "WordsForHer")),
        ft.Route(path="words/:word", component=_lazy("practice.one_own_word", "OneOwnWord")),
        ft.Route(path="book", component=_lazy("practice.book_of_her", "HerBook")),
        ft.Route(path="book/new", component=_lazy("practice.book_of_her", "NewPicture")),
        ft.Route(path="letters", component=_lazy("mentees.letters", "HerLetters")),
        ft.Route(path="letters/:letter", component=_lazy("mentees.explain_letter", "ExplainLetter")),
        ft.Route(path="consents", component=_lazy("mentees.consents", "HerConsents")),
        ft.Route(path="consents/:what", component=_lazy("mentees.consents", "AskHer")),
        ft.Route(path="voice", component=_lazy("mentees.voices", "Voices")),
    ),
    _on_top("import", "imports.import_contacts", "ImportContacts"),
    *_COMMON,
]

_ON_ANY_PHONE = [
    _on_top("steps", "letter.plan", "MyPlan"),
    _on_top("steps/:id", "letter.step", "OneStep"),
    _on_top("wants", "letter.wants", "WhatIWant"),
    _on_top("times", "letter.times", "PeopleAndTimes"),
    _on_top("help", "letter.helps", "NumbersThatHelp"),
    _on_top("about", "letter.about", "AboutMe"),
    _on_top("letters", "letter.letters", "MyLetters"),
    _on_top("letters/:id", "letter.one_letter", "OneLetter"),
    _on_top("who", "letter.who", "WhoSeesWhat"),
    _on_top("yes", "letter.consents", "SaidYes"),
    _on_top("yes/:what", "letter.consents", "AskedOfMe"),
    _on_top("passed", "letter.passed", "WhatWasPassedOn"),
    _on_top("agreement", "letter.agreed", "WhatWeAgreed"),
    _on_top("strengths", "letter.strengths", "MyStrengths"),
    _on_top("strengths/choose", "letter.strengths", "ChooseStrengths"),
    _on_top("strengths/one/:kind", "letter.strengths", "OneStrength"),
    _on_top("badge", "letter.badge", "Badge"),
]
"""What a mentee reads on her own phone, and on one that was turned to her."""

LETTER = [
    ft.Route(index=True, component=_lazy("letter.letter", "LetterHome")),
    _on_top("others", "letter.others", "OtherDoors"),
    _on_top("practise", "practice.practise", "Practise"),
    _on_top("practise/now", "practice.sitting", "PractiseNow"),
    _on_top("practise/can", "practice.can_now", "WhatICanNow"),
    _on_top("practise/book", "practice.book", "MyBook"),
    _on_top("practise/book/:id", "practice.book", "OneOfMyBook"),
    _on_top("more", "letter.settings", "LetterSettings"),
    _on_top("more/hide", "letter.hiding", "HowToHide"),
    _on_top("more/called", "letter.hiding", "WhatItIsCalled"),
    *_ON_ANY_PHONE,
    *_COMMON,
]

TURNED = [ft.Route(index=True, component=_lazy("mentees.turned", "TurnedHome")), *_ON_ANY_PHONE]
"""For the phone of who walks with her, while it is hers to read."""

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
