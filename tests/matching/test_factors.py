"""Soft factors: what a pair gets for it, the facts of both in words, and neutral where nothing is known."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.ids import PersonId
from mentordesk.domain.people import CareLevel, LeadershipLevel
from mentordesk.domain.programmes import Mode
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES, LanguageCode
from mentordesk.matching.candidates import Candidate
from mentordesk.matching.factors import FACTORS, FULL, NEUTRAL
from mentordesk.matching.factors.experience import part_of_lead
from mentordesk.matching.terms import common
from mentordesk.matching.tongues import TONGUES
from tests.counts import count
from tests.matching import people
from tests.matching.people import EAST, WARD_3, WARD_4, WARD_9, at, kari, per, question

BY_KEY = {factor.key: factor for factor in FACTORS}


def told(key: str, mentee: Candidate, mentor: Candidate, **facts: object) -> tuple[int | None, list[str]]:
    asked = question(mentee, mentor, **facts)
    factor = BY_KEY[key]
    evidence = factor.evidence(mentee, mentor, asked)
    assert (factor.part(mentee, mentor, asked) is None) == (evidence.share == 0)
    return factor.part(mentee, mentor, asked), [catalog("en").say(sentence) for sentence in evidence.sentences]


def led(years: int) -> date:
    return date(people.TODAY.year - years, 1, 1)


def test_what_the_mentor_offers_covers_what_the_mentee_needs() -> None:
    mentee = kari(needs=("Change leadership",))
    assert told("focus", mentee, per(offers=("change LEADERSHIP", "budget", "conflict"))) == (
        FULL,
        ["Kari Ås needs Change leadership; Per Lund offers it."],
    )


def test_many_strengths_cost_nothing_and_a_gap_does() -> None:
    mentee = kari(needs=("økonomi", "konflikt", "turnus"))
    assert told("focus", mentee, per(offers=("Ökonomi", "a", "b", "c"))) == (
        3333,
        ["Kari Ås needs økonomi and also konflikt and turnus; Per Lund offers økonomi."],
    )
    both = kari(needs=("økonomi", "konflikt"))
    assert told("focus", both, per(offers=("konflikt", "økonomi"))) == (
        FULL,
        ["Kari Ås needs økonomi and konflikt; Per Lund offers all of it."],
    )


def test_hundreds_of_different_terms_are_told_apart() -> None:
    words = tuple(f"topic {number}" for number in range(150))
    first = [frozenset(words[number : number + 90]) for number in range(20)]
    second = [frozenset(words[:140]), frozenset(words[80:]), frozenset()]
    assert common(first, second).tolist() == [[len(one & other) for other in second] for one in first]


def test_part_of_a_term_is_not_the_term() -> None:
    mentee = kari(needs=("leadership",))
    assert told("focus", mentee, per(offers=("leadership of change", "lead"))) == (
        0,
        ["Kari Ås needs leadership; Per Lund offers other things: leadership of change and lead."],
    )


def test_who_said_nothing_is_named() -> None:
    assert told("focus", kari(), per(offers=())) == (
        None,
        ["No data on what Kari Ås needs.", "No data on what Per Lund offers."],
    )
    assert told("background", kari(backgrounds=("ICU",)), per(backgrounds=("…",))) == (
        None,
        ["No data on the professional background of Per Lund."],
    )


def test_background_is_what_the_mentor_knows_of_the_mentees_fields() -> None:
    assert told("background", kari(backgrounds=("ICU", "surgery")), per(backgrounds=("icu", "psychiatry"))) == (
        NEUTRAL,
        ["Kari Ås has a background in ICU and surgery; Per Lund shares ICU, not surgery."],
    )
    assert told("background", kari(backgrounds=("ICU",)), per(backgrounds=("icu", "psychiatry"))) == (
        FULL,
        ["Kari Ås and Per Lund both have a background in ICU."],
    )
    assert told("background", kari(backgrounds=("ICU",)), per(backgrounds=("surgery", "oncology"))) == (
        0,
        ["Kari Ås has a background in ICU, Per Lund in surgery and oncology."],
    )


def test_a_lead_within_the_preferred_years_counts_in_full() -> None:
    parts = [part_of_lead(years, (5, 15)) for years in (-3, 0, 1, 4, 5, 10, 15, 18, 30, 45, 60)]
    assert parts == [0, 0, 2000, 8000, FULL, FULL, FULL, 9000, 5000, 0, 0]
    assert part_of_lead(1, (0, 0)) == FULL
    assert part_of_lead(0, (0, 0)) == 0


def test_experience_tells_years_and_level_of_both() -> None:
    mentee = kari(leadership_since=led(2), level=LeadershipLevel.FIRST_LINE)
    assert told("experience", mentee, per(leadership_since=led(11), level=LeadershipLevel.MIDDLE)) == (
        FULL,
        [
            "Per Lund has led for 11 years, Kari Ås for 2 years; a lead of 5 to 15 years is best.",
            "Kari Ås is a first-line manager, Per Lund is a middle manager.",
        ],
    )
    assert told("experience", mentee, per(leadership_since=led(1), level=LeadershipLevel.FIRST_LINE)) == (
        1667,
        [
            "Per Lund has led for 1 year, Kari Ås for 2 years; a lead of 5 to 15 years is best.",
            "Kari Ås is a first-line manager, and so is Per Lund.",
        ],
    )
    one_best = people.settings(gap_years=(0, 1))
    assert told("experience", kari(leadership_since=led(0)), per(leadership_since=led(1)), settings=one_best)[1][0] == (
        "Per Lund has led for 1 year, Kari Ås for less than a year; a lead of 1 year is best."
    )


def test_half_known_experience_counts_the_other_half_neutral() -> None:
    mentee = kari(leadership_since=led(2))
    assert told("experience", mentee, per(leadership_since=led(12), level=LeadershipLevel.MIDDLE)) == (
        8333,
        [
            "Per Lund has led for 12 years, Kari Ås for 2 years; a lead of 5 to 15 years is best.",
            "No data on leadership level for Kari Ås.",
        ],
    )
    part, said = told("experience", mentee, per())
    assert part is None
    assert said[0] == "No data on years of leadership for Per Lund."


def test_personality_compares_only_what_both_were_rated_on() -> None:
    mentee, mentor = kari(traits={"openness": 5, "care": 4, "calm": 1}), per(traits={"openness": 2, "care": 4})
    assert told("personality", mentee, mentor) == (
        6250,
        [
            "Kari Ås and Per Lund are alike in: conscientiousness (4 and 4 of 5).",
            "Kari Ås and Per Lund differ in: openness to new ways (5 and 2 of 5).",
            "Only Kari Ås was rated on: calm.",
        ],
    )
    assert told("personality", mentee, per()) == (None, ["No data on the personality of Per Lund."])
    assert told("personality", kari(traits={"calm": 1}), per(traits={"care": 1})) == (
        None,
        ["Only Kari Ås was rated on: calm.", "Only Per Lund was rated on: conscientiousness."],
    )


def test_chemistry_is_the_interviewers_note_on_the_pair() -> None:
    note = {(kari().id, per().id): 4}
    assert told("chemistry", kari(), per(), notes=note) == (
        7500,
        ["The interviewer gives the chemistry between Kari Ås and Per Lund 4 of 5."],
    )
    assert told("chemistry", kari(), per()) == (None, ["No note on chemistry for Kari Ås and Per Lund."])


def test_another_area_is_that_of_the_nearest_unit_that_has_one() -> None:
    assert told("other_area", kari(**at(WARD_3)), per(**at(WARD_9))) == (
        FULL,
        ["Kari Ås and Per Lund come from different areas: surgery and mental health."],
    )
    assert told("other_area", kari(**at(WARD_3)), per(**at(WARD_4))) == (
        0,
        ["Kari Ås and Per Lund come from the same area: surgery."],
    )
    assert told("other_area", kari(**at(EAST)), per()) == (None, ["No data on the area of Per Lund."])


def test_wishes_count_by_rank_and_from_both_sides() -> None:
    first = kari(wishes=(PersonId("per-lund"), PersonId("x")))
    assert told("wishes", first, per(wishes=(PersonId("y"), PersonId("kari-ås")))) == (
        9500,
        ["Kari Ås has Per Lund as wish number 1.", "Per Lund has Kari Ås as wish number 2."],
    )
    assert told("wishes", first, per()) == (
        7500,
        ["Kari Ås has Per Lund as wish number 1.", "No data on wishes of Per Lund."],
    )
    assert told("wishes", kari(wishes=(PersonId("x"),)), per()) == (
        3750,
        ["Kari Ås has wished for others, who are not here to be matched.", "No data on wishes of Per Lund."],
    )
    assert told("wishes", kari(), per()) == (None, ["No data on wishes of Kari Ås or Per Lund."])


def test_whom_somebody_wished_for_instead_is_named() -> None:
    bo, mentee = people.somebody("Bo Ek"), kari(wishes=(PersonId("x"), PersonId("bo-ek")))
    mentor = per(wishes=(PersonId("bo-ek"),))
    asked = replace(question(mentee, mentor), mentors=(mentor, bo))
    assert [catalog("en").say(each) for each in BY_KEY["wishes"].evidence(mentee, mentor, asked).known] == [
        "Kari Ås has wished for Bo Ek, not for Per Lund.",
        "Per Lund has wished for Bo Ek, not for Kari Ås.",
    ]


def test_practical_matters_name_what_is_unknown_and_of_whom() -> None:
    mentee = kari(place="Bodø", spoken=("norsk",), care=CareLevel.PRIMARY)
    assert told("practical", mentee, per(place="bodo", language=LanguageCode.NB)) == (
        8333,
        [
            "Kari Ås and Per Lund both work in Bodø.",
            "Kari Ås and Per Lund both speak Norwegian.",
            "No data on level of care for Per Lund.",
        ],
    )
    assert told("practical", kari(), per()) == (
        None,
        ["No data on place of work, languages or level of care for Kari Ås and Per Lund."],
    )
    assert told("practical", mentee, per(care=CareLevel.PRIMARY)) == (
        6667,
        [
            "Kari Ås and Per Lund both work in primary care.",
            "No data on place of work or languages for Per Lund.",
        ],
    )


def test_practical_matters_that_differ_are_told_of_both() -> None:
    mentee = kari(place="Oslo", spoken=("norsk", "Polish"), care=CareLevel.PRIMARY)
    mentor = per(place="Bodø", spoken=("suomi",), care=CareLevel.SPECIALISED)
    assert told("practical", mentee, mentor) == (
        0,
        [
            "Kari Ås works in Oslo, Per Lund in Bodø.",
            "No language in common: Kari Ås speaks Norwegian and Polish, Per Lund speaks Finnish.",
            "Kari Ås works in primary care, Per Lund in specialised care.",
        ],
    )


def test_places_count_where_people_meet_in_person_and_not_where_they_talk_digitally() -> None:
    mentee, mentor = kari(place="Oslo", spoken=("norsk",)), per(place="Bodø", spoken=("norsk",))
    part, said = told("practical", mentee, mentor, mode=Mode.PHYSICAL)
    assert (part, said[0]) == (
        5000,
        "Kari Ås works in Oslo, Per Lund in Bodø, and the conversations are held in person.",
    )
    part, said = told("practical", mentee, mentor, mode=Mode.DIGITAL)
    assert (part, said[0]) == (7500, "Kari Ås works in Oslo, Per Lund in Bodø, and the conversations are digital.")
    assert told("practical", kari(spoken=("norsk",)), mentor, mode=Mode.DIGITAL)[1] == [
        "Kari Ås and Per Lund both speak Norwegian.",
        "No data on level of care for Kari Ås and Per Lund.",
    ]


def test_half_of_the_facts_is_half_known() -> None:
    mentee, mentor = kari(wishes=(PersonId("x"),), leadership_since=led(2)), per(leadership_since=led(9))
    shares = {factor.key: factor.evidence(mentee, mentor, question(mentee, mentor)).share for factor in FACTORS}
    assert shares["wishes"] == 1 / 2
    assert shares["experience"] == 2 / 3
    assert shares["focus"] == 0


def test_demographics_have_no_place() -> None:
    known = {field.name for field in fields(Candidate)}
    assert not known & {"age", "born", "birthday", "sex", "gender", "ethnicity", "identity", "religion", "nationality"}


def test_tongues_are_told_apart_in_every_language() -> None:
    for known in LANGUAGES:
        assert len({catalog(known.code).say(name) for name in TONGUES.values()}) == len(TONGUES)


@settings(max_examples=count(80, 2_000), deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 7), st.integers(0, 7), st.sampled_from((0.0, 0.3, 0.9)))
def test_planes_say_what_pairs_say(seed: int, mentees: int, mentors: int, gaps: float) -> None:
    asked = people.random_question(seed, mentees, mentors, gaps=gaps)
    for factor in FACTORS:
        plane = factor.plane(asked)
        parts = [[factor.part(mentee, mentor, asked) for mentor in asked.mentors] for mentee in asked.mentees]
        known = np.array([[part is not None for part in row] for row in parts], dtype=bool).reshape(asked.shape)
        wanted = np.array([[NEUTRAL if part is None else part for part in row] for row in parts]).reshape(asked.shape)
        assert plane.parts.shape == plane.known.shape == asked.shape
        assert (plane.known == known).all(), factor.key
        assert (plane.parts == wanted).all(), factor.key
        assert ((plane.parts >= 0) & (plane.parts <= FULL)).all(), factor.key


@pytest.mark.parametrize("language", [known.code for known in LANGUAGES])
def test_every_factor_gives_its_reasons_in_every_language(language: str) -> None:
    english: set[str] = set()
    said: set[str] = set()
    for seed in range(12):
        asked = people.random_question(seed, 4, 4, gaps=(0.0, 0.3, 0.9)[seed % 3])
        for mentee in asked.mentees:
            for mentor in asked.mentors:
                for factor in FACTORS:
                    evidence = factor.evidence(mentee, mentor, asked)
                    assert evidence.sentences, factor.key
                    assert 0 <= evidence.share <= 1
                    assert (evidence.share == 0) == (factor.part(mentee, mentor, asked) is None), factor.key
                    assert (evidence.share == 1) == (not evidence.unknown), factor.key
                    said |= {catalog(language).say(sentence) for sentence in evidence.sentences}
                    english |= {catalog("en").say(sentence) for sentence in evidence.sentences}
    assert language == "en" or not said & english
    assert not any("{" in sentence for sentence in said)
