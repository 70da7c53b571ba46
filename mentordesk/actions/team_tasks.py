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
from mentordesk.storage.records import ParticipationRecord, TeamTaskRecord
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
        Refused: no text, or one that is too long, a day that is past, or an owner of another programme.
    """
    words = _words(text)
    with store.reading() as session:
        programme_of(session, programme)
    with store.changing(msg("Add the task “{task}”", task=words)) as session:
        return task_over(
            session,
            programme=programme,
            text=words,
            due_on=due_on,
            owner=owner,
            meeting=meeting,
            issue=issue,
            today=store.today(),
        ).id


def task_over(
    session: Session,
    *,
    programme: ProgrammeId,
    text: str,
    due_on: date | None,
    today: date,
    owner: ParticipationId | None = None,
    meeting: MeetingId | None = None,
    issue: IssueId | None = None,
) -> TeamTaskRecord:
    """Within another action's own change, as that of a meeting of the team.

    Raises:
        Refused: as `add_task` does.
    """
    words = _words(text)
    if due_on is not None and due_on < today:
        raise Refused(msg("{day} is past. Give the day by which it is to be done.", day=due_on))
    _check_owner(session, programme, owner)
    made = TeamTaskRecord(
        programme_id=programme, text=words, due_on=due_on, owner_id=owner, meeting_id=meeting, issue_id=issue
    )
    session.add(made)
    session.flush()
    return made


def edit_task(store: Store, task: TaskId, *, text: str, due_on: date | None, owner: ParticipationId | None) -> None:
    """A day that stands already may be past; a new one may not.

    Raises:
        Refused: no such task, it is done, no text or one that is too long, a day that is past, or an owner of
            another programme.
    """
    words = _words(text)
    with store.reading() as session:
        found = _found(session, task)
        if found.done_on is not None:
            raise Refused(msg("“{title}” is done. Open it again first.", title=found.text))
        if due_on is not None and due_on < store.today() and due_on != found.due_on:
            raise Refused(msg("{day} is past. Give the day by which it is to be done.", day=due_on))
        _check_owner(session, found.programme_id, owner)
    with store.changing(msg("Change the task “{task}”", task=words)) as session:
        record = session.get_one(TeamTaskRecord, task)
        record.text, record.due_on, record.owner_id = words, due_on, owner


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


def reopen_task(store: Store, task: TaskId) -> None:
    """
    Raises:
        Refused: no such task.
    """
    with store.reading() as session:
        text = _found(session, task).text
    with store.changing(msg("Open the task “{task}” again", task=text)) as session:
        session.get_one(TeamTaskRecord, task).done_on = None


def remove_task(store: Store, task: TaskId) -> None:
    """One that was written by mistake; what was done is marked as done instead.

    Raises:
        Refused: no such task.
    """
    with store.reading() as session:
        text = _found(session, task).text
    with store.changing(msg("Remove the task “{task}”", task=text)) as session:
        session.delete(session.get_one(TeamTaskRecord, task))


def _words(text: str) -> str:
    words = one_line(text)
    if not words:
        raise Refused(msg("Write what is to be done."))
    check_length(words, NAME_LENGTH)
    return words


def _check_owner(session: Session, programme: ProgrammeId, owner: ParticipationId | None) -> None:
    if owner is None:
        return
    of = session.get(ParticipationRecord, owner)
    if of is None or of.programme_id != programme:
        raise Refused(msg("Only somebody of this programme can take the task on."))


def _found(session: Session, task: TaskId) -> TeamTaskRecord:
    found = session.get(TeamTaskRecord, task)
    if found is None:
        raise Refused(msg("That task is not in the file any more."))
    return found
