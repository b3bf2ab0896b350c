"""What the hub keeps: sealed bytes and who may have them; every row begins with its organisation.

Portable SQL: BYTEA, BIGINT and upserts as PostgreSQL has them. The doors (`founder`, `invitation`, `device`, `token`)
are found by a hash or a key alone, for who knocks does not know the organisation yet.
"""

from __future__ import annotations

VERSION = 4

_RESTORED = (
    # circles that take only what is offered again, until whoever signs there was heard since the hub was restored
    "waiting (organisation BYTEA NOT NULL, circle BYTEA NOT NULL, PRIMARY KEY (organisation, circle))",
    # who was heard since then, and who is not waited for: device keys, and one-time keys of open invitations
    "heard (organisation BYTEA NOT NULL, device BYTEA NOT NULL, PRIMARY KEY (organisation, device))",
    # versions offered again whose head is still to come; each bringer's apart
    (
        "again (organisation BYTEA NOT NULL, device BYTEA NOT NULL, space BYTEA NOT NULL, author BYTEA NOT NULL,"
        " n BIGINT NOT NULL, version BYTEA NOT NULL, PRIMARY KEY (organisation, device, space, author, n))"
    ),
)

# who was let in, shut out or refused, each line chained to the one before (sync/hub/audit.py)
_AUDIT = (
    "audit (organisation BYTEA NOT NULL, number BIGINT NOT NULL, at BIGINT NOT NULL, what TEXT NOT NULL,"
    " who BYTEA NOT NULL, circle BYTEA NOT NULL, about BYTEA NOT NULL, hash BYTEA NOT NULL,"
    " PRIMARY KEY (organisation, number))"
)

_CHUNK = (  # of an attachment; `device` = who brought it
    "chunk (organisation BYTEA NOT NULL, space BYTEA NOT NULL, hash BYTEA NOT NULL, device BYTEA NOT NULL,"
    " sealed BYTEA NOT NULL, PRIMARY KEY (organisation, space, hash))"
)

MIGRATIONS = {
    1: (
        "ALTER TABLE seat ADD COLUMN closed BIGINT",
        "ALTER TABLE device ADD COLUMN heard BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE invitation ADD COLUMN device BYTEA",
        (
            "CREATE TABLE late (organisation BYTEA NOT NULL, space BYTEA NOT NULL, author BYTEA NOT NULL,"
            " n BIGINT NOT NULL, push BYTEA NOT NULL, PRIMARY KEY (organisation, space, author, n))"
        ),
        (
            "CREATE TABLE erased (organisation BYTEA NOT NULL, device BYTEA NOT NULL, circle BYTEA NOT NULL,"
            " at BIGINT NOT NULL, PRIMARY KEY (organisation, device, circle))"
        ),
    ),
    2: tuple(f"CREATE TABLE {table}" for table in _RESTORED),
    3: (
        "ALTER TABLE space ADD COLUMN stored BIGINT NOT NULL DEFAULT 0",
        f"CREATE TABLE {_CHUNK}",
        f"CREATE TABLE {_AUDIT}",
    ),
}
"""{the version it was: what makes it the next one}"""

TABLES = """
CREATE TABLE hub (one INTEGER PRIMARY KEY, schema BIGINT NOT NULL, secret BYTEA NOT NULL);

CREATE TABLE organisation (
  organisation BYTEA PRIMARY KEY,
  root BYTEA,                       -- the public circle, once it was founded
  seq BIGINT NOT NULL DEFAULT 0,    -- the last number given
  latest_day BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE turn (                 -- one per transaction: the last number it gave, and what proves that we gave it
  organisation BYTEA NOT NULL, seq BIGINT NOT NULL, tag BYTEA NOT NULL,
  PRIMARY KEY (organisation, seq)
);

CREATE TABLE circle (
  organisation BYTEA NOT NULL, circle BYTEA NOT NULL, seq BIGINT NOT NULL,
  PRIMARY KEY (organisation, circle)
);
CREATE TABLE entry (
  organisation BYTEA NOT NULL, circle BYTEA NOT NULL, number BIGINT NOT NULL, hash BYTEA NOT NULL,
  raw BYTEA NOT NULL, seq BIGINT NOT NULL,
  PRIMARY KEY (organisation, circle, number)
);
CREATE UNIQUE INDEX entry_seq ON entry (organisation, seq);
CREATE INDEX entry_circle_seq ON entry (organisation, circle, seq);
CREATE TABLE seat (                 -- the fold of the logs: who is an author where
  organisation BYTEA NOT NULL, circle BYTEA NOT NULL, author BYTEA NOT NULL,
  device BYTEA NOT NULL, rung BIGINT NOT NULL, steward BIGINT NOT NULL,
  closed BIGINT,                    -- the seq of the entry that closed it
  PRIMARY KEY (organisation, circle, author)
);
CREATE INDEX seat_device ON seat (organisation, device);
CREATE TABLE offered (              -- grants for a one-time key
  organisation BYTEA NOT NULL, once BYTEA NOT NULL, circle BYTEA NOT NULL,
  PRIMARY KEY (organisation, once, circle)
);

CREATE TABLE space (
  organisation BYTEA NOT NULL, space BYTEA NOT NULL, circle BYTEA NOT NULL, rung BIGINT NOT NULL, seq BIGINT NOT NULL,
  stored BIGINT NOT NULL DEFAULT 0, -- bytes of its chunks
  PRIMARY KEY (organisation, space)
);
CREATE INDEX space_circle ON space (organisation, circle);
CREATE TABLE version (
  organisation BYTEA NOT NULL, space BYTEA NOT NULL, author BYTEA NOT NULL, row BYTEA NOT NULL,
  n BIGINT NOT NULL, epoch BIGINT NOT NULL, suite BIGINT NOT NULL, nonce BYTEA NOT NULL, sealed BYTEA NOT NULL,
  leaf BYTEA NOT NULL, seq BIGINT NOT NULL,
  PRIMARY KEY (organisation, space, author, row)
);
CREATE UNIQUE INDEX version_seq ON version (organisation, seq);
CREATE INDEX version_space_seq ON version (organisation, space, seq);
CREATE TABLE head (
  organisation BYTEA NOT NULL, space BYTEA NOT NULL, author BYTEA NOT NULL,
  log_hash BYTEA NOT NULL, n BIGINT NOT NULL, day BIGINT NOT NULL, root BYTEA NOT NULL, seen BYTEA NOT NULL,
  signature BYTEA NOT NULL,
  taken BYTEA NOT NULL,             -- 16 bytes for each of the last heads we took, so that a repeated push is known
  seq BIGINT NOT NULL,
  PRIMARY KEY (organisation, space, author)
);
CREATE UNIQUE INDEX head_seq ON head (organisation, seq);
CREATE INDEX head_space_seq ON head (organisation, space, seq);

CREATE TABLE late (                 -- handed in by closed authors, served to nobody before a steward says so
  organisation BYTEA NOT NULL, space BYTEA NOT NULL, author BYTEA NOT NULL, n BIGINT NOT NULL, push BYTEA NOT NULL,
  PRIMARY KEY (organisation, space, author, n)
);
CREATE TABLE erased (               -- which phone says that it holds nothing of a circle any more
  organisation BYTEA NOT NULL, device BYTEA NOT NULL, circle BYTEA NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (organisation, device, circle)
);

CREATE TABLE founder (
  code BYTEA PRIMARY KEY,           -- the hash of the code
  organisation BYTEA NOT NULL, expires BIGINT NOT NULL, used BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE invitation (
  id BYTEA PRIMARY KEY, organisation BYTEA NOT NULL, once BYTEA NOT NULL, package BYTEA NOT NULL,
  expires BIGINT NOT NULL, tries BIGINT NOT NULL DEFAULT 0,
  device BYTEA                      -- whose phone left it
);
CREATE INDEX invitation_organisation ON invitation (organisation);
CREATE TABLE device (
  device BYTEA PRIMARY KEY, organisation BYTEA NOT NULL,
  heard BIGINT NOT NULL DEFAULT 0   -- when it logged in last
);
CREATE TABLE token (
  token BYTEA PRIMARY KEY,          -- the hash of the token
  nonce BYTEA NOT NULL UNIQUE,      -- a login is taken once
  organisation BYTEA NOT NULL, device BYTEA NOT NULL, expires BIGINT NOT NULL
);
CREATE INDEX token_device ON token (device);
"""
TABLES += ";".join(f"CREATE TABLE {table}" for table in (*_RESTORED, _CHUNK, _AUDIT))
