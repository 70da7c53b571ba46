"""What is done while applications are read one after the other: inviting to an interview (R20, R23).

Deciding is selecting.py's; a status alone participants.py's.
"""

from __future__ import annotations

from datetime import date

from mentordesk.actions.steps import reach
from mentordesk.domain.cleaning import folded, one_line
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import ParticipationStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.participants import check_unrestricted, names_over
from mentordesk.storage.records import ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store

_READ = frozenset({ParticipationStatus.RECEIVED, ParticipationStatus.COMPLETE})


def invite(store: Store, id_: ParticipationId, *, tag: str, today: date, by: str = "") -> None:
    """The application is complete, and whoever plans interviews finds it by the tag.

    `tag`: in the language of the window, for it is a word of the user's list.

    Raises:
        Refused: she has got further than an application, or is gone.
    """
    word = one_line(tag)
    with store.reading() as session:
        name = names_over(session, [id_])[id_]
        check_unrestricted(session, [id_])
    with store.changing(msg("Invite {name} to an interview", name=name)) as session:
        participation = session.get_one(ParticipationRecord, id_)
        if participation.status not in _READ:
            raise Refused(msg("{name} has got further than an application already.", name=name))
        reach(session, participation, ParticipationStatus.COMPLETE, today=today, by=by)
        person = session.get_one(PersonRecord, participation.person_id)
        if folded(word) not in map(folded, person.tags or ()):
            person.tags = [*(person.tags or ()), word]
