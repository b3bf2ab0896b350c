"""A hub that was put back from a copy: whom it waits for before its circles take anything new."""

from __future__ import annotations

from collections.abc import Callable

from sync.hub.audit import note
from sync.hub.store import Sql

# Who may have signed in which circle since the copy was made, and was not heard: whoever is open there, who may have
# used an invitation, and the stewards of the root, who may have shut somebody out.
_AWAITED = """
FROM waiting JOIN (
  SELECT organisation, circle, device FROM seat WHERE closed IS NULL
  UNION SELECT organisation, circle, once FROM offered
  UNION SELECT circle.organisation, circle.circle, seat.device FROM organisation
    JOIN circle ON circle.organisation = organisation.organisation
    JOIN seat ON seat.organisation = organisation.organisation AND seat.circle = organisation.root
    WHERE seat.steward = 1 AND seat.closed IS NULL
) who ON who.organisation = waiting.organisation AND who.circle = waiting.circle
LEFT JOIN heard ON heard.organisation = who.organisation AND heard.device = who.device
WHERE heard.device IS NULL
"""


def put_back(sql: Sql, organisation: bytes, tag: bytes, now: int) -> None:
    """Everybody hears of it: no cursor is known any more, no login; every circle waits for who signs there.

    Not waited for: devices that never logged in (recovery sheets are on paper), invitations that had run out.
    """
    one = (organisation,)
    sql("UPDATE organisation SET seq = seq + 1 WHERE organisation = ?", *one)  # and nobody else writes there meanwhile
    note(sql, organisation, now, "restored")
    for table in ("turn", "token", "heard", "again", "waiting"):
        sql(f"DELETE FROM {table} WHERE organisation = ?", *one)  # noqa: S608 - names of ours
    sql("INSERT INTO turn SELECT organisation, seq, ? FROM organisation WHERE organisation = ?", tag, *one)
    sql("INSERT INTO waiting SELECT organisation, circle FROM circle WHERE organisation = ?", *one)
    sql("INSERT INTO heard SELECT organisation, device FROM device WHERE organisation = ? AND heard = 0", *one)
    sql(
        "INSERT INTO heard SELECT DISTINCT offered.organisation, offered.once FROM offered WHERE organisation = ?"
        " AND NOT EXISTS (SELECT 1 FROM invitation WHERE invitation.organisation = offered.organisation"
        " AND invitation.once = offered.once AND invitation.expires >"
        " (SELECT coalesce(max(heard), 0) FROM device WHERE device.organisation = offered.organisation))"
        " ON CONFLICT (organisation, device) DO NOTHING",
        *one,
    )


def put_back_all(sql: Sql, chance: Callable[[int], bytes], now: int) -> None:
    """The whole hub is a copy: new nonces for logins, and every organisation that was founded is told."""
    sql("UPDATE hub SET secret = ?", chance(32))
    for (organisation,) in sql("SELECT organisation FROM organisation WHERE root IS NOT NULL"):
        put_back(sql, organisation, chance(8), now)


def is_restoring(sql: Sql, organisation: bytes) -> bool:
    """Whether any circle still waits."""
    return bool(sql("SELECT 1 FROM waiting WHERE organisation = ? LIMIT 1", organisation))


def waits(sql: Sql, organisation: bytes, circle: bytes) -> bool:
    """Whether that circle takes only what is offered again."""
    return bool(sql("SELECT 1 FROM waiting WHERE organisation = ? AND circle = ?", organisation, circle))


def must_offer_again(sql: Sql, organisation: bytes, device: bytes) -> bool:
    """Whether that device has still to say that it offered all it has."""
    return is_restoring(sql, organisation) and not sql(
        "SELECT 1 FROM heard WHERE organisation = ? AND device = ?", organisation, device
    )


def hear(sql: Sql, organisation: bytes, device: bytes) -> None:
    """It offered all it has, or is not waited for."""
    sql(
        "INSERT INTO heard (organisation, device) VALUES (?, ?) ON CONFLICT (organisation, device) DO NOTHING",
        organisation,
        device,
    )


def release(sql: Sql, organisation: bytes) -> None:
    """The circles where everybody was heard are as before; after the last one nothing waits for its head any more."""
    if not is_restoring(sql, organisation):
        return
    sql(
        f"DELETE FROM waiting WHERE organisation = ?1 AND circle NOT IN"  # noqa: S608 - SQL of ours
        f" (SELECT who.circle {_AWAITED} AND waiting.organisation = ?1)",
        organisation,
    )
    if not is_restoring(sql, organisation):
        sql("DELETE FROM again WHERE organisation = ?", organisation)


def awaited(sql: Sql) -> list[tuple[bytes, bytes, int]]:
    """(organisation, device or one-time key, in how many circles it is waited for)."""
    return [
        (organisation, device, circles)
        for organisation, device, circles in sql(
            f"SELECT waiting.organisation, who.device, count(*) {_AWAITED} GROUP BY 1, 2 ORDER BY 1, 2"
        )
    ]
