"""Asking the hub something small, as the device that is signed in."""

from __future__ import annotations

from typing import Any  # Any: what the hub answers

from app.ports import Ports
from sync.client import ask, talk
from sync.conversation import login
from sync.errors import LoginNeeded


async def ask_signed_in(ports: Ports, path: str, *given: Any, expects: int = 0) -> list[Any]:
    """What follows the code 0; raises `SyncError`. Logs in when there is no token yet, or an old one."""
    if ports.session.token:
        try:
            return await ask(ports.http, ports.hub_url, path, [ports.session.token, *given], expects)
        except LoginNeeded:
            pass
    ports.session.token = await talk(login(ports.keyring), ports.http, ports.hub_url)
    return await ask(ports.http, ports.hub_url, path, [ports.session.token, *given], expects)
