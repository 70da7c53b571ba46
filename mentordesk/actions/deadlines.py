"""Moving and meeting a programme's deadlines (R51); each is one step that can be undone."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from mentordesk.actions.standing_meetings import check_year
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Wording, msg
from mentordesk.storage.records import DeadlineRecord
from mentordesk.storage.store import Store


def move_deadline(store: Store, deadline: str, *, to: date) -> None:
    """A new plan leaves it there.

    Raises:
        Refused: no such deadline, what was due is done, or a day far from our time.
    """
    check_year(to)
    with store.reading() as session:
        found = _found(session, deadline)
        title, done_on = Wording.of(found.title), found.done_on
    if done_on is not None:
        raise Refused(msg("“{title}” was done on {day}, so its deadline stays.", title=title, day=done_on))
    with store.changing(msg("Move the deadline “{title}” to {day}", title=title, day=to)) as session:
        record = session.get_one(DeadlineRecord, deadline)
        record.due_on, record.pinned = to, True


def finish_deadline(store: Store, deadline: str, *, on: date) -> None:
    """What was due by it is done.

    Raises:
        Refused: no such deadline, or a day to come.
    """
    if on > store.today():
        raise Refused(msg("{day} is in the future. Give the day on which it was done.", day=on))
    with store.reading() as session:
        title = Wording.of(_found(session, deadline).title)
    with store.changing(msg("Mark “{title}” as done", title=title)) as session:
        session.get_one(DeadlineRecord, deadline).done_on = on


def _found(session: Session, deadline: str) -> DeadlineRecord:
    """
    Raises:
        Refused: no such deadline.
    """
    found = session.get(DeadlineRecord, deadline)
    if found is None:
        raise Refused(msg("There is no deadline with the number {id}.", id=deadline))
    return found
