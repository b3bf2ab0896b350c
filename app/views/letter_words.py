"""Who writes letters and what they want, in pictures and few words."""

from __future__ import annotations

from app.domain.letters import Stage, stage
from app.i18n import N_, Words
from app.records import Letter, Sender, Wants

SENDERS = {
    # Words: who wrote a letter to the mentee: the municipality or another authority
    Sender.AUTHORITY.value: ("authority", N_("From an office")),
    # Words: who wrote a letter to the mentee: a school or kindergarten
    Sender.SCHOOL.value: ("school", N_("From the school")),
    # Words: who wrote a letter to the mentee
    Sender.DOCTOR.value: ("doctor", N_("From the doctor")),
    # Words: who wrote a letter to the mentee
    Sender.BANK.value: ("bank", N_("From the bank")),
    # Words: who wrote a letter to the mentee: the landlord, water, electricity
    Sender.HOME.value: ("home", N_("About your home")),
    # Words: who wrote a letter to the mentee
    Sender.WORK.value: ("work", N_("About work")),
    # Words: who wrote a letter to the mentee: none of the others
    Sender.OTHER.value: ("envelope", N_("From somebody else")),
}
WANTS = {
    # Words: what a letter wants of the mentee
    Wants.NOTHING.value: ("good", N_("You need to do nothing")),
    # Words: what a letter wants of the mentee
    Wants.KEEP.value: ("keep", N_("Keep it")),
    # Words: what a letter wants of the mentee
    Wants.PAY.value: ("pay", N_("Pay something")),
    # Words: what a letter wants of the mentee: write back
    Wants.ANSWER.value: ("answer", N_("Answer it")),
    # Words: what a letter wants of the mentee: by telephone
    Wants.CALL.value: ("phone", N_("Call them")),
    # Words: what a letter wants of the mentee: an appointment
    Wants.COME.value: ("walk", N_("Go there")),
    # Words: what a letter wants of the mentee
    Wants.SIGN.value: ("writing", N_("Sign it")),
}
STAGES = {
    # Words: how far a letter is that the mentee photographed
    Stage.SENT.value: ("not-yet", N_("Your helpers see it soon")),
    # Words: how far a letter is that the mentee photographed
    Stage.SEEN.value: ("eyes", N_("It was seen")),
    # Words: how far a letter is that the mentee photographed: somebody told what it wants
    Stage.EXPLAINED.value: ("explained", N_("It is explained")),
    # Words: how far a letter is that the mentee photographed
    Stage.DONE.value: ("done", N_("Done")),
}


def picture_of(letter: Letter) -> str:
    """Who wrote it, as far as anybody said."""
    return SENDERS[letter.sender][0] if letter.sender in SENDERS else "envelope"


def letter_called(t: Words, letter: Letter) -> str:
    """What stands over it."""
    return t(SENDERS[letter.sender][1]) if letter.sender in SENDERS else t("A letter")


def letter_said(t: Words, letter: Letter) -> str:
    """What it wants, or how far it is."""
    if stage(letter) == Stage.EXPLAINED and letter.wants in WANTS:
        return t(WANTS[letter.wants][1])
    return t(STAGES[stage(letter).value][1])
