"""Counts taps in a table on the journal file and says what it saw. The PIN is 123456; a first start makes a profile."""

import gc
import random
import sqlite3
import uuid
from typing import Any

import flet as ft
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import StaticPool
from sqlmodel import Field, Session, SQLModel, create_engine, func, select

from app.platform.web import WebPlatform

PIN = "123456"
OPENS = {PIN, "boat sun sun tree cup bird", "blaa sky floejte aeble vandkande"}


class Tap(SQLModel, table=True):
    """One tap."""

    id: int | None = Field(default=None, primary_key=True)
    text: str = ""


class Tiny:
    """The running app."""

    def __init__(self, page: ft.Page) -> None:
        self.page = page
        self.platform = WebPlatform()
        self.said = ft.Text("", key="said")
        self.engine: Any = None
        self.platform.lock_page.on_pin(self.tried)
        self.news = ft.Text("", key="news")
        self.platform.update_offered(self.offered)

    def say(self, text: str) -> None:
        self.said.value = text
        self.page.update()

    def offered(self) -> None:
        self.news.value = "a newer version lies ready"
        self.page.update()

    async def tried(self, profile: str, pin: str) -> None:
        lock = self.platform.lock_page
        if profile == "":
            self.welcome()
        elif pin not in OPENS:
            lock.reply("wrong", wait_ms=1500)
            return
        else:
            await self.open(profile)
        lock.reply("ok")
        lock.reply("drawn")

    def start(self) -> None:
        self.page.scroll = ft.ScrollMode.AUTO
        if not self.platform.profiles():
            self.welcome()
            self.platform.lock_page.reply("drawn")

    def welcome(self) -> None:
        self.page.add(ft.Text("welcome"), ft.FilledButton("Begin", on_click=self.begin))

    async def begin(self) -> None:
        await self.open(self.platform.new_profile("bridge").id)

    async def open(self, profile: str) -> None:
        path = await self.platform.open_profile(profile)
        connection = sqlite3.connect(path, check_same_thread=False)
        for pragma in ("locking_mode=exclusive", "journal_mode=persist", "synchronous=full", "secure_delete=on"):
            connection.execute(f"pragma {pragma}")
        self.engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
        SQLModel.metadata.create_all(self.engine)
        self.page.clean()
        self.said = ft.Text("", key="counted")
        version, found = self.platform.version()
        self.page.add(
            ft.Text(f"version {version}"),
            ft.Text(f"hash {found[:12]}"),
            ft.FilledButton("Keep", on_click=self.keep),
            ft.FilledButton("Fill", on_click=self.fill),
            ft.FilledButton("Forget", on_click=self.forget),
            ft.FilledButton("Ask the hub", on_click=self.ask),
            ft.FilledButton("Newer", on_click=self.platform.take_update),
            ft.FilledButton("Save a file", on_click=self.save_file),
            ft.FilledButton("Pick a file", on_click=self.pick_file),
            ft.FilledButton("Chance", on_click=lambda: self.say(f"chance {random.random()} {uuid.uuid4()}")),
            ft.FilledButton("Waste", on_click=lambda: self.say(f"collects {gc.isenabled()}")),
            ft.FilledButton("Secret", on_click=lambda: self.say(f"secret {self.platform.start_secret()}")),
            ft.FilledButton("Lock", on_click=self.platform.lock_page.again),
            *(ft.FilledButton(f"By {kind}", on_click=self.shown_as(kind)) for kind in ("pictures", "words", "eyes")),
            self.said,
            self.news,
        )
        self.count()

    def shown_as(self, kind: str) -> Any:
        async def show() -> None:
            await self.platform.show_lock(self.platform.profiles()[0].id, kind, "")
            self.say(f"locked by {kind}")

        return show

    def count(self) -> None:
        with Session(self.engine) as session:
            self.say(f"taps {session.exec(select(func.count()).select_from(Tap)).one()}")

    def keep(self) -> None:
        with Session(self.engine) as session:
            session.add(Tap(text="æøå سلام"))
            session.commit()
        self.count()

    def fill(self) -> None:
        """Writes until the device is full."""
        try:
            with Session(self.engine) as session:
                for _ in range(400):
                    session.add(Tap(text="x" * 1_000_000))
                    session.commit()
            self.say("never full")
        except OperationalError as no:
            self.say(f"full: {no.orig}")

    def forget(self) -> None:
        try:
            with Session(self.engine) as session:
                for tap in session.exec(select(Tap).limit(3)):
                    session.delete(tap)
                session.commit()
            self.count()
        except OperationalError as no:
            self.say(f"refused: {no}")

    async def ask(self) -> None:
        import httpx

        async with httpx.AsyncClient(transport=self.platform.transport(), trust_env=False) as http:
            try:
                answer = await http.get(self.platform.hub_url() + "/health")
                self.say(f"hub {answer.status_code}")
            except httpx.HTTPError as no:
                self.say(f"hub {type(no).__name__}")

    def save_file(self) -> None:
        self.platform.save_file("kept.txt", "text/plain", "æøå".encode())

    async def pick_file(self) -> None:
        picked = await self.platform.pick_file(most_bytes=20)
        self.say("nothing" if picked is None else f"{picked[0]}: {picked[1].decode()}")


async def main(page: ft.Page) -> None:
    """Flet's entry."""
    Tiny(page).start()
