"""Texts that must not be wrong: no translation of them is shown before somebody who speaks that language has read it.

Until then they are left out of a catalogue as it is compiled (app/i18n/catalogue.py), and so stand there in Danish,
under one line that says to ask an interpreter (app/views/interpreter.py). The names of screens are not among them:
she must find the way to what she cannot yet read herself.
"""

from __future__ import annotations

from app.i18n import N_

ASKED_FOR_HER_NAME = (
    "May I write down your name and how to reach you?",
    "Only we who work here can read it. The municipality cannot.",
    "You can change your mind at any time. Then it goes away.",
    "A child never asks this for you.",
    "A child cannot ask her this. Find a grown-up or an interpreter, and ask another day.",
)
ASKED_TO_SHARE = (
    "May %(partner)s read something about you? We show you each thing first.",
    "You may say no. You may take it back on any day, and nothing else changes.",
    "A municipality or a company reads only what you share, one thing at a time, when she has said yes.",
    "Show it to her before you share it.",
)
ASKED_OF_HER = (
    "May we call you and write to you?",
    "May your mentor note what you talk about?",
    "May we count you, without your name?",
    "Only your helpers do it. Only at times that are good for you.",
    "Your mentor and your contact person read it. Nobody else.",
    "Then others see how many are helped. They do not see who you are.",
    "You may say no. You may take it back on any day, and nothing else changes.",
)
SAID_YES = (
    "May read what you were shown, since %(day)s",
    "You took it back: %(day)s",
    "You said yes: %(day)s",
    "You said no: %(day)s",
    "You have said yes to nobody outside.",
    "Take it back",
    "Who outside may read",
)
SAYS_A_WORD = ("Everybody here who practises the word hears your voice. Nobody is named.",)
READS_ALOUD = ("Her voice is heard on every phone in that language. Ask her first.",)
SHE_TAKES_IT_BACK = ("She can take it back on any day, here or on her own phone.",)
SHE_SAID_YES = ("Here stands what was shared with you. Whoever it is about has said yes to each thing.",)
MY_VOICE = (
    "May everybody here hear your voice?",
    "Learners hear it in the app, without your name. You can take all of it back on any day.",
    "Tap once more: then nobody hears your voice any longer.",
)
RIGHTS = (
    "You can always ask your mentor to read together.",
    "It is yours, too. You can always ask for a change.",
    "Nobody comes without a word before",
    "Your mentor may come by",
)
WHO_READS = ("Nobody else reads it. It is locked.", "Only what you were shown before")
MY_OWN_VOICE = ("Only you hear it. It is forgotten when you go on.",)
MY_LETTERS = ("Your helpers can see your letters. Nobody else can.",)
WHO_HEARS_HER = ("She and those who help her can hear it. It is gone after %(num)d day.",)
COMES_UNSAID = ("The mentor may come without a word before",)
WHO_HEARS = ("Those who help you can hear what you say. It is gone after %(num)d day.",)
MY_WEEK = ("Those who help you see it. The company does not.",)
PASSED_ON = ("Nothing leaves without your yes. You are asked first.", "They no longer find it.")
RELEASED = (
    "She finds it in her letter, with your name.",
    "She no longer finds it. What she has read, she has read.",
)
SAFE_MESSAGES = (
    "Ask her: who else looks at her phone, and when?",
    "A message is safe",
    "At any time",
    "Only at these times",
    "Never by message",
    "A message is not safe for her now.",
    "She does not want messages on her phone. Tell her when you meet.",
    "Nobody asked her yet when a message is safe.",
)
HIDING = (
    "Tap the book in the corner. Everything is hidden at once.",
    "Tap the same corner again. Then only your lock opens it.",
    "What you were writing and did not keep is gone.",
    "The list of open apps can show an old picture. Close the app there.",
    "A picture that somebody took of the screen stays with them.",
    "The browser can remember the address of this page. Delete it there.",
    "Others who see your phone see only this name and picture.",
    "Choose before you put it on your home screen. There it keeps its name.",
)
REFUSED = (
    "She said no to notes.",
    "She said no to notes. Keep the day and the minutes only.",
    "She said no to calls and messages. Tell her when you meet.",
    "She has not said yes to this partner. Ask her first.",
    "She hears it first. Then she answers.",
    "Ask her first whether she may be written down.",
)
AMONG_FEW = (
    "What only a few may know stands here, and nobody else can read it: not other coordinators, not her.",
    "You and %(names)s read it. Nobody else.",
)
WHAT_IS_LEFT = (
    "Those who share a file can read it. What somebody has read, nobody can take back.",
    "Only her mentor and her worker read them. Coordinators read facts. She herself reads her plan.",
    "Tell your coordinator at once. It is shut out and erases when it connects. Till then its lock protects it.",
    "Tell your mentor at once. It is shut out and erases when it connects. Till then its lock protects it.",
    "Your phone has it from one address. Who owns that address could send another app. Ask us if it looks new.",
    "What the app kept is gone then. A picture of the screen or a copy of the phone may still be there.",
)
NUMBERS = (
    "Danger: ambulance, police, fire",
    "Police, when it can wait",
    "Doctor in the evening and at night, in the capital region",
    "Somebody to talk to, day and night, without your name",
)

CONSENT = (
    *ASKED_FOR_HER_NAME,
    *ASKED_TO_SHARE,
    *ASKED_OF_HER,
    *SAID_YES,
    *SHE_TAKES_IT_BACK,
    *SHE_SAID_YES,
    *SAYS_A_WORD,
    *READS_ALOUD,
    *MY_VOICE,
    *REFUSED,
)
SAFETY = (*SAFE_MESSAGES, *HIDING, *AMONG_FEW, *WHAT_IS_LEFT)
HER_RIGHTS = (*RIGHTS, *WHO_READS, *MY_OWN_VOICE, *MY_LETTERS, *WHO_HEARS, *MY_WEEK, *PASSED_ON)
CRISIS = NUMBERS
TOLD_OF_HER = (*RELEASED, *WHO_HEARS_HER, *COMES_UNSAID)
PROTECTED = frozenset((*CONSENT, *HER_RIGHTS, *TOLD_OF_HER, *SAFETY, *CRISIS))

# Words: above a text that stands there in Danish, for nobody has read its translation yet. Said to the reader
ASK = N_("This is in Danish. Ask an interpreter.")

SAID_TO_HER = frozenset((*ASKED_FOR_HER_NAME, *ASKED_OF_HER, *HER_RIGHTS, *HIDING, *NUMBERS, ASK))
"""What she must be able to hear before anything else: a studio has all of it, wherever it stands in the code."""
