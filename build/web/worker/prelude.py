"""What is imported and used once before the heap snapshot is taken: never a secret, never a setting."""

import asyncio  # noqa: F401
import csv  # noqa: F401
import datetime as dt
import json  # noqa: F401
import sqlite3  # noqa: F401
import traceback
import zoneinfo  # noqa: F401

import babel
import babel.dates
import babel.lists
import babel.numbers
import babel.support
import charset_normalizer  # noqa: F401
import flet as ft
import flet.app
import flet.messaging.pyodide_connection
import flet.messaging.session
import httpx
import msgpack
import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.orm import registry
from sqlalchemy.pool import StaticPool
from sqlmodel import Field, Session, SQLModel, select


def warm() -> None:
    """Runs the libraries once the way the app does, so that what they build at first use lies in the snapshot."""
    for code in ("en", "da", "ar"):
        locale = babel.Locale.parse(code)
        babel.dates.format_date(dt.date(2024, 1, 1), "full", locale=locale)
        babel.lists.format_list(["a", "b"], locale=locale)
        babel.numbers.format_decimal(1234, locale=locale)

    class Apart(SQLModel, registry=registry()):
        """The app's tables come later and must find their own registry empty."""

    class Sample(Apart, table=True):
        """A table nobody uses."""

        id: str = Field(primary_key=True)
        text: str = ""
        day: dt.date | None = None

    class Plain(BaseModel):
        """A model nobody uses."""

        number: int = 0

    engine = sa.create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    Apart.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Sample(id="1"))
        session.commit()
        session.exec(select(Sample).where(Sample.id == "1")).all()
    engine.dispose()
    Plain(number=1).model_dump_json()
    msgpack.unpackb(msgpack.packb({"a": b"1"}))
    httpx.URL("https://example.invalid/sync")
    for icon in ("HOME", "ADD"):
        getattr(ft.Icons, icon)
    controls: list[ft.Control] = [
        ft.Text("a"), ft.TextField(), ft.FilledButton("a"), ft.OutlinedButton("a"), ft.TextButton("a"), ft.ListTile(),
        ft.Column(), ft.Row(), ft.Container(), ft.ListView(), ft.NavigationBar(), ft.AppBar(), ft.Card(), ft.Dropdown(),
        ft.SafeArea(ft.Text("a")), ft.Semantics(), ft.View(), ft.IconButton(ft.Icons.HOME), ft.ProgressBar(),
    ]  # fmt: skip
    ft.Theme(color_scheme_seed="#0F6B5C")
    used = "Router Route component observable create_context use_context use_state use_effect use_ref use_dialog"
    used += " MergeSemantics ProgressRing FloatingActionButton Chip Image Icon FilledTonalButton ColorScheme"
    used += " Connectivity use_memo GestureDetector"
    for name in used.split():  # Flet imports each when it is first named
        getattr(ft, name)
    del controls


def warm_our_own() -> None:
    """The app's own warm, if it has one."""
    import app.main  # type: ignore[import-not-found, unused-ignore]

    getattr(app.main, "warm", lambda: None)()


try:
    warm()
    warm_our_own()
except Exception:  # noqa: BLE001 - a colder snapshot is still a snapshot; a test reads this line
    print("prelude: only partly warm:", traceback.format_exc())
