"""The nouns: each is defined once, here, and used by screens, rules, sync and reports alike."""

from app.records.attachment import Attachment, Kind
from app.records.contact import Channel, Contact, Outcome
from app.records.handed import Done, Handed
from app.records.matter import Matter
from app.records.meeting import Appointment, Meeting, MeetingNote, MeetingState
from app.records.mentee import Mentee, Released, Step
from app.records.people import MemberCard, Setting
from app.records.record import Prose, Record, RowId, altered, field_names, fields_of, is_prose, table_named, tables
from app.records.shared import Consent, Shared
from app.records.sparring import Reply, Sparring

__all__ = [
    "Appointment",
    "Attachment",
    "Channel",
    "Consent",
    "Contact",
    "Done",
    "Handed",
    "Kind",
    "Matter",
    "Meeting",
    "MeetingNote",
    "MeetingState",
    "MemberCard",
    "Mentee",
    "Outcome",
    "Prose",
    "Record",
    "Released",
    "Reply",
    "RowId",
    "Setting",
    "Shared",
    "Sparring",
    "Step",
    "altered",
    "field_names",
    "fields_of",
    "is_prose",
    "table_named",
    "tables",
]
