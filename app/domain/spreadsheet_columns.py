"""Which column of a list is which fact, by the word above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from app.domain.spreadsheet_values import looks_like_date, looks_like_phone
from app.i18n import N_


class Column(StrEnum):
    """What a column of the list may become in a contact."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    PHONE = "phone"
    PHONE_2 = "phone_2"
    ADDRESS = "address"
    POSTCODE = "postcode"
    CITY = "city"
    LANGUAGE = "language"
    CHANNEL = "channel"
    OUTCOME = "outcome"
    MET_ON = "met_on"
    FOLLOWUP_ON = "followup_on"
    NOTE = "note"


LABELS = {
    Column.NAME: N_("Name"),
    Column.FIRST_NAME: N_("First name"),
    Column.LAST_NAME: N_("Last name"),
    Column.PHONE: N_("Phone"),
    Column.PHONE_2: N_("Second phone"),
    Column.ADDRESS: N_("Address"),
    Column.POSTCODE: N_("Postcode"),
    Column.CITY: N_("Town"),
    Column.LANGUAGE: N_("Language"),
    Column.CHANNEL: N_("How you met"),
    Column.OUTCOME: N_("What came of it"),
    Column.MET_ON: N_("Day you met"),
    Column.FOLLOWUP_ON: N_("Day to follow up"),
    Column.NOTE: N_("Note"),
}

MANY = frozenset({Column.NOTE})
"""Several columns may go there; they are put under one another."""

_MOST = 0.8

_WORDS = {
    Column.NAME: "navn fuldenavn fuldtnavn borger borgernavn deltager deltagernavn beboer person kontaktnavn name "
    "fullname contactname participant resident",
    Column.FIRST_NAME: "fornavn fornavne firstname givenname forename",
    Column.LAST_NAME: "efternavn efternavne lastname surname familyname",
    Column.PHONE: "telefon telefonnummer telefonnr tlf tlfnr tlfnummer tel phone phonenumber telephone telefon1 tlf1",
    Column.PHONE_2: "mobil mobilnr mobilnummer mobiltelefon mobiltlf mobile mobilephone cell cellphone telefon2 tlf2",
    Column.ADDRESS: "adresse bopæl bopaelsadresse bopælsadresse vej vejnavn gade gadenavn opgang address street "
    "streetaddress lejemål lejemaal boligadresse",
    Column.POSTCODE: "postnr postnummer postcode zip zipcode postalcode",
    Column.CITY: "by bynavn postdistrikt city town",
    Column.LANGUAGE: "sprog modersmål modersmaal talersprog language mothertongue firstlanguage",
    Column.CHANNEL: "kanal kontaktform kontakttype mødested måde channel contacttype",
    Column.OUTCOME: "resultat udfald udbytte status outcome result",
    Column.MET_ON: "dato kontaktdato mødedato kontaktet sidstekontakt senestekontakt førstekontakt samtaledato besøgt "
    "date contactdate meton lastcontact contacted",
    Column.FOLLOWUP_ON: "opfølgning opfølgningsdato opfølgningdato opfølges næstekontakt kontaktigen genbesøg followup "
    "followupdate followupon nextcontact",
    Column.NOTE: "bemærkning bemærkninger bemaerkning bemaerkninger note noter notat notater kommentar kommentarer "
    "beskrivelse andet remark remarks notes comment comments description",
}

_BIRTH = ("fød", "foed", "birth", "born")
"""A heading with a word that begins so tells when or where she was born, which no contact keeps."""

_KNOWN = {word: column for column, words in _WORDS.items() for word in words.split()}


def words_known(cells: Sequence[str]) -> int:
    """How many of these cells are words that head a column."""
    return sum(_exact(cell) is not None for cell in cells)


def match_columns(header: Sequence[str]) -> dict[int, Column]:
    """{column of the file: what it becomes}; a whole word above beats one of several words, a column a later one."""
    matched: dict[int, Column] = {}
    for find in (_exact, _among):
        for at, word in enumerate(header):
            column = find(word)
            if at not in matched and column and (column in MANY or column not in matched.values()):
                matched[at] = column
    if Column.PHONE_2 in matched.values() and Column.PHONE not in matched.values():
        matched = {at: Column.PHONE if column is Column.PHONE_2 else column for at, column in matched.items()}
    return matched


def guess_columns(columns: Sequence[Sequence[str]]) -> dict[int, Column]:
    """For a list without a heading: telephones and days by how they look; the first other column is the name."""
    matched: dict[int, Column] = {}
    for at, cells in enumerate(columns):
        filled = [cell for cell in cells if cell]
        for looks, wanted in (
            (looks_like_phone, (Column.PHONE, Column.PHONE_2)),
            (looks_like_date, (Column.MET_ON, Column.FOLLOWUP_ON)),
            (any, (Column.NAME, Column.ADDRESS)),
        ):
            free = next((column for column in wanted if column not in matched.values()), None)
            if free and filled and sum(map(bool, map(looks, filled))) >= _MOST * len(filled):
                matched[at] = free
                break
    return matched


def _exact(word: str) -> Column | None:
    return _KNOWN.get(re.sub(r"[\W_]+", "", word.casefold()))


def _among(word: str) -> Column | None:
    parts = [part for part in re.split(r"[\W_]+", word.casefold()) if part]
    if any(part.startswith(_BIRTH) for part in parts):
        return None
    pairs = ["".join(pair) for pair in pairwise(parts)]
    return next((_KNOWN[part] for part in (*pairs, *parts) if part in _KNOWN), None)
