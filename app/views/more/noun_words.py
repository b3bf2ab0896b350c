"""What each kind of thing is called that somebody wrote, with its sign."""

from __future__ import annotations

import flet as ft

from app.i18n import N_

NOUNS = {
    # Words: the kind of a thing that was written on this phone
    "contact": (ft.Icons.PERSON_OUTLINED, N_("Contact")),
    "spot": (ft.Icons.APARTMENT, N_("Place")),
    # Words: the kind of a thing that was written on this phone: one tap on a round from door to door
    "attempt": (ft.Icons.DOOR_FRONT_DOOR_OUTLINED, N_("Counted")),
    # Words: the kind of a thing that was written on this phone: the end of a round from door to door
    "round": (ft.Icons.DIRECTIONS_WALK, N_("Round")),
    # Words: the kind of a thing that was written on this phone: somebody was sent to another place
    "referral": (ft.Icons.ALT_ROUTE, N_("Sent on")),
    "offer": (ft.Icons.STOREFRONT_OUTLINED, N_("Something nearby")),
    "estimate": (ft.Icons.INSIGHTS_OUTLINED, N_("How many there are")),
    "sameperson": (ft.Icons.PEOPLE_OUTLINED, N_("The same person as another line")),
    "houserule": (ft.Icons.RULE, N_("What is decided for everybody")),
    "quietdoor": (ft.Icons.DO_NOT_DISTURB_ON_OUTLINED, N_("A door to leave alone")),
    # Words: the kind of a thing that was written on this phone
    "meeting": (ft.Icons.COFFEE_OUTLINED, N_("Meeting")),
    # Words: the kind of a thing that was written on this phone
    "mentee": (ft.Icons.FOLDER_SHARED_OUTLINED, N_("File")),
    # Words: the kind of a thing that was written on this phone
    "step": (ft.Icons.FLAG_OUTLINED, N_("Step")),
    # Words: the kind of a thing that was written on this phone: what a mentee said of a step of her plan
    "stepanswer": (ft.Icons.CHAT_BUBBLE_OUTLINE, N_("What she says of a step")),
    # Words: the kind of a thing that was written on this phone: what a mentee wants to reach
    "goal": (ft.Icons.STAR_OUTLINE, N_("What she wants")),
    # Words: the kind of a thing that was written on this phone: who helps her, and how she calls her
    "near": (ft.Icons.CALL_OUTLINED, N_("How she reaches you")),
    # Words: the kind of a thing that was written on this phone: what the mentee was given to read
    "released": (ft.Icons.MENU_BOOK_OUTLINED, N_("For her to read")),
    "meetingnote": (ft.Icons.EDIT_NOTE, N_("Note")),
    # Words: the kind of a thing that was written on this phone: a meeting as the mentee sees it
    "appointment": (ft.Icons.EVENT_OUTLINED, N_("Appointment")),
    # Words: the kind of a thing that was written on this phone: what was given to a coordinator
    "handed": (ft.Icons.OUTBOX_OUTLINED, N_("Handed in")),
    # Words: the kind of a thing that was written on this phone: people who come together regularly
    "cohort": (ft.Icons.GROUPS_OUTLINED, N_("Group")),
    # Words: the kind of a thing that was written on this phone: one time that a group met
    "groupsession": (ft.Icons.EVENT_OUTLINED, N_("A group met")),
    "guest": (ft.Icons.PERSON_ADD_OUTLINED, N_("Counted")),
    # Words: the kind of a thing that was written on this phone: a mentee takes part in a group
    "seat": (ft.Icons.GROUPS_OUTLINED, N_("Takes part")),
    # Words: the kind of a thing that was written on this phone: how it went with one person's coming to a group
    "attendance": (ft.Icons.HOW_TO_REG_OUTLINED, N_("Who came")),
    # Words: the kind of a thing that was written on this phone: somebody called or visited who did not come
    "askedafter": (ft.Icons.WAVING_HAND_OUTLINED, N_("Asked after her")),
    # Words: the kind of a thing that was written on this phone: mentors meet
    "mentormeeting": (ft.Icons.GROUPS_2_OUTLINED, N_("Mentor meeting")),
    # Words: the kind of a thing that was written on this phone: somebody took a time for a short talk
    "slottaken": (ft.Icons.SCHEDULE, N_("A time was taken")),
    "room": (ft.Icons.MEETING_ROOM_OUTLINED, N_("Room without minutes")),
    # Words: the kind of a thing that was written on this phone: what two people talked over
    "conversation": (ft.Icons.FORUM_OUTLINED, N_("Conversation")),
    # Words: the kind of a thing that was written on this phone: the mentor goes along to an office
    "errand": (ft.Icons.ACCOUNT_BALANCE_OUTLINED, N_("Going along")),
    # Words: the kind of a thing that was written on this phone: what a mentor and a mentee agreed on
    "agreement": (ft.Icons.HANDSHAKE_OUTLINED, N_("Agreement")),
    "attachment": (ft.Icons.ATTACH_FILE, N_("Photo or sound")),
    # Words: the kind of a thing that was written on this phone: something said to a mentee, or by her
    "voicemessage": (ft.Icons.RECORD_VOICE_OVER_OUTLINED, N_("Voice message")),
    # Words: the kind of a thing that was written on this phone: who may record texts with her own voice
    "studioright": (ft.Icons.MIC_NONE, N_("Who may record")),
    # Words: the kind of a thing that was written on this phone: one text of the app, read aloud by a person
    "recorded": (ft.Icons.GRAPHIC_EQ, N_("A text read aloud")),
    # Words: the kind of a thing that was written on this phone: something one of us does
    "task": (ft.Icons.TASK_ALT, N_("Task")),
    # Words: the kind of a thing that was written on this phone: one thing that is worked on with a mentee
    "track": (ft.Icons.ALT_ROUTE, N_("Track")),
    # Words: the kind of a thing that was written on this phone: a file goes to somebody else
    "handover": (ft.Icons.SWAP_HORIZ, N_("Hand-over")),
    # Words: the kind of a thing that was written on this phone: a file ends
    "ending": (ft.Icons.FLAG_OUTLINED, N_("The end")),
    "mentor": (ft.Icons.HANDSHAKE_OUTLINED, N_("Mentor")),
    # Words: the kind of a thing that was written on this phone: the steps by which somebody becomes a mentor
    "mentorpath": (ft.Icons.ROUTE, N_("The way of a mentor")),
    # Words: the kind of a thing that was written on this phone: what a mentee wishes in a mentor
    "wish": (ft.Icons.FAVORITE_BORDER, N_("What she wishes")),
    # Words: the kind of a thing that was written on this phone: a mentor was proposed to a mentee
    "match": (ft.Icons.HANDSHAKE_OUTLINED, N_("A mentor for her")),
    # Words: the kind of a thing that was written on this phone: an answer that nobody reads before the other answers
    "wouldmeet": (ft.Icons.LOCK_OUTLINED, N_("A private answer")),
    # Words: the kind of a thing that was written on this phone: a file was looked through with three questions
    "look": (ft.Icons.FACT_CHECK_OUTLINED, N_("A look at a file")),
    "company": (ft.Icons.STORE_OUTLINED, N_("Company")),
    # Words: the kind of a thing that was written on this phone: what a company wants somebody to be able to do
    "requirement": (ft.Icons.CHECKLIST, N_("What the company asks for")),
    # Words: the kind of a thing that was written on this phone: a mentee works at a company
    "placement": (ft.Icons.WORK_OUTLINE, N_("Place of work")),
    # Words: the kind of a thing that was written on this phone: hours and pay at a place of work, from a day on
    "rung": (ft.Icons.STAIRS_OUTLINED, N_("Hours at work")),
    "pulse": (ft.Icons.SENTIMENT_SATISFIED_OUTLINED, N_("How the week was")),
    "companypulse": (ft.Icons.SENTIMENT_SATISFIED_OUTLINED, N_("How the company saw the week")),
    # Words: the kind of a thing that was written on this phone: the talk when somebody leaves a place of work
    "debrief": (ft.Icons.FORUM_OUTLINED, N_("The talk at the end")),
    # Words: the kind of a thing that was written on this phone: she answered an exercise
    "review": (ft.Icons.SCHOOL_OUTLINED, N_("Practice")),
    # Words: the kind of a thing that was written on this phone: a Danish word to practise until the next meeting
    "chosenword": (ft.Icons.SCHOOL_OUTLINED, N_("A word to practise")),
    # Words: the kind of a thing that was written on this phone: a Danish word that somebody added for her
    "ownword": (ft.Icons.SCHOOL_OUTLINED, N_("A word of her own")),
    # Words: the kind of a thing that was written on this phone: a Danish word that everybody here can practise
    "houseword": (ft.Icons.SCHOOL_OUTLINED, N_("A word of the organisation")),
    # Words: the kind of a thing that was written on this phone: what a Danish word means, in another language
    "housemeaning": (ft.Icons.TRANSLATE, N_("What a word means")),
    # Words: the kind of a thing that was written on this phone: a photo of a tool or a task where a mentee works
    "workpicture": (ft.Icons.PHOTO_CAMERA_OUTLINED, N_("A picture from work")),
    "cannow": (ft.Icons.SCHOOL_OUTLINED, N_("What she can do now")),
    "practisetogether": (ft.Icons.SCHOOL_OUTLINED, N_("A word to practise together")),
    # Words: the kind of a thing that was written on this phone: she and her mentor did a small thing in Danish
    "missiontold": (ft.Icons.HANDSHAKE_OUTLINED, N_("Done together in Danish")),
    "consent": (ft.Icons.HANDSHAKE_OUTLINED, N_("A consent")),
    # Words: the kind of a thing that was written on this phone: something a mentee is good at
    "strength": (ft.Icons.STAR_OUTLINE, N_("A strength of hers")),
    # Words: the kind of a thing that was written on this phone: a letter that a mentee got, photographed
    "letter": (ft.Icons.MAIL_OUTLINED, N_("A letter of hers")),
    # Words: the kind of a thing that was written on this phone: what a partner was given, as the mentee reads it
    "passed": (ft.Icons.SHARE_OUTLINED, N_("What was passed on")),
    # Words: the kind of a thing that was written on this phone: a mentee says that something about her is wrong
    "notright": (ft.Icons.BACK_HAND_OUTLINED, N_("Not right, she says")),
    # Words: the kind of a thing that was written on this phone: something a partner outside was given to read
    "shared": (ft.Icons.SHARE_OUTLINED, N_("Shared")),
    # Words: the kind of a thing that was written on this phone: about safety, read by few
    "matter": (ft.Icons.SHIELD_OUTLINED, N_("Safety matter")),
    # Words: the kind of a thing that was written on this phone: somebody asked colleagues for advice
    "sparring": (ft.Icons.HELP_OUTLINE, N_("A question for advice")),
    # Words: the kind of a thing that was written on this phone: advice to a colleague
    "reply": (ft.Icons.REPLY, N_("Advice")),
    # Words: the kind of a thing that was written on this phone: a better word for something the app says
    "suggestion": (ft.Icons.TRANSLATE, N_("A better word")),
    "membercard": (ft.Icons.BADGE_OUTLINED, N_("Who somebody is")),
    "setting": (ft.Icons.SETTINGS_OUTLINED, N_("Setting")),
}
OTHER = (ft.Icons.EDIT_NOTE, N_("Something else"))
