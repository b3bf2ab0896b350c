"""What is on the server and what is only here, in words; since when; and the way out when the server stays away."""

from __future__ import annotations

import flet as ft

from app.domain.roles import MENTEE
from app.i18n import N_, Words
from app.records import Record, tables
from app.storage.on_the_way import bringing
from app.views.coming import HowFar
from app.views.kit import (
    body,
    card,
    good_news,
    keep_button,
    problem,
    quiet,
    row,
    screen,
    section,
    sheet,
    tonal_button,
)
from app.views.kit.theme import WARM
from app.views.letter.page import at_top
from app.views.more.carrying import PhotosTravel
from app.views.more.only_here import only_here
from app.views.session import go, use_live, use_ports, use_session
from app.views.untrue import untrue


@ft.component
def SyncState() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    syncing, _syncing = ft.use_state(session.syncing)
    ft.use_state(session.carrying)
    waiting = use_live(ports.store.waiting, *_all())
    exported, set_exported = ft.use_state("")

    async def now() -> None:
        await session.syncing.now(ports)

    async def export() -> None:
        from app.journeys.export import MIME, export_unsent

        name, content = await export_unsent(ports)
        ports.platform.save_file(name, MIME, content)
        set_exported(t("Saved as %(file)s. It can be read by anybody: keep it safe.", file=name))

    here = waiting.things
    travels = bringing(ports.store)

    def said(words: Words) -> str:
        if here:
            return words.many("%(num)d thing is only on this phone.", "%(num)d things are only on this phone.", here)
        if travels:
            return words(
                N_("All you wrote is on the server, sealed. Nobody there can read it. Photos are on their way.")
            )
        return words(N_("Everything is on the server, sealed. Nobody there can read it."))

    lines: list[ft.Control] = [body(said(t), size=18, strong=True)]
    if waiting.since:
        lines.append(quiet(t("Since %(when)s.", when=t.day_and_time(waiting.since.astimezone(), ports.today()))))
    if syncing.last_ms:
        lines.append(quiet(t("Last with the server: %(when)s.", when=t.at(syncing.last_ms, ports.today()))))
    lines.append(HowFar())
    left = len(ports.store.not_taken())
    parts: list[ft.Control] = [card(ft.Column(lines, spacing=8))]
    if syncing.problem:
        parts.append(problem(t(syncing.problem)))
    parts += untrue(t, ports, syncing)
    parts.append(
        keep_button(t("Syncing") if syncing.running else t("Sync now"), now, key="sync-now", busy=syncing.running)
    )
    if left:
        words = t.many("%(num)d thing you wrote does not count.", "%(num)d things you wrote do not count.", left)
        sign = ft.Icon(ft.Icons.INFO_OUTLINE, color=WARM)
        hint = t("See why, and what you can do.")
        line = row(words, under=hint, leading=sign, on_tap=lambda: go("/more/left"), key="to-left", arrow=True)
        parts.append(sheet([line]))
    if here:
        # Words: heading over the things that are only on this phone
        parts.append(section(t("Only here"), [only_here(t, ports.store, ports.today())]))
        parts.append(
            section(
                t("If the server stays away"),
                [
                    quiet(t("Save what is only here as a file, and give it to your coordinator.")),
                    tonal_button(t("Save as a file"), export, key="export", icon=ft.Icons.SAVE_ALT),
                    good_news(exported),
                ],
            )
        )
    if ports.me.role != MENTEE:
        parts.append(PhotosTravel())
    title = N_("What is on the server")
    heard = at_top(t, title, said, N_("Sync now"))
    return screen(t(title), parts, t=t, path="/more/sync", back=session.trail.tab, actions=heard)


def _all() -> list[type[Record]]:
    return list(tables().values())
