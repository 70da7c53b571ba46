"""Tasks of the team, and reminders of one's own (R4); each is one step that can be undone."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import check_length, one_line
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import IssueId, MeetingId, ParticipationId, ProgrammeId, TaskId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import TeamTaskRecord
from mentordesk.storage.store import Store


def add_task(
    store: Store,
    *,
    programme: ProgrammeId,
    text: str,
    due_on: date | None,
    owner: ParticipationId | None = None,
    meeting: MeetingId | None = None,
    issue: IssueId | None = None,
) -> TaskId:
    """Without a meeting and an issue it is a reminder of one's own.

    Raises:
        KeyError: no programme bears that id.
        Refused: no text, or one that is too long, or a day that is past.
    """
    words = one_line(text)
    if not words:
        raise Refused(msg("Write what is to be done."))
    check_length(words, NAME_LENGTH)
    if due_on is not None and due_on < store.today():
        raise Refused(msg("{day} is past. Give the day by which it is to be done.", day=due_on))
    with store.reading() as session:
        programme_of(session, programme)
    made = TeamTaskRecord(
        programme_id=programme, text=words, due_on=due_on, owner_id=owner, meeting_id=meeting, issue_id=issue
    )
    with store.changing(msg("Add the task “{task}”", task=words)) as session:
        session.add(made)
        session.flush()
        return made.id


def finish_task(store: Store, task: TaskId, *, on: date) -> None:
    """
    Raises:
        Refused: no such task, or a day to come.
    """
    if on > store.today():
        raise Refused(msg("{day} is in the future. Give the day on which it was done.", day=on))
    with store.reading() as session:
        text = _found(session, task).text
    with store.changing(msg("Mark “{title}” as done", title=text)) as session:
        session.get_one(TeamTaskRecord, task).done_on = on


def _found(session: Session, task: TaskId) -> TeamTaskRecord:
    found = session.get(TeamTaskRecord, task)
    if found is None:
        raise Refused(msg("That task is not in the file any more."))
    return found
