"""Lays what is in the file before every alert, and counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from mentordesk.domain.alerts import (
    BANK_ALERTS,
    CRITERION_ALERTS,
    DEADLINE_ALERTS,
    ISSUE_ALERTS,
    LOAN_ALERTS,
    MEETING_ALERTS,
    PAIR_ALERTS,
    PARTICIPANT_ALERTS,
    PROGRAMME_ALERTS,
    REQUEST_ALERTS,
    SETTING_ALERTS,
    TASK_ALERTS,
    Alert,
    Urgency,
    expected,
    missing_papers,
    unanswered,
)
from mentordesk.domain.alerts.participants import TAKING_PART
from mentordesk.domain.alerts.spans import programme_span
from mentordesk.domain.alerts.views import (
    BankInView,
    CriterionInView,
    DeadlineInView,
    MeetingInView,
    ProgrammeInView,
    SettingInView,
)
from mentordesk.domain.criteria import Criterion, Measure
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.programmes import Programme
from mentordesk.queries.bank import mentor_places_over
from mentordesk.queries.programmes import programmes_over
from mentordesk.queries.today.bank import banks
from mentordesk.queries.today.dealt_with import AlertId, DealtWith, TakenStep, dealt_with
from mentordesk.queries.today.library import Lent, Request, lent, open_requests
from mentordesk.queries.today.meetings import Deadline, JointMeeting, deadlines, joint_meetings
from mentordesk.queries.today.pairs import CHECKLIST, CONTRACT, WatchedPair, watched_pairs
from mentordesk.queries.today.participants import Participant, participants, places_left
from mentordesk.queries.today.rows import SECTIONS, Entry, HiddenEntry, ProgrammeCounts, Subject, Today
from mentordesk.queries.today.team import Issue, Task, open_issues, team_tasks
from mentordesk.storage.store import Store

_View = TypeVar("_View")
_SELECTED = frozenset({ParticipationStatus.SELECTED, ParticipationStatus.COMPLETED})
_NOT_APPLIED = frozenset({ParticipationStatus.SUGGESTED, ParticipationStatus.ASKED})


def today(store: Store, day: date, programme: ProgrammeId | None = None) -> Today:
    """Everything to do on a day, in one programme or in all; what a pair did later is not seen."""
    with store.reading() as session:
        done = dealt_with(session, day)
        everything = _read(session, day, programme, done)
    notices = [notice for each in everything for notice in _notices(each)]
    due = sorted((entry for entry in notices if entry.section in SECTIONS), key=_order)
    told = [(replace(entry, steps=_taken(done, entry)), done.hidden.get(_known_as(entry))) for entry in due]
    hidden = [HiddenEntry(entry, hiding) for entry, hiding in told if hiding is not None]
    early = {(entry.subject.programme, entry.subject.pair) for entry in notices if entry.section is Urgency.TOO_EARLY}
    too_early = Counter(programme for programme, _ in early)
    return Today(
        day,
        tuple(entry for entry, hiding in told if hiding is None),
        tuple(_counts(each, too_early[each.programme.id]) for each in everything),
        tuple(sorted(hidden, key=lambda each: each.hiding.until)),
    )


@dataclass(frozen=True, slots=True)
class _Whole:
    """One programme with all that belongs to it."""

    day: date
    programme: Programme
    pairs: Sequence[WatchedPair]
    people: Mapping[ParticipationId, Participant]
    meetings: Sequence[JointMeeting]
    deadlines: Sequence[Deadline]
    tasks: Sequence[Task]
    issues: Sequence[Issue]
    lent: Sequence[Lent]
    requests: Sequence[Request]
    places_left: int
    bank: BankInView


def _read(session: Session, day: date, wanted: ProgrammeId | None, done: DealtWith) -> list[_Whole]:
    programmes = {each.id: each for each in programmes_over(session) if wanted in (None, each.id)}
    meetings, due = joint_meetings(session), deadlines(session)
    tasks, issues = team_tasks(session, day), open_issues(session, day)
    late, asked = lent(session, day), open_requests(session, programmes, day)
    start_ups = {
        programme: meeting.days[-1]
        for programme, theirs in meetings.items()
        for meeting in theirs
        if meeting.kind == "start_up"
    }
    pairs = watched_pairs(session, programmes, start_ups, day, done.of_pairs("rhythm"))
    everybody = participants(session, programmes, pairs, day)
    places = mentor_places_over(session, day)
    left, bank = places_left(programmes, everybody, places), banks(session, programmes, day, places)
    their_pairs, people = _by_programme(pairs), _by_programme(everybody)
    return [
        _Whole(
            day,
            each,
            their_pairs[each.id],
            {person.id: person for person in people[each.id]},
            meetings.get(each.id, ()),
            due.get(each.id, ()),
            tasks.get(each.id, ()),
            issues.get(each.id, ()),
            late.get(each.id, ()),
            asked.get(each.id, ()),
            left[each.id],
            bank[each.id],
        )
        for each in programmes.values()
    ]


_Belonging = TypeVar("_Belonging", WatchedPair, Participant)


def _by_programme(things: Iterable[_Belonging]) -> defaultdict[ProgrammeId, list[_Belonging]]:
    found: defaultdict[ProgrammeId, list[_Belonging]] = defaultdict(list)
    for each in things:
        found[each.programme].append(each)
    return found


def _notices(whole: _Whole) -> Iterator[Entry]:
    programme, day = whole.programme, whole.day
    subject = Subject(programme.id)
    for pair in whole.pairs:
        about = Subject(programme.id, _names(pair, whole), pair=pair.id)
        yield from _looked(PAIR_ALERTS, pair.view, programme, about)
    for person in whole.people.values():
        about = Subject(programme.id, person.name, participation=person.id)
        yield from _looked(PARTICIPANT_ALERTS, person.view, programme, about)
    for meeting in whole.meetings:
        view = MeetingInView(
            day,
            meeting.title,
            meeting.kind,
            meeting.days[0],
            meeting.days[-1],
            meeting.status,
            meeting.noted,
            meeting.absent,
            meeting.unanswered,
            meeting.prepared,
            patience=programme.settings.patience,
        )
        yield from _looked(MEETING_ALERTS, view, programme, Subject(programme.id, meeting=meeting.id))
    for due in whole.deadlines:
        deadline = DeadlineInView(day, due.title, due.due_on, due.done_on)
        yield from _looked(DEADLINE_ALERTS, deadline, programme, Subject(programme.id, deadline=due.id))
    for task in whole.tasks:
        yield from _looked(TASK_ALERTS, task.view, programme, Subject(programme.id, task=task.id))
    for issue in whole.issues:
        yield from _looked(ISSUE_ALERTS, issue.view, programme, Subject(programme.id, issue=issue.id))
    for late in whole.lent:
        yield from _looked(LOAN_ALERTS, late.view, programme, Subject(programme.id, item=late.item))
    for asked in whole.requests:
        yield from _looked(REQUEST_ALERTS, asked.view, programme, Subject(programme.id, request=asked.id))
    for setting in _settings(whole):
        yield from _looked(SETTING_ALERTS, setting, programme, Subject(programme.id, key=setting.setting.key))
    for criterion in _criteria(whole):
        yield from _looked(CRITERION_ALERTS, criterion, programme, Subject(programme.id, key=criterion.criterion.key))
    yield from _looked(BANK_ALERTS, whole.bank, programme, subject)
    yield from _looked(PROGRAMME_ALERTS, _in_view(whole), programme, subject)


def _looked(alerts: Iterable[Alert[_View]], view: _View, programme: Programme, about: Subject) -> Iterator[Entry]:
    for alert in alerts:
        if (notice := alert.look(view)) is not None:
            yield Entry(
                notice.urgency,
                programme.name,
                about,
                alert.key,
                notice.sentence,
                notice.rule,
                notice.action,
                notice.due,
                notice.step,
            )


def _known_as(entry: Entry) -> AlertId:
    return entry.subject.programme, entry.alert, entry.subject.about


def _taken(done: DealtWith, entry: Entry) -> tuple[TakenStep, ...]:
    return done.steps.get(_known_as(entry), ())


def _names(pair: WatchedPair, whole: _Whole) -> str:
    names = [whole.people[side].name for side in (pair.mentee, pair.mentor) if side in whole.people]
    return " – ".join(names)


def _settings(whole: _Whole) -> Iterator[SettingInView]:
    span = programme_span(whole.programme)
    for setting in whole.programme.settings.meetings:
        days = tuple(meeting.days[0] for meeting in whole.meetings if meeting.setting == setting.key)
        yield SettingInView(whole.day, setting, span.begins_on, span.ends_on, span.semester(whole.day), days)


def _criteria(whole: _Whole) -> Iterator[CriterionInView]:
    """Criteria that are no papers, with everybody for whom one is open by now."""
    people: Counter[str] = Counter()
    asked: dict[str, Criterion] = {}
    for person in whole.people.values():
        for finding in unanswered(person.view):
            if finding.criterion.measure is not Measure.PAPER:
                asked[finding.criterion.key] = finding.criterion
                people[finding.criterion.key] += 1
    for key, criterion in asked.items():
        yield CriterionInView(whole.day, criterion, whole.programme.starts_on, people[key])


def _in_view(whole: _Whole) -> ProgrammeInView:
    programme = whole.programme
    mentees = [person.view for person in whole.people.values() if person.view.role is Role.MENTEE]
    alone = sum(not each.matched and not each.wants_no_mentor and each.status in TAKING_PART for each in mentees)
    capacity = programme.settings.capacity
    if capacity is not None:
        alone = min(alone, max(0, capacity - sum(each.matched for each in mentees)))
    fresh = [pair for pair in whole.pairs if pair.view.running and not pair.view.conversations]
    unsigned = [pair for pair in whole.pairs if pair.view.status is PairStatus.PROPOSED and pair.view.running]
    return ProgrammeInView(
        whole.day,
        programme.settings,
        programme.starts_on,
        programme.ends_on,
        alone,
        whole.places_left,
        sum(CONTRACT not in pair.printed for pair in unsigned),
        sum(CHECKLIST not in pair.printed for pair in fresh),
        sum(_without_unit(pair, whole) for pair in whole.pairs if pair.view.running),
    )


def _without_unit(pair: WatchedPair, whole: _Whole) -> int:
    """A retired mentor's costs are the mentee's unit's (R70)."""
    sides = [whole.people[side] for side in (pair.mentee, pair.mentor) if side in whole.people]
    return sum(side.unit is None and not (side.retired and side.view.role is Role.MENTOR) for side in sides)


def _counts(whole: _Whole, too_early: int) -> ProgrammeCounts:
    views = [person.view for person in whole.people.values()]
    mentees = [view for view in views if view.role is Role.MENTEE]
    return ProgrammeCounts(
        whole.programme.id,
        whole.programme.name,
        applied=sum(view.status not in _NOT_APPLIED for view in mentees),
        selected=sum(view.status in _SELECTED for view in mentees),
        matched=sum(view.matched for view in mentees),
        active=sum(pair.view.status is PairStatus.ACTIVE for pair in whole.pairs),
        conversations_held=sum(pair.view.held for pair in whole.pairs),
        conversations_expected=sum(expected(pair.view) for pair in whole.pairs),
        papers_missing=sum(len(missing_papers(view)) for view in views),
        too_early=too_early,
    )


def _order(entry: Entry) -> tuple[int, date, str, str, str]:
    return (SECTIONS.index(entry.section), entry.due or date.max, entry.programme, entry.subject.name, entry.alert)
