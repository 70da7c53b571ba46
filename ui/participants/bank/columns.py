"""The columns of the bank, and in words how a mentor stands today: free, full, resting, gone (R11)."""

from __future__ import annotations

from collections import Counter
from datetime import date

from mentordesk.domain.bank import STAY_NAMES, Stay
from mentordesk.domain.fields import Field, FieldValue
from mentordesk.domain.mentor_fields import MENTOR_FIELDS
from mentordesk.domain.pairs import PAIR_STATUS_NAMES, RUNNING
from mentordesk.domain.people import PERSON_FIELDS
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.i18n.message import msg
from mentordesk.queries.bank_list import BankRow
from ui.language import ntr, say, spoken, tr
from ui.tables.columns import Align, Column, field_column

STAY_TONES: dict[Stay, str] = {
    Stay.STAYS: "good",
    Stay.TO_ASK: "warn",
    Stay.ASKED: "accent",
    Stay.LEFT: "plain",
    Stay.UNKNOWN: "plain",
}
_FIELDS = {field.key: field for field in (*PERSON_FIELDS, *MENTOR_FIELDS)}
_NAMES = {known.code.value: known.own_name for known in LANGUAGES}


def columns(today: date) -> tuple[Column[BankRow], ...]:
    return (
        Column(key="name", title=msg("Name"), text=lambda row: row.name, sort=name_order, width=200, disc=True),
        Column(key="unit", title=_FIELDS["unit"].title, text=lambda row: row.unit, width=180),
        Column(
            key="now",
            title=msg("Now"),
            text=lambda row: standing(row, today),
            sort=lambda row: (-row.places.free, spoken().sort_key(standing(row, today))),
            tone=lambda row: standing_tone(row),
            width=190,
        ),
        Column(
            key="load",
            title=msg("Mentees"),
            text=lambda row: str(row.places.load) if row.places.load else "",
            sort=lambda row: row.places.load,
            align=Align.RIGHT,
            width=80,
        ),
        _entered("capacity", 80, Align.RIGHT),
        Column(
            key="stay",
            title=msg("Stays in the bank"),
            text=lambda row: say(STAY_NAMES[row.stay]),
            tone=lambda row: STAY_TONES[row.stay],
            hint=stay_in_words,
            width=140,
        ),
        Column(key="pairs", title=msg("Pairs so far"), text=pairs_in_words, sort=lambda row: len(row.pairs), width=210),
        _entered("trained_on", 130),
        _entered("rests_until", 120),
        _entered("available_from", 130),
        _entered("available_until", 130),
        _entered("offers", 220),
        Column(key="spoken", title=_FIELDS["spoken"].title, text=_languages, width=140),
        Column(
            key="retired",
            title=_FIELDS["retired"].title,
            text=lambda row: tr("yes") if row.retired else "",
            width=90,
        ),
        Column(
            key="programmes",
            title=msg("Programmes"),
            text=lambda row: ", ".join(each.name for each in row.programmes),
            width=240,
        ),
    )


def value_of(row: BankRow, key: str) -> FieldValue:
    """Of a Field of the bank."""
    presence = row.places.presence
    match key:
        case "capacity":
            return row.places.own_maximum
        case "offers":
            return row.offers or None
        case "trained_on":
            return row.trained_on
        case "available_from":
            return presence.available_from
        case "available_until":
            return presence.available_until
        case "rests_until":
            return presence.rests_until
    raise KeyError(key)


def standing(row: BankRow, today: date) -> str:
    """The first thing that whoever looks for a mentor must know."""
    presence = row.places.presence
    if row.restricted:
        return tr("Restricted")
    if presence.left(today) and row.left_on is not None:
        return tr("Left {day}", day=row.left_on)
    if presence.over(today) and presence.available_until is not None:
        return tr("Available until {day}", day=presence.available_until)
    back = presence.away_until(today)
    if back is not None:
        return tr("Rests until {day}", day=back) if back == presence.rests_until else tr("From {day}", day=back)
    if row.places.free:
        return ntr("{count} place free", "{count} places free", row.places.free)
    return tr("Takes nobody now") if row.places.most == 0 else tr("Full")


def standing_tone(row: BankRow) -> str:
    if row.places.free:
        return "good"
    return "accent" if row.places.there else "plain"


def stay_in_words(row: BankRow) -> str:
    """With its days: when she said so, when she was asked, when she is asked again."""
    match row.stay:
        case Stay.LEFT if row.left_on is not None:
            return tr("Left the bank on {day}.", day=row.left_on)
        case Stay.ASKED if row.asked_on is not None:
            return tr("Asked on {day}, no answer yet.", day=row.asked_on)
        case Stay.STAYS if row.confirmed_on is not None and row.ask_on is not None:
            return tr(
                "Said on {day} that they stay; to be asked again on {next}.", day=row.confirmed_on, next=row.ask_on
            )
        case Stay.STAYS if row.ask_on is not None:
            return tr("To be asked for the first time on {day}.", day=row.ask_on)
        case Stay.TO_ASK if row.ask_on is not None:
            return tr("To be asked since {day}.", day=row.ask_on)
    return tr("Nobody noted since when they are in the bank, or whether they stay.")


def pairs_in_words(row: BankRow) -> str:
    """How many, and what became of those that are over."""
    if not row.pairs:
        return ""
    over = Counter(pair.status for pair in row.pairs if pair.status not in RUNNING)
    running = len(row.pairs) - sum(over.values())
    said = [ntr("{count} running", "{count} running", running)] if running else []
    said += [f"{number} {say(PAIR_STATUS_NAMES[status]).lower()}" for status, number in over.items()]
    return ", ".join(said)


def name_order(row: BankRow) -> tuple[tuple[str, str], tuple[str, str]]:
    return spoken().sort_key(row.family_name), spoken().sort_key(row.given_name)


def _languages(row: BankRow) -> str:
    return ", ".join(_NAMES.get(word, word) for word in row.spoken)


def _entered(key: str, width: int, align: Align = Align.LEFT) -> Column[BankRow]:
    def value(row: BankRow) -> FieldValue:
        return value_of(row, key)

    field: Field = _FIELDS[key]
    return field_column(field, value, width=width, align=align, editable=True)
