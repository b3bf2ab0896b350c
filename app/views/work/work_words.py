"""How a placement, a rung, a week and its early signs are said. Nobody is to blame in any of them."""

from __future__ import annotations

from datetime import date

import flet as ft

from app.domain.caseload import FileNow
from app.domain.offer_clocks import OfferDue
from app.domain.placements import PlacementNow
from app.domain.pulses import Sign
from app.i18n import N_, Words
from app.i18n.words import first_up
from app.records import Face, PlanB, Rung, RungKind, Then, WasHard, WentWell
from app.views.chosen import chosen

RUNGS = {
    # Words: how a mentee is at a company: some days to see and try
    RungKind.TRY_OUT.value: N_("Try-out"),
    # Words: how a mentee is at a company: praktik, without a wage
    RungKind.PLACEMENT.value: N_("Work placement"),
    # Words: how a mentee is at a company: løntilskud
    RungKind.SUBSIDY.value: N_("Wage subsidy"),
    # Words: how a mentee is at a company: ordinary hours with a wage
    RungKind.PAID.value: N_("Paid hours"),
}

PLANS = {
    # Words: plan B, if a place of work comes to nothing; the next ones too
    PlanB.OTHER_PLACE.value: N_("Another company"),
    PlanB.COURSE.value: N_("A course"),
    PlanB.DANISH.value: N_("More Danish first"),
    PlanB.OFFER.value: N_("Something nearby"),
    PlanB.LATER.value: N_("The same place, later"),
}

FACES = {
    # Words: how a week at work was; the next two too
    Face.GOOD.value: N_("Good"),
    Face.SO_SO.value: N_("So-so"),
    Face.HARD.value: N_("Hard"),
}

FACE_ICONS = {
    Face.GOOD.value: ft.Icons.SENTIMENT_SATISFIED_ALT,
    Face.SO_SO.value: ft.Icons.SENTIMENT_NEUTRAL,
    Face.HARD.value: ft.Icons.SENTIMENT_DISSATISFIED,
}

SIGNS = {
    # Words: why a worker should ask how it goes at a place of work; the next four too
    Sign.HARD_FOR_HER: N_("Two hard weeks for her. Ask what would help."),
    Sign.HARD_FOR_THEM: N_("Two hard weeks for the company. Ask what would help."),
    Sign.DIFFER: N_("She and the company see the week differently. Talk with both."),
    Sign.SHE_IS_SILENT: N_("No word from her for a week. Ask how it goes."),
    Sign.THEY_ARE_SILENT: N_("No word from the company for a week. Call them."),
}

SUCCEEDED = {
    # Words: what succeeded at a place of work; the next ones too
    WentWell.CAME.value: N_("She came"),
    WentWell.TASKS.value: N_("She did her tasks"),
    WentWell.COLLEAGUES.value: N_("Good with the colleagues"),
    WentWell.DANISH.value: N_("She spoke Danish"),
    WentWell.WAY.value: N_("She found the way alone"),
    WentWell.ASKED.value: N_("She asked when in doubt"),
    WentWell.KNOWS.value: N_("She knows better what she wants"),
}

HARD = {
    # Words: what was hard at a place of work; the next ones too
    WasHard.HOURS.value: N_("The hours"),
    WasHard.WAY.value: N_("The way there"),
    WasHard.TASKS.value: N_("The tasks"),
    WasHard.LANGUAGE.value: N_("The language"),
    WasHard.ALONE.value: N_("Being alone there"),
    WasHard.HOME.value: N_("It did not fit with home"),
    WasHard.PROMISES.value: N_("What was promised did not come"),
}

THENS = {
    # Words: what comes after a place of work; the next ones too
    Then.JOB.value: N_("A job there"),
    Then.STAYS.value: N_("More hours there"),
    Then.OTHER_PLACE.value: N_("Another place"),
    Then.SCHOOL.value: N_("School or a course"),
    Then.REST.value: N_("A rest first"),
}


def hours_said(t: Words, rung: Rung) -> str:
    """So many hours a week, and how many of them with a wage."""
    hours = t.many("%(num)d hour a week", "%(num)d hours a week", rung.hours or 0)
    if rung.kind in {RungKind.PAID, RungKind.SUBSIDY} or not rung.paid_hours:
        return hours
    # Words: so many of the hours a week have a wage
    paid = t.many("%(num)d of them paid", "%(num)d of them paid", rung.paid_hours)
    return f"{hours}, {paid}"


def where_said(t: Words, now: PlacementNow) -> str:
    """What the place is called."""
    return t.isolated(now.placement.at) or t("A place of work")


def placement_said(t: Words, now: PlacementNow, today: date) -> str:
    """How it stands: whom we wait for, when it begins, or on which rung she is."""
    if now.placement.ended_on:
        return t("Ended %(day)s", day=t.day(now.placement.ended_on, today))
    if not now.confirmed:
        # Words: of a place of work that was proposed: the company has not said yes
        return t("Waits for a yes")
    if now.rung is None:
        return t("Confirmed")
    if not now.going and now.began_on:
        return first_up(t("begins %(day)s", day=t.day(now.began_on, today)))
    return f"{chosen(t, RUNGS, now.rung.kind)} · {hours_said(t, now.rung)}"


def work_said(t: Words, file: FileNow) -> str:
    """Where she works and how, or whom that waits for; "" when there is no place."""
    return f"{where_said(t, file.place)}: {placement_said(t, file.place, file.today)}" if file.place else ""


def plan_b_said(t: Words, now: PlacementNow) -> str:
    """What she does if it comes to nothing; "" while nobody said."""
    one = now.placement
    return " · ".join(part for part in (chosen(t, PLANS, one.plan_b), t.isolated(one.plan_b_words)) if part)


def due_said(t: Words, due: OfferDue, today: date) -> str:
    """By when somebody needs a place of work; said the same kind way when the day has passed."""
    day = t.day(due.by, today)
    if due.passed(today):
        return t("Her first place was due %(day)s", day=day) if due.first else t("A new place was due %(day)s", day=day)
    return t("A first place by %(day)s", day=day) if due.first else t("A new place by %(day)s", day=day)


def unpaid_said(t: Words, weeks: int, places: int) -> str:
    """A question, never a block."""
    said = t.many("%(num)d week without any paid hour.", "%(num)d weeks without any paid hour.", weeks)
    where = t.many("At %(num)d place.", "At %(num)d places.", places) if places > 1 else ""
    return " ".join(part for part in (said, where, t("Could some of the hours be paid?")) if part)
