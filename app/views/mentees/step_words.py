"""How it is said who does a step, and whether she must."""

from __future__ import annotations

from app.i18n import N_
from app.records import Binding, Doer

DOERS = {
    # Words: who does a small step: the mentee by herself
    Doer.SHE.value: N_("She herself"),
    # Words: who does a small step: the mentee and the mentor
    Doer.TOGETHER.value: N_("Together"),
    # Words: who does a small step: the mentor
    Doer.MENTOR.value: N_("The mentor"),
}

BINDINGS = {
    # Words: a step of her plan that she has to take, as staff choose it
    Binding.MUST.value: N_("She has to"),
    # Words: a step of her plan that she may leave, as staff choose it
    Binding.MAY.value: N_("If she wants"),
}
