"""The sync badge: "● 2 here" means two things are only on this phone. A tap says which and why."""

from __future__ import annotations

import flet as ft

from app.records import Attachment, tables
from app.storage.on_the_way import bringing
from app.storage.store import Store
from app.views.kit.buttons import tappable
from app.views.kit.theme import WARM
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def SyncBadge() -> ft.Control:
    """Nothing to read when all is at the hub: a quiet tick. Words and a shape, never colour alone."""
    session, ports = use_session(), use_ports()
    t = session.words
    syncing, _set = ft.use_state(session.syncing)
    carrying, _carrying = ft.use_state(session.carrying)
    store = ports.store
    nouns = list(tables().values())
    asked = lambda: store.once(f"on the badge {syncing.last_ms}", nouns, lambda: _only_here(store))
    here, left = use_live(asked, *nouns)
    to = "/more/sync"
    if syncing.running:
        sign: ft.Control = ft.ProgressRing(width=16, height=16, stroke_width=2)
        words = t("syncing")
    elif left:
        sign, to = ft.Icon(ft.Icons.INFO_OUTLINE, size=18, color=WARM), "/more/left"
        # Words: so many things that one wrote do not count; beside a small sign, so very short
        words = t.many("%(num)d not counted", "%(num)d not counted", left)
    elif here:
        sign = ft.Icon(ft.Icons.CIRCLE, size=10, color=WARM)
        # Words: so many things are only on this phone; beside a small dot, so very short
        words = t.many("%(num)d here", "%(num)d here", here)
    elif syncing.problem:
        sign = ft.Icon(ft.Icons.CLOUD_OFF_OUTLINED, size=18, color=ft.Colors.ON_SURFACE_VARIANT)
        # Words: the phone has no connection; very short
        words = t("offline")
    else:
        sign = ft.Icon(ft.Icons.CLOUD_DONE_OUTLINED, size=18, color=ft.Colors.PRIMARY)
        words = ""
    there = t("Everything is on the server")
    if not words and store.once(f"photos on the badge {carrying.moved}", [Attachment], lambda: bool(bringing(store))):
        sign = ft.Icon(ft.Icons.CLOUD_UPLOAD_OUTLINED, size=18, color=ft.Colors.PRIMARY)
        there = t("Photos are on their way to the server")
    parts: list[ft.Control] = [sign]
    if words:
        parts.append(ft.Text(words, size=14, weight=ft.FontWeight.W_500, color=ft.Colors.ON_SURFACE_VARIANT))
    face = ft.Container(
        content=ft.Row(parts, spacing=6, tight=True), padding=ft.Padding.symmetric(horizontal=12), height=48
    )
    said = t.many("%(num)d thing is only on this phone", "%(num)d things are only on this phone", here) if here else ""
    name = None if words and (left or not here) else said or there
    return tappable(face, lambda: go(to), key="badge", name=name)


def _only_here(store: Store) -> tuple[int, int]:
    """(things that are only on this phone, things that do not count): asked once after each commit and each sync."""
    return store.waiting().things, len(store.not_taken())
