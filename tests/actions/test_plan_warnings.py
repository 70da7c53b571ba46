"""What is said against the pairs of a plan is answered when the plan is approved, all at once (R34, UX 5.4)."""

from __future__ import annotations

import pytest

from mentordesk.actions.matching import CriteriaException, NotYetApproved, approve, lock_pair, weigh_scenario
from mentordesk.domain.passing import WEAK, DecisionKind, Graveness, Passing
from mentordesk.domain.refusals import Refused
from mentordesk.domain.scenarios import OwnSettings
from mentordesk.queries.pair_page import pair_page
from mentordesk.storage.checks import signature
from mentordesk.storage.records import DependenceRecord
from tests.actions.paired import WAIVED
from tests.queries.applicants import planned
from tests.queries.small_programme import add


@pytest.fixture
def weak(house):
    """The house with a plan in which every pair has few points."""
    planned(house.store, house.there.programme, "1")
    weigh_scenario(house.store, programme=house.there.programme, name="1", own=OwnSettings(floor=100.0))
    planned(house.store, house.there.programme, "1")
    return house


def approving(house, **answers):
    return approve(house.store, programme=house.there.programme, scenario="1", today=house.today, by="Kari", **answers)


def refusal(house, **answers):
    before = signature(house.store)
    with pytest.raises(NotYetApproved) as no:
        approving(house, **answers)
    assert signature(house.store) == before
    return no.value


def reasons(house, made):
    pages = [pair_page(house.store, pair, today=house.today) for pair in made.pairs]
    return [(each.rule, each.reason) for page in pages for each in page.decisions if each.kind is DecisionKind.PASSED]


def test_criteria_and_warnings_are_asked_for_together(weak):
    no = refusal(weak)

    assert {each.rule for each in no.warnings} == {WEAK}
    assert len(no.warnings) == 4
    assert no.open_criteria
    assert len(no.details) == len(no.open_criteria) + len(no.warnings)


def test_an_exception_alone_passes_no_warning_of_whoever_was_shown_others(weak):
    shown = refusal(weak).warnings[:-1]
    passing = Passing("", "Kari", reasons={each.key: "Shown" for each in shown})

    no = refusal(weak, exception=WAIVED, passing=passing)

    assert no.details == tuple(each.sentence for each in no.warnings if each not in shown)


def test_a_reason_for_each_stays_with_its_pair_and_one_undo_takes_all_back(weak):
    warnings = refusal(weak).warnings
    before = signature(weak.store)
    passing = Passing("", "Kari", reasons={each.key: f"Reason {at}" for at, each in enumerate(warnings)})

    made = approving(weak, exception=WAIVED, passing=passing)

    assert sorted(reasons(weak, made)) == [(WEAK, f"Reason {at}") for at in range(4)]
    weak.store.undo()
    assert signature(weak.store) == before


def test_the_one_reason_of_an_exception_passes_all_that_a_reason_passes(weak):
    made = approving(weak, exception=CriteriaException("Agreed with the owner", "Kari"))

    assert reasons(weak, made) == [(WEAK, "Agreed with the owner")] * 4


def test_a_dependence_in_a_plan_is_named_and_needs_two_confirmations(weak):
    mentee, mentor = weak.there.mentees[0], weak.there.mentors[0]
    lock_pair(weak.store, programme=weak.there.programme, scenario="1", mentee=mentee.id, mentor=mentor.id)
    add(weak.store, DependenceRecord(person_id=mentee.person, other_id=mentor.person))
    planned(weak.store, weak.there.programme, "1")
    no = refusal(weak)
    (dependence,) = no.dependences
    assert dependence.graveness is Graveness.DEPENDENCE
    texts = {each.key: "Nobody else" for each in no.warnings}
    once = frozenset({dependence.key})

    for confirmed in ((frozenset(), frozenset()), (once, frozenset()), (frozenset(), once)):
        refusal(weak, exception=WAIVED, passing=Passing("", "Kari", *confirmed, texts))
    made = approving(weak, exception=WAIVED, passing=Passing("", "Kari", once, once, texts))

    assert ("recorded_dependence", "Nobody else") in reasons(weak, made)


def test_reasons_without_a_name_are_refused(weak):
    texts = {each.key: "Nobody else" for each in refusal(weak).warnings}

    with pytest.raises(Refused, match="name"):
        approving(weak, exception=WAIVED, passing=Passing("", " ", reasons=texts))
