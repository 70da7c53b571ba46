"""The team's list of issues (R4): opened, with an owner and a next step, until it is closed. No word of a talk."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import check_length, one_line
from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import IssueId, MeetingId, ParticipationId, ProgrammeId, TalkId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import IssueRecord, ParticipationRecord
from mentordesk.storage.store import Store


def open_issue(store: Store, *, programme: ProgrammeId, title: str) -> IssueId:
    """
    Raises:
        KeyError: no programme bears that id.
        Refused: no title, or one that is too long.
    """
    with store.reading() as session:
        programme_of(session, programme)
    words = _title(title)
    with store.changing(msg("Open the issue “{title}”", title=words)) as session:
        return open_over(session, programme, words, on=store.today()).id


def open_over(
    session: Session,
    programme: ProgrammeId,
    title: str,
    *,
    on: date,
    talk: TalkId | None = None,
    meeting: MeetingId | None = None,
) -> IssueRecord:
    """Within another action's own change, as that of a pair talk.

    Raises:
        Refused: no title or one that is too long.
    """
    made = IssueRecord(programme_id=programme, title=_title(title), opened_on=on, talk_id=talk, meeting_id=meeting)
    session.add(made)
    session.flush()
    return made


def edit_issue(store: Store, issue: IssueId, *, title: str, step: str, on: date | None) -> None:
    """What it is called, what is done next, and when; without words and a day there is no next step.

    Raises:
        Refused: no such issue, it is closed, no title, or words that are too long.
    """
    called, words = _title(title), one_line(step)
    check_length(words, TEXT_LENGTH)
    _check(store, issue, open_only=True)
    with store.changing(msg("Change the issue “{title}”", title=called)) as session:
        record = session.get_one(IssueRecord, issue)
        record.title, record.next_step, record.next_on = called, words, on


def hand_over(store: Store, issue: IssueId, owner: ParticipationId | None) -> None:
    """
    Raises:
        Refused: no such issue, it is closed, or the owner is not of its programme.
    """
    title = _check(store, issue, open_only=True)
    with store.changing(msg("Hand over “{title}”", title=title)) as session:
        record = session.get_one(IssueRecord, issue)
        if owner is not None:
            of = session.get(ParticipationRecord, owner)
            if of is None or of.programme_id != record.programme_id:
                raise Refused(msg("Only somebody of this programme can take the issue on."))
        record.owner_id = owner


def close_issue(store: Store, issue: IssueId, *, on: date) -> None:
    """
    Raises:
        Refused: no such issue, it is closed, or a day to come or before it was opened.
    """
    if on > store.today():
        raise Refused(msg("{day} is in the future. Give the day on which it was closed.", day=on))
    title = _check(store, issue, open_only=True)
    with store.changing(msg("Close the issue “{title}”", title=title)) as session:
        record = session.get_one(IssueRecord, issue)
        if on < record.opened_on:
            raise Refused(msg("The issue was opened on {day}, so it cannot be closed before.", day=record.opened_on))
        record.closed_on = on


def reopen_issue(store: Store, issue: IssueId) -> None:
    """
    Raises:
        Refused: no such issue.
    """
    title = _check(store, issue)
    with store.changing(msg("Open the issue “{title}” again", title=title)) as session:
        session.get_one(IssueRecord, issue).closed_on = None


def _title(text: str) -> str:
    words = one_line(text)
    if not words:
        raise Refused(msg("Write what the issue is, in a few words."))
    check_length(words, NAME_LENGTH)
    return words


def _check(store: Store, issue: IssueId, *, open_only: bool = False) -> str:
    """Gives the title."""
    with store.reading() as session:
        found = session.get(IssueRecord, issue)
        if found is None:
            raise Refused(msg("That issue is not in the file any more."))
        if open_only and found.closed_on is not None:
            raise Refused(msg("“{title}” is closed. Open it again first.", title=found.title))
        return found.title
