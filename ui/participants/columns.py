"""The columns of the grid of participants, and the tones of states; what a column is stands in tables/columns.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mentordesk.domain.fields import Field, FieldValue, Home, NumberField
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.people import ALL_FIELDS, MATCHABLE, ROLE_FIELD, ROLE_NAMES, STATUS_NAMES, ParticipationStatus
from mentordesk.i18n.languages import language
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.queries.participants import Mark, ParticipantRow
from ui.language import say, spoken, tr
from ui.tables.columns import Align, Column, field_column

STATUS_TONES: dict[ParticipationStatus, str] = {
    ParticipationStatus.SUGGESTED: "plain",
    ParticipationStatus.ASKED: "plain",
    ParticipationStatus.RECEIVED: "accent",
    ParticipationStatus.COMPLETE: "accent",
    ParticipationStatus.INTERVIEWED: "accent",
    ParticipationStatus.SELECTED: "good",
    ParticipationStatus.WAITING: "warn",
    ParticipationStatus.DECLINED: "plain",
    ParticipationStatus.WITHDRAWN: "plain",
    ParticipationStatus.COMPLETED: "good",
}
PROGRAMME = "programme"
_FIELDS: Mapping[str, Field] = {field.key: field for field in ALL_FIELDS}
_LAST = 1_000_000  # of the waiting list: whoever has no place on it
_ORDER = {status: at for at, status in enumerate(ParticipationStatus)}
_ENTERED = (
    ("capacity", 80),
    ("email", 230),
    ("leadership_since", 130),
    ("leadership_education", 150),
    ("line_manager", 200),
)
_CHOSEN_FIRST = (
    ("phone", 130),
    ("tags", 160),
    ("notes", 260),
    ("trained_on", 130),
    ("area", 160),
)  # by whoever wants them
MARK_NAMES: dict[Mark, Message] = {
    Mark.RESTRICTED: msg("Restricted"),
    Mark.RESTS: msg("Rests"),
    Mark.NOT_THERE: msg("Not available now"),
    Mark.RETIRED: msg("Retired"),
    Mark.EXCEPTED: msg("Exception made"),
    Mark.EITHER_ROLE: msg("Would take either role"),
}


def columns(
    programmes: Mapping[ProgrammeId, str], by_name: Mapping[ParticipationId, int], own: Sequence[Field] = ()
) -> tuple[Column[ParticipantRow], ...]:
    """`programmes`: their names; `by_name`: each row's place in the order of names. Both are as of the rows shown.

    `own`: of the criteria that the programme added; they stand last, for they differ from programme to programme.
    """
    roles = {role: say(name) for role, name in ROLE_NAMES.items()}
    statuses = {status: say(name) for status, name in STATUS_NAMES.items()}
    marks = {mark: say(name) for mark, name in MARK_NAMES.items()}
    complete = tr("complete")
    missing = [say(nmsg("{count} missing", "{count} missing", count)) for count in range(1, 21)]
    return (
        Column(
            key="name",
            title=msg("Name"),
            text=lambda row: row.name,
            sort=lambda row: by_name[row.id],
            width=200,
            disc=True,
        ),
        Column(key="role", title=ROLE_FIELD.title, text=lambda row: roles[row.role], width=80),
        Column(
            key="status",
            title=msg("Status"),
            text=lambda row: statuses[row.status],
            sort=lambda row: (_ORDER[row.status], row.waiting_rank or _LAST),
            tone=lambda row: STATUS_TONES[row.status],
            width=180,
        ),
        Column(
            key="missing",
            title=msg("Requirements"),
            text=lambda row: missing[min(len(row.missing), len(missing)) - 1] if row.missing else _none(row, complete),
            sort=lambda row: len(row.missing),
            tone=lambda row: "warn" if row.missing else "good",
            hint=lambda row: ", ".join(map(say, row.missing)),
            width=120,
        ),
        _entered("confirmation", 170),
        _entered("unit", 200),
        _entered("title", 180),
        _entered("backgrounds", 180),
        Column(
            key="years",
            title=msg("Years as leader"),
            text=lambda row: "" if row.years_as_leader is None else str(row.years_as_leader),
            sort=lambda row: row.years_as_leader,
            align=Align.RIGHT,
            width=120,
        ),
        Column(key="partner", title=msg("In a pair with"), text=lambda row: row.partner, width=190),
        Column(
            key="places",
            title=msg("Free places"),
            text=lambda row: "" if row.places is None else str(row.places),
            sort=lambda row: row.places,
            align=Align.RIGHT,
            width=100,
        ),
        Column(
            key="language",
            title=_FIELDS["language"].title,
            text=lambda row: "" if row.language is None else language(row.language).own_name,
            edit=_FIELDS["language"],
            width=150,
        ),
        *(_entered(key, width) for key, width in _ENTERED),
        Column(
            key="contact",
            title=msg("Last contact"),
            text=lambda row: "" if row.last_contact is None else spoken().date(row.last_contact),
            sort=lambda row: row.last_contact,
            width=120,
        ),
        Column(
            key="marks",
            title=msg("Marks"),
            text=lambda row: ", ".join(marks[mark] for mark in row.marks),
            width=170,
        ),
        *(_entered(key, width, shown=False) for key, width in _CHOSEN_FIRST),
        Column(
            key=PROGRAMME,
            title=msg("Programme"),
            text=lambda row: programmes.get(row.programme, ""),
            width=220,
        ),
        *map(_own, own),
    )


def name_order(row: ParticipantRow) -> tuple[tuple[str, str], tuple[str, str]]:
    """Family names first, in the order of the window's language."""
    return spoken().sort_key(row.family_name), spoken().sort_key(row.given_name)


def _none(row: ParticipantRow, complete: str) -> str:
    return complete if row.status in MATCHABLE else ""


def lock_of(row: ParticipantRow) -> Message | None:
    """Why nothing can be entered of her."""
    if row.restricted_on is None:
        return None
    return msg(
        "The data on {name} are restricted since {day}: nothing is changed.", name=row.name, day=row.restricted_on
    )


def found_by(row: ParticipantRow) -> str | None:
    """What else than her columns a search finds her by; whoever is restricted is not found (GDPR 18)."""
    return None if row.restricted_on is not None else row.found_by


def _own(field: Field) -> Column[ParticipantRow]:
    """Blank for whoever is not asked for it."""
    align = Align.RIGHT if isinstance(field, NumberField) else Align.LEFT
    return field_column(
        field, lambda row: row.values.get(field.key), width=150, align=align, editable=True, shown=False
    )


def _entered(key: str, width: int, *, shown: bool = True) -> Column[ParticipantRow]:
    def value(row: ParticipantRow) -> FieldValue:
        return row.values[key]

    align = Align.RIGHT if key == "capacity" else Align.LEFT
    editable = _FIELDS[key].home is not Home.UNIT  # its colleagues' too
    return field_column(_FIELDS[key], value, width=width, align=align, editable=editable, shown=shown)
