"""Where each alert leads: the place in the window at which it is dealt with, and the sign it bears.

To add one: a line in LEADS for an alert's key; tests/ui/today/test_leads.py walks all alerts there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

from mentordesk.domain.ids import SnoozeId, TaskId
from mentordesk.domain.subjects import Subject
from mentordesk.queries.today import Entry
from ui.desk import LIBRARY_OF, OWN_PAGE, TALKS_OF


class Place(Enum):
    PAIR = auto()  # the pair it is about
    LOGBOOK = auto()  # what that pair has talked, as far as it is kept
    GOALS = auto()  # of that pair, in Logbooks
    TALKS = auto()  # of that pair with the programme manager, in Logbooks
    PARTICIPANT = auto()  # the person it is about
    PEOPLE = auto()  # all of them
    BANK = auto()  # the mentors of all programmes
    MATCHING = auto()
    MEETING = auto()  # the page of the meeting it is about: noted as held, attendance, follow-up
    CALENDAR = auto()
    TASK = auto()  # the team's, or one's own: marked as done here and now
    ISSUES = auto()  # the team's list of issues
    LIBRARY = auto()  # the material or the request it is about
    DEADLINE = auto()  # marked as done here and now
    SIGNED = auto()  # noted here and now that both have signed
    CONTRACTS = auto()  # printed here and now
    CHECKLISTS = auto()


@dataclass(frozen=True, slots=True)
class Lead:
    place: Place
    picture: str  # an icon's name


LEADS: dict[str, Lead] = {
    "contract": Lead(Place.SIGNED, "contract"),
    "fit_after_first": Lead(Place.PAIR, "question"),
    "fit_after_third": Lead(Place.PAIR, "question"),
    "third_meeting": Lead(Place.PAIR, "question"),
    "bad_fit": Lead(Place.TALKS, "matching"),
    "not_worth_meeting": Lead(Place.TALKS, "matching"),
    "pair_talk": Lead(Place.TALKS, "calendar"),
    "talk_ahead": Lead(Place.TALKS, "calendar"),
    "talk_unregistered": Lead(Place.TALKS, "calendar"),
    "goal_document": Lead(Place.GOALS, "flag"),
    "goal_due": Lead(Place.GOALS, "flag"),
    "on_hold": Lead(Place.PAIR, "clock"),
    "to_close": Lead(Place.PAIR, "done"),
    "first_contact": Lead(Place.PAIR, "mail"),
    "rhythm_unset": Lead(Place.PAIR, "clock"),
    "rhythm": Lead(Place.LOGBOOK, "logbooks"),
    "minimum": Lead(Place.LOGBOOK, "logbooks"),
    "conversation_today": Lead(Place.LOGBOOK, "logbooks"),
    "unregistered": Lead(Place.LOGBOOK, "logbooks"),
    "topics": Lead(Place.LOGBOOK, "logbooks"),
    "summaries": Lead(Place.LOGBOOK, "logbooks"),
    "last_conversation": Lead(Place.PAIR, "calendar"),
    "offer": Lead(Place.PARTICIPANT, "person-add"),
    "reply": Lead(Place.PARTICIPANT, "mail"),
    "application": Lead(Place.PARTICIPANT, "documents"),
    "interview": Lead(Place.PARTICIPANT, "interview"),
    "decision": Lead(Place.PARTICIPANT, "question"),
    "papers": Lead(Place.PARTICIPANT, "documents"),
    "without_mentor": Lead(Place.MATCHING, "matching"),
    "stay": Lead(Place.BANK, "participants"),
    "stay_reply": Lead(Place.BANK, "mail"),
    "meeting_ahead": Lead(Place.MEETING, "calendar"),
    "meeting_past": Lead(Place.MEETING, "calendar"),
    "missed": Lead(Place.MEETING, "participants"),
    "invitation": Lead(Place.MEETING, "mail"),
    "deadline": Lead(Place.DEADLINE, "flag"),
    "not_planned": Lead(Place.CALENDAR, "calendar"),
    "criterion": Lead(Place.PEOPLE, "question"),
    "places": Lead(Place.PEOPLE, "person-add"),
    "unit_unknown": Lead(Place.PEOPLE, "participants"),
    "team_task": Lead(Place.TASK, "tick"),
    "issue_next": Lead(Place.ISSUES, "flag"),
    "loan_overdue": Lead(Place.LIBRARY, "documents"),
    "request_open": Lead(Place.LIBRARY, "mail"),
    "contracts_to_print": Lead(Place.CONTRACTS, "print"),
    "checklists_to_print": Lead(Place.CHECKLISTS, "print"),
}

COUNT_DAYS = frozenset(
    {
        *("contract", "first_contact", "rhythm", "rhythm_unset", "minimum", "goal_document", "to_close"),
        *("reply", "application", "interview", "decision"),
        *("meeting_ahead", "deadline", "not_planned"),
    }
)
"""Alerts whose sentence says how many days it has been, or has left; no need to say it again beside it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Another tab shows it."""

    subject: Subject
    number: str  # "" is the tab as a whole


@dataclass(frozen=True, slots=True)
class Printed:
    kind: str  # a DocumentKind's key


@dataclass(frozen=True, slots=True)
class Finished:
    deadline: str


@dataclass(frozen=True, slots=True)
class TaskDone:
    task: TaskId


@dataclass(frozen=True, slots=True)
class Signed:
    pair: str


@dataclass(frozen=True, slots=True)
class ShownAgain:
    """What could wait is put back among what is due."""

    hiding: SnoozeId


Way = Shown | Printed | Finished | TaskDone | Signed | ShownAgain


def way_of(entry: Entry) -> Way:
    """What its button does.

    Raises:
        KeyError: an alert without a line in LEADS.
    """
    about = entry.subject
    place = LEADS[entry.alert].place
    match place:
        case Place.PAIR:
            return Shown(Subject.PAIRS, about.pair or "")
        case Place.LOGBOOK:
            return Shown(Subject.LOGBOOKS, about.pair or "")
        case Place.GOALS:
            return Shown(Subject.GOALS, about.pair or "")
        case Place.TALKS:
            return Shown(Subject.GOALS, TALKS_OF + (about.pair or ""))
        case Place.PARTICIPANT:
            return Shown(Subject.PARTICIPATIONS, about.participation or "")
        case Place.PEOPLE:
            return Shown(Subject.PARTICIPATIONS, "")
        case Place.BANK:
            return Shown(Subject.PEOPLE, "")
        case Place.MATCHING:
            return Shown(Subject.SCENARIOS, "")
        case Place.MEETING:
            return Shown(Subject.MEETINGS, OWN_PAGE + (about.meeting or ""))
        case Place.CALENDAR:
            return Shown(Subject.MEETINGS, "")
        case Place.SIGNED:
            return Signed(about.pair or "")
        case Place.TASK:
            return TaskDone(TaskId(about.task or ""))
        case Place.ISSUES:
            return Shown(Subject.TEAM, about.issue or "")
        case Place.LIBRARY:
            return Shown(Subject.DOCUMENTS, LIBRARY_OF + (about.item or about.request or ""))
        case Place.DEADLINE:
            return Finished(about.deadline or "")
        case Place.CONTRACTS:
            return Printed("contract")
        case Place.CHECKLISTS:
            return Printed("first-meeting-checklist")
        case _:
            assert_never(place)
