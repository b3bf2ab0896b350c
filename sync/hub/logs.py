"""How the hub's log is written: words for a person at a terminal, or one JSON object a line for a machine."""

from __future__ import annotations

import json
import logging
import sys
import threading
from datetime import UTC, datetime
from traceback import extract_tb
from types import TracebackType

log = logging.getLogger("brobygger.hub")

Fault = tuple[type[BaseException] | None, BaseException | None, TracebackType | None]


class Words(logging.Formatter):
    """One line; of a fault its kind and its place alone, for its words can hold what a phone sent."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        record.message = said(record)
        record.asctime = self.formatTime(record)
        fault = " at ".join(fault_of(record))
        return f"{self.formatMessage(record)} ({fault})" if fault else self.formatMessage(record)


class JsonLines(logging.Formatter):
    """`{"at": …, "level": …, "from": …, "said": …}`, of a fault `kind` and `where` as well, and no more."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "said": said(record),
            **dict(zip(("kind", "where"), fault_of(record), strict=False)),
        }
        return json.dumps(line, ensure_ascii=False)


def said(record: logging.LogRecord) -> str:
    """Its words; beside a fault the first line alone, for asyncio says in the next one what the fault said."""
    message = record.getMessage()
    return message.split("\n", 1)[0] if record.exc_info else message


def fault_of(record: logging.LogRecord) -> list[str]:
    """Kind and place of what went wrong; empty when nothing did."""
    kind, _, trace = record.exc_info or (None, None, None)
    if kind is None:
        return []
    places = extract_tb(trace)
    return [kind.__name__, f"{places[-1].filename}:{places[-1].lineno}"] if places else [kind.__name__]


def write_log(form: str) -> None:
    """From now on all that anybody logs goes to standard error, faults that nobody caught as well.

    `form` = `words` or `json`.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if form == "json" else Words())
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    logging.captureWarnings(capture=True)
    sys.excepthook = lambda *fault: _uncaught(fault)
    threading.excepthook = lambda args: _uncaught((args.exc_type, args.exc_value, args.exc_traceback))


def _uncaught(fault: Fault) -> None:
    if fault[0] is None or issubclass(fault[0], KeyboardInterrupt):  # somebody stopped it, that is no fault
        return
    log.critical("stopped", exc_info=fault)  # type: ignore[arg-type]  # a thread may tell less of its fault
