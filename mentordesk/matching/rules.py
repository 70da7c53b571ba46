"""Hard rules (R30): what keeps two people from becoming a pair, and the sentence that says which fact does.

To add one: a line in RULES, its fact and its plane below, and its sentences in three languages. The plane says
the same as the fact, for all pairs at once. An unknown fact breaks no rule. Soft preferences are factors.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter

import numpy as np

from mentordesk.domain.criteria import Finding, Gate, Standing
from mentordesk.domain.programmes import MatchingSettings
from mentordesk.i18n.message import Listed, Message, Value, msg, nmsg
from mentordesk.matching.alike import ALIKE, UNLIKE, alike, alike_in_any
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.command import above_in_line, line_of_command
from mentordesk.matching.levels import Mask
from mentordesk.matching.terms import term
from mentordesk.matching.tongues import named, tongues


@dataclass(frozen=True, slots=True)
class Rule:
    """A fact that forbids a pair; `fact` gives the sentence or None, `plane` marks every pair it forbids."""

    key: str
    title: Message
    fact: Callable[[Candidate, Candidate, Question], Message | None]
    plane: Callable[[Question], Mask]
    always: bool = False  # a programme cannot switch it off
    usual: bool = True  # whether it applies where a programme doesn't mention it
    shareable: bool = True  # its sentence may be shown to the two themselves


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that a pair breaks, and the fact in words."""

    rule: Rule
    because: Message


def applying(settings: MatchingSettings) -> tuple[Rule, ...]:
    """The rules of a programme; one that it doesn't mention is as usual."""
    return tuple(rule for rule in RULES if rule.always or settings.rules.get(rule.key, rule.usual))


def broken(mentee: Candidate, mentor: Candidate, question: Question) -> tuple[Broken, ...]:
    """What keeps the two apart, in the order of RULES; empty if they may meet."""
    facts = ((rule, rule.fact(mentee, mentor, question)) for rule in applying(question.settings))
    return tuple(Broken(rule, fact) for rule, fact in facts if fact is not None)


def planes(question: Question) -> Mapping[str, Mask]:
    """For every applying rule the pairs that break it, mentees x mentors; agrees with `broken`."""
    return {rule.key: rule.plane(question) for rule in applying(question.settings)}


def free_places(mentor: Candidate, question: Question) -> int:
    """How many mentees she can take now."""
    away = mentor.away_until is not None and mentor.away_until > question.today
    return 0 if away else max(0, mentor.places)


def _no_place(_mentee: Candidate, mentor: Candidate, question: Question) -> Message | None:
    if free_places(mentor, question):
        return None
    if mentor.away_until is not None and mentor.away_until > question.today:
        return msg("{mentor} is not available until {day}.", mentor=mentor.name, day=mentor.away_until)
    return _maximum_reached(mentor, question.settings.places)


def _maximum_reached(mentor: Candidate, usual: int) -> Message:
    """Whose maximum it is: her own, else the programme's."""
    own = mentor.own_maximum
    if own == 0:
        return msg("{mentor} takes no mentees now, by own choice.", mentor=mentor.name)
    if own is not None and mentor.running:
        return nmsg(
            "{mentor} has no free place: {count} mentee already, and takes {most} at most, by own choice.",
            "{mentor} has no free place: {count} mentees already, and takes {most} at most, by own choice.",
            mentor.running,
            mentor=mentor.name,
            most=own,
        )
    if mentor.running:
        return nmsg(
            "{mentor} has no free place: {count} mentee already, and the programme’s maximum is {most}.",
            "{mentor} has no free place: {count} mentees already, and the programme’s maximum is {most}.",
            mentor.running,
            mentor=mentor.name,
            most=usual,
        )
    if usual == 0:
        return msg("{mentor} has no place: the programme’s maximum is {most}.", mentor=mentor.name, most=usual)
    return msg("{mentor} takes no mentees now.", mentor=mentor.name)


def _no_places(question: Question) -> Mask:
    full = np.array([free_places(mentor, question) == 0 for mentor in question.mentors], dtype=bool)
    return full[None, :].repeat(len(question.mentees), axis=0)


def _unmet(candidate: Candidate) -> tuple[Finding, ...]:
    """The criteria that stand in the way before the start; what is unknown is answered at approval (R22)."""
    return tuple(
        finding
        for finding in candidate.findings
        if finding.standing is Standing.NOT_MET
        and finding.criterion.gate is not Gate.START
        and finding.criterion.key not in candidate.excepted
    )


def _not_eligible(mentee: Candidate, mentor: Candidate, _question: Question) -> Message | None:
    """Every criterion that is not met, of both."""
    found = [(one.name, finding) for one in (mentee, mentor) for finding in _unmet(one)]
    said: list[dict[str, Value]] = [
        {"name": name, "criterion": finding.criterion.title, "evidence": finding.evidence} for name, finding in found
    ]
    if len(said) > 1:
        each = tuple(msg("{name}: “{criterion}” ({evidence})", **one) for one in said)
        return msg("Criteria that are not met: {criteria}.", criteria=Listed(each))
    return msg("{name} does not meet “{criterion}”: {evidence}.", **said[0]) if said else None


def _not_eligible_pairs(question: Question) -> Mask:
    rows = np.array([bool(_unmet(mentee)) for mentee in question.mentees], dtype=bool)
    columns = np.array([bool(_unmet(mentor)) for mentor in question.mentors], dtype=bool)
    plane: Mask = rows[:, None] | columns
    return plane


def _same_unit(mentee: Candidate, mentor: Candidate, question: Question) -> Message | None:
    if mentee.unit is None or not _workplace(mentee) == _workplace(mentor) != "":
        return None
    unit = question.unit_name(mentee.unit)
    return msg("{mentee} and {mentor} both work at {unit}.", mentee=mentee.name, mentor=mentor.name, unit=unit)


def _same_units(question: Question) -> Mask:
    same: Mask = alike(map(_workplace, question.mentees), map(_workplace, question.mentors)) == ALIKE
    return same


def _workplace(candidate: Candidate) -> str:
    return "" if candidate.retired else candidate.unit or ""


def _dependence(mentee: Candidate, mentor: Candidate, _question: Question) -> Message | None:
    if mentor.person not in mentee.dependent and mentee.person not in mentor.dependent:
        return None
    since = mentee.dependent.get(mentor.person) or mentor.dependent.get(mentee.person)
    if since is None:
        return msg(
            "A position of dependence between {mentee} and {mentor} is on record.",
            mentee=mentee.name,
            mentor=mentor.name,
        )
    return msg(
        "A position of dependence between {mentee} and {mentor} was recorded {day}.",
        mentee=mentee.name,
        mentor=mentor.name,
        day=since,
    )


def _dependences(question: Question) -> Mask:
    return question.naming(attrgetter("dependent"))


def _veto(mentee: Candidate, mentor: Candidate, _question: Question) -> Message | None:
    """Never says which of the two it was."""
    if mentor.person not in mentee.vetoes and mentee.person not in mentor.vetoes:
        return None
    return msg(
        "A wish given in confidence speaks against matching {mentee} with {mentor}.",
        mentee=mentee.name,
        mentor=mentor.name,
    )


def _vetoes(question: Question) -> Mask:
    return question.naming(attrgetter("vetoes"))


def _former(mentee: Candidate, mentor: Candidate, _question: Question) -> Message | None:
    pair = mentee.former.get(mentor.person) or mentor.former.get(mentee.person)
    if pair is None:
        return None
    known = {"mentee": mentee.name, "mentor": mentor.name, "programme": pair.programme}
    if pair.until is None:
        return msg("{mentee} and {mentor} have been a pair before, in {programme}.", **known)
    return msg("{mentee} and {mentor} have been a pair before, in {programme} until {day}.", **known, day=pair.until)


def _formers(question: Question) -> Mask:
    return question.naming(attrgetter("former"))


def _no_language(mentee: Candidate, mentor: Candidate, _question: Question) -> Message | None:
    mine, theirs = tongues(mentee.spoken), tongues(mentor.spoken)
    if not mine or not theirs or mine & theirs:
        return None
    return msg(
        "No language in common: {mentee} speaks {languages}, {mentor} speaks {others}.",
        mentee=mentee.name,
        languages=named(mentee.spoken),
        mentor=mentor.name,
        others=named(mentor.spoken),
    )


def _no_languages(question: Question) -> Mask:
    none: Mask = (
        alike_in_any(
            [mentee.spoken for mentee in question.mentees], [mentor.spoken for mentor in question.mentors], tongues
        )
        == UNLIKE
    )
    return none


def _same_area(mentee: Candidate, mentor: Candidate, _question: Question) -> Message | None:
    if not term(mentee.area) == term(mentor.area) != "":
        return None
    return msg(
        "{mentee} and {mentor} both come from {area}, and this plan asks for another area.",
        mentee=mentee.name,
        mentor=mentor.name,
        area=mentee.area,
    )


def _same_areas(question: Question) -> Mask:
    mine, theirs = (term(one.area) for one in question.mentees), (term(one.area) for one in question.mentors)
    same: Mask = alike(mine, theirs) == ALIKE
    return same


def _herself(mentee: Candidate, mentor: Candidate, _question: Question) -> Message | None:
    if mentee.person != mentor.person:
        return None
    return msg("Mentee and mentor are the same person: {name}.", name=mentee.name)


def _themselves(question: Question) -> Mask:
    plane = np.zeros(question.shape, dtype=bool)
    row, column = question.row_of_person, question.column_of_person
    for person in row.keys() & column.keys():
        plane[row[person], column[person]] = True
    return plane


def _kept_apart(mentee: Candidate, mentor: Candidate, question: Question) -> Message | None:
    if (mentee.id, mentor.id) not in question.apart:
        return None
    return msg("{mentee} and {mentor} are kept apart in this plan.", mentee=mentee.name, mentor=mentor.name)


def _kept_apart_pairs(question: Question) -> Mask:
    plane = np.zeros(question.shape, dtype=bool)
    for mentee, mentor in question.apart:
        if mentee in question.row and mentor in question.column:
            plane[question.row[mentee], question.column[mentor]] = True
    return plane


RULES: tuple[Rule, ...] = (
    Rule("own_mentor", msg("Nobody is their own mentor"), _herself, _themselves, always=True),
    Rule("capacity", msg("The mentor has a free place"), _no_place, _no_places, always=True),
    Rule("eligibility", msg("The criteria are met"), _not_eligible, _not_eligible_pairs),
    Rule("line_of_command", msg("Not in each other's line of management"), above_in_line, line_of_command),
    Rule("same_unit", msg("Not from the same unit"), _same_unit, _same_units),
    Rule("recorded_dependence", msg("No position of dependence on record"), _dependence, _dependences),
    Rule("veto", msg("Neither has asked not to meet the other"), _veto, _vetoes, shareable=False),
    Rule("not_again", msg("Not together again"), _former, _formers),
    Rule("language", msg("A language in common"), _no_language, _no_languages),
    Rule("other_area", msg("From another area"), _same_area, _same_areas, usual=False),
    Rule("kept_apart", msg("Not kept apart in this plan"), _kept_apart, _kept_apart_pairs, always=True),
)
