"""The nouns: each is defined once, here, and used by screens, rules, sync and reports alike."""

from app.records.agreement import Agreement, Cadence, Way
from app.records.attachment import Attachment, Kind
from app.records.company import Company, ReachBy, Requirement, Trade
from app.records.contact import Channel, Contact, Declined, NextStep, Outcome
from app.records.conversation import Conversation, Errand, Office
from app.records.group import AskedAfter, AskedWay, Attendance, Cohort, CohortKind, GroupSession, Guest, Presence, Seat
from app.records.handed import Done, Handed
from app.records.house import HouseMeaning, HouseRule, HouseWord
from app.records.letter import Letter, Sender, Wants
from app.records.matter import Matter
from app.records.meeting import (
    Appointment,
    Meeting,
    MeetingNote,
    MeetingPlace,
    MeetingState,
    Notice,
    Travel,
)
from app.records.mentee import Mentee, Reach, Released
from app.records.mentor import Gender, Match, Mentor, MentorPath, MentorType, Side, Wish, WouldMeet
from app.records.mentor_meeting import MentorMeeting, SlotTaken
from app.records.outreach import EVERYBODY, Came, Direction, Estimate, Method, Offer, Referral
from app.records.people import MemberCard, Setting
from app.records.placement import (
    CompanyPulse,
    Debrief,
    Face,
    Placement,
    PlanB,
    Pulse,
    Rung,
    RungKind,
    Then,
    WasHard,
    WentWell,
)
from app.records.plan import Binding, Doer, Goal, Near, Says, Step, StepAnswer, StepKind, WishKind
from app.records.practice import CanNow, ChosenWord, MissionTold, OwnWord, PractiseTogether, Review, WorkPicture
from app.records.record import Prose, Record, RowId, altered, field_names, fields_of, is_prose, table_named, tables
from app.records.room import Room
from app.records.same_person import SamePerson
from app.records.shared import Asked, Consent, Mode, NotRight, Passed, Shared
from app.records.sparring import Reply, Sparring
from app.records.spot import NOBODYS, Attempt, QuietDoor, Round, Spot, SpotKind
from app.records.strength import Strength
from app.records.studio import Recorded, StudioRight
from app.records.suggestion import Suggestion
from app.records.talk import Spoken, Topic
from app.records.task import Answer, Look, Task, TaskKind, Waits
from app.records.track import (
    EndedBy,
    Ending,
    EndReason,
    Followed,
    HandOver,
    Recommendation,
    StepBack,
    Track,
    TrackKind,
)
from app.records.voice import VoiceMessage

__all__ = [
    "EVERYBODY",
    "NOBODYS",
    "Agreement",
    "Answer",
    "Appointment",
    "Asked",
    "AskedAfter",
    "AskedWay",
    "Attachment",
    "Attempt",
    "Attendance",
    "Binding",
    "Cadence",
    "Came",
    "CanNow",
    "Channel",
    "ChosenWord",
    "Cohort",
    "CohortKind",
    "Company",
    "CompanyPulse",
    "Consent",
    "Contact",
    "Conversation",
    "Debrief",
    "Declined",
    "Direction",
    "Doer",
    "Done",
    "EndReason",
    "EndedBy",
    "Ending",
    "Errand",
    "Estimate",
    "Face",
    "Followed",
    "Gender",
    "Goal",
    "GroupSession",
    "Guest",
    "HandOver",
    "Handed",
    "HouseMeaning",
    "HouseRule",
    "HouseWord",
    "Kind",
    "Letter",
    "Look",
    "Match",
    "Matter",
    "Meeting",
    "MeetingNote",
    "MeetingPlace",
    "MeetingState",
    "MemberCard",
    "Mentee",
    "Mentor",
    "MentorMeeting",
    "MentorPath",
    "MentorType",
    "Method",
    "MissionTold",
    "Mode",
    "Near",
    "NextStep",
    "NotRight",
    "Notice",
    "Offer",
    "Office",
    "Outcome",
    "OwnWord",
    "Passed",
    "Placement",
    "PlanB",
    "PractiseTogether",
    "Presence",
    "Prose",
    "Pulse",
    "QuietDoor",
    "Reach",
    "ReachBy",
    "Recommendation",
    "Record",
    "Recorded",
    "Referral",
    "Released",
    "Reply",
    "Requirement",
    "Review",
    "Room",
    "Round",
    "RowId",
    "Rung",
    "RungKind",
    "SamePerson",
    "Says",
    "Seat",
    "Sender",
    "Setting",
    "Shared",
    "Side",
    "SlotTaken",
    "Sparring",
    "Spoken",
    "Spot",
    "SpotKind",
    "Step",
    "StepAnswer",
    "StepBack",
    "StepKind",
    "Strength",
    "StudioRight",
    "Suggestion",
    "Task",
    "TaskKind",
    "Then",
    "Topic",
    "Track",
    "TrackKind",
    "Trade",
    "Travel",
    "VoiceMessage",
    "Waits",
    "Wants",
    "WasHard",
    "Way",
    "WentWell",
    "Wish",
    "WishKind",
    "WorkPicture",
    "WouldMeet",
    "altered",
    "field_names",
    "fields_of",
    "is_prose",
    "table_named",
    "tables",
]
