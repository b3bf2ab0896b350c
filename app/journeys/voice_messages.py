"""A voice message between her and one who is near: said, heard, taken away by who said it, and gone after its time."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col

from app.domain.beside import beside
from app.domain.roles import MENTEE, STAFF
from app.domain.voice_messages import sent_before
from app.i18n import N_
from app.journeys.attachments import remove_file
from app.journeys.her_plan import plan_space
from app.journeys.letting_go import day_of_both
from app.journeys.spoken import keep_spoken, with_sound
from app.journeys.voices_waiting import for_me
from app.platform import Recording
from app.ports import Ports, Refusal
from app.records import Attachment, Mentee, RowId, VoiceMessage

MOST = 20
"""Messages of a list."""

AT_A_TIME = 20
"""That go at a time, as with contacts."""


async def say_to(ports: Ports, *, row: RowId, space: str, to: str, recording: Recording) -> VoiceMessage:
    """Sealed on this phone for good when it returns; `space` = her plan, `to` = the `listener`."""
    me = ports.me
    message = VoiceMessage(
        id=row,
        space=space,
        speaker=me.person.hex(),
        name=me.name,
        listener=to,
        sent=ports.clock.local_now().isoformat(timespec="minutes"),
        seconds=max(1, round(recording.seconds)),
    )
    await keep_spoken(ports, beside=message, space=space, recording=recording)
    return message


def sound_of(ports: Ports, message: VoiceMessage) -> Attachment | None:
    """Its recording, when it has come."""
    return ports.store.get(Attachment, beside(message.id, "sound"), message.space)


def said_with(ports: Ports, *, space: str | None = None, other: str) -> list[VoiceMessage]:
    """Between me and `other` ("" = her), the newest first."""
    me = ports.me.person.hex()
    hers = "" if ports.me.role == MENTEE else me
    where: list[ColumnElement[bool]] = [col(VoiceMessage.space) == space] if space else []
    from_other = col(VoiceMessage.speaker) == other if other else col(VoiceMessage.speaker) != me
    between = or_(
        and_(col(VoiceMessage.speaker) == me, col(VoiceMessage.listener) == other),
        and_(from_other, col(VoiceMessage.listener) == hers),
    )
    order = (col(VoiceMessage.sent).desc(), col(VoiceMessage.id))
    return with_sound(ports, ports.store.find(VoiceMessage, *where, between, order_by=order, limit=MOST))


def said_with_her(ports: Ports, mentee: Mentee) -> list[VoiceMessage]:
    """Between me and that mentee; nothing where I do not read her plan."""
    plan = plan_space(ports, mentee)
    return said_with(ports, space=plan, other="") if plan else []


def to_be_heard(ports: Ports) -> list[VoiceMessage]:
    """For me, and not heard yet; the newest first."""
    order = (col(VoiceMessage.sent).desc(), col(VoiceMessage.id))
    return with_sound(ports, ports.store.find(VoiceMessage, *for_me(ports), order_by=order, limit=MOST))


def is_for_me(ports: Ports, message: VoiceMessage) -> bool:
    """And not from me."""
    me = ports.me
    hers = "" if me.role == MENTEE else me.person.hex()
    return message.listener == hers and message.speaker != me.person.hex()


def hear(ports: Ports, message: VoiceMessage) -> None:
    """It was listened to, by the one it is for; who spoke sees that."""
    if is_for_me(ports, message) and not message.heard:
        with ports.store.write() as tx:
            tx.change(message, heard=True)


def take_back(ports: Ports, message: VoiceMessage) -> None:
    """Who said it takes it away, for both; its bytes go from the hub with what is carried next."""
    if message.speaker != ports.me.person.hex():
        raise Refusal(N_("Only the one who said it can take it away."))
    _remove(ports, [message])


def let_old_go(ports: Ports) -> int:
    """What has had its time goes; how many. By the hub's clock and this phone's. Call it after a sync."""
    if ports.me.role not in STAFF | {MENTEE}:
        return 0
    day, me = day_of_both(ports), ports.me.person.hex()
    mine = and_(col(VoiceMessage.speaker) == me, col(VoiceMessage.sent) < sent_before(day, mine=True))
    over = or_(mine, col(VoiceMessage.sent) < sent_before(day, mine=False))
    going = ports.store.find(VoiceMessage, over, order_by=col(VoiceMessage.sent), limit=AT_A_TIME)
    if going:
        _remove(ports, going)
    return len(going)


def _remove(ports: Ports, messages: list[VoiceMessage]) -> None:
    with ports.store.write() as tx:
        for message in messages:
            sound = sound_of(ports, message)
            if sound is not None:
                remove_file(ports, tx, sound)
            tx.remove(message, ports.store.seen(message).settling())
