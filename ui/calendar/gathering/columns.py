"""What the tables of a joint meeting show: attendance on one day, groups, who is asked, its programme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mentordesk.domain.meetings import Attendance, InviteAnswer
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.i18n.message import Message, msg, pmsg
from mentordesk.queries.gathering import Asked, Gathering
from mentordesk.queries.gathering_groups import Group
from mentordesk.queries.gathering_programme import AgendaItem
from mentordesk.queries.invited import Whom, whom
from ui.language import ntr, ptr, say, spoken, tr
from ui.tables.columns import Column
from ui.tables.model import RecordTable

ATTENDANCE_NAMES: dict[Attendance, Message] = {
    Attendance.PRESENT: pmsg("at a meeting", "Present"),
    Attendance.ABSENT: pmsg("at a meeting", "Absent"),
}
_TONES = {Attendance.PRESENT: "good", Attendance.ABSENT: "warn"}
_ANSWER_TONES = {InviteAnswer.ACCEPTED: "good", InviteAnswer.TENTATIVE: "plain", InviteAnswer.DECLINED: "warn"}
ANSWERS: dict[InviteAnswer, Message] = {
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
    sequence: int = 0  # the meeting's, now
    left_out: bool = False

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
    if row.left_out:
        return tr("Left out") if row.asked.invitation.left_out else tr("Not asked any more")
    if row.asked.answer is not None:
        return say(ANSWERS[row.asked.answer])
    return tr("No answer yet") if row.asked.invitation.invited_on is not None else ""


def _answer_tone(row: PersonRow) -> str | None:
    return None if row.left_out or row.asked.answer is None else _ANSWER_TONES[row.asked.answer]


def _invited(row: PersonRow) -> str:
    asked = row.asked.invitation
    if asked.invited_on is None and row.left_out:
        return ptr("an invitation", "Withdrawn") if asked.sequence_sent is not None else ""
    if asked.invited_on is None:
        return tr("Not yet")
    if asked.sequence_sent is not None and asked.sequence_sent < row.sequence:
        return tr("On {day}, before a change", day=asked.invited_on)
    return spoken().date(asked.invited_on)


def _extra(row: PersonRow) -> str:
    return tr("Extra") if row.asked.invitation.extra else ""


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
    Column(key="invited", title=msg("Invited"), text=_invited, width=150),
    Column(key="answer", title=msg("Answer"), text=_answer, tone=_answer_tone, width=140),
    Column(key="extra", title=msg("Extra"), text=_extra, width=90),
    Column(key="title", title=msg("Position"), text=_title, width=150),
    _UNIT,
    _EMPLOYER,
    _WITH,
)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of the programme; `place` is which of the meeting's days it lies on, 0 where there is one."""

    item: AgendaItem
    place: int


def invited_rows(seen: Gathering) -> Iterator[PersonRow]:
    """Everybody who is asked, then who is not, or not any more."""
    number = seen.days[0].number
    for person in seen.people:
        yield PersonRow(person, number, (), None, seen.sequence)
    for person in seen.left_out:
        yield PersonRow(person, number, (), None, seen.sequence, left_out=True)


def people_words(seen: Gathering) -> Iterator[str]:
    roles = Counter(person.role for person in seen.people)
    mentees, mentors = roles[Role.MENTEE], roles[Role.MENTOR]
    yield ntr("{count} person is asked", "{count} people are asked", len(seen.people))
    if mentees:
        yield ntr("{count} mentee", "{count} mentees", mentees)
    if mentors:
        yield ntr("{count} mentor", "{count} mentors", mentors)
    if seen.left_out:
        yield ntr("{count} left out", "{count} left out", len(seen.left_out))
    if untold := len(whom(seen, Whom.NO_LONGER)):
        yield ntr("{count} of them still has the invitation", "{count} of them still have the invitation", untold)


def answer_words(seen: Gathering) -> Iterator[str]:
    """The head count: invited, and what came back."""
    invited = [person for person in seen.people if person.invitation.invited_on is not None]
    answers = Counter(person.answer for person in seen.people)
    if not invited and not any(answers[answer] for answer in InviteAnswer):
        yield tr("Nobody is invited yet")
        return
    yield ntr("{count} invited", "{count} invited", len(invited))
    yield ntr("{count} comes", "{count} come", answers[InviteAnswer.ACCEPTED])
    if answers[InviteAnswer.TENTATIVE]:
        yield ntr("{count} comes perhaps", "{count} come perhaps", answers[InviteAnswer.TENTATIVE])
    yield ntr("{count} does not come", "{count} do not come", answers[InviteAnswer.DECLINED])
    silent = sum(person.answer is None for person in invited)
    yield ntr("{count} has not answered", "{count} have not answered", silent)


def item_rows(seen: Gathering) -> Iterator[ItemRow]:
    places = {day.number: place for place, day in enumerate(seen.days, start=1)}
    for item in seen.items:
        yield ItemRow(item, places[item.day] if len(places) > 1 else 0)


def _item_time(each: ItemRow) -> str:
    item = each.item
    hours = tr("{from_time} to {to_time}", from_time=item.starts_at.time(), to_time=item.ends_at.time())
    return tr("Day {number}: {hours}", number=each.place, hours=hours) if each.place else hours


def _item_speakers(each: ItemRow) -> str:
    return spoken().listed([speaker.name for speaker in each.item.speakers])


ITEM_COLUMNS: tuple[Column[ItemRow], ...] = (
    Column(
        key="when",
        title=msg("Time"),
        text=_item_time,
        sort=lambda each: each.item.starts_at.isoformat(),
        width=170,
    ),
    Column(key="title", title=msg("Item"), text=lambda each: say(each.item.title), width=300),
    Column(key="speakers", title=msg("Speakers"), text=_item_speakers, width=190),
    Column(key="room", title=msg("Room"), text=lambda each: each.item.room, width=110),
    Column(key="note", title=msg("Note"), text=lambda each: each.item.note, width=150),
)


def table_of(columns: tuple[Column[PersonRow], ...]) -> RecordTable[PersonRow]:
    return RecordTable(columns, _id)
