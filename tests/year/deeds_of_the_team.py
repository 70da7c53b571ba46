"""What the coordinator does in a simulated programme, by the product's own actions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from sqlalchemy import select

from mentordesk.actions.attendance import follow_up, note_attendance
from mentordesk.actions.deadlines import finish_deadline
from mentordesk.actions.holding import note_held
from mentordesk.actions.issues import close_issue, edit_issue, open_issue
from mentordesk.actions.meetings import cancel_meeting
from mentordesk.actions.team_tasks import add_task, finish_task
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.ids import IssueId, MeetingId, ParticipationId, PersonId, TaskId
from mentordesk.domain.meetings import Attendance
from mentordesk.i18n.message import msg
from mentordesk.storage.records import (
    MentorRecord,
    PaperRecord,
    ParticipationRecord,
    PersonRecord,
    UnitRecord,
)
from tests.year.facts import Task
from tests.year.life import Life
from tests.year.story import Deed


def _hold_meeting(life: Life, deed: Deed) -> None:
    note_held(life.store, MeetingId(deed.about), today=life.day)


def _cancel_meeting(life: Life, deed: Deed) -> None:
    cancel_meeting(life.store, MeetingId(deed.about))


def _note_who_came(life: Life, deed: Deed) -> None:
    """Of a few mentors, who are asked to every joint meeting; the first of them are absent on all days."""
    (absent,) = deed.words
    assert isinstance(absent, int)
    meeting = life.meeting(deed.about)
    mentors = [pair.mentor for pair in life.facts.pairs if pair.ended is None][:6]
    with life.store.reading() as session:
        people = [session.get_one(ParticipationRecord, mentor).person_id for mentor in mentors]
    came = {person: Attendance.ABSENT if n < absent else Attendance.PRESENT for n, person in enumerate(people)}
    for number in range(1, len(meeting.days) + 1):
        note_attendance(life.store, MeetingId(deed.about), number, came, today=life.day)
    meeting.noted = bool(people)
    meeting.absent = set(people[:absent])


def _follow_up(life: Life, deed: Deed) -> None:
    meeting = life.meeting(deed.about)
    people = [PersonId(person) for person in meeting.absent]
    follow_up(life.store, MeetingId(deed.about), people, on=life.day, today=life.day)
    meeting.absent.clear()


def _finish(life: Life, deed: Deed) -> None:
    finish_deadline(life.store, deed.about, on=life.day)
    next(due for due in life.facts.deadlines if due.id == deed.about).done = life.day


def _hand_out_book(life: Life, deed: Deed) -> None:
    with life.store.changing(msg("Book")) as session:
        session.add(PaperRecord(participation_id=ParticipationId(deed.about), kind=PaperKind.BOOK, received=True))
    life.facts.without_book.discard(deed.about)


def _enter_unit(life: Life, deed: Deed) -> None:
    with life.store.changing(msg("Unit")) as session:
        part = session.get_one(ParticipationRecord, deed.about)
        unit = session.scalars(select(UnitRecord.id)).first()
        session.get_one(PersonRecord, part.person_id).unit_id = unit
    life.facts.without_unit.discard(deed.about)


def _they_stay(life: Life, _: Deed) -> None:
    with life.store.changing(msg("They stay")) as session:
        for part, person in session.execute(select(ParticipationRecord.id, ParticipationRecord.person_id)):
            if life.facts.ask_on.get(part, date.max) <= life.day:
                mentor = session.get_one(MentorRecord, person)
                mentor.stay_asked_on = mentor.stay_confirmed_on = life.day
                life.facts.ask_on[part] = life.day + timedelta(365)


def _add_task(life: Life, deed: Deed) -> None:
    assert deed.day is not None
    text = f"Task of {life.day}"
    number = add_task(life.store, programme=life.programme, text=text, due_on=deed.day)
    life.facts.tasks.append(Task(number, text, deed.day))


def _finish_task(life: Life, deed: Deed) -> None:
    finish_task(life.store, TaskId(deed.about), on=life.day)
    next(task for task in life.facts.tasks if task.id == deed.about).open = False


def _open_issue(life: Life, deed: Deed) -> None:
    assert deed.day is not None
    title = f"Issue of {life.day}"
    number = open_issue(life.store, programme=life.programme, title=title)
    edit_issue(life.store, number, title=title, step="ask", on=deed.day)
    life.facts.issues.append(Task(number, title, deed.day))


def _close_issue(life: Life, deed: Deed) -> None:
    close_issue(life.store, IssueId(deed.about), on=life.day)
    next(issue for issue in life.facts.issues if issue.id == deed.about).open = False


DEEDS: dict[str, Callable[[Life, Deed], None]] = {
    "hold the meeting": _hold_meeting,
    "cancel the meeting": _cancel_meeting,
    "note who came": _note_who_came,
    "follow up": _follow_up,
    "finish": _finish,
    "hand out the book": _hand_out_book,
    "enter the unit": _enter_unit,
    "they stay": _they_stay,
    "add a task": _add_task,
    "finish the task": _finish_task,
    "open an issue": _open_issue,
    "close the issue": _close_issue,
}
