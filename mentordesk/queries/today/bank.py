"""The mentor bank as alerts look at it: who is to be asked whether they stay, laid to one programme each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.alerts.views import BankInView
from mentordesk.domain.bank import Stay
from mentordesk.domain.ids import PersonId, ProgrammeId
from mentordesk.domain.programmes import Programme
from mentordesk.queries.bank import MentorPlaces
from mentordesk.queries.bank_list import BankRow, bank_over
from mentordesk.storage.records import ProgrammeRecord


def banks(
    session: Session,
    programmes: Mapping[ProgrammeId, Programme],
    day: date,
    places: Mapping[PersonId, MentorPlaces],
) -> Mapping[ProgrammeId, BankInView]:
    """Of each programme given. Every mentor is with one: her newest, or the newest of the file if she is in none."""
    newest = session.scalar(select(ProgrammeRecord.id).order_by(ProgrammeRecord.id.desc()).limit(1))
    asked: defaultdict[ProgrammeId | None, list[BankRow]] = defaultdict(list)
    for row in bank_over(session, day, places):
        if row.stay in (Stay.TO_ASK, Stay.ASKED) and not row.restricted:
            asked[row.programmes[-1].id if row.programmes else newest].append(row)
    return {each: _in_view(asked[each], of, day) for each, of in programmes.items()}


def _in_view(rows: list[BankRow], programme: Programme, day: date) -> BankInView:
    since = [row.ask_on for row in rows if row.stay is Stay.TO_ASK and row.ask_on is not None]
    waited = [row.asked_on for row in rows if row.stay is Stay.ASKED and row.asked_on is not None]
    return BankInView(
        day,
        len(since),
        min(since, default=None),
        len(waited),
        min(waited, default=None),
        programme.settings.patience,
    )
