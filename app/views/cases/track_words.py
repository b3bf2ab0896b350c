"""How tracks, hand-overs and endings are said."""

from __future__ import annotations

from app.i18n import N_
from app.records import EndedBy, EndReason, Followed, Recommendation, StepBack, TrackKind

TRACKS = {
    # Words: a track: one thing that is worked on with a mentee
    TrackKind.EVERYDAY.value: N_("Everyday life"),
    # Words: a track
    TrackKind.DANISH.value: N_("Learning Danish"),
    # Words: a track
    TrackKind.WORK.value: N_("Work"),
    # Words: a track
    TrackKind.EDUCATION.value: N_("School and courses"),
    # Words: a track
    TrackKind.HEALTH.value: N_("Strength and rest"),
    # Words: a track: people around her
    TrackKind.NETWORK.value: N_("People to know"),
    # Words: a track: clubs, sport, music
    TrackKind.LEISURE.value: N_("Free time"),
}

RESTS = {
    # Words: why a track rests for now
    StepBack.FIRST.value: N_("Something else first"),
    # Words: why a track rests for now
    StepBack.REST.value: N_("She needs rest"),
    # Words: why a track rests for now
    StepBack.AWAY.value: N_("She is away"),
    # Words: why a track rests for now: an answer of others is awaited
    StepBack.WAITING.value: N_("Waiting for an answer"),
    # Words: why a track rests for now
    StepBack.HER_WISH.value: N_("She wishes it"),
}

RECOMMENDS = {
    # Words: what who hands a file over recommends
    Recommendation.GO_ON.value: N_("Go on as now"),
    # Words: what who hands a file over recommends
    Recommendation.WORK.value: N_("Towards work"),
    # Words: what who hands a file over recommends
    Recommendation.SCHOOL.value: N_("Towards school"),
    # Words: what who hands a file over recommends
    Recommendation.HEALTH_FIRST.value: N_("Her health first"),
    # Words: what who hands a file over recommends
    Recommendation.SUPPORT.value: N_("More support"),
    # Words: what who hands a file over recommends
    Recommendation.SLOWER.value: N_("More slowly"),
}

FOLLOWED = {
    Followed.YES.value: N_("Yes"),
    # Words: was the recommendation followed? in part
    Followed.PARTLY.value: N_("Partly"),
    Followed.NO.value: N_("No"),
}

ENDED_BY = {
    # Words: whose word it was that a file ended: the mentee's
    EndedBy.SHE.value: N_("Hers"),
    # Words: whose word it was that a file ended: the mentor's
    EndedBy.MENTOR.value: N_("The mentor's"),
    # Words: whose word it was that a file ended: our organisation's
    EndedBy.WE.value: N_("Ours"),
    # Words: whose word it was that a file ended: the municipality's
    EndedBy.MUNICIPALITY.value: N_("The municipality's"),
    # Words: whose word it was that a file ended
    EndedBy.OTHERS.value: N_("Somebody else's"),
}

REASONS = {
    # Words: what a file ended for
    EndReason.REACHED.value: N_("She reached what she wanted"),
    # Words: what a file ended for
    EndReason.OWN_FEET.value: N_("She goes on by herself"),
    # Words: what a file ended for
    EndReason.ORDINARY_NETWORK.value: N_("She has people of her own now"),
    # Words: what a file ended for
    EndReason.ANOTHER_OFFER.value: N_("Another offer"),
    # Words: what a file ended for
    EndReason.MOVED.value: N_("She moved"),
    # Words: what a file ended for
    EndReason.TREATMENT.value: N_("Treatment comes first"),
    # Words: what a file ended for: an authority stopped it before it was done
    EndReason.STOPPED_EARLY.value: N_("Stopped before it was done"),
    # Words: what a file ended for
    EndReason.UNKNOWN.value: N_("We do not know"),
}
