"""Plans side by side: their levels, lowest pairs, who differs and which settings do, in figures and in words."""

from __future__ import annotations

import pytest

from mentordesk.actions.matching import (
    CriteriaException,
    approve,
    copy_scenario,
    decline,
    keep_apart,
    lock_pair,
    note_on_scenario,
    weigh_scenario,
)
from mentordesk.domain.people import ParticipationStatus
from mentordesk.domain.refusals import Refused
from mentordesk.domain.scenarios import OwnSettings
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.queries.board import board
from mentordesk.queries.comparison import comparison
from mentordesk.queries.comparison_in_words import differs_in_words, in_words, settings_compared
from mentordesk.queries.scenarios import scenarios
from mentordesk.storage.records import ParticipationRecord
from tests.queries.applicants import DAY, applied, planned
from tests.queries.small_programme import change

WAIVED = CriteriaException("a trial", "Kari")
WEIGHED = OwnSettings({"focus": 60}, floor=55.0, raise_lowest=True)


@pytest.fixture
def two(store):
    """Calm as the programme weighs; Bold with other weights, a pair locked and one kept apart."""
    there = applied(store)
    planned(store, there.programme, "Calm")
    copy_scenario(store, programme=there.programme, name="Calm", copy="Bold")
    who = {"programme": there.programme, "scenario": "Bold"}
    weigh_scenario(store, programme=there.programme, name="Bold", own=WEIGHED)
    lock_pair(store, **who, mentee=there.mentees[0].id, mentor=there.mentors[1].id)
    keep_apart(store, **who, mentee=there.mentees[2].id, mentor=there.mentors[4].id)
    note_on_scenario(store, programme=there.programme, name="Bold", notes="a trial")
    planned(store, there.programme, "Bold")
    return there


def found(store, there, *names):
    return comparison(store, there.programme, names or ("Calm", "Bold"), today=DAY)


def english(sentences):
    return [catalog("en").say(sentence) for sentence in sentences]


def test_levels_are_those_of_the_plan_as_it_was_found(store, two):
    for plan in found(store, two).plans:
        shown = board(store, two.programme, today=DAY, scenario=plan.name)
        points = [seat.points for seat in shown.seats if seat.points is not None]
        assert plan.levels.total == round(sum(points), 2)
        assert plan.levels.worst == min(points)
        assert plan.levels.unmatched == 4 - len(points)
        assert plan.levels.weak == sum(point < plan.settings.floor for point in points)
        assert plan.best


def test_a_common_measure_is_the_programmes_own_weights(store, two):
    calm, bold = found(store, two).plans

    assert calm.by_programme == calm.levels
    assert bold.by_programme.worst != bold.levels.worst
    assert calm.by_programme.total > bold.by_programme.total, "Calm is the best plan by these weights"


def test_lowest_pairs_come_lowest_first(store, two):
    for plan in found(store, two).plans:
        scores = [pair.score for pair in plan.worst]
        assert scores == sorted(scores)
        assert scores[0] == plan.levels.worst
        assert len(scores) == 3


def test_who_differs_is_told_with_whom_in_each(store, two):
    compared = found(store, two)
    boards = [board(store, two.programme, today=DAY, scenario=name).mentor_of for name in ("Calm", "Bold")]
    differing = {one.mentee: tuple(seat.mentor for seat in one.seats) for one in compared.differing}

    assert differing == {
        one.id: tuple(plan.get(one.id) for plan in boards)
        for one in two.mentees
        if boards[0].get(one.id) != boards[1].get(one.id)
    }
    assert differing[two.mentees[0].id] == (two.mentors[0].id, two.mentors[1].id)
    assert compared.alike == 4 - len(differing)
    first = next(one for one in compared.differing if one.mentee == two.mentees[0].id)
    assert catalog("en").say(differs_in_words(first, compared.plans)) == (
        "Mentee 1: Mentor 1 in Calm and Mentor 2 in Bold."
    )


def test_somebody_without_a_mentor_in_one_is_told_so(store, two):
    for mentor in two.mentors:
        keep_apart(store, programme=two.programme, scenario="Bold", mentee=two.mentees[3].id, mentor=mentor.id)
    planned(store, two.programme, "Bold")

    compared = found(store, two)

    nobody = next(one for one in compared.differing if one.mentee == two.mentees[3].id)
    assert (
        catalog("en").say(differs_in_words(nobody, compared.plans)) == "Mentee 4: Mentor 4 in Calm and nobody in Bold."
    )
    assert "Fewest are without a mentor in Calm: 0 mentees." in english(in_words(compared))


def test_which_settings_differ_and_only_those(store, two):
    compared = found(store, two)
    said = {catalog("en").say(each.title): each.values for each in settings_compared(compared)}
    usual = compared.plans[0].settings

    assert compared.differing_weights == ("focus",)
    assert said["Weight of Development focus"] == (usual.weights["focus"], 60)
    assert said["Floor, in points"] == (round(usual.floor), 55)
    assert english(said["Raise the lowest pair"]) == ["no", "yes"]
    assert (said["Locked pairs"], said["Pairs kept apart"]) == ((0, 1), (0, 1))
    assert len(said) == 5


def test_three_plans_stand_in_the_order_they_are_named(store, two):
    copy_scenario(store, programme=two.programme, name="Calm", copy="Third")

    compared = found(store, two, "Third", "Bold", "Calm")

    assert [plan.name for plan in compared.plans] == ["Third", "Bold", "Calm"]
    assert all(len(one.seats) == 3 for one in compared.differing)


def test_words_say_which_is_ahead_and_how_far_they_agree(store, two):
    sentences = english(in_words(found(store, two)))

    assert sentences[0] == "2 of 4 mentees are with the same mentor in all of these plans."
    assert any("most points are in Calm" in sentence for sentence in sentences)


def test_plans_that_are_alike_are_told_to_be(store, two):
    copy_scenario(store, programme=two.programme, name="Calm", copy="Third")

    assert english(in_words(found(store, two, "Calm", "Third"))) == [
        "Everybody is with the same mentor in all of these plans."
    ]


def test_a_plan_that_matching_would_change_is_told(store, two):
    change(store, ParticipationRecord, two.mentors[3].id, status=ParticipationStatus.WITHDRAWN)

    compared = found(store, two)

    assert not any(plan.best for plan in compared.plans)
    assert compared.plans[0].levels.unmatched == 1
    assert any("no longer the best" in sentence for sentence in english(in_words(compared)))


def test_every_sentence_is_good_in_every_language(store, two):
    compared = found(store, two)
    sentences = [*in_words(compared), *(each.title for each in settings_compared(compared))]
    sentences += [sentence for plan in compared.plans for sentence in plan.floor.words]
    for known in LANGUAGES:
        for sentence in sentences:
            assert "{" not in catalog(known.code).say(sentence)


@pytest.mark.parametrize("names", [[], ["Calm"], ["Calm", " Calm "], ["Calm", "Nowhere"]])
def test_what_cannot_be_compared_is_refused(store, two, names):
    with pytest.raises(Refused):
        comparison(store, two.programme, names, today=DAY)


def test_an_approved_plan_is_compared_as_it_was_before(store, two):
    before = found(store, two)
    made = approve(store, programme=two.programme, scenario="Calm", today=store.today(), by="Kari", exception=WAIVED)

    assert found(store, two) == before

    decline(store, made.pairs[0], by=None, on=store.today())
    assert found(store, two).plans[0].levels == before.plans[0].levels, "what became of its pairs is no reason"


def test_when_everybody_is_matched_there_is_nobody_to_differ(store, two):
    copy_scenario(store, programme=two.programme, name="Calm", copy="Third")
    approve(store, programme=two.programme, scenario="Calm", today=DAY, by="Kari", exception=WAIVED)

    compared = found(store, two, "Bold", "Third")

    assert (compared.mentees, compared.differing) == (0, ())
    assert [(plan.levels.total, plan.levels.worst) for plan in compared.plans] == [(0, None)] * 2
    assert in_words(compared)


def test_the_list_of_plans_tells_what_each_holds(store, two):
    calm, bold = scenarios(store, two.programme)

    assert (calm.name, calm.own, calm.locks, calm.vetoes, calm.notes) == ("Calm", OwnSettings(), 0, 0, "")
    assert (bold.name, bold.own, bold.locks, bold.vetoes, bold.notes) == ("Bold", WEIGHED, 1, 1, "a trial")
    assert (calm.seats, calm.matched) == (4, 4)
    compared = found(store, two)
    assert [calm.total, bold.total] == [plan.levels.total for plan in compared.plans]
    assert bold.settings == compared.plans[1].settings
