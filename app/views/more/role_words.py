"""What each role is called, and in words what she who has it will read."""

from __future__ import annotations

from app.domain.roles import COORDINATOR, MENTEE, MENTOR, WORKER
from app.i18n import N_

ROLES = {
    WORKER: N_("Outreach worker"),
    MENTOR: N_("Mentor"),
    COORDINATOR: N_("Coordinator"),
    MENTEE: N_("Mentee"),
}

READS = {
    WORKER: N_("Reads the contacts of the area and the staff list. Opens files for mentees."),
    MENTOR: N_("Reads the staff list, and everything in the file of her mentee, notes too."),
    COORDINATOR: N_("Reads the contacts of the area and the staff list. Of new files she reads facts, never notes."),
    MENTEE: N_("Reads her own plan and appointments. Never notes, never others."),
}
