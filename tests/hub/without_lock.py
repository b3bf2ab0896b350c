"""A hub as most are written: numbers come from a plain sequence, and nobody holds the head lock. It loses rows."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep
from typing import Any

from sync.hub import postgres
from sync.hub.postgres import PostgresStore
from sync.hub.serve import main
from sync.hub.store import Sql


class WithoutLock(PostgresStore):
    """What numbers the rows is committed before they are."""

    def hold(self, sql: Sql, organisation: bytes) -> bool:
        return False

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Sql]:
        with super()._transaction(begin) as sql:

            def run(statement: str, *values: object) -> list[tuple[Any, ...]]:
                if not statement.startswith("UPDATE organisation SET seq"):
                    return sql(statement, *values)
                with PostgresStore._transaction(self, begin) as at_once:
                    numbered = at_once(statement, *values)
                sleep(random.random() / 4)
                return numbered

            yield run if "READ ONLY" not in begin else sql


if __name__ == "__main__":
    postgres.PostgresStore = WithoutLock  # type: ignore[misc]
    raise SystemExit(main())
