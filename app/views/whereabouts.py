"""Where the words of a row are: only on this phone, since when; or on the hub, since when."""

from __future__ import annotations

import flet as ft

from app.records import Record
from app.views.kit import quiet
from app.views.session import use_live, use_ports, use_words


@ft.component
def Whereabouts(record: Record) -> ft.Control:
    ports, t = use_ports(), use_words()
    where = use_live(lambda: ports.store.whereabouts(record), type(record))
    when = t.at(where.at, ports.today()) if where.at else ""
    if where.here and when:
        said = t("Only on this phone so far. Written: %(when)s.", when=when)
    elif where.here:
        said = t("Only on this phone so far.")
    elif when:
        said = t("On the server, %(when)s.", when=when)
    else:
        said = t("On the server, sealed.")
    return quiet(said, size=13)
