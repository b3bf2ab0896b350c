"""Remind her: a message in her language that says the day and the hour and nothing else, when it is safe to send."""

from __future__ import annotations

import flet as ft

from app.domain.reminder import calendar_file, message
from app.domain.safe_times import is_safe, next_safe
from app.i18n import N_, Words
from app.i18n.languages import language_called
from app.i18n.words import first_up
from app.journeys.consents import said_no
from app.journeys.key_to_come import NOT_ALL, waits_for_key
from app.ports import Ports
from app.records import Asked, Meeting, Mentee
from app.views.gone import no_meeting
from app.views.her_language import use_her_language
from app.views.interpreter import interpreter
from app.views.kit import (
    body,
    card,
    keep_button,
    problem,
    quiet,
    quiet_button,
    screen,
    section,
    tonal_button,
)
from app.views.meetings.log_draft import moment_of
from app.views.session import go, use_live, use_ports, use_words

MIME = "text/calendar"
QUARTER = 15

# Words: a text message to her phone. Nobody who reads it over her shoulder learns with whom or what for
WE_MEET = N_("We meet %(day)s %(time)s.")
SAID_NO = N_("She said no to calls and messages. Tell her when you meet.")
NEVER = N_("She does not want messages on her phone. Tell her when you meet.")
NOT_NOW = N_("A message is not safe for her now.")
NOT_ASKED = N_("Nobody asked her yet when a message is safe.")


@ft.component
def RemindHer() -> ft.View:
    ports, t = use_ports(), use_words()
    path = f"/meetings/{ft.use_route_params().get('id', '')}"
    meeting = use_live(lambda: ports.store.get(Meeting, path.rpartition("/")[2]), Meeting)
    mentee = use_live(lambda: ports.store.get(Mentee, meeting.mentee) if meeting else None, Mentee)
    start = moment_of(meeting.starts) if meeting else None
    spoken = language_called(mentee.language) if mentee else None
    hers = use_her_language(spoken.code if spoken else "da")
    _times, look_again = ft.use_state(0)
    if meeting is None or mentee is None or start is None:
        return no_meeting(t, t("Remind her"), path=f"{path}/remind", back=path)
    now = ports.clock.local_now().replace(second=0, microsecond=0)
    safe = next_safe(mentee, now)
    words = hers(WE_MEET, day=hers.full_day(start.date(), now.date()), time=hers.time(start.time()))

    async def send() -> None:
        no = said_no(ports, mentee.space, Asked.CONTACT)
        if no or not is_safe(mentee, ports.clock.local_now()):  # the screen may have stood open
            look_again(lambda times: times + 1)
            return
        await ft.UrlLauncher().launch_url(message(mentee.phone, words))

    def later() -> None:
        if safe:
            reminder = calendar_file(
                f"{meeting.id}-remind",
                starts=safe,
                minutes=QUARTER,
                # Words: an entry in one's own calendar; others may see it
                words=t("Write a message"),
                now_ms=ports.clock.now(),
            )
            ports.platform.save_file(f"{safe.date().isoformat()}.ics", MIME, reminder)

    def unsafe(text: str) -> list[ft.Control]:
        return [*interpreter(t, [text]), problem(t(text), key="unsafe")]

    parts: list[ft.Control] = [card(body(t.isolated(words), size=18), key="message")]
    if spoken is None or hers.code != spoken.code:
        parts.append(quiet(t("We have no text in her language yet. This one is Danish.")))
    change = quiet_button(t("Her number and safe times"), lambda: go(f"/mentees/{mentee.id}/reach"), key="reach")
    foot: list[ft.Control] = []
    if said_no(ports, mentee.space, Asked.CONTACT):
        parts += unsafe(SAID_NO)
    elif waits_for_key(ports, mentee.space):
        parts += unsafe(NOT_ALL)
    elif safe is None:
        parts += unsafe(NEVER)
    elif safe > now:
        parts += unsafe(NOT_NOW)
        when = first_up(t.day_and_time(safe, now.date()))
        parts.append(section(t("The next safe time"), [body(when, strong=True)]))
        foot.append(tonal_button(t("Put it in my calendar"), later, key="later", icon=ft.Icons.ALARM))
    elif not mentee.phone:
        parts.append(quiet(t("Her number is not written down yet."), size=15))
    else:
        if not mentee.reach:
            parts += [*interpreter(t, [NOT_ASKED]), quiet(t(NOT_ASKED), size=15)]
        foot.append(keep_button(t("Open the message"), send, key="send", icon=ft.Icons.SMS_OUTLINED))
    parts.append(change)
    parts.append(quiet(t("It tells no name, no place and not what for. You send it yourself.")))
    return screen(t("Remind her"), parts, t=t, path=f"{path}/remind", under=mentee.name, back=path, foot=foot)


def to_calendar(ports: Ports, t: Words, meeting: Meeting) -> None:
    """Hands over a file with the meeting and an alarm; it names nobody."""
    start = moment_of(meeting.starts)
    if start:
        content = calendar_file(
            meeting.id,
            starts=start,
            minutes=meeting.minutes or 60,
            # Words: an entry in one's own calendar; others may see it
            words=t("Meeting"),
            now_ms=ports.clock.now(),
        )
        ports.platform.save_file(f"{start.date().isoformat()}.ics", MIME, content)
