"""About sixty things that somebody may be good at, in six heaps: a picture and a few words, said by herself."""

from __future__ import annotations

from app.i18n import N_, Words
from app.records import Strength

HEAPS = {
    # Words: heading over pictures of what the mentee is good at
    "home": (
        N_("At home"),
        {
            # Words: said by the mentee of herself: something she is good at
            "cook": ("cooking", N_("I cook well")),
            # Words: said by the mentee of herself: something she is good at
            "bake": ("bread", N_("I bake")),
            # Words: said by the mentee of herself: something she is good at
            "clean": ("broom", N_("I keep things clean")),
            # Words: said by the mentee of herself: something she is good at
            "wash": ("soap", N_("I wash and iron")),
            # Words: said by the mentee of herself: something she is good at
            "sew": ("thread", N_("I sew")),
            # Words: said by the mentee of herself: something she is good at
            "knit": ("yarn", N_("I knit")),
            # Words: said by the mentee of herself: something she is good at
            "grow": ("plant", N_("I make plants grow")),
            # Words: said by the mentee of herself: something she is good at
            "repair": ("tools", N_("I repair things")),
            # Words: said by the mentee of herself: something she is good at
            "shop": ("shop", N_("I buy cheaply and well")),
            # Words: said by the mentee of herself: something she is good at
            "budget": ("coin", N_("I make the money last")),
        },
    ),
    # Words: heading over pictures of what the mentee is good at
    "people": (
        N_("With people"),
        {
            # Words: said by the mentee of herself: something she is good at
            "children": ("teddy", N_("I am good with children")),
            # Words: said by the mentee of herself: something she is good at
            "baby": ("baby", N_("I care for babies")),
            # Words: said by the mentee of herself: something she is good at
            "old": ("elder", N_("I care for old people")),
            # Words: said by the mentee of herself: something she is good at
            "sick": ("care", N_("I care for the sick")),
            # Words: said by the mentee of herself: something she is good at
            "listen": ("heard", N_("I listen")),
            # Words: said by the mentee of herself: something she is good at
            "comfort": ("together", N_("I comfort others")),
            # Words: said by the mentee of herself: something she is good at
            "welcome": ("hello", N_("I welcome people")),
            # Words: said by the mentee of herself: something she is good at
            "laugh": ("laugh", N_("I make others laugh")),
            # Words: said by the mentee of herself: something she is good at
            "peace": ("dove", N_("I make peace")),
            # Words: said by the mentee of herself: something she is good at
            "host": ("group", N_("I have guests")),
        },
    ),
    # Words: heading over pictures of what the mentee is good at
    "head": (
        N_("With my head"),
        {
            # Words: said by the mentee of herself: something she is good at
            "languages": ("speaking", N_("I speak several languages")),
            # Words: said by the mentee of herself: something she is good at
            "numbers": ("abacus", N_("I am good with numbers")),
            # Words: said by the mentee of herself: something she is good at
            "remember": ("notebook", N_("I remember well")),
            # Words: said by the mentee of herself: something she is good at
            "plan": ("calendar", N_("I plan ahead")),
            # Words: said by the mentee of herself: something she is good at
            "solve": ("puzzle", N_("I solve problems")),
            # Words: said by the mentee of herself: something she is good at
            "ideas": ("idea", N_("I get ideas")),
            # Words: said by the mentee of herself: something she is good at
            "learn": ("student", N_("I learn quickly")),
            # Words: said by the mentee of herself: something she is good at
            "read": ("books", N_("I like to read")),
            # Words: said by the mentee of herself: something she is good at
            "write": ("answer", N_("I write")),
            # Words: said by the mentee of herself: something she is good at
            "find": ("map", N_("I find the way")),
        },
    ),
    # Words: heading over pictures of what the mentee is good at
    "work": (
        N_("At work"),
        {
            # Words: said by the mentee of herself: something she is good at
            "on_time": ("alarm", N_("I come on time")),
            # Words: said by the mentee of herself: something she is good at
            "tell": ("phone", N_("I call when I cannot come")),
            # Words: said by the mentee of herself: something she is good at
            "strong": ("strong", N_("I am strong")),
            # Words: said by the mentee of herself: something she is good at
            "careful": ("eyes", N_("I work carefully")),
            # Words: said by the mentee of herself: something she is good at
            "fast": ("running", N_("I work fast")),
            # Words: said by the mentee of herself: something she is good at
            "finish": ("done", N_("I finish what I begin")),
            # Words: said by the mentee of herself: something she is good at
            "order": ("keep", N_("I keep order")),
            # Words: said by the mentee of herself: something she is good at
            "sell": ("store", N_("I sell")),
            # Words: said by the mentee of herself: something she is good at
            "carry": ("package", N_("I pack and carry")),
            # Words: said by the mentee of herself: something she is good at
            "team": ("handshakes", N_("I work well with others")),
        },
    ),
    # Words: heading over pictures of what the mentee is good at
    "hands": (
        N_("What I can"),
        {
            # Words: said by the mentee of herself: something she is good at
            "drive": ("car", N_("I drive a car")),
            # Words: said by the mentee of herself: something she is good at
            "cycle": ("bicycle", N_("I ride a bicycle")),
            # Words: said by the mentee of herself: something she is good at
            "phone": ("mobile", N_("I speak on the phone")),
            # Words: said by the mentee of herself: something she is good at
            "computer": ("computer", N_("I use a computer")),
            # Words: said by the mentee of herself: something she is good at
            "draw": ("palette", N_("I draw and paint")),
            # Words: said by the mentee of herself: something she is good at
            "sing": ("music", N_("I sing or play")),
            # Words: said by the mentee of herself: something she is good at
            "hair": ("scissors", N_("I cut and do hair")),
            # Words: said by the mentee of herself: something she is good at
            "celebrate": ("cake", N_("I plan parties")),
            # Words: said by the mentee of herself: something she is good at
            "animals": ("dog", N_("I am good with animals")),
            # Words: said by the mentee of herself: something she is good at
            "teach": ("school", N_("I teach others")),
        },
    ),
    # Words: heading over pictures of what the mentee is good at
    "me": (
        N_("How I am"),
        {
            # Words: said by the mentee of herself: something she is good at
            "patient": ("turtle", N_("I am patient")),
            # Words: said by the mentee of herself: something she is good at
            "brave": ("mountain", N_("I am brave")),
            # Words: said by the mentee of herself: something she is good at
            "calm": ("calm", N_("I stay calm")),
            # Words: said by the mentee of herself: something she is good at
            "honest": ("balance", N_("I am honest")),
            # Words: said by the mentee of herself: something she is good at
            "kind": ("heart", N_("I am kind")),
            # Words: said by the mentee of herself: something she is good at
            "curious": ("magnifier", N_("I am curious")),
            # Words: said by the mentee of herself: something she is good at
            "trusted": ("key", N_("Others trust me")),
            # Words: said by the mentee of herself: something she is good at
            "try": ("step", N_("I try again")),
            # Words: said by the mentee of herself: something she is good at
            "glad": ("good", N_("I am glad")),
            # Words: said by the mentee of herself: something she is good at
            "hardworking": ("bee", N_("I work hard")),
        },
    ),
}
"""{heap: (its words, {kind: (picture, words)})}; a kind stands on the wire and never changes its meaning."""

STRENGTHS = {kind: drawn for _, kinds in HEAPS.values() for kind, drawn in kinds.items()}


def strength_called(t: Words, one: Strength) -> str:
    """As she says it; one that a newer app knows is said by its example alone."""
    return t(STRENGTHS[one.kind][1]) if one.kind in STRENGTHS else t("Something I can")
