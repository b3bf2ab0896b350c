"""The journal's own small schema; records need no migrations, only this does, one step after another."""

from __future__ import annotations

_VERSION = """
    space BLOB NOT NULL, row BLOB NOT NULL, author BLOB NOT NULL, n INTEGER NOT NULL, epoch INTEGER NOT NULL,
    suite INTEGER NOT NULL, nonce BLOB NOT NULL, sealed BLOB NOT NULL, leaf BLOB NOT NULL"""
_NAMES = "space, row, author, n, epoch, suite, nonce, sealed, leaf"
_HEAD = """
    space BLOB NOT NULL, author BLOB NOT NULL, log_hash BLOB NOT NULL, n INTEGER NOT NULL, day INTEGER NOT NULL,
    root BLOB NOT NULL, seen BLOB NOT NULL, signature BLOB NOT NULL"""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
        # verified: what counts
        (
            "CREATE TABLE entry (circle BLOB NOT NULL, number INTEGER NOT NULL, hash BLOB NOT NULL, raw BLOB NOT NULL,"
            " PRIMARY KEY (circle, number))"
        ),
        f"CREATE TABLE version ({_VERSION}, PRIMARY KEY (space, row, author))",
        "CREATE INDEX version_leaf ON version (space, author, row, leaf)",
        # `heard`: what its author had seen was opened and is in `claim`
        f"CREATE TABLE head ({_HEAD}, heard INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (space, author))",
        # delivered, not verified yet
        (
            "CREATE TABLE staged_entry (hash BLOB PRIMARY KEY, circle BLOB NOT NULL, number INTEGER NOT NULL,"
            " raw BLOB NOT NULL)"
        ),
        f"CREATE TABLE staged ({_VERSION}, PRIMARY KEY (space, author, row))",
        f"CREATE TABLE staged_head ({_HEAD}, PRIMARY KEY (space, author))",
        # circles that are loaded by a cursor of their own
        "CREATE TABLE load (circle BLOB PRIMARY KEY, cursor BLOB NOT NULL) WITHOUT ROWID",
        # the greatest n of each author that anybody's head says it had seen
        (
            "CREATE TABLE claim (space BLOB NOT NULL, author BLOB NOT NULL, n INTEGER NOT NULL,"
            " PRIMARY KEY (space, author)) WITHOUT ROWID"
        ),
        (
            "CREATE TABLE withheld (space BLOB NOT NULL, author BLOB NOT NULL, why TEXT NOT NULL,"
            " PRIMARY KEY (space, author, why)) WITHOUT ROWID"
        ),
        # ours: typed, then offered (those very bytes until the hub answers), then acknowledged
        (
            "CREATE TABLE unsent (number INTEGER PRIMARY KEY AUTOINCREMENT, space BLOB NOT NULL, row BLOB NOT NULL,"
            " author BLOB NOT NULL, epoch INTEGER NOT NULL, nonce BLOB NOT NULL, sealed BLOB NOT NULL,"
            " offered INTEGER NOT NULL DEFAULT 0)"
        ),
        "CREATE INDEX unsent_row ON unsent (space, row)",
        # `doubt` = how many requests carried it and were not answered
        (
            f"CREATE TABLE offered ({_HEAD}, before INTEGER NOT NULL, previous INTEGER NOT NULL,"
            " doubt INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (space))"
        ),
        f"CREATE TABLE offered_version ({_VERSION}, PRIMARY KEY (space, row))",
        "CREATE TABLE refusal (number INTEGER PRIMARY KEY, reason TEXT NOT NULL)",
        # `previous` = stamp of our last acknowledged write; `echo` = the cursor has not passed our last push yet
        (
            "CREATE TABLE mine (space BLOB NOT NULL, author BLOB NOT NULL, previous INTEGER NOT NULL,"
            " echo INTEGER NOT NULL, PRIMARY KEY (space, author)) WITHOUT ROWID"
        ),
        (
            "CREATE TABLE outgoing (place INTEGER PRIMARY KEY AUTOINCREMENT, hash BLOB NOT NULL UNIQUE,"
            " circle BLOB NOT NULL, number INTEGER NOT NULL, raw BLOB NOT NULL, reason TEXT)"
        ),
    ),
    (
        # when the hub said that it has what this phone said of a row, ms
        (
            "CREATE TABLE taken (space BLOB NOT NULL, row BLOB NOT NULL, at INTEGER NOT NULL,"
            " PRIMARY KEY (space, row)) WITHOUT ROWID"
        ),
        # chunks of attachments: here, asked for, or to be erased on the hub (`state`, see parcels.py); `mine` = made on
        # this phone, `at` = when the hub said that it has it, ms
        (
            "CREATE TABLE chunk (place INTEGER PRIMARY KEY AUTOINCREMENT, space BLOB NOT NULL, row BLOB NOT NULL,"
            " hash BLOB NOT NULL, size INTEGER NOT NULL, state INTEGER NOT NULL, mine INTEGER NOT NULL, at INTEGER,"
            " reason TEXT, UNIQUE (space, row, hash))"
        ),
    ),
    # what waits in a space, in writing order: a piece costs what it carries, however much waits behind it
    ("CREATE INDEX unsent_space ON unsent (space, offered, number)",),
    # a write is sealed as it will be offered: its number and stamp, and by what they were found (unsent.py)
    # what is on its way: sealed anew, or (`offered` = 2) as it was typed
    (
        *(
            f"ALTER TABLE unsent ADD COLUMN {name} INTEGER NOT NULL DEFAULT 0"
            for name in ("n", "suite", "raw", "floor", "stamp")
        ),
        "ALTER TABLE unsent ADD COLUMN leaf BLOB NOT NULL DEFAULT x''",
        (
            f"CREATE VIEW going AS SELECT {_NAMES} FROM offered_version"  # noqa: S608 - names of ours
            f" UNION ALL SELECT {_NAMES} FROM unsent WHERE offered=2"
        ),
    ),
    # the same, found by the spaces where something is on its way: nobody looks through all that waits
    (
        "DROP VIEW going",
        (
            f"CREATE VIEW going AS SELECT {_NAMES} FROM offered_version"  # noqa: S608 - names of ours
            f" UNION ALL SELECT {', '.join('u.' + name for name in _NAMES.split(', '))}"
            " FROM offered o CROSS JOIN unsent u ON u.space=o.space AND u.offered=2"
        ),
    ),
)
