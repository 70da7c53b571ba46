"""What the papers of pairs say: for each kind the content its builder asks for, and in which languages it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.checklist import ChecklistContent
from mentordesk.documents.contract import Agreed, ContractContent, JointMeeting
from mentordesk.documents.conversation_sheet import ConversationSheetContent
from mentordesk.documents.goal_document import GoalDocumentContent, GoalLine
from mentordesk.documents.logbook import LogbookContent
from mentordesk.documents.parties import Contact, Party
from mentordesk.documents.talk_sheet import TalkSheetContent
from mentordesk.domain.ids import PairId, ProgrammeId
from mentordesk.domain.meetings import meeting_kind
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.people import Role
from mentordesk.domain.plan import semesters_from
from mentordesk.domain.programmes import Intake, Programme
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Sayable, Wording
from mentordesk.queries.goals import GoalSheet, sheets_over
from mentordesk.queries.pairs import PairRow, Someone, pairs_over
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.talk_dates import next_talks_over
from mentordesk.storage.records import MeetingDayRecord, MeetingRecord, ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store

_MOST_PAGES = 9  # for conversations, in the logbook of a term

Content: TypeAlias = (
    ContractContent
    | ChecklistContent
    | ConversationSheetContent
    | LogbookContent
    | GoalDocumentContent
    | TalkSheetContent
)


@dataclass(frozen=True, slots=True)
class Paper:
    """One document to print: of which pair, read in which languages, saying what."""

    pair: PairId
    people: tuple[str, ...]
    languages: tuple[LanguageCode, ...]
    content: Content


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all papers of a programme share."""

    programme: Programme
    coordinator: Contact | None
    joint_meetings: tuple[JointMeeting, ...]
    made_on: date
    goals: Mapping[PairId, GoalSheet] = field(default_factory=dict)
    talks: Mapping[PairId, date] = field(default_factory=dict)  # the next one that is planned

    @property
    def letterhead(self) -> Letterhead:
        return Letterhead(self.programme.settings.owner, self.programme.name)


def papers(
    store: Store, kind: str, programme: ProgrammeId, *, made_on: date, only: PairId | None = None
) -> tuple[Paper, ...]:
    """One paper for each running pair, sorted by the mentee's family name as the programme's language sorts.

    `only`: that of one pair.

    Raises:
        KeyError: no kind of document that a pair has.
    """
    build = CONTENTS[kind]
    with store.reading() as session:
        frame = _frame(session, programme, made_on)
        if kind in _WITH_GOALS:
            goals, talks = sheets_over(session, programme), next_talks_over(session, programme, made_on)
            frame = replace(frame, goals=goals, talks=talks)
        found = [pair for pair in pairs_over(session, programme) if pair.status in RUNNING and only in (None, pair.id)]
    usual = frame.programme.settings.languages[0]
    say = catalog(usual)
    found.sort(key=lambda pair: (say.sort_key(pair.mentee.family_name), say.sort_key(pair.mentee.name), pair.id))
    return tuple(
        Paper(pair.id, (pair.mentee.name, pair.mentor.name), pair.languages(usual), build(frame, pair))
        for pair in found
    )


def _contract(frame: _Frame, pair: PairRow) -> ContractContent:
    settings = frame.programme.settings
    rolling = settings.intake is Intake.ROLLING  # then every pair has a year of its own
    starts_on = max(frame.programme.starts_on, pair.approved_on)
    return ContractContent(
        letterhead=frame.letterhead,
        mentee=_party(pair.mentee),
        mentor=_party(pair.mentor),
        made_on=frame.made_on,
        starts_on=starts_on,
        ends_on=semesters_from(settings, starts_on)[-1].ends_on if rolling else frame.programme.ends_on,
        purposes=settings.purposes,
        values=settings.values,
        conversations=settings.conversations,
        agreed=Agreed(pair.mode, pair.place, pair.rhythm_days, pair.length_minutes),
        joint_meetings=frame.joint_meetings,
        cost_rule=settings.cost_rule,
        mentor_retired=pair.mentor.retired,
        coordinator=frame.coordinator,
        signers=settings.signers,
    )


def _checklist(frame: _Frame, pair: PairRow) -> ChecklistContent:
    return ChecklistContent(
        letterhead=frame.letterhead,
        mentee=_party(pair.mentee),
        mentor=_party(pair.mentor),
        made_on=frame.made_on,
        coordinator=frame.coordinator,
    )


def _conversation_sheet(frame: _Frame, pair: PairRow) -> ConversationSheetContent:
    return ConversationSheetContent(
        letterhead=frame.letterhead,
        mentee=_party(pair.mentee),
        mentor=_party(pair.mentor),
        made_on=frame.made_on,
        coordinator=frame.coordinator,
    )


def _logbook(frame: _Frame, pair: PairRow) -> LogbookContent:
    starts_on = max(frame.programme.starts_on, pair.approved_on)
    return LogbookContent(
        letterhead=frame.letterhead,
        mentee=_party(pair.mentee),
        mentor=_party(pair.mentor),
        made_on=frame.made_on,
        conversations=_in_a_term(frame.programme, starts_on),
    )


def blank_logbook(store: Store, programme: ProgrammeId, *, made_on: date) -> tuple[LogbookContent, Programme]:
    """One without names, for whoever has no mentor yet; and the programme, for its languages."""
    with store.reading() as session:
        frame = _frame(session, programme, made_on)
    count = _in_a_term(frame.programme, frame.programme.starts_on)
    nobody = Party("")
    return (
        LogbookContent(letterhead=frame.letterhead, mentee=nobody, mentor=nobody, made_on=made_on, conversations=count),
        frame.programme,
    )


def _in_a_term(programme: Programme, starts_on: date) -> int:
    """The fewest conversations that the programme asks for, spread over its terms; else as many as its rhythm gives."""
    rule, terms = programme.settings.conversations, semesters_from(programme.settings, starts_on)
    if rule.minimum:
        return -(-rule.minimum // len(terms))
    days = (terms[0].ends_on - terms[0].starts_on).days
    return min(_MOST_PAGES, max(1, days // max(1, rule.rhythm_days)))


def _goal_document(frame: _Frame, pair: PairRow) -> GoalDocumentContent:
    sheet = frame.goals[pair.id]
    return GoalDocumentContent(
        letterhead=frame.letterhead,
        mentee=_party(pair.mentee),
        mentor=_party(pair.mentor),
        made_on=frame.made_on,
        goals=_goals(sheet, with_words=True),
        days=sheet.document.days,
        next_review_on=sheet.document.next_review_on,
    )


def _talk_sheet(frame: _Frame, pair: PairRow) -> TalkSheetContent:
    return TalkSheetContent(
        letterhead=frame.letterhead,
        mentee=_party(pair.mentee),
        mentor=_party(pair.mentor),
        made_on=frame.made_on,
        coordinator=frame.coordinator,
        talk_on=frame.talks.get(pair.id),
        goals=_goals(frame.goals[pair.id], with_words=False),
    )


def _goals(sheet: GoalSheet, *, with_words: bool) -> tuple[GoalLine, ...]:
    return tuple(
        GoalLine(
            goal.number,
            goal.words.text if with_words and goal.words else "",
            goal.measure.text if with_words and goal.measure else "",
            goal.due_on,
            tuple((step.reached_on, step.status) for step in goal.steps),
        )
        for goal in sheet.goals
    )


_WITH_GOALS = frozenset({"goal-document", "talk-sheet"})
CONTENTS: Mapping[str, Callable[[_Frame, PairRow], Content]] = {
    "contract": _contract,
    "first-meeting-checklist": _checklist,
    "conversation-sheet": _conversation_sheet,
    "logbook": _logbook,
    "goal-document": _goal_document,
    "talk-sheet": _talk_sheet,
}


def _party(someone: Someone) -> Party:
    return Party(someone.name, someone.title, someone.unit)


def _frame(session: Session, programme_id: ProgrammeId, made_on: date) -> _Frame:
    programme = programme_of(session, programme_id)
    return _Frame(programme, _coordinator(session, programme_id), _joint_meetings(session, programme_id), made_on)


def _coordinator(session: Session, programme: ProgrammeId) -> Contact | None:
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


def _joint_meetings(session: Session, programme: ProgrammeId) -> tuple[JointMeeting, ...]:
    """Those that mentees and mentors share, in the order of their days."""
    days: dict[str, list[date]] = {}
    rows = session.execute(
        select(MeetingDayRecord.meeting_id, MeetingDayRecord.starts_at)
        .join(MeetingRecord, MeetingRecord.id == MeetingDayRecord.meeting_id)
        .where(MeetingRecord.programme_id == programme, MeetingRecord.pair_id.is_(None))
        .order_by(MeetingDayRecord.starts_at)
    )
    for meeting, starts_at in rows:
        days.setdefault(meeting, []).append(starts_at.date())
    found = []
    for record in session.scalars(select(MeetingRecord).where(MeetingRecord.id.in_(list(days)))):
        if {Role.MENTEE.value, Role.MENTOR.value} <= set(record.audience):
            title: Sayable = Wording.of(record.title) if record.title else meeting_kind(record.kind).title
            found.append(JointMeeting(title, days[record.id][0], days[record.id][-1], record.place))
    return tuple(sorted(found, key=lambda meeting: meeting.first or date.max))
