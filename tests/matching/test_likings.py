"""How much each side likes the other, and who would both rather have each other, by name and in words."""

from __future__ import annotations

import numpy as np
import pytest

from mentordesk.domain.ids import PersonId
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Message
from mentordesk.matching.blocking import blocking_pairs
from mentordesk.matching.blocking_list import blocking_list
from mentordesk.matching.candidates import Question
from mentordesk.matching.factors import FACTORS
from mentordesk.matching.likings import likings
from mentordesk.matching.scenario import solve
from mentordesk.matching.scores import matrix
from tests.counts import count
from tests.matching.people import TODAY, UNITS, random_question, settings, somebody


def speak(code: str, *sentences: Message) -> str:
    return " ".join(map(catalog(code).say, sentences))


def four(**weights: int) -> Question:
    """Two mentees and two mentors who differ in nothing but their wishes: crosswise, each side would rather."""
    mentees = (
        somebody("Anna", wishes=(PersonId("cato"),)),
        somebody("Britt", wishes=(PersonId("dag"),)),
    )
    mentors = (
        somebody("Cato", wishes=(PersonId("anna"),)),
        somebody("Dag", wishes=(PersonId("britt"),)),
    )
    return Question(mentees, mentors, settings(weights=weights), TODAY, UNITS)


def crossed(question: Question) -> dict:
    (anna, britt), (cato, dag) = question.mentees, question.mentors
    return {anna.id: dag.id, britt.id: cato.id}


@pytest.mark.parametrize("seed", range(count(20, 400)))
def test_a_score_is_the_mean_of_what_both_like(seed: int) -> None:
    question = random_question(seed, 6, 7)
    numbers = matrix(question)
    liked = likings(question, numbers)
    assert np.allclose((liked.of_mentees + liked.of_mentors) / 2, numbers.scores, atol=0.011)


def test_only_the_wishes_of_its_own_count_for_a_side() -> None:
    question = four(**{factor.key: 0 for factor in FACTORS} | {"wishes": 10})
    cato_alone = Question(
        tuple(somebody(one.name) for one in question.mentees), question.mentors, question.settings, TODAY, UNITS
    )
    liked = likings(cato_alone, matrix(cato_alone))
    assert liked.of_mentees.tolist() == [[50.0, 50.0], [50.0, 50.0]], "they have wished for nobody"
    assert liked.of_mentors.tolist() == [[100.0, 25.0], [25.0, 100.0]]


def test_without_a_weight_on_wishes_both_like_the_score() -> None:
    question = four(wishes=0)
    numbers = matrix(question)
    liked = likings(question, numbers)
    assert np.array_equal(liked.of_mentees, numbers.scores)
    assert np.array_equal(liked.of_mentors, numbers.scores)


def test_two_who_wish_for_each_other_and_are_parted_are_listed_in_words() -> None:
    question = four()
    first, second = blocking_list(question, matrix(question), crossed(question))
    anna, cato, dag = question.mentees[0], question.mentors[0], question.mentors[1]
    assert (first.mentee, first.mentor) == (anna.id, cato.id)
    assert (first.mentee_has, first.mentor_has) == (dag.id, (question.mentees[1].id,))
    assert speak("en", *first.words) == (
        "Anna and Cato would both rather have each other than what the plan gives them. "
        "Anna has Dag, and Cato has Britt."
    )
    assert speak("nb", *first.words) == (
        "Anna og Cato ville begge heller hatt hverandre enn det planen gir dem. Anna har Dag, og Cato har Britt."
    )
    assert speak("sv", *first.words) == (
        "Anna och Cato skulle båda hellre ha varandra än det planen ger dem. Anna har Dag, och Cato har Britt."
    )
    assert second.strength == first.strength


def test_whoever_has_nobody_and_a_place_that_is_free_are_said() -> None:
    question = four()
    (anna, britt), (cato, _) = question.mentees, question.mentors
    found = {(one.mentee, one.mentor): one for one in blocking_list(question, matrix(question), {anna.id: cato.id})}
    alone = found[britt.id, question.mentors[1].id]
    assert speak("en", alone.now) == "Britt has no mentor, and Dag has a place free."
    assert (alone.mentee_has, alone.mentor_has) == (None, ())
    assert alone.strength == likings(question, matrix(question)).of_mentees[1, 1]


def test_an_empty_plan_gives_nobody_anything() -> None:
    assert blocking_list(four(), matrix(four()), {}) == ()


@pytest.mark.parametrize("seed", range(count(20, 400)))
def test_the_list_has_all_of_the_mask_the_strongest_first(seed: int) -> None:
    question = random_question(seed, 8, 7)
    found = solve(question)
    listed = blocking_list(question, found.numbers, found.mentor_of)
    seats = np.array([question.column.get(found.mentor_of.get(one.id), -1) for one in question.mentees])
    liked = likings(question, found.numbers)
    mask = blocking_pairs(liked.of_mentees, liked.of_mentors, found.numbers.allowed, found.numbers.capacity, seats)
    marked = {(question.row[one.mentee], question.column[one.mentor]) for one in listed}
    assert marked == (set(map(tuple, np.argwhere(mask).tolist())) if found.mentor_of else set())
    assert all(min(one.mentee_gain, one.mentor_gain) > 0 for one in listed)
    strengths = [one.strength for one in listed]
    assert strengths == sorted(strengths, reverse=True)
    assert all(isinstance(one.now.text, str) for one in listed)
