"""Meeting a programme's deadline (R51): what was due by it is done. Moving one is meetings.py's."""

from __future__ import annotations

from datetime import date

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Wording, msg
from mentordesk.storage.records import DeadlineRecord
from mentordesk.storage.store import Store


def finish_deadline(store: Store, deadline: str, *, on: date) -> None:
    """
    Raises:
        Refused: no such deadline, or a day to come.
    """
    if on > store.today():
        raise Refused(msg("{day} is in the future. Give the day on which it was done.", day=on))
    with store.reading() as session:
        found = session.get(DeadlineRecord, deadline)
        if found is None:
            raise Refused(msg("There is no deadline with the number {id}.", id=deadline))
        title = Wording.of(found.title)
    with store.changing(msg("Mark “{title}” as done", title=title)) as session:
        session.get_one(DeadlineRecord, deadline).done_on = on
