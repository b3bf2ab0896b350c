"""How a plan is drawn and said: its steps, who does them, what she answers, what she may want, where one meets."""

from __future__ import annotations

from app.i18n import N_, Words
from app.records import Doer, Goal, MeetingPlace, Says, Step, StepKind, WishKind

STEPS = {
    # Words: a small step in the plan of a mentee, said to her: leave the house
    StepKind.GO_OUT.value: ("door", N_("Go out of the door")),
    # Words: a small step in the plan of a mentee, said to her
    StepKind.WALK.value: ("walk", N_("Go for a walk")),
    # Words: a small step in the plan of a mentee, said to her
    StepKind.SHOP.value: ("shop", N_("Buy something alone")),
    # Words: a small step in the plan of a mentee, said to her: with her mentor
    StepKind.BUS_TOGETHER.value: ("bus-stop", N_("Take the bus together")),
    # Words: a small step in the plan of a mentee, said to her
    StepKind.BUS_ALONE.value: ("bus", N_("Take the bus alone")),
    # Words: a small step in the plan of a mentee, said to her: find the way to where she has never been
    StepKind.NEW_PLACE.value: ("map", N_("Find a new place")),
    # Words: a small step in the plan of a mentee, said to her
    StepKind.CYCLE.value: ("bicycle", N_("Try a bicycle")),
    # Words: a small step in the plan of a mentee, said to her
    StepKind.HELLO.value: ("hello", N_("Say hello to a neighbour")),
    # Words: a small step in the plan of a mentee, said to her: a group of women who meet
    StepKind.GROUP.value: ("group", N_("Come to a group")),
    # Words: a small step in the plan of a mentee, said to her
    StepKind.SPORT.value: ("sport", N_("Swim, dance or train")),
    # Words: a small step in the plan of a mentee, said to her
    StepKind.LIBRARY.value: ("books", N_("Visit the library")),
    # Words: a small step in the plan of a mentee, said to her
    StepKind.CALL.value: ("phone", N_("Make a phone call")),
    # Words: a small step in the plan of a mentee, said to her: a letter from an office
    StepKind.LETTER.value: ("envelope", N_("Read a letter")),
    # Words: a small step in the plan of a mentee, said to her: the municipality or another authority
    StepKind.OFFICE.value: ("authority", N_("Go to an office")),
    # Words: a small step in the plan of a mentee, said to her
    StepKind.SPEAK_DANISH.value: ("speaking", N_("Say something in Danish")),
    # Words: a small step in the plan of a mentee, said to her
    StepKind.SCHOOL.value: ("school", N_("Visit a language school")),
    # Words: a small step in the plan of a mentee, said to her: for an application
    StepKind.WRITE.value: ("writing", N_("Write about me")),
    # Words: a small step in the plan of a mentee, said to her
    StepKind.SEE_WORK.value: ("work", N_("Visit a work place")),
    # Words: a small step in the plan of a mentee, said to her
    StepKind.TRY_WORK.value: ("try-work", N_("Try a day at work")),
    # Words: a small step in the plan of a mentee: none of those that have a picture
    StepKind.OTHER.value: ("step", N_("Something else")),
}

GOALS = {
    # Words: what a mentee may want, said by herself
    WishKind.GET_OUT.value: ("sunrise", N_("Get out more")),
    # Words: what a mentee may want, said by herself
    WishKind.FRIENDS.value: ("group", N_("More friends")),
    # Words: what a mentee may want, said by herself
    WishKind.STRONGER.value: ("running", N_("Move and be stronger")),
    # Words: what a mentee may want, said by herself
    WishKind.SPEAK_DANISH.value: ("speaking", N_("Speak Danish")),
    # Words: what a mentee may want, said by herself
    WishKind.OWN_MONEY.value: ("coin", N_("My own money")),
    # Words: what a mentee may want, said by herself
    WishKind.STUDY.value: ("student", N_("Go to school")),
    # Words: work a mentee may want, said by herself
    WishKind.SEW.value: ("thread", N_("Sew")),
    # Words: work a mentee may want, said by herself
    WishKind.COOK.value: ("cooking", N_("Cook")),
    # Words: work a mentee may want, said by herself
    WishKind.CLEAN.value: ("broom", N_("Clean")),
    # Words: work a mentee may want, said by herself: for old or sick people
    WishKind.CARE.value: ("care", N_("Care for people")),
    # Words: work a mentee may want, said by herself
    WishKind.CHILDREN.value: ("teddy", N_("Be with children")),
    # Words: work a mentee may want, said by herself
    WishKind.SHOP.value: ("store", N_("Work in a shop")),
    # Words: work a mentee may want, said by herself
    WishKind.GARDEN.value: ("plant", N_("Grow plants")),
    # Words: work a mentee may want, said by herself
    WishKind.DRIVE.value: ("bus", N_("Drive")),
    # Words: what a mentee may want: none of those that have a picture
    WishKind.OTHER.value: ("star", N_("Something else")),
}

WHO = {
    # Words: who does a step, said to the mentee
    Doer.SHE.value: ("she", N_("You do it")),
    # Words: who does a step, said to the mentee
    Doer.TOGETHER.value: ("together", N_("You do it together")),
    # Words: who does a step, said to the mentee
    Doer.MENTOR.value: ("other", N_("Your mentor does it")),
}

ANSWERS = {
    # Words: what a mentee answers to a step of her plan, on a button
    Says.DONE.value: ("done", N_("Done it")),
    # Words: what a mentee answers to a step of her plan, on a button; no fault
    Says.NOT_YET.value: ("not-yet", N_("Not yet")),
    # Words: what a mentee answers to a step of her plan, on a button: the step is wrong for her
    Says.NOT_FOR_ME.value: ("not-for-me", N_("Not for me")),
    # Words: what a mentee answers to a step of her plan, on a button
    Says.TALK.value: ("talk", N_("I want to talk about it")),
}

PLACE_PICTURES = {
    MeetingPlace.HERS.value: "home",
    MeetingPlace.OUTDOORS.value: "outdoors",
    MeetingPlace.CAFE.value: "cafe",
    MeetingPlace.LIBRARY.value: "library",
    MeetingPlace.HOUSE.value: "house",
    MeetingPlace.AUTHORITY.value: "authority",
    MeetingPlace.PHONE.value: "phone",
}


def step_picture(step: Step) -> str:
    """What is drawn beside it; a kind of a newer app is drawn as a step."""
    return STEPS.get(step.kind, STEPS[StepKind.OTHER.value])[0]


def step_called(t: Words, step: Step) -> str:
    """In the words somebody wrote, else in those of its kind."""
    if step.text or step.kind not in STEPS:
        return t.isolated(step.text)
    return t(STEPS[step.kind][1])


def goal_called(t: Words, goal: Goal) -> str:
    """In her own words, else in those of the picture."""
    if goal.text or goal.kind not in GOALS:
        return t.isolated(goal.text)
    return t(GOALS[goal.kind][1])
