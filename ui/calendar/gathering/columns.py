"""What the tables of a joint meeting show: attendance on one day, groups, who is asked. A row each person."""

from __future__ import annotations

from dataclasses import dataclass

from mentordesk.domain.meetings import Attendance, InviteAnswer
from mentordesk.domain.people import ROLE_NAMES
from mentordesk.i18n.message import Message, msg, pmsg
from mentordesk.queries.gathering import Asked
from mentordesk.queries.gathering_groups import Group
from ui.language import say, spoken, tr
from ui.tables.columns import Column
from ui.tables.model import RecordTable

ATTENDANCE_NAMES: dict[Attendance, Message] = {
    Attendance.PRESENT: pmsg("at a meeting", "Present"),
    Attendance.ABSENT: pmsg("at a meeting", "Absent"),
}
_TONES = {Attendance.PRESENT: "good", Attendance.ABSENT: "warn"}
_ANSWERS: dict[InviteAnswer, Message] = {
    InviteAnswer.ACCEPTED: msg("Comes"),
    InviteAnswer.TENTATIVE: msg("Comes perhaps"),
    InviteAnswer.DECLINED: msg("Does not come"),
}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who is asked, on the day that is looked at and in the group where she sits."""

    asked: Asked
    day: int
    others: tuple[tuple[int, int], ...]  # the other days: which one of how it is counted, and its number
    group: Group | None = None

    @property
    def now(self) -> Attendance | None:
        return self.asked.came.get(self.day)


def _id(row: PersonRow) -> str:
    return row.asked.person


def _name(row: PersonRow) -> str:
    return row.asked.name


def _role(row: PersonRow) -> str:
    return say(ROLE_NAMES[row.asked.role]) if row.asked.role is not None else tr("Guest")


def _unit(row: PersonRow) -> str:
    return row.asked.unit


def _employer(row: PersonRow) -> str:
    return row.asked.employer_name


def _partners(row: PersonRow) -> str:
    return spoken().listed(row.asked.partners)


def _answer(row: PersonRow) -> str:
    return say(_ANSWERS[row.asked.answer]) if row.asked.answer is not None else ""


def _title(row: PersonRow) -> str:
    return row.asked.title


def _attendance(row: PersonRow) -> str:
    return say(ATTENDANCE_NAMES[row.now]) if row.now is not None else tr("Not noted")


def _tone(row: PersonRow) -> str | None:
    return _TONES[row.now] if row.now is not None else None


def _other_days(row: PersonRow) -> str:
    noted = (
        tr("Day {number}: {attendance}", number=place, attendance=ATTENDANCE_NAMES[came])
        for place, number in row.others
        if (came := row.asked.came.get(number)) is not None
    )
    return ", ".join(noted)


def _followed_up(row: PersonRow) -> str:
    if not row.asked.absent:
        return ""
    day = row.asked.followed_up_on
    return tr("To be followed up") if day is None else tr("On {day}", day=day)


def _group(row: PersonRow) -> str:
    if row.group is None:
        return tr("In no group")
    return row.group.name or tr("Group {number}", number=row.group.number)


def _group_number(row: PersonRow) -> int:
    return row.group.number if row.group is not None else 0


def _by_hand(row: PersonRow) -> str:
    return tr("Put here by hand") if row.group is not None and row.asked.person in row.group.held else ""


_NAME: Column[PersonRow] = Column(key="name", title=msg("Name"), text=_name, width=200, disc=True)
_ROLE: Column[PersonRow] = Column(key="role", title=msg("Role"), text=_role, width=100)
_UNIT: Column[PersonRow] = Column(key="unit", title=msg("Unit"), text=_unit, width=200)
_EMPLOYER: Column[PersonRow] = Column(key="employer", title=msg("Employer"), text=_employer, width=190)
_WITH: Column[PersonRow] = Column(key="partners", title=msg("In a pair with"), text=_partners, width=190)
ATTENDANCE_COLUMNS: tuple[Column[PersonRow], ...] = (
    _NAME,
    Column(key="attendance", title=msg("Attendance"), text=_attendance, tone=_tone, width=140),
    _ROLE,
    _UNIT,
    Column(key="others", title=msg("Other days"), text=_other_days, width=150),
    Column(key="followed", title=msg("Follow-up"), text=_followed_up, width=150),
)
GROUP_COLUMNS: tuple[Column[PersonRow], ...] = (
    _NAME,
    Column(key="group", title=msg("Group"), text=_group, sort=_group_number, width=120),
    _ROLE,
    _EMPLOYER,
    _WITH,
    Column(key="byHand", title=msg("By hand"), text=_by_hand, width=150),
)
PEOPLE_COLUMNS: tuple[Column[PersonRow], ...] = (
    _NAME,
    _ROLE,
    Column(key="answer", title=msg("Answer"), text=_answer, width=130),
    Column(key="title", title=msg("Position"), text=_title, width=150),
    _UNIT,
    _EMPLOYER,
    _WITH,
)


def table_of(columns: tuple[Column[PersonRow], ...]) -> RecordTable[PersonRow]:
    return RecordTable(columns, _id)
