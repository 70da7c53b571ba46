"""Hard rules: each says which fact breaks it, in three languages, and the planes agree with the facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.criteria import Gate, Standing
from mentordesk.domain.ids import PersonId
from mentordesk.domain.people import LeadershipLevel, Role
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.matching.candidates import Candidate, FormerPair, Question
from mentordesk.matching.rules import RULES, applying, broken, planes
from tests.counts import count
from tests.matching import people
from tests.matching.people import EAST, HOSPITAL, TODAY, WARD_3, WARD_4, WARD_9, at, finding, kari, per, question


def reasons(mentee: Candidate, mentor: Candidate, **facts: object) -> dict[str, str]:
    asked = question(mentee, mentor, **facts)
    return {found.rule.key: catalog("en").say(found.because) for found in broken(mentee, mentor, asked)}


def test_two_people_of_whom_nothing_is_known_may_meet() -> None:
    assert reasons(kari(), per()) == {}


def test_the_line_manager_cannot_be_the_mentor_and_not_the_other_way_round() -> None:
    says = {"line_of_command": "Per Lund is the line manager of Kari Ås."}
    assert reasons(kari(line_managers=(PersonId("per-lund"),)), per()) == says
    assert reasons(kari(), per(line_managers=(PersonId("kari-ås"),))) == {
        "line_of_command": "Kari Ås is the line manager of Per Lund."
    }


def test_a_managers_manager_stands_above_too() -> None:
    upwards = (PersonId("somebody"), PersonId("per-lund"))
    assert reasons(kari(line_managers=upwards), per()) == {
        "line_of_command": "Per Lund stands above Kari Ås in the line of management."
    }


def test_who_leads_a_unit_above_stands_above() -> None:
    clinic_head = per(**at(EAST), level=LeadershipLevel.MIDDLE)
    assert reasons(kari(**at(WARD_3)), clinic_head) == {
        "line_of_command": "Ward 3, where Kari Ås works, stands under Clinic East, where Per Lund is a manager."
    }
    mentee_above = kari(**at(HOSPITAL), leadership_since=date(2026, 1, 1))
    assert reasons(mentee_above, per(**at(WARD_3))) == {
        "line_of_command": "Ward 3, where Per Lund works, stands under North Hospital, where Kari Ås is a manager."
    }


@pytest.mark.parametrize(
    "above",
    [
        {},  # not known whether she leads
        {"level": LeadershipLevel.FIRST_LINE},
        {"level": LeadershipLevel.MIDDLE, "retired": True},
    ],
)
def test_who_leads_nobody_in_the_units_below_does_not_stand_above(above: dict[str, object]) -> None:
    assert reasons(kari(**at(WARD_3)), per(**at(EAST), **above)) == {}


def test_a_retired_mentor_stands_under_nobody() -> None:
    mentee_above = kari(**at(HOSPITAL), level=LeadershipLevel.SENIOR)
    assert reasons(mentee_above, per(**at(WARD_3))).keys() == {"line_of_command"}
    assert reasons(mentee_above, per(**at(WARD_3), retired=True)) == {}


def test_a_neighbouring_ward_is_neither_the_same_unit_nor_the_line() -> None:
    assert reasons(kari(**at(WARD_3)), per(**at(WARD_4), level=LeadershipLevel.SENIOR)) == {}


def test_the_same_unit_is_named_but_nobody_retired_works_there() -> None:
    says = {"same_unit": "Kari Ås and Per Lund both work at Ward 3."}
    assert reasons(kari(**at(WARD_3)), per(**at(WARD_3))) == says
    assert reasons(kari(**at(WARD_3)), per(**at(WARD_3), retired=True)) == {}


def test_a_veto_of_either_side_is_told_in_the_same_words() -> None:
    mine = reasons(kari(vetoes=frozenset((PersonId("per-lund"),))), per())
    theirs = reasons(kari(), per(vetoes=frozenset((PersonId("kari-ås"),))))
    assert mine == theirs == {"veto": "A wish given in confidence speaks against matching Kari Ås with Per Lund."}


def test_dependence_on_record_and_a_former_pair() -> None:
    other = PersonId("per-lund")
    mentee = kari(dependent={other: None}, former={other: FormerPair("Round 1", date(2025, 6, 1))})
    assert reasons(mentee, per()) == {
        "recorded_dependence": "A position of dependence between Kari Ås and Per Lund is on record.",
        "not_again": "Kari Ås and Per Lund have been a pair before, in Round 1 until 1 Jun 2025.",
    }


def test_the_day_of_a_dependence_is_told_whichever_side_it_was_noted_with() -> None:
    day = date(2026, 3, 3)
    said = "A position of dependence between Kari Ås and Per Lund was recorded 3 Mar 2026."
    assert reasons(kari(dependent={PersonId("per-lund"): day}), per()) == {"recorded_dependence": said}
    assert reasons(kari(), per(dependent={PersonId("kari-ås"): day})) == {"recorded_dependence": said}


def test_a_former_pair_without_a_last_day_is_told_by_its_programme() -> None:
    assert reasons(kari(), per(former={PersonId("kari-ås"): FormerPair("Round 1")})) == {
        "not_again": "Kari Ås and Per Lund have been a pair before, in Round 1."
    }


def test_languages_are_compared_by_what_they_mean() -> None:
    says = "No language in common: Kari Ås speaks Norwegian and English, Per Lund speaks Finnish and Romani."
    assert reasons(kari(spoken=("norsk", "English")), per(spoken=("suomi", "Romani"))) == {"language": says}
    assert reasons(kari(spoken=("finsk",)), per(spoken=("Finska", "norsk"))) == {}
    assert reasons(kari(spoken=("norsk",)), per(spoken=None)) == {}
    assert reasons(kari(spoken=()), per(spoken=("norsk",))) == {}


def test_a_criterion_not_met_stands_in_the_way_until_it_is_excepted() -> None:
    unmet = finding(Standing.NOT_MET)
    says = {"eligibility": "Per Lund does not meet “at least 5 years of leadership”: nothing known."}
    assert reasons(kari(), per(findings=(unmet,))) == says
    assert reasons(kari(), per(findings=(unmet,), excepted=frozenset(("years",)))) == {}
    assert reasons(kari(), per(findings=(unmet, finding(Standing.MET)))) == says


def test_every_criterion_not_met_is_named_and_whose_it_is() -> None:
    of_mentee = finding(Standing.NOT_MET, Gate.SELECTION, "unit", Role.MENTEE)
    both = (finding(Standing.NOT_MET), finding(Standing.NOT_MET, key="education"))
    title = "“at least 5 years of leadership” (nothing known)"
    assert reasons(kari(findings=(of_mentee,)), per(findings=both)) == {
        "eligibility": f"Criteria that are not met: Kari Ås: {title}, Per Lund: {title} and Per Lund: {title}."
    }


def test_what_is_unknown_or_only_asked_at_the_start_does_not_stand_in_the_way() -> None:
    waits = finding(Standing.NOT_MET, Gate.START, "contract")
    assert reasons(kari(findings=(waits,)), per(findings=(finding(Standing.UNKNOWN),))) == {}


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"places": 0}, "Per Lund takes no mentees now."),
        ({"places": 0, "own_maximum": 0, "running": 1}, "Per Lund takes no mentees now, by own choice."),
        (
            {"places": 0, "running": 1},
            "Per Lund has no free place: 1 mentee already, and the programme’s maximum is 1.",
        ),
        (
            {"places": -1, "own_maximum": 2, "running": 3},
            "Per Lund has no free place: 3 mentees already, and takes 2 at most, by own choice.",
        ),
        ({"places": 2, "away_until": date(2027, 1, 1)}, "Per Lund is not available until 1 Jan 2027."),
    ],
)
def test_capacity_says_why_there_is_no_place(facts: dict[str, object], says: str) -> None:
    assert reasons(kari(), per(**facts)) == {"capacity": says}


def test_a_programme_without_places_says_so() -> None:
    none = people.settings(places=0)
    assert reasons(kari(), per(places=0), settings=none) == {
        "capacity": "Per Lund has no place: the programme’s maximum is 0."
    }


def test_another_area_is_a_rule_only_where_a_plan_asks_for_it() -> None:
    asked = people.settings(rules={"other_area": True})
    mentee, neighbour = kari(**at(WARD_3)), per(**at(WARD_4))
    assert reasons(mentee, neighbour) == {}
    assert reasons(mentee, neighbour, settings=asked) == {
        "other_area": "Kari Ås and Per Lund both come from surgery, and this plan asks for another area."
    }
    assert reasons(mentee, per(**at(WARD_9)), settings=asked) == {}
    assert reasons(mentee, per(), settings=asked) == {}


def test_a_rest_that_is_over_does_not_count() -> None:
    assert reasons(kari(), per(away_until=TODAY)) == {}


def test_nobody_is_their_own_mentor_and_kept_apart_is_kept_apart() -> None:
    mentor = replace(per(), person=PersonId("kari-ås"))
    assert reasons(kari(), mentor) == {"own_mentor": "Mentee and mentor are the same person: Kari Ås."}
    apart = frozenset(((kari().id, per().id),))
    assert reasons(kari(), per(), apart=apart) == {"kept_apart": "Kari Ås and Per Lund are kept apart in this plan."}


def test_a_programme_switches_rules_off_but_never_capacity() -> None:
    off = people.settings(rules={rule.key: False for rule in RULES})
    assert {rule.key for rule in applying(off)} == {"own_mentor", "capacity", "kept_apart"}
    assert reasons(kari(**at(WARD_3)), per(**at(WARD_3), places=0), settings=off).keys() == {"capacity"}


def a_broken_pair_for_each_rule() -> Question:
    other = frozenset((PersonId("kari-ås"),))
    former = {PersonId("kari-ås"): FormerPair("Kull 1")}
    mentor = replace(
        per(**at(WARD_3), spoken=("suomi",), vetoes=other, dependent=dict.fromkeys(other), former=former, places=0),
        person=PersonId("kari-ås"),
        line_managers=(PersonId("kari-ås"),),
    )
    mentee = kari(**at(WARD_3), spoken=("norsk",), findings=(finding(Standing.NOT_MET),))
    asked = people.settings(rules={"other_area": True})
    return question(mentee, mentor, apart=frozenset(((mentee.id, mentor.id),)), settings=asked)


@pytest.mark.parametrize("language", [known.code for known in LANGUAGES])
def test_every_rule_speaks_every_language(language: str) -> None:
    asked = a_broken_pair_for_each_rule()
    found = broken(asked.mentees[0], asked.mentors[0], asked)
    assert [one.rule.key for one in found] == [rule.key for rule in RULES]
    english = {catalog("en").say(one.because) for one in found} | {catalog("en").say(one.title) for one in RULES}
    said = {catalog(language).say(one.because) for one in found} | {catalog(language).say(one.title) for one in RULES}
    assert language == "en" or not said & english
    assert all("{" not in sentence for sentence in said)


@settings(max_examples=count(80, 2_000), deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 7), st.integers(0, 7), st.sampled_from((0.0, 0.3, 0.9)))
def test_planes_say_what_pairs_say(seed: int, mentees: int, mentors: int, gaps: float) -> None:
    asked = people.random_question(seed, mentees, mentors, gaps=gaps)
    marked = planes(asked)
    for row, mentee in enumerate(asked.mentees):
        for column, mentor in enumerate(asked.mentors):
            found = {one.rule.key for one in broken(mentee, mentor, asked)}
            assert {key for key, plane in marked.items() if plane[row, column]} == found
    assert all(plane.shape == asked.shape and plane.dtype == np.bool_ for plane in marked.values())


def test_the_random_cohorts_break_every_rule_now_and_then() -> None:
    seen: dict[str, set[bool]] = {rule.key: set() for rule in RULES}
    for seed in range(30):
        for key, plane in planes(people.random_question(seed, 6, 6)).items():
            seen[key] |= set(plane.ravel().tolist())
    assert all(found == {True, False} for found in seen.values()), seen
