"""A voice message, heard with one tap; who said it takes it back."""

from __future__ import annotations

import flet as ft

from app.i18n import Words
from app.journeys.voice_messages import hear, sound_of, take_back
from app.ports import Ports
from app.records import Attachment, VoiceMessage
from app.views.forms import use_doing
from app.views.kit import body, icon_button, problem, quiet, speaker_button, stack
from app.views.session import use_live, use_ports, use_words
from app.views.sounding import Sounding, use_sound


@ft.component
def Message(message: VoiceMessage, key_: str = "") -> ft.Control:
    """Who said it, when, how far it is; a tap plays or stops it."""
    ports, t = use_ports(), use_words()
    key = key_ or f"voice-{message.id}"
    sound = use_live(lambda: sound_of(ports, message), Attachment)
    sounding = use_sound(sound, lambda: hear(ports, message))
    sure, set_sure = ft.use_state(False)
    doing = use_doing()
    mine = message.speaker == ports.me.person.hex()

    def away() -> None:
        if sure:
            doing.do(lambda: take_back(ports, message))
        else:
            set_sure(True)

    # Words: over a voice message that I sent
    who = t("From you") if mine else t("From %(name)s", name=message.name or t("Somebody"))
    when = t.moment(message.sent, ports.today())
    lines = [body(who, strong=True), quiet(" · ".join(_under(t, ports, message, sounding, when)))]
    row: list[ft.Control] = [
        # Words: a button that plays a voice message; who = "From Karen"
        speaker_button(t("Listen: %(what)s", what=f"{who}, {when}"), sounding.tap, speaking=sounding.playing, key=key),
        ft.Container(content=stack(lines, spacing=2), expand=True),
    ]
    told = sounding.trouble or doing.trouble
    if mine:
        says = t("Yes, take it away for everybody") if sure else t("Take it away")
        sign = ft.Icons.DELETE_FOREVER if sure else ft.Icons.DELETE_OUTLINE
        row.append(icon_button(sign, says, away, key=f"{key}-away"))
        told = told or (t("Tap once more: then it is gone for both.") if sure else "")
    return stack([ft.Row(row, spacing=8), problem(told, key=f"{key}-problem")], spacing=4)


def _under(t: Words, ports: Ports, message: VoiceMessage, sounding: Sounding, when: str) -> list[str]:
    seconds, far = message.seconds or 0, sounding.far
    if sounding.awaited:
        how = t("It is being fetched.")
    elif message.speaker != ports.me.person.hex():
        # Words: under a voice message that was not listened to yet
        how = "" if message.heard else t("New")
    elif message.heard:
        # Words: under a voice message: the one it is for has listened to it
        how = t("Was heard")
    else:
        # Words: under a voice message: it has left this phone, or has not
        how = t("Sent") if far and far.there == far.parts else t("On its way")
    return [part for part in (when, f"{seconds // 60}:{seconds % 60:02d}", how) if part]
