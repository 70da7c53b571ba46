"""What alerts look at: everything known of one pair, participant, meeting … on a day, as plain values.

Whoever asks fills them in (queries/today.py); no day after `today` is in what has happened.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mentordesk.domain.alert_steps import LadderStep
from mentordesk.domain.criteria import Criterion, Finding, PaperKind
from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.meetings import CONVERSATIONS, MeetingStatus
from mentordesk.domain.pair_stages import Rest
from mentordesk.domain.pairs import FitValue, PairStatus, Side
from mentordesk.domain.patience import USUAL, Patience
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.plan import Semester
from mentordesk.domain.programmes import MeetingSetting, ProgrammeSettings
from mentordesk.i18n.message import Sayable

_MEETING = frozenset({PairStatus.PROPOSED, PairStatus.SIGNED, PairStatus.ACTIVE})


@dataclass(frozen=True, slots=True)
class Conversation:
    """One that was held, as far as the coordinator may know of it (R60)."""

    held_on: date
    topic_sent: bool = False
    summary_written: bool = False
    last: bool = False  # it was planned as the pair's last


@dataclass(frozen=True, slots=True)
class Appointment:
    """A meeting of the pair in the calendar: a conversation or a pair talk."""

    kind: str
    day: date
    status: MeetingStatus = MeetingStatus.PLANNED
    noted: bool = True  # what came out of a talk that was held


@dataclass(frozen=True, slots=True)
class FitAnswer:
    side: Side
    after_meeting: int  # 1 or 3
    answered_on: date
    value: FitValue
    wants_to_talk: bool = False


@dataclass(frozen=True, slots=True)
class CheckOut:
    """The newest answer at check-out that the mentee shares."""

    held_on: date
    worth_meeting_again: bool


@dataclass(frozen=True, slots=True)
class GoalDate:
    number: int
    due_on: date | None
    status: GoalStatus


@dataclass(frozen=True, slots=True)
class PairInView:
    """A pair on a day; `begins_on` and `ends_on` are its own, which differ where people join one at a time."""

    today: date
    settings: ProgrammeSettings
    status: PairStatus
    approved_on: date
    begins_on: date
    ends_on: date
    semester: Semester  # the one of today
    signed_on: date | None = None
    agreed_rhythm: int | None = None  # days; None: the programme's rule holds (R42)
    conversations: tuple[Conversation, ...] = ()  # in the order of their days
    appointments: tuple[Appointment, ...] = ()  # in the order of their days, without the cancelled ones
    fit: tuple[FitAnswer, ...] = ()
    check_out: CheckOut | None = None
    goals: tuple[GoalDate, ...] = ()
    goal_document: bool = False
    rests: tuple[Rest, ...] = ()  # times on hold
    steps: tuple[LadderStep, ...] = ()  # taken since the last conversation, about the silence after it
    talk_window: tuple[date, date] | None = None  # this semester's, from and to open days
    patience: Patience = USUAL

    @property
    def meets(self) -> bool:
        return self.status in _MEETING

    @property
    def running(self) -> bool:
        """Meets, and is not over."""
        return self.meets and self.today <= self.ends_on

    @property
    def held(self) -> int:
        return len(self.conversations)

    @property
    def days_since_begin(self) -> int:
        return (self.today - self.begins_on).days

    @property
    def planned_conversations(self) -> tuple[Appointment, ...]:
        return tuple(
            each for each in self.appointments if each.kind in CONVERSATIONS and each.status is MeetingStatus.PLANNED
        )

    @property
    def talks(self) -> tuple[Appointment, ...]:
        """With the programme manager."""
        return tuple(each for each in self.appointments if each.kind == "pair_talk")

    def talked_since(self, day: date) -> bool:
        return any(talk.status is MeetingStatus.HELD and talk.day >= day for talk in self.talks)

    def answer_missing(self, after_meeting: int) -> tuple[Side, ...]:
        """Who has not answered the question of fit after that meeting (R41)."""
        answered = {answer.side for answer in self.fit if answer.after_meeting == after_meeting}
        return tuple(side for side in Side if side not in answered)


@dataclass(frozen=True, slots=True)
class ParticipantInView:
    """A mentor or a mentee in a programme on a day."""

    today: date
    settings: ProgrammeSettings
    starts_on: date  # the programme
    role: Role
    status: ParticipationStatus
    since: date  # when the status was reached
    matched: bool = False  # in a running pair
    interviewed: bool = False
    findings: tuple[Finding, ...] = ()
    excepted: frozenset[str] = frozenset()
    asked_by: Mapping[PaperKind, date] = field(default_factory=dict)
    new_mentor_since: date | None = None  # a pair ended on that day, and another mentor is wanted
    wants_no_mentor: bool = False  # a pair ended, and none is wanted
    patience: Patience = USUAL


@dataclass(frozen=True, slots=True)
class MeetingInView:
    """A meeting of the programme, not of one pair."""

    today: date
    title: Sayable
    kind: str
    first_day: date
    last_day: date
    status: MeetingStatus
    noted: bool = False  # who came
    absent: int = 0  # people whom nobody has followed up yet
    unanswered: int = 0  # people who were invited
    prepared: bool = False
    patience: Patience = USUAL


@dataclass(frozen=True, slots=True)
class DeadlineInView:
    today: date
    title: Sayable
    due_on: date
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class SettingInView:
    """A meeting that the programme's settings ask for, and the days on which it is in the calendar."""

    today: date
    setting: MeetingSetting
    starts_on: date  # the programme
    ends_on: date
    semester: Semester
    days: tuple[date, ...] = ()  # first days, in order, without cancelled ones


@dataclass(frozen=True, slots=True)
class CriterionInView:
    """A criterion that is no paper, and how many it should be answered for by now."""

    today: date
    criterion: Criterion
    starts_on: date
    people: int


@dataclass(frozen=True, slots=True)
class ProgrammeInView:
    """What concerns several people of a programme at once."""

    today: date
    settings: ProgrammeSettings
    starts_on: date
    ends_on: date
    mentees_without_mentor: int = 0
    places_left: int = 0  # with its mentors
    contracts_to_print: int = 0
    checklists_to_print: int = 0
    without_unit: int = 0  # people in pairs whose costs no unit bears


@dataclass(frozen=True, slots=True)
class BankInView:
    """The mentors of the bank whose newest programme is this one; those of none are with the newest of the file."""

    today: date
    to_ask: int = 0  # whether they stay
    to_ask_since: date | None = None  # the first of them
    waited_for: int = 0  # those asked who have not answered
    asked_since: date | None = None  # the first of them
    patience: Patience = USUAL


@dataclass(frozen=True, slots=True)
class TaskInView:
    """A task of the team's; one without a meeting and an issue is somebody's own reminder."""

    today: date
    text: str
    owner: str = ""
    due_on: date | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class IssueInView:
    today: date
    title: str
    next_step: str = ""
    next_on: date | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class LoansInView:
    """Of one thing in the library, as far as this programme's people have it."""

    today: date
    title: Sayable
    overdue: int = 0
    due_since: date | None = None  # the first of them


@dataclass(frozen=True, slots=True)
class RequestInView:
    today: date
    name: str
    wanted: str  # in short
    asked_on: date
    answered: bool = False
    patience: Patience = USUAL
