"""Criteria with proof (R21, R22): what a programme asks of mentors and mentees, and how each one stands.

To add a measure: a value of Measure, a branch in `assess`, its sentences in three languages.
A programme's own criteria are data (programmes.py) and Fields (own_criteria.py); papers count as criteria with a
document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias, assert_never

from mentordesk.domain.people import LEVELS, LeadershipLevel, Role
from mentordesk.i18n.message import Listed, Message, Wording, msg, nmsg


class Measure(StrEnum):
    """Where the answer to a criterion comes from."""

    LEADERSHIP_YEARS = "leadership_years"
    LEADERSHIP_EDUCATION = "leadership_education"
    BACKGROUND = "background"
    FIRST_LINE = "first_line"  # has led, or leads, a first line, for years at least where the programme asks for them
    IN_LEADERSHIP = "in_leadership"
    NEW_IN_LEADERSHIP = "new_in_leadership"  # months, at most
    TRAINED = "trained"
    PAPER = "paper"
    OWN = "own"  # yes or no, noted by the team
    NUMBER = "number"  # noted by the team, at least the figure
    DAY = "day"  # noted by the team, met once it has come
    DOCUMENT = "document"  # a file attached to the criterion


class Gate(StrEnum):
    """The step that waits until the criterion is answered."""

    SELECTION = "selection"
    MATCHING = "matching"
    START = "start"


class Standing(StrEnum):
    """Unknown is not the same as not met (R22)."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


STANDING_NAMES: dict[Standing, Message] = {
    Standing.MET: msg("met"),
    Standing.NOT_MET: msg("not met"),
    Standing.UNKNOWN: msg("unknown"),
}


class PaperKind(StrEnum):
    APPLICATION = "application"
    MOTIVATION = "motivation"
    CONFIRMATION = "confirmation"
    CONTRACT = "contract"
    GOALS = "goals"
    BOOK = "book"


PAPER_NAMES: dict[PaperKind, Message] = {
    PaperKind.APPLICATION: msg("Application form"),
    PaperKind.MOTIVATION: msg("Letter of motivation"),
    PaperKind.CONFIRMATION: msg("Employer's confirmation"),
    PaperKind.CONTRACT: msg("Contract"),
    PaperKind.GOALS: msg("Goal document"),
    PaperKind.BOOK: msg("Book handed out"),
}


@dataclass(frozen=True, slots=True)
class Criterion:
    """One demand of a programme on everybody in a role."""

    key: str
    role: Role
    measure: Measure
    title: Wording
    gate: Gate = Gate.MATCHING
    figure: int = 0  # years at least, months at most, or the least number
    paper: PaperKind | None = None


@dataclass(frozen=True, slots=True)
class PaperState:
    """What is known of a paper: the day it came (or just that it did), an explicit no, the day it was asked for by."""

    received: bool | None = None
    received_on: date | None = None
    asked_by: date | None = None


# What the team noted of a criterion: yes or no, its number or its day.
Answer: TypeAlias = bool | int | date


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known of one person and that criteria look at; None is unknown."""

    role: Role
    leadership_since: date | None = None
    leadership_education: bool | None = None
    leadership_level: LeadershipLevel | None = None
    backgrounds: tuple[str, ...] | None = None
    trained_on: date | None = None
    papers: Mapping[PaperKind, PaperState] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)  # criterion key -> what the team noted
    files: Mapping[str, str] = field(default_factory=dict)  # criterion key -> the name of the file that shows it


@dataclass(frozen=True, slots=True)
class Finding:
    """How one criterion stands for one person, with what shows it."""

    criterion: Criterion
    standing: Standing
    evidence: Message


def years_since(since: date, today: date) -> int:
    return today.year - since.year - ((today.month, today.day) < (since.month, since.day))


def months_since(since: date, today: date) -> int:
    return (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)


def assess(criterion: Criterion, known: Evidence, today: date) -> Finding:
    """The standing of a criterion; what the team noted itself goes before what is worked out."""
    yes = known.answers.get(criterion.key)
    if isinstance(yes, bool):
        return _finding(criterion, yes, msg("noted by the team: yes") if yes else msg("noted by the team: no"))
    match criterion.measure:
        case Measure.LEADERSHIP_YEARS:
            return _leadership_years(criterion, known, today)
        case Measure.LEADERSHIP_EDUCATION:
            told = known.leadership_education
            if told is None:
                return _unknown(criterion)
            return _finding(
                criterion, told, msg("has leadership education") if told else msg("no leadership education")
            )
        case Measure.BACKGROUND:
            if not known.backgrounds:
                return _unknown(criterion)
            return _finding(criterion, True, msg("background: {fields}", fields=Listed(known.backgrounds)))
        case Measure.FIRST_LINE:
            return _first_line(criterion, known, today)
        case Measure.IN_LEADERSHIP:
            return _in_leadership(criterion, known, today)
        case Measure.NEW_IN_LEADERSHIP:
            return _new_in_leadership(criterion, known, today)
        case Measure.TRAINED:
            return _trained(criterion, known, today)
        case Measure.PAPER:
            return _paper(criterion, known, today)
        case Measure.OWN:
            return _unknown(criterion)
        case Measure.NUMBER:
            return _number(criterion, known)
        case Measure.DAY:
            return _day(criterion, known, today)
        case Measure.DOCUMENT:
            name = known.files.get(criterion.key)
            return (
                _unknown(criterion) if name is None else _finding(criterion, True, msg("attached: {file}", file=name))
            )
        case never:
            assert_never(never)


def _in_leadership(criterion: Criterion, known: Evidence, today: date) -> Finding:
    """Being appointed is enough: a programme for new managers asks before the first day."""
    since = known.leadership_since
    if since is None and known.leadership_level is None:
        return _unknown(criterion)
    if since is None or since <= today:
        return _finding(criterion, True, msg("in a leadership position"))
    return _finding(criterion, True, msg("takes office on {day}", day=since))


def _new_in_leadership(criterion: Criterion, known: Evidence, today: date) -> Finding:
    since = known.leadership_since
    if since is None:
        return _unknown(criterion)
    if since > today:
        return _finding(criterion, True, msg("takes office on {day}", day=since))
    months = months_since(since, today)
    led = nmsg("leader for {count} month", "leader for {count} months", months)
    return _finding(criterion, months <= criterion.figure, led)


def _leadership_years(criterion: Criterion, known: Evidence, today: date) -> Finding:
    if known.leadership_since is None:
        return _unknown(criterion)
    years = max(0, years_since(known.leadership_since, today))
    led = nmsg("{count} year of leadership", "{count} years of leadership", years)
    return _finding(criterion, years >= criterion.figure, led)


def _first_line(criterion: Criterion, known: Evidence, today: date) -> Finding:
    """Whoever leads leaders has led a first line before; how long is asked for only where the figure says so."""
    level = known.leadership_level
    if level is None:
        return _unknown(criterion)
    if not criterion.figure:
        return _finding(criterion, True, LEVELS.label(level))
    if known.leadership_since is None:
        return _finding(criterion, None, msg("{level}; for how long is not known", level=LEVELS.label(level)))
    years = max(0, years_since(known.leadership_since, today))
    led = nmsg(
        "{level}, {count} year of leadership", "{level}, {count} years of leadership", years, level=LEVELS.label(level)
    )
    return _finding(criterion, years >= criterion.figure, led)


def _trained(criterion: Criterion, known: Evidence, today: date) -> Finding:
    if known.trained_on is None:
        return _unknown(criterion)
    if known.trained_on > today:
        return _finding(criterion, None, msg("the training is on {day}", day=known.trained_on))
    return _finding(criterion, True, msg("trained on {day}", day=known.trained_on))


def _number(criterion: Criterion, known: Evidence) -> Finding:
    number = known.answers.get(criterion.key)
    if not isinstance(number, int):
        return _unknown(criterion)
    said = msg("{number}; at least {figure} is asked for", number=number, figure=criterion.figure)
    return _finding(criterion, number >= criterion.figure, said)


def _day(criterion: Criterion, known: Evidence, today: date) -> Finding:
    day = known.answers.get(criterion.key)
    if not isinstance(day, date):
        return _unknown(criterion)
    if day > today:
        return _finding(criterion, None, msg("noted for {day}, which is still to come", day=day))
    return _finding(criterion, True, msg("noted for {day}", day=day))


def _paper(criterion: Criterion, known: Evidence, today: date) -> Finding:
    assert criterion.paper is not None, criterion.key
    state = known.papers.get(criterion.paper, PaperState())
    if state.received:
        came = msg("received on {day}", day=state.received_on) if state.received_on else msg("received")
        return _finding(criterion, True, came)
    if state.received is False:
        return _finding(criterion, False, msg("answered no"))
    if state.asked_by is not None and state.asked_by < today:
        return _finding(criterion, False, msg("asked for by {day}, not received", day=state.asked_by))
    return _unknown(criterion)


def _finding(criterion: Criterion, met: bool | None, evidence: Message) -> Finding:
    """`met` None: not known, and `evidence` says what is known all the same."""
    standing = Standing.UNKNOWN if met is None else Standing.MET if met else Standing.NOT_MET
    return Finding(criterion, standing, evidence)


def _unknown(criterion: Criterion) -> Finding:
    return Finding(criterion, Standing.UNKNOWN, msg("nothing known"))
