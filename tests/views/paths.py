"""The paths of every screen that somebody's phone can open, as her rows have them."""

from __future__ import annotations

from app.domain.studio import key_of
from app.journeys.area_people import works_there
from app.journeys.areas import areas
from app.journeys.people import people
from app.journeys.studio import prompts_in
from app.records import (
    Attachment,
    Cohort,
    Company,
    Contact,
    GroupSession,
    HouseWord,
    Meeting,
    Mentee,
    Mentor,
    MentorMeeting,
    Offer,
    Placement,
    QuietDoor,
    Referral,
    Spot,
)
from tests.views.her_screens import FILE_STEPS
from tests.world import Phone


def of_areas(phone: Phone) -> list[str]:
    """The paths of all that is about areas, as that phone has them."""
    ports = phone.ports
    here = [f"/more/areas/{each.space}" for each in areas(ports)]
    out = [f"/out/{one.person.hex()}" for each in areas(ports)[:1] for one in works_there(ports, each)]
    return ["/more/areas", "/more/areas/new", *(f"{path}{step}" for path in here for step in ("", "/add", *out))]


STEPS = ["compare", "again", "role", "leave", "lost/00"]
DESK = (
    "",
    "/task",
    "/tracks",
    "/contact",
    "/handover",
    "/ending",
    "/match",
    "/paper",
    "/municipality",
    "/after",
    "/ask",
)
AT_WORK = ("", "/rung", "/weeks", "/card", "/end")


FROM_A_CONTACT = ("change", "again", "yes", "same", "referral", "file")
OUTREACH = (
    "/outreach",
    *(f"/outreach/{page}" for page in ("we", "card", "offers", "offers/new", "reach", "reach/new")),
)


def paths(phone: Phone) -> list[str]:
    contacts, meetings, spots = phone.store.find(Contact), phone.store.find(Meeting), phone.store.find(Spot)
    return [
        "/",
        "/people",
        "/people/new",
        *(f"/people/{each.id}" for each in contacts[:1]),
        *(f"/people/{each.id}/{step}" for each in contacts[:1] for step in FROM_A_CONTACT),
        *(f"/people/{each.contact}/referral/{each.id}" for each in phone.store.find(Referral)),
        *OUTREACH,
        *(f"/outreach/offers/{each.id}" for each in phone.store.find(Offer)),
        "/people/expiring",
        "/places",
        "/places/new",
        *(f"/places/{each.id}" for each in spots),
        *(f"/places/{each.id}/{step}" for each in spots for step in ("end", "change", "door", "contact")),
        *(f"/places/{each.spot}/door/{each.id}" for each in phone.store.find(QuietDoor)),
        "/meetings",
        "/meetings/plan",
        "/meetings/log",
        *(f"/meetings/{each.id}" for each in meetings),
        *(
            f"/meetings/{each.id}/{step}"
            for each in meetings[:1]
            for step in ("note", "release", "together", "remind", "way", "conversation", "errand", "words")
        ),
        *(f"/meetings/{each.id}/log" for each in meetings if each.state == "planned"),
        *(f"/meetings/{each.row}/photo/{each.id}" for each in phone.store.find(Attachment) if each.noun == "meeting"),
        "/more",
        "/more/offers",
        "/more/sync",
        "/more/left",
        "/more/handed",
        "/more/language",
        "/more/languages",
        "/more/languages/tr",
        "/more/languages/tr/better",
        "/more/pin",
        "/more/compare",
        "/more/protected",
        "/more/credits",
        "/more/recovery",
        "/more/team",
        *(f"/more/person/{each.person.hex()}" for each in people(phone.ports)),
        *(f"/more/person/{each.person.hex()}/{step}" for each in people(phone.ports)[2:] for step in STEPS),
        "/more/late",
        *of_areas(phone),
        "/more/invite",
        "/mentees/new",
        "/cases",
        "/cases/still",
        "/mentors",
        "/mentors/new",
        "/mentors/event",
        *(f"/mentors/{each.id}" for each in phone.store.find(Mentor)),
        "/groups",
        "/groups/new",
        *(
            f"/groups/{each.id}{step}"
            for each in phone.store.find(Cohort)[:1]
            for step in ("", "/change", "/who", "/meet", "/after")
        ),
        *(f"/groups/{each.cohort}/at/{each.id}" for each in phone.store.find(GroupSession)),
        "/cases/sweep",
        "/cases/tasks",
        *(f"/cases/{each.id}{step}" for each in phone.store.find(Mentee)[:1] for step in DESK),
        *(f"/cases/{each.id}/work{step}" for each in phone.store.find(Mentee)[:1] for step in ("", "/new")),
        *(f"/cases/{each.mentee}/work/{each.id}{step}" for each in phone.store.find(Placement) for step in AT_WORK),
        *(f"/companies{step}" for step in ("", "/new", "/clocks")),
        *(f"/companies/{each.id}{step}" for each in phone.store.find(Company) for step in ("", "/change")),
        "/mentees",
        "/more/my-offer",
        "/more/face",
        "/more/mentor-meetings",
        "/more/mentor-meetings/new",
        *(f"/more/mentor-meetings/{each.id}" for each in phone.store.find(MentorMeeting)),
        "/more/words",
        "/more/words/new",
        *(f"/more/words/{each.id}" for each in phone.store.find(HouseWord)),
        "/more/studio",
        "/more/studio/who",
        "/more/studio/ar",
        "/more/studio/words",
        "/more/studio/words/cleaning",
        f"/more/studio/words/cleaning/{key_of('da', 'en moppe')}",
        *(f"/more/studio/ar/{prompts_in('ar')[at].key}" for at in (0, 1)),
        "/more/toolbox",
        "/more/toolbox/hard",
        *(f"/more/rooms{step}" for step in ("", "/new", "/group")),
        *(f"/mentees/{each.id}{step}" for each in phone.store.find(Mentee)[:1] for step in FILE_STEPS),
        *(f"/meetings/{kind}/{each.id}" for each in phone.store.find(Mentee)[:1] for kind in ("log", "plan")),
        "/import",
        "/nowhere",
    ]
