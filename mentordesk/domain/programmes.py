"""What a programme is: its people's frame, rules and figures, each a setting with a default (R1 to R3).

Templates are data in resources/programmes/ (templates.py reads them); the plan over time is plan.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from mentordesk.domain.criteria import Criterion, Measure
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.introduction import IntroductionItem
from mentordesk.domain.legal_form import LegalForm
from mentordesk.domain.patience import USUAL, Patience
from mentordesk.domain.people import Role
from mentordesk.domain.privacy_notice import NOT_SET, PrivacyNotice
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, Wording, msg


class Country(StrEnum):
    NORWAY = "NO"
    SWEDEN = "SE"


ZONES: dict[Country, str] = {Country.NORWAY: "Europe/Oslo", Country.SWEDEN: "Europe/Stockholm"}


class Intake(StrEnum):
    COHORT = "cohort"  # everybody at once, with a deadline
    ROLLING = "rolling"  # one at a time, as new managers come


class Mode(StrEnum):
    DIGITAL = "digital"
    PHYSICAL = "physical"


MODE_NAMES: dict[Mode, Message] = {Mode.DIGITAL: msg("digital"), Mode.PHYSICAL: msg("in person")}


class CostRule(StrEnum):
    """Who bears travel, meetings, courses and time (R70)."""

    OWN_UNITS = "own_units"  # each one's own unit; a retired mentor's costs fall on the mentee's unit
    PROGRAMME = "programme"


class Timing(StrEnum):
    """What a planned meeting is counted from, and how often it comes."""

    FROM_START = "from_start"
    FROM_END = "from_end"  # offsets are negative
    MIDDLE = "middle"
    EACH_SEMESTER = "each_semester"  # offset from the semester's first day
    PAIR_EACH_SEMESTER = "pair_each_semester"  # one per pair and semester
    EACH_ROUND = "each_round"  # every `every_days` days between start and end


@dataclass(frozen=True, slots=True)
class ConversationRule:
    """How pairs meet, before they agree on their own rhythm (R42)."""

    mode: Mode
    rhythm_days: int
    length_minutes: int
    minimum: int  # conversations over the whole programme
    first_contact: Role
    starts_at: time
    neutral_place: bool = False
    dense: int = 0  # so many conversations keep the rhythm, the rest come every `later_days`; 0: all keep it
    later_days: int = 0


@dataclass(frozen=True, slots=True)
class MeetingSetting:
    """One entry of a template's plan: a meeting kind, when it comes, how long it takes."""

    key: str
    kind: str  # a MeetingKind's key (meetings.py)
    timing: Timing
    title: Wording
    offset_days: int = 0
    days: int = 1
    every_days: int = 0
    window_days: int = 0  # within so many days each pair gets its talk; 0: to the end of the semester
    starts_at: time = time(9)
    ends_at: time = time(16)
    mode: Mode = Mode.PHYSICAL
    place: str = ""
    audience: tuple[Role, ...] = (Role.MENTEE, Role.MENTOR)
    at_once: int = 1  # talks that are held at the same hour, where there are several programme managers


@dataclass(frozen=True, slots=True)
class DeadlineSetting:
    """A day on which something is due, counted from the start (negative: before it)."""

    key: str
    title: Wording
    timing: Timing
    offset_days: int


@dataclass(frozen=True, slots=True)
class AvoidedSpan:
    """Days that the plan keeps free beside week-ends and public holidays (R51)."""

    title: Wording
    weeks: tuple[int, int] | None = None  # ISO weeks, both included
    dates: tuple[tuple[int, int], tuple[int, int]] | None = None  # (month, day) to (month, day), may pass new year
    easter_week: bool = False  # Monday before Easter to Easter Monday
    midsummer_eve: bool = False
    days: tuple[date, date] | None = None  # of one year, as a school break has its own; both included


# What weights and switches may be called; the factors and rules themselves are in matching/.
FACTOR_KEYS = ("background", "experience", "focus", "personality", "chemistry", "other_area", "wishes", "practical")
RULE_KEYS = (
    "capacity",
    "eligibility",
    "line_of_command",
    "same_unit",
    "recorded_dependence",
    "veto",
    "not_again",
    "language",
    "other_area",
)


@dataclass(frozen=True, slots=True)
class MatchingSettings:
    """Weights of the soft factors and switches of the hard rules, by their keys (R30, R31)."""

    weights: Mapping[str, int]
    rules: Mapping[str, bool]
    floor: float = 50.0
    raise_lowest: bool = False
    gap_years: tuple[int, int] = (5, 15)  # how many years of leadership a mentor is best ahead
    places: int = 1  # mentees a mentor may have unless she says otherwise


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs for the programme; the name may be empty until the coordinator fills it in."""

    title: Wording
    name: str = ""


@dataclass(frozen=True, slots=True)
class PriorityGroup:
    """Whom the programme takes first, in the order in which the groups stand (R21); measured as a criterion is."""

    key: str
    role: Role
    title: Wording
    measure: Measure
    figure: int = 0  # years at least, or months at most


# What the team notes of somebody or has in hand: nobody is known by it beforehand, so no priority group is.
NOTED_MEASURES = frozenset({Measure.OWN, Measure.PAPER, Measure.NUMBER, Measure.DAY, Measure.DOCUMENT})


@dataclass(frozen=True, slots=True)
class GuideQuestion:
    """One question of the interview guide (R23)."""

    key: str
    role: Role
    title: Wording
    hint: Wording | None = None
    asked: bool = True  # one that is not stays with the answers that were given to it


@dataclass(frozen=True, slots=True)
class ProgrammeSettings:
    """All that two rounds of a programme may differ on; stored as one value with the programme."""

    template: str
    owner: str
    initiative: Wording
    purposes: tuple[Wording, ...]
    goals: tuple[Wording, ...]
    values: tuple[Wording, ...]
    signers: tuple[Signer, ...]
    languages: tuple[LanguageCode, ...]
    country: Country
    intake: Intake
    months: int
    semesters: int
    capacity: int | None  # mentees; None: no limit
    cost_rule: CostRule
    conversations: ConversationRule
    matching: MatchingSettings
    criteria: tuple[Criterion, ...]
    meetings: tuple[MeetingSetting, ...]
    deadlines: tuple[DeadlineSetting, ...] = ()
    avoided: tuple[AvoidedSpan, ...] = ()
    refuse_unknown_units: bool = False
    third_meeting_analysis: bool = False
    value_question: bool = False
    patience: Patience = USUAL
    legal_form: LegalForm = LegalForm.PRIVATE
    regional_programme: str = ""  # where managers with more years behind them are referred to
    priority: tuple[PriorityGroup, ...] = ()
    introduction: tuple[IntroductionItem, ...] = ()
    guide: tuple[GuideQuestion, ...] = ()
    privacy: PrivacyNotice = NOT_SET
    smallest_group: int = 5  # answers to a survey that may be shown (R76)

    @property
    def zone(self) -> str:
        return ZONES[self.country]


@dataclass(frozen=True, slots=True)
class Programme:
    """One round of a programme."""

    id: ProgrammeId
    name: str
    starts_on: date
    ends_on: date
    settings: ProgrammeSettings
