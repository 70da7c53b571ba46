"""Scores: the same for one pair as for all, in points that sum up, in words, and quick for all pairs at once."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.people import LeadershipLevel
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.matching.factors import FACTORS
from mentordesk.matching.rules import broken
from mentordesk.matching.scores import apportioned, explain, matrix, score_of, shortlist, weights_of
from tests.counts import count
from tests.matching import people
from tests.matching.people import kari, per, question

ONLY_FOCUS = {factor.key: 0 for factor in FACTORS} | {"focus": 7}


@settings(max_examples=count(80, 2_000), deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 7), st.integers(0, 7), st.sampled_from((0.0, 0.3, 0.9)))
def test_the_matrix_holds_exactly_the_score_of_every_pair(seed: int, mentees: int, mentors: int, gaps: float) -> None:
    asked = people.random_question(seed, mentees, mentors, gaps=gaps)
    numbers = matrix(asked)
    assert numbers.scores.shape == numbers.allowed.shape == asked.shape
    assert numbers.capacity.shape == (mentors,)
    for row, mentee in enumerate(asked.mentees):
        for column, mentor in enumerate(asked.mentors):
            why = explain(asked, mentee, mentor)
            assert numbers.scores[row, column] == score_of(asked, mentee, mentor) == why.score
            assert bool(numbers.allowed[row, column]) == (not broken(mentee, mentor, asked)) == (not why.broken)
            assert numbers.points(row, column, asked.settings.weights) == why.points


@settings(max_examples=count(150, 5_000))
@given(st.lists(st.integers(0, 400_000), min_size=1, max_size=9), st.integers(1, 900))
def test_points_sum_up_to_the_score(amounts: list[int], divisor: int) -> None:
    shares = apportioned(amounts, divisor)
    assert sum(shares) == round(sum(amounts) / divisor)
    assert all(abs(share - amount / divisor) < 1 for share, amount in zip(shares, amounts, strict=True))


def test_the_points_of_an_explanation_sum_up_to_its_score_and_the_most_to_100() -> None:
    for seed in range(20):
        asked = people.random_question(seed, 3, 3)
        why = explain(asked, asked.mentees[0], asked.mentors[0])
        assert round(sum(reason.points for reason in why.reasons), 2) == why.score
        assert round(sum(reason.most for reason in why.reasons), 2) == 100
        assert [reason.most for reason in why.reasons] == sorted((reason.most for reason in why.reasons), reverse=True)


def test_nothing_known_is_neutral_and_says_so() -> None:
    why = explain(question(kari(), per()), kari(), per())
    assert why.score == 50
    assert all(reason.missing for reason in why.reasons)
    assert why.certainty == 0


def test_missing_answers_dont_change_what_the_others_weigh() -> None:
    """Weights are not renormalised pair by pair."""
    mentee = kari(needs=("budget",))
    why = explain(question(mentee, per(offers=("budget",))), mentee, per(offers=("budget",)))
    assert why.score == 62.5
    assert why.points["focus"] == 25
    assert why.certainty == 0.25


def test_a_factor_known_in_part_counts_as_known_in_that_part() -> None:
    mentee, mentor = kari(level=LeadershipLevel.FIRST_LINE), per(level=LeadershipLevel.SENIOR)
    why = explain(question(mentee, mentor), mentee, mentor)
    (experience,) = (reason for reason in why.reasons if reason.factor.key == "experience")
    assert not experience.missing
    assert len(experience.told.known) == len(experience.told.unknown) == 1
    assert experience.evidence == experience.told.known + experience.told.unknown
    assert why.certainty == pytest.approx(0.15 / 3)


@pytest.mark.parametrize(
    ("offers", "score", "verdict"),
    [(("a", "b", "c"), 75, "strong fit"), (("a", "b"), 50, "fair fit"), (("a",), 25, "weak fit"), ((), 50, "fair fit")],
)
def test_the_verdict_follows_the_floor(offers: tuple[str, ...], score: float, verdict: str) -> None:
    mentee, mentor = kari(needs=("a", "b", "c", "d")), per(offers=offers)
    asked = question(mentee, mentor, settings=people.settings(weights=ONLY_FOCUS))
    why = explain(asked, mentee, mentor)
    assert (why.score, catalog("en").say(why.verdict)) == (score, verdict)
    assert list(why.points) == ["focus"]
    full = explain(asked, mentee, replace(mentor, places=0))
    assert catalog("en").say(full.verdict) == "not possible"


def test_weights_left_out_are_the_usual_ones_and_no_weight_at_all_is_the_same_for_all() -> None:
    assert weights_of({}) == tuple(factor.usual_weight for factor in FACTORS)
    assert weights_of({factor.key: 0 for factor in FACTORS}) == (1,) * len(FACTORS)
    with pytest.raises(ValueError, match="below zero"):
        weights_of({"focus": -1})


@pytest.mark.parametrize("weights", [{"focus": 40}, {"focus": 300_017, "experience": 299_993, "wishes": 100_003}])
def test_a_weight_tried_gives_the_scores_of_a_programme_with_that_weight(weights: dict[str, int]) -> None:
    """The heavy ones sum up to more than 32 bits hold."""
    asked = people.random_question(3, 30, 30)
    other = replace(asked, settings=replace(asked.settings, weights=weights))
    wanted = [[score_of(other, mentee, mentor) for mentor in other.mentors] for mentee in other.mentees]
    assert matrix(asked).weighed(weights).tolist() == matrix(other).scores.tolist() == wanted


def test_scores_are_hundredths_of_points() -> None:
    scores = matrix(people.random_question(5, 20, 20)).scores
    assert (scores == np.round(scores, 2)).all()
    assert ((scores >= 0) & (scores <= 100)).all()


def test_the_short_list_holds_only_who_may_and_can_best_first() -> None:
    asked = people.random_question(8, 1, 30)
    mentee = asked.mentees[0]
    found = shortlist(asked, mentee, 5)
    possible = [mentor for mentor in asked.mentors if not broken(mentee, mentor, asked)]
    best = sorted((score_of(asked, mentee, mentor) for mentor in possible), reverse=True)
    assert 0 < len(found) <= 5
    assert [why.score for why in found] == best[:5]
    assert not any(why.broken for why in found)


@pytest.mark.parametrize("language", [known.code for known in LANGUAGES])
def test_factors_and_verdicts_have_a_name_in_every_language(language: str) -> None:
    names = [catalog(language).say(factor.title) for factor in FACTORS]
    assert len(set(names)) == len(FACTORS)
    assert all(names)
