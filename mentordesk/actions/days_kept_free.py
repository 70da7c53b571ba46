"""The days that a programme's plan keeps free beside week-ends and public holidays: school breaks and the like (R51).

Nothing that is planned moves by that: replanning.py does, when it is asked to.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentordesk.actions.programme_settings import set_settings
from mentordesk.domain.cleaning import fitting, one_line
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.programmes import AvoidedSpan, ProgrammeSettings
from mentordesk.domain.refusals import Refused
from mentordesk.domain.templates import settings_from
from mentordesk.i18n.message import Wording, msg
from mentordesk.storage.records import ProgrammeRecord
from mentordesk.storage.store import Store

_LONGEST = timedelta(120)


def keep_free(store: Store, programme: ProgrammeId, *, title: str, first: date, last: date) -> AvoidedSpan:
    """From the first to the last day, both included, in that year alone: a school break has other days each year.

    Raises:
        Refused: no title, the last day before the first, more than a season, or the very same days again.
    """
    called = fitting(one_line(title), NAME_LENGTH)
    if not called:
        raise Refused(msg("Say what the days are kept free for, such as “autumn break”."))
    if last < first:
        raise Refused(msg("The last day lies before the first. Choose {first} or a later day.", first=first))
    if last - first > _LONGEST:
        raise Refused(msg("That is more than four months. Is the year right?"))
    span = AvoidedSpan(Wording.everywhere(called), days=(first, last))
    if any(each.days == span.days for each in _kept_free(store, programme)):
        raise Refused(msg("These days are kept free already."))
    with store.changing(msg("Keep “{title}” free", title=called)) as session:
        record = session.get_one(ProgrammeRecord, programme)
        set_settings(record, lambda settings: _with(settings, (*settings.avoided, span)))
    return span


def use_again(store: Store, programme: ProgrammeId, span: AvoidedSpan) -> None:
    """Meetings may be planned there again.

    Raises:
        Refused: it is not kept free any more.
    """
    if span not in _kept_free(store, programme):
        raise Refused(msg("These days are not kept free any more."))
    with store.changing(msg("Keep “{title}” free no more", title=span.title)) as session:
        record = session.get_one(ProgrammeRecord, programme)
        set_settings(record, lambda known: _with(known, tuple(each for each in known.avoided if each != span)))


def _kept_free(store: Store, programme: ProgrammeId) -> tuple[AvoidedSpan, ...]:
    with store.reading() as session:
        return settings_from(session.get_one(ProgrammeRecord, programme).settings).avoided


def _with(settings: ProgrammeSettings, avoided: tuple[AvoidedSpan, ...]) -> ProgrammeSettings:
    return replace(settings, avoided=avoided)
