"""Every criterion of both programmes and of one's own: met, not met and unknown, with what shows it (R21, R22)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from mentordesk.domain.criteria import (
    STANDING_NAMES,
    Criterion,
    Evidence,
    Gate,
    Measure,
    PaperKind,
    PaperState,
    Standing,
    assess,
)
from mentordesk.domain.people import LeadershipLevel, Role
from mentordesk.domain.templates import template
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Wording

TODAY = date(2026, 11, 23)
LANGUAGES = ("en", "nb", "sv")
NOBODY = ("nothing known", "ingen opplysninger", "inga uppgifter")
NO = ("noted by the team: no", "notert av programgruppen: nei", "noterat av programgruppen: nej")
MET, NOT_MET, UNKNOWN = Standing.MET, Standing.NOT_MET, Standing.UNKNOWN


@dataclass(frozen=True)
class Case:
    """What is known, how the criterion stands by it, and the sentence in English, bokmål and Swedish."""

    known: dict[str, object]
    standing: Standing
    said: tuple[str, str, str]


def paper(kind, **state):
    return {"papers": {kind: PaperState(**state)}}


def papers(kind):
    """A paper that came, was answered no, was asked for and is late, or is still awaited."""
    return (
        Case(
            paper(kind, received=True, received_on=date(2026, 11, 2)),
            MET,
            ("received on 2 Nov 2026", "mottatt 2. nov. 2026", "mottaget 2 nov. 2026"),
        ),
        Case(paper(kind, received=True), MET, ("received", "mottatt", "mottaget")),
        Case(paper(kind, received=False), NOT_MET, ("answered no", "svaret er nei", "svaret är nej")),
        Case(
            paper(kind, asked_by=date(2026, 11, 22)),
            NOT_MET,
            (
                "asked for by 22 Nov 2026, not received",
                "skulle vært her innen 22. nov. 2026, ikke mottatt",
                "skulle ha kommit senast 22 nov. 2026, inte mottaget",
            ),
        ),
        Case(paper(kind, asked_by=TODAY), UNKNOWN, NOBODY),
    )


def led(day):
    return {"leadership_since": day}


IN_LEADERSHIP = (
    Case(led(date(2026, 3, 1)), MET, ("in a leadership position", "har en lederstilling", "har en chefsposition")),
    Case(
        led(date(2026, 12, 1)),
        MET,
        ("takes office on 1 Dec 2026", "tiltrer 1. des. 2026", "tillträder 1 dec. 2026"),
    ),
)
CASES: dict[tuple[str, str], tuple[Case, ...]] = {
    ("nno", "mentor_leadership_years"): (
        Case(
            led(date(2020, 1, 1)), MET, ("6 years of leadership", "6 års ledererfaring", "6 års erfarenhet som ledare")
        ),
        Case(
            led(date(2025, 1, 1)),
            NOT_MET,
            ("1 year of leadership", "1 års ledererfaring", "1 års erfarenhet som ledare"),
        ),
        Case(
            led(date(2027, 1, 1)),
            NOT_MET,
            ("0 years of leadership", "0 års ledererfaring", "0 års erfarenhet som ledare"),
        ),
    ),
    ("nno", "mentor_leadership_education"): (
        Case(
            {"leadership_education": True},
            MET,
            ("has leadership education", "har lederutdanning", "har ledarutbildning"),
        ),
        Case(
            {"leadership_education": False},
            NOT_MET,
            ("no leadership education", "ingen lederutdanning", "ingen ledarutbildning"),
        ),
    ),
    ("nno", "mentor_background"): (
        Case(
            {"backgrounds": ("surgery", "palliative care")},
            MET,
            (
                "background: surgery and palliative care",
                "bakgrunn: surgery og palliative care",
                "bakgrund: surgery och palliative care",
            ),
        ),
        Case({"backgrounds": ()}, UNKNOWN, NOBODY),
    ),
    ("nno", "mentor_confirmation"): papers(PaperKind.CONFIRMATION),
    ("nno", "mentor_trained"): (
        Case(
            {"trained_on": TODAY},
            MET,
            ("trained on 23 Nov 2026", "fikk opplæring 23. nov. 2026", "utbildad 23 nov. 2026"),
        ),
        Case(
            {"trained_on": date(2026, 12, 4)},
            UNKNOWN,
            (
                "the training is on 4 Dec 2026",
                "opplæringen er 4. des. 2026",
                "utbildningen är 4 dec. 2026",
            ),
        ),
    ),
    ("nno", "mentor_book"): papers(PaperKind.BOOK),
    ("nno", "mentee_in_leadership"): IN_LEADERSHIP,
    ("nno", "mentee_new"): (
        Case(
            led(date(2025, 3, 1)),
            MET,
            ("leader for 20 months", "leder i 20 måneder", "chef i 20 månader"),
        ),
        Case(
            led(date(2024, 10, 1)),
            NOT_MET,
            ("leader for 25 months", "leder i 25 måneder", "chef i 25 månader"),
        ),
    ),
    ("nno", "mentee_wants_support"): (
        Case(
            {"answers": {"mentee_wants_support": True}},
            MET,
            ("noted by the team: yes", "notert av programgruppen: ja", "noterat av programgruppen: ja"),
        ),
        Case({"answers": {"mentee_wants_support": False}}, NOT_MET, NO),
    ),
    ("nno", "mentee_motivation"): papers(PaperKind.MOTIVATION),
    ("nno", "mentee_confirmation"): papers(PaperKind.CONFIRMATION),
    ("nu", "mentor_first_line"): (
        Case(
            {"leadership_level": LeadershipLevel.FIRST_LINE, **led(date(2014, 2, 1))},
            MET,
            ("First-line manager", "Førstelinjeleder", "Första linjens chef"),
        ),
        Case(led(date(2014, 2, 1)), UNKNOWN, NOBODY),
    ),
    ("nu", "mentee_in_leadership"): IN_LEADERSHIP,
    ("nu", "mentee_new"): (
        Case(led(date(2026, 10, 1)), MET, ("leader for 1 month", "leder i 1 måned", "chef i 1 månad")),
        Case(
            led(date(2027, 1, 4)),
            MET,
            ("takes office on 4 Jan 2027", "tiltrer 4. jan. 2027", "tillträder 4 jan. 2027"),
        ),
        Case(led(date(2024, 11, 1)), NOT_MET, ("leader for 24 months", "leder i 24 måneder", "chef i 24 månader")),
    ),
}
# A programme's own (R21): yes or no, a number with a minimum, a day, a document; and years for the first line.
OWN: dict[str, tuple[Criterion, tuple[Case, ...]]] = {
    measure.value: (Criterion("own_1", Role.MENTEE, measure, Wording.everywhere("Own"), figure=figure), cases)
    for measure, figure, cases in (
        (
            Measure.NUMBER,
            3,
            (
                Case(
                    {"answers": {"own_1": 3}},
                    MET,
                    ("3; at least 3 is asked for", "3; kravet er minst 3", "3; kravet är minst 3"),
                ),
                Case(
                    {"answers": {"own_1": 0}},
                    NOT_MET,
                    ("0; at least 3 is asked for", "0; kravet er minst 3", "0; kravet är minst 3"),
                ),
            ),
        ),
        (
            Measure.DAY,
            0,
            (
                Case(
                    {"answers": {"own_1": TODAY}},
                    MET,
                    ("noted for 23 Nov 2026", "notert for 23. nov. 2026", "noterat för 23 nov. 2026"),
                ),
                Case(
                    {"answers": {"own_1": date(2026, 12, 1)}},
                    UNKNOWN,
                    (
                        "noted for 1 Dec 2026, which is still to come",
                        "notert til 1. des. 2026, som ikke er kommet ennå",
                        "noterat till 1 dec. 2026, som inte har kommit än",
                    ),
                ),
                Case({"answers": {"own_1": False}}, NOT_MET, NO),
            ),
        ),
        (
            Measure.DOCUMENT,
            0,
            (
                Case({"files": {"own_1": "cv.pdf"}}, MET, ("attached: cv.pdf", "vedlagt: cv.pdf", "bifogad: cv.pdf")),
                Case({"answers": {"own_1": False}, "files": {"own_1": "cv.pdf"}}, NOT_MET, NO),
            ),
        ),
        (
            Measure.FIRST_LINE,
            3,
            (
                Case(
                    {"leadership_level": LeadershipLevel.MIDDLE, **led(date(2022, 1, 1))},
                    MET,
                    (
                        "Middle manager, 4 years of leadership",
                        "Mellomleder, 4 års ledererfaring",
                        "Mellanchef, 4 års chefserfarenhet",
                    ),
                ),
                Case(
                    {"leadership_level": LeadershipLevel.FIRST_LINE, **led(date(2024, 11, 24))},
                    NOT_MET,
                    (
                        "First-line manager, 1 year of leadership",
                        "Førstelinjeleder, 1 års ledererfaring",
                        "Första linjens chef, 1 års chefserfarenhet",
                    ),
                ),
                Case(
                    {"leadership_level": LeadershipLevel.FIRST_LINE},
                    UNKNOWN,
                    (
                        "First-line manager; for how long is not known",
                        "Førstelinjeleder; det er ikke kjent hvor lenge",
                        "Första linjens chef; det är inte känt hur länge",
                    ),
                ),
            ),
        ),
    )
}


def criteria_of(key):
    return {criterion.key: criterion for criterion in template(key).criteria}


def rows():
    for (programme, key), cases in CASES.items():
        criterion = criteria_of(programme)[key]
        for number, case in enumerate(with_the_usual(criterion, cases)):
            yield pytest.param(criterion, case, id=f"{programme}-{key}-{number}")
    for measure, (criterion, cases) in OWN.items():
        for number, case in enumerate(with_the_usual(criterion, cases)):
            yield pytest.param(criterion, case, id=f"own-{measure}-{number}")


def with_the_usual(criterion, cases):
    """Nothing known is unknown, and the team's no is a no: of every criterion."""
    return (*cases, Case({}, UNKNOWN, NOBODY), Case({"answers": {criterion.key: False}}, NOT_MET, NO))


@pytest.mark.parametrize(("criterion", "case"), list(rows()))
def test_a_criterion_says_how_it_stands_and_what_shows_it(criterion, case):
    finding = assess(criterion, Evidence(criterion.role, **case.known), TODAY)

    assert finding.standing is case.standing
    assert tuple(catalog(language).say(finding.evidence) for language in LANGUAGES) == case.said


@pytest.mark.parametrize("programme", ["nno", "nu"])
def test_the_table_holds_every_criterion_of_the_programme(programme):
    assert {key for of, key in CASES if of == programme} == criteria_of(programme).keys()


@pytest.mark.parametrize("cases", [*CASES.values(), *(cases for _, cases in OWN.values())])
def test_the_table_shows_each_met_and_with_the_usual_two_in_all_three_standings(cases):
    assert any(case.standing is MET for case in cases)


def test_the_table_of_own_ones_and_templates_holds_every_measure():
    templates = {criterion.measure for key in ("nno", "nu") for criterion in template(key).criteria}

    assert templates | {criterion.measure for criterion, _ in OWN.values()} == set(Measure)


def test_what_the_team_noted_goes_before_what_is_worked_out():
    criterion = replace(criteria_of("nno")["mentor_leadership_years"], gate=Gate.SELECTION)
    known = Evidence(Role.MENTOR, date(2025, 1, 1), answers={criterion.key: True})

    assert assess(criterion, known, TODAY).standing is MET


def test_the_three_standings_have_three_words_in_every_language():
    for language in LANGUAGES:
        assert len({catalog(language).say(word) for word in STANDING_NAMES.values()}) == len(Standing)
