"""What a programme knows nothing at all about, in sentences: it counts alike for everybody, and a rule sees nobody.

To add one: a line in SUBJECTS. What is unknown of a single pair is said by its factors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mentordesk.domain.criteria import Standing
from mentordesk.domain.programmes import Mode
from mentordesk.i18n.message import Listed, Message, Wording, msg, nmsg
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.factors import FACTORS
from mentordesk.matching.rules import applying
from mentordesk.matching.scores import weights_of


def _by_both(known: Callable[[Candidate], object]) -> Callable[[Question], bool]:
    """Comparing takes somebody known on each side."""
    return lambda question: any(map(known, question.mentees)) and any(map(known, question.mentors))


def _by_either(known: Callable[[Candidate], object]) -> Callable[[Question], bool]:
    return lambda question: any(map(known, question.mentees)) or any(map(known, question.mentors))


_places = _by_both(lambda one: one.place)


def _nobody_travels(question: Question) -> bool:
    return question.mode is Mode.DIGITAL


@dataclass(frozen=True, slots=True)
class _Subject:
    """Something that a factor or a rule asks about."""

    name: Message
    known: Callable[[Question], bool]
    factor: str = ""
    rule: str = ""


SUBJECTS: tuple[_Subject, ...] = (
    _Subject(msg("professional background"), _by_both(lambda one: one.backgrounds), factor="background"),
    _Subject(msg("years of leadership"), _by_both(lambda one: one.leadership_since), factor="experience"),
    _Subject(msg("leadership level"), _by_both(lambda one: one.level), factor="experience"),
    _Subject(msg("what mentees need"), lambda question: any(one.needs for one in question.mentees), factor="focus"),
    _Subject(msg("what mentors offer"), lambda question: any(one.offers for one in question.mentors), factor="focus"),
    _Subject(msg("personality"), _by_both(lambda one: one.traits), factor="personality"),
    _Subject(msg("chemistry"), lambda question: bool(question.notes), factor="chemistry"),
    _Subject(msg("area"), _by_both(lambda one: one.area), factor="other_area", rule="other_area"),
    _Subject(msg("wishes"), _by_either(lambda one: one.wishes), factor="wishes"),
    _Subject(msg("place of work"), lambda question: _nobody_travels(question) or _places(question), factor="practical"),
    _Subject(msg("languages"), _by_both(lambda one: one.spoken), factor="practical", rule="language"),
    _Subject(msg("level of care"), _by_both(lambda one: one.care), factor="practical"),
    _Subject(msg("units"), _by_both(lambda one: one.unit), rule="same_unit"),
    _Subject(
        msg("units and line managers"),
        _by_either(lambda one: one.line_managers or one.unit),
        rule="line_of_command",
    ),
)


def unknowns(question: Question) -> tuple[Message, ...]:
    """Empty where something is known of everything, or nobody is there of whom to know it."""
    if not question.mentees or not question.mentors:
        return ()
    unknown = [subject for subject in SUBJECTS if not subject.known(question)]
    return (
        *_uncounted(question, unknown),
        *_unseen(question, unknown),
        *_capacity(question),
        *_criteria(question),
    )


def _uncounted(question: Question, unknown: Iterable[_Subject]) -> Iterator[Message]:
    weights = weights_of(question.settings.weights)
    counting = {factor.key for factor, weight in zip(FACTORS, weights, strict=True) if weight}
    names = tuple(subject.name for subject in unknown if subject.factor in counting)
    if names:
        yield msg("No data on {subjects}; there every pair counts the same.", subjects=Listed(names))


def _unseen(question: Question, unknown: Iterable[_Subject]) -> Iterator[Message]:
    rules = {rule.key: rule for rule in applying(question.settings)}
    for subject in unknown:
        if subject.rule in rules:
            yield msg(
                "No data on {subject}; the rule “{rule}” stops nobody.",
                subject=subject.name,
                rule=rules[subject.rule].title,
            )


def _capacity(question: Question) -> Iterator[Message]:
    if all(mentor.own_maximum is None for mentor in question.mentors):
        yield nmsg(
            "No data on capacity; each mentor has {count} place.",
            "No data on capacity; each mentor has {count} places.",
            question.settings.places,
        )


def _criteria(question: Question) -> Iterator[Message]:
    if titles := _never_answered(question.mentees):
        yield msg("Not known for any mentee: {criteria}.", criteria=Listed(titles))
    if titles := _never_answered(question.mentors):
        yield msg("Not known for any mentor: {criteria}.", criteria=Listed(titles))


def _never_answered(candidates: Iterable[Candidate]) -> tuple[Wording, ...]:
    title: dict[str, Wording] = {}
    answered: set[str] = set()
    for candidate in candidates:
        for finding in candidate.findings:
            title[finding.criterion.key] = finding.criterion.title
            if finding.standing is not Standing.UNKNOWN:
                answered.add(finding.criterion.key)
    return tuple(wording for key, wording in title.items() if key not in answered)
