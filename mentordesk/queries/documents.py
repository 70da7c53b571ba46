"""The papers of pairs: whose there are, in which languages each is read, and what all of a programme share.

What each kind says is pair_contents.py's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.documents.papers.contract import JointMeeting
from mentordesk.documents.papers.logbook import LogbookContent
from mentordesk.documents.papers.parties import Contact
from mentordesk.domain.ids import PairId, ProgrammeId
from mentordesk.domain.meetings import MeetingStatus, meeting_kind
from mentordesk.domain.pairs import RUNNING, Side
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import Programme
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Sayable, Wording
from mentordesk.queries.conversations import conversations_over
from mentordesk.queries.form_stamps import file_id_over
from mentordesk.queries.goals import sheets_over
from mentordesk.queries.letterhead import letterhead_over
from mentordesk.queries.pair_contents import CONTENTS, FOR_ONE, Content, Frame, nobodys_logbook
from mentordesk.queries.pairs import PairRow, pairs_over
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.talk_dates import next_talks_over
from mentordesk.storage.records import (
    FitQuestionRecord,
    MeetingDayRecord,
    MeetingRecord,
    PairRecord,
    ParticipationRecord,
    PersonRecord,
)
from mentordesk.storage.store import Store

_WITH_GOALS = frozenset({"goal-document", "talk-sheet"})


@dataclass(frozen=True, slots=True)
class Paper:
    """One document to print: of which pair, read in which languages, saying what."""

    pair: PairId
    people: tuple[str, ...]
    languages: tuple[LanguageCode, ...]
    content: Content
    side: Side | None = None  # whose alone it is


def papers(
    store: Store, kind: str, programme: ProgrammeId, *, made_on: date, only: PairId | None = None
) -> tuple[Paper, ...]:
    """Those of each running pair, sorted by the mentee's family name as the programme's language sorts.

    `only`: those of one pair.

    Raises:
        KeyError: no kind of document that a pair has.
    """
    if kind not in CONTENTS and kind not in FOR_ONE:
        raise KeyError(kind)
    with store.reading() as session:
        frame = _known(session, kind, _frame(session, programme, made_on))
        found = [pair for pair in pairs_over(session, programme) if pair.status in RUNNING and only in (None, pair.id)]
    usual = frame.programme.settings.languages[0]
    say = catalog(usual)
    found.sort(key=lambda pair: (say.sort_key(pair.mentee.family_name), say.sort_key(pair.mentee.name), pair.id))
    return tuple(paper for pair in found for paper in _papers_of(kind, frame, pair, usual))


def _papers_of(kind: str, frame: Frame, pair: PairRow, usual: LanguageCode) -> Iterator[Paper]:
    if kind in CONTENTS:
        names = (pair.mentee.name, pair.mentor.name)
        yield Paper(pair.id, names, pair.languages(usual), CONTENTS[kind](frame, pair))
        return
    for side, build in FOR_ONE[kind].items():
        reader = pair.mentee if side is Side.MENTEE else pair.mentor
        yield Paper(pair.id, (reader.name,), (reader.language or usual,), build(frame, pair), side)


def blank_logbook(store: Store, programme: ProgrammeId, *, made_on: date) -> tuple[LogbookContent, Programme]:
    """One without names, for whoever has no mentor yet; and the programme, for its languages."""
    with store.reading() as session:
        frame = _frame(session, programme, made_on)
    return nobodys_logbook(frame), frame.programme


def _frame(session: Session, programme_id: ProgrammeId, made_on: date) -> Frame:
    programme = programme_of(session, programme_id)
    return Frame(
        programme,
        letterhead_over(session, programme),
        coordinator_over(session, programme_id),
        joint_meetings_over(session, programme_id, (Role.MENTEE, Role.MENTOR)),
        made_on,
        file_id_over(session),
    )


def _known(session: Session, kind: str, frame: Frame) -> Frame:
    """With what papers of this kind say of each pair."""
    programme = frame.programme.id
    if kind in _WITH_GOALS:
        goals, talks = sheets_over(session, programme), next_talks_over(session, programme, frame.made_on)
        return replace(frame, goals=goals, talks=talks)
    if kind == "logbook":
        _, planned = conversations_over(session, programme)
        days = {pair: tuple(each.day for each in theirs) for pair, theirs in planned.items()}
        coming = {pair: tuple(day for day in theirs if day >= frame.made_on) for pair, theirs in days.items()}
        return replace(frame, planned=coming)
    return replace(frame, asked_after=_asked_after(session, programme)) if kind == "fit-form" else frame


def _asked_after(session: Session, programme: ProgrammeId) -> Mapping[PairId, int]:
    rows = session.execute(
        select(FitQuestionRecord.pair_id, func.max(FitQuestionRecord.after_meeting))
        .join(PairRecord, PairRecord.id == FitQuestionRecord.pair_id)
        .where(PairRecord.programme_id == programme)
        .group_by(FitQuestionRecord.pair_id)
    )
    return dict(rows.all())


def coordinator_over(session: Session, programme: ProgrammeId) -> Contact | None:
    """Whoever leads the programme, or its HR contact."""
    rows = session.execute(
        select(ParticipationRecord.role, PersonRecord)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(
            ParticipationRecord.programme_id == programme,
            ParticipationRecord.role.in_([Role.MANAGER, Role.HR]),
        )
        .order_by(ParticipationRecord.id)
    )
    found = sorted(((role is not Role.MANAGER, person) for role, person in rows), key=lambda each: each[0])
    for _, person in found:
        return Contact(f"{person.given_name} {person.family_name}".strip(), person.email or "", person.phone or "")
    return None


def joint_meetings_over(session: Session, programme: ProgrammeId, roles: Collection[Role]) -> tuple[JointMeeting, ...]:
    """Those to which each of these roles is asked, in the order of their days; none that was cancelled."""
    days: dict[str, list[date]] = {}
    rows = session.execute(
        select(MeetingDayRecord.meeting_id, MeetingDayRecord.starts_at)
        .join(MeetingRecord, MeetingRecord.id == MeetingDayRecord.meeting_id)
        .where(
            MeetingRecord.programme_id == programme,
            MeetingRecord.pair_id.is_(None),
            MeetingRecord.status != MeetingStatus.CANCELLED,
        )
        .order_by(MeetingDayRecord.starts_at)
    )
    for meeting, starts_at in rows:
        days.setdefault(meeting, []).append(starts_at.date())
    found = []
    for record in session.scalars(select(MeetingRecord).where(MeetingRecord.id.in_(list(days)))):
        if {role.value for role in roles} <= set(record.audience):
            title: Sayable = Wording.of(record.title) if record.title else meeting_kind(record.kind).title
            found.append(JointMeeting(title, days[record.id][0], days[record.id][-1], record.place))
    return tuple(sorted(found, key=lambda meeting: meeting.first or date.max))
