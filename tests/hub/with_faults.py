"""A hub in which everything goes wrong that nobody thought of, each time with somebody's name in its words."""

from __future__ import annotations

import asyncio
import logging
import warnings
from functools import partial
from threading import Thread

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sync.hub import serve
from sync.hub.app import hub

HERS = "Fatima, Hasselvej 4"


def _fall() -> None:
    raise ValueError(HERS)


async def _fall_alone() -> None:
    _fall()


async def fault(_: Request) -> Response:
    """In a thread, in a task nobody waits for, in a library that logs or warns, and in the request itself."""
    thread = Thread(target=_fall)
    thread.start()
    thread.join()
    task = asyncio.get_running_loop().create_task(_fall_alone())
    await asyncio.sleep(0)
    del task
    try:
        _fall()
    except ValueError:
        logging.getLogger("a.library").exception("it failed", stack_info=True)
    warnings.warn("an old way of saying it", DeprecationWarning, stacklevel=1)
    _fall()
    return Response()


if __name__ == "__main__":
    warnings.simplefilter("always")
    serve.__dict__["hub"] = partial(hub, extra_routes=[Route("/fault", fault)])
    serve.main()
