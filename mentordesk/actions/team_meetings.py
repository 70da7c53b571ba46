"""Noting a meeting of the team: that it was held, what was decided, who does what (R4). One step, one undo.

Tasks are changed and done in team_tasks.py; a meeting is added, moved and cancelled as any other (meetings.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.actions.team_tasks import task_over
from mentordesk.domain.cleaning import check_length, one_line
from mentordesk.domain.fields import TEXT_LENGTH
from mentordesk.domain.ids import MeetingId, ParticipationId, TaskId
from mentordesk.domain.meeting_titles import title_of
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Sayable, msg
from mentordesk.queries.team_meetings import team_meeting_over
from mentordesk.storage.records import MeetingDayRecord, MeetingRecord, TeamDecisionRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class NewTask:
    """`owner`: of those who run the programme."""

    text: str
    owner: ParticipationId | None = None
    due_on: date | None = None


def note(
    store: Store, meeting: MeetingId, decisions: Sequence[str], tasks: Sequence[NewTask] = (), *, held: bool
) -> tuple[TaskId, ...]:
    """All decisions of the meeting, in place of those noted before; the tasks are added to those that there are.

    Args:
        held: notes that it took place, too; else its status stays what it is.

    Raises:
        Refused: no such meeting or none of the team's, a cancelled one, one that has not begun and is said to be
            held, words that are too long, a task without words, with a day that is past or an owner of another
            programme.
    """
    texts = tuple(filter(None, (one_line(text) for text in decisions)))
    for text in texts:
        check_length(text, TEXT_LENGTH)
    with store.reading() as session:
        title, first = _known(session, meeting)
    if held and first > store.today():
        raise Refused(msg("“{title}” begins on {day}. It can be noted as held from then on.", title=title, day=first))
    with store.changing(msg("Note “{title}” on {day}", title=title, day=first)) as session:
        record = session.get_one(MeetingRecord, meeting)
        if held:
            record.status = MeetingStatus.HELD
        _put_decisions(session, meeting, texts)
        made = [
            task_over(
                session,
                programme=record.programme_id,
                text=task.text,
                due_on=task.due_on,
                owner=task.owner,
                meeting=meeting,
                today=store.today(),
            )
            for task in tasks
        ]
        return tuple(task.id for task in made)


def _known(session: Session, meeting: MeetingId) -> tuple[Sayable, date]:
    """Title and first day.

    Raises:
        Refused: no such meeting or none of the team's, or a cancelled one.
    """
    record = team_meeting_over(session, meeting)
    title = title_of(record.kind, record.title)
    if record.status is MeetingStatus.CANCELLED:
        raise Refused(msg("“{title}” is cancelled.", title=title))
    first = session.scalars(
        select(func.min(MeetingDayRecord.starts_at)).where(MeetingDayRecord.meeting_id == meeting)
    ).one()
    return title, first.date()


def _put_decisions(session: Session, meeting: MeetingId, texts: Sequence[str]) -> None:
    """Those that are there take the new words in their order, so that an unchanged one leaves no trace."""
    query = select(TeamDecisionRecord).where(TeamDecisionRecord.meeting_id == meeting)
    there = session.scalars(query.order_by(TeamDecisionRecord.number)).all()
    for record, text in zip(there, texts, strict=False):
        record.text = text
    for record in there[len(texts) :]:
        session.delete(record)
    last = there[-1].number if there else 0
    for at, text in enumerate(texts[len(there) :], start=1):
        session.add(TeamDecisionRecord(meeting_id=meeting, number=last + at, text=text))
