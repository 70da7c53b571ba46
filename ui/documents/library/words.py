"""What the lists of the library say, and the fields of their forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from mentordesk.domain.fields import (
    TEXT_LENGTH,
    ChoiceField,
    Choices,
    DateField,
    FieldValue,
    NumberField,
    TextField,
    YesNoField,
)
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.library import ITEM_FORM_NAMES, MOST_COPIES, READERS
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.i18n.message import Wording, msg, pmsg
from mentordesk.queries.library import ItemRow, LoanRow, Reader, RequestRow
from ui.language import ptr, say, spoken, tr
from ui.tables.columns import Align, Column, day_column

TITLE = TextField("itemTitle", msg("Title"))
COPIES = NumberField("itemCopies", msg("Number of copies"), low=0, high=MOST_COPIES)
IS_BOOK = YesNoField("itemIsBook", msg("It is the book of the programme"))
EVERYWHERE = YesNoField("itemEverywhere", msg("For all programmes"))
HANDED_ON = DateField("handedOn", msg("Handed out on"))
DUE_ON = DateField("dueOn", msg("Back by"))
WANTED = TextField("wanted", msg("What is asked for"), length=TEXT_LENGTH, lines=True)
ASKED_ON = DateField("askedOn", msg("Asked on"))
ANSWER = TextField("requestAnswer", msg("The answer"), length=TEXT_LENGTH, lines=True)
ANSWERED_ON = DateField("answeredOn", msg("Answered on"))
_WHO = "requestBy"


class ForWhom(StrEnum):
    BOTH = "both"
    MENTEES = "mentees"
    MENTORS = "mentors"

    @property
    def roles(self) -> tuple[Role, ...]:
        return {ForWhom.BOTH: READERS, ForWhom.MENTEES: (Role.MENTEE,), ForWhom.MENTORS: (Role.MENTOR,)}[self]

    @staticmethod
    def of(roles: Iterable[Role]) -> ForWhom:
        told = tuple(roles)
        return next((each for each in ForWhom if each.roles == told), ForWhom.BOTH)


FOR_WHOM_NAMES = {
    ForWhom.BOTH: msg("Mentees and mentors"),
    ForWhom.MENTEES: msg("Mentees"),
    ForWhom.MENTORS: msg("Mentors"),
}
FOR_WHOM = ChoiceField(
    "itemForWhom", msg("For whom"), choices=Choices(tuple((key, name, "") for key, name in FOR_WHOM_NAMES.items()))
)


class Asking:
    """Whoever can ask for something, as a choice in a form."""

    def __init__(self, readers: Iterable[Reader]) -> None:
        named = {reader.id: f"{reader.name}, {say(ROLE_NAMES[reader.role])}" for reader in readers}
        self._ids: type[StrEnum] = StrEnum(  # type: ignore[misc]  # known when they are read
            "AskingIds", {f"reader_{at}": id_ for at, id_ in enumerate(named)}
        )
        options = tuple((self._ids(id_), msg("{name}", name=name), "") for id_, name in named.items())
        self.field = ChoiceField(_WHO, msg("Who asks"), choices=Choices(options))


def asked_by(values: Mapping[str, FieldValue]) -> ParticipationId:
    return ParticipationId(str(values[_WHO]))


def day_of(values: Mapping[str, FieldValue], field: DateField, otherwise: date) -> date:
    told = values.get(field.key)
    return told if isinstance(told, date) else otherwise


def due_of(values: Mapping[str, FieldValue]) -> date | None:
    told = values.get(DUE_ON.key)
    return told if isinstance(told, date) else None


def title_of(values: Mapping[str, FieldValue], known: Wording | None = None) -> Wording:
    """What was written holds in every language; what was left as it is stays in each of its own."""
    told = str(values.get(TITLE.key) or "")
    return known if known is not None and told == say(known) else Wording.everywhere(told)


def _left(row: ItemRow) -> str:
    return "" if row.left is None else spoken().number(row.left)


def _kind(row: ItemRow) -> str:
    return tr("Book of the programme") if row.is_book else say(ITEM_FORM_NAMES[row.form])


ITEMS: tuple[Column[ItemRow], ...] = (
    Column(key="title", title=msg("Title"), text=lambda row: say(row.title), width=240),
    Column(key="kind", title=msg("Kind"), text=_kind, width=150),
    Column(
        key="for", title=msg("For whom"), text=lambda row: say(FOR_WHOM_NAMES[ForWhom.of(row.for_roles)]), width=180
    ),
    Column(
        key="out",
        title=msg("Handed out"),
        text=lambda row: spoken().number(row.out),
        sort=lambda row: row.out,
        align=Align.RIGHT,
        width=90,
    ),
    Column(key="left", title=msg("Left"), text=_left, sort=lambda row: row.left, align=Align.RIGHT, width=70),
    Column(
        key="overdue",
        title=msg("Overdue"),
        text=lambda row: spoken().number(row.overdue) if row.overdue else "",
        sort=lambda row: row.overdue,
        align=Align.RIGHT,
        width=100,
    ),
    Column(key="file", title=msg("File name"), text=lambda row: row.file_name, width=170),
    Column(
        key="where",
        title=msg("Programme"),
        text=lambda row: tr("All programmes") if row.everywhere else tr("This programme"),
        width=150,
        shown=False,
    ),
)


def loan_state(row: LoanRow) -> str:
    if row.returned_on is not None:
        return tr("Back since {day}", day=row.returned_on)
    if row.overdue:
        return tr("Should be back")
    return ptr("loan", "Out") if row.due_on is not None else tr("To keep")


LOANS: tuple[Column[LoanRow], ...] = (
    Column(key="name", title=msg("Name"), text=lambda row: row.name, width=190, disc=True),
    Column(key="item", title=msg("What"), text=lambda row: say(row.title), width=180),
    day_column("due", msg("Back by"), lambda row: row.due_on),
    Column(key="state", title=msg("State"), text=loan_state, width=160),
    Column(key="copy", title=pmsg("of a book", "Copy"), text=lambda row: row.copy, width=90),
    day_column("handed", msg("Handed out on"), lambda row: row.handed_on, width=120),
    Column(key="role", title=msg("Role"), text=lambda row: say(ROLE_NAMES[row.role]), width=100),
    Column(key="unit", title=msg("Unit"), text=lambda row: row.unit, width=200, shown=False),
)


def request_state(row: RequestRow) -> str:
    return tr("Waits for an answer") if row.answered_on is None else tr("Answered on {day}", day=row.answered_on)


REQUESTS: tuple[Column[RequestRow], ...] = (
    Column(key="name", title=msg("Name"), text=lambda row: row.name, width=190, disc=True),
    Column(key="wanted", title=msg("What is asked for"), text=lambda row: " ".join(row.wanted.split()), width=240),
    Column(key="state", title=msg("State"), text=request_state, width=170),
    day_column("asked", msg("Asked on"), lambda row: row.asked_on),
    Column(key="answer", title=msg("The answer"), text=lambda row: " ".join(row.answer.split()), width=200),
    Column(key="role", title=msg("Role"), text=lambda row: say(ROLE_NAMES[row.role]), width=100),
)
