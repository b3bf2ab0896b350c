"""What each role is called, and in words what she who has it will read."""

from __future__ import annotations

from app.domain.recovery import RECOVERY
from app.domain.roles import COORDINATOR, MENTEE, MENTOR, PARTNER, WORKER
from app.i18n import N_, Words

ROLES = {
    WORKER: N_("Outreach worker"),
    MENTOR: N_("Mentor"),
    COORDINATOR: N_("Coordinator"),
    MENTEE: N_("Mentee"),
    # Words: somebody of a municipality or a company that works together with the organisation
    PARTNER: N_("Partner"),
    RECOVERY: N_("Recovery sheets"),
}

READS = {
    WORKER: N_("Reads the contacts of the area and the staff list. Opens files for mentees."),
    MENTOR: N_("Reads the staff list, and everything in the file of her mentee, notes too."),
    COORDINATOR: N_("Reads the contacts of the area and the staff list. Of new files she reads facts, never notes."),
    MENTEE: N_("Reads her own plan and appointments. Never notes, never others."),
    RECOVERY: N_("Whoever has enough of them reads all that is shared here, notes too."),
    PARTNER: N_("Reads only what is shared with that partner, one thing at a time. Writes nothing."),
}


def role_of(t: Words, role: str) -> str:
    """What it is called; "" for one that this app does not know."""
    return t(ROLES[role]) if role in ROLES else ""
