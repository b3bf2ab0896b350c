"""How each week was, for her and for the company; and whom somebody should ask how it goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import col

from app.domain.beside import beside
from app.domain.placements import PlacementNow, weeks_there
from app.domain.pulses import LOOK_BACK, Sign, early_signs, is_asked, week_asked
from app.i18n import N_
from app.journeys.placements import all_placements
from app.ports import Ports, Refusal
from app.records import CompanyPulse, Face, Placement, Pulse


@dataclass(frozen=True)
class Early:
    """One placement, and why somebody should ask how it goes."""

    now: PlacementNow
    signs: tuple[Sign, ...]


def say_week(ports: Ports, *, now: PlacementNow, monday: date, face: str) -> Pulse:
    """How it was for her: on her own phone, or on ours together with her. The last tap holds."""
    _check(now, monday, face)
    placement = now.placement
    row = beside(f"{placement.id} {monday.isoformat()}", "pulse")
    with ports.store.write() as tx:
        return tx.add(Pulse(id=row, space=placement.space, placement=placement.id, monday=monday, face=face))


def say_their_week(ports: Ports, *, now: PlacementNow, monday: date, face: str) -> CompanyPulse:
    """How it was for the company, as it stands on its card. She does not read it."""
    _check(now, monday, face)
    placement = now.placement
    row = beside(f"{placement.id} {monday.isoformat()}", "companypulse")
    said = CompanyPulse(
        id=row, space=ports.store.beside(placement.space, "case"), placement=placement.id, monday=monday, face=face
    )
    with ports.store.write() as tx:
        return tx.add(said)


def weeks_said(ports: Ports, placement: Placement) -> tuple[Mapping[date, str], Mapping[date, str]]:
    """(hers, theirs): the face by Monday."""
    hers = ports.store.find(Pulse, col(Pulse.placement) == placement.id)
    theirs = ports.store.find(CompanyPulse, col(CompanyPulse.placement) == placement.id)
    return _by_monday(hers), _by_monday(theirs)


def to_be_asked(ports: Ports) -> list[PlacementNow]:
    """On her own phone: where she was in the week that is asked about. Nothing in other weeks."""
    return [now for now in all_placements(ports) if is_asked(now)]


def signs_of(ports: Ports, now: PlacementNow) -> list[Sign]:
    """Of one placement."""
    return early_signs(now, *weeks_said(ports, now.placement))


def early(ports: Ports, places: Sequence[PlacementNow] | None = None) -> list[Early]:
    """Every placement that needs somebody, of the files this person has. `places` = all of them, read a moment ago."""
    going = [now for now in (all_placements(ports, open_only=True) if places is None else places) if now.going]
    if not going:
        return []
    since = week_asked(ports.today()) - LOOK_BACK
    hers, theirs = (_by_placement(ports.store.find(noun, col(noun.monday) > since)) for noun in (Pulse, CompanyPulse))
    found = [
        Early(now, tuple(early_signs(now, hers.get(now.placement.id, {}), theirs.get(now.placement.id, {}))))
        for now in going
    ]
    return [one for one in found if one.signs]


def _check(now: PlacementNow, monday: date, face: str) -> None:
    if face not in set(Face):
        raise ValueError("a screen offered what the record does not know")
    if monday not in weeks_there(now):
        raise Refusal(N_("She was not there in that week."))


def _by_monday(said: Iterable[Pulse] | Iterable[CompanyPulse]) -> dict[date, str]:
    return {one.monday: one.face for one in said if one.monday}


def _by_placement(said: Iterable[Pulse | CompanyPulse]) -> dict[str, dict[date, str]]:
    of: dict[str, dict[date, str]] = {}
    for one in said:
        if one.monday:
            of.setdefault(one.placement, {})[one.monday] = one.face
    return of
