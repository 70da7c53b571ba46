"""One new mentee against the whole bank (R37): running pairs stay, and what is said against a pair must be answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentordesk.actions.matching import Consent, approve, approve_pair, lock_pair
from mentordesk.domain.pair_stages import Stage
from mentordesk.domain.passing import DecisionKind, Passing
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.matching.scores import shortlist
from mentordesk.queries.matching import question
from mentordesk.queries.pair_warnings import pair_warnings
from mentordesk.storage.checks import signature
from mentordesk.storage.records import DependenceRecord, MentorRecord, PersonRecord, UnitRecord, WishRecord
from tests.actions.paired import CONSENT, WAIVED
from tests.queries.applicants import planned
from tests.queries.small_programme import add, change


def approving(house, consent=CONSENT, mentee=0, mentor=0):
    return approve_pair(
        house.store,
        programme=house.there.programme,
        mentee=house.mentee(mentee),
        mentor=house.mentor(mentor),
        today=house.today,
        consent=consent,
    )


def in_english(no):
    return catalog("en").say(no.value.message)


def warned(house, mentee=0, mentor=0):
    return pair_warnings(
        house.store,
        house.there.programme,
        mentee=house.mentee(mentee),
        mentor=house.mentor(mentor),
        today=house.today,
    )


def depends(house):
    add(
        house.store,
        DependenceRecord(person_id=house.there.mentees[0].person, other_id=house.there.mentors[0].person),
    )
    (warning,) = warned(house)
    return frozenset({warning.key})


def test_the_first_of_the_short_list_becomes_her_mentor_and_running_pairs_stay(house):
    running = [house.page(house.pair(number, number)) for number in (1, 2)]
    asked = question(house.store, house.there.programme, today=house.today)
    best = shortlist(asked, asked.mentee(house.mentee(0)), 3)
    before = signature(house.store)

    made = approve_pair(
        house.store,
        programme=house.there.programme,
        mentee=house.mentee(0),
        mentor=best[0].mentor,
        today=house.today,
        consent=CONSENT,
    )

    page = house.page(made.pair)
    assert (best[0].mentor, page.stage, len(page.due)) == (house.mentor(0), Stage.PROPOSAL, made.meetings)
    assert [(each.kind, each.by, each.on) for each in page.decisions] == [(DecisionKind.APPROVED, "Kari", house.today)]
    assert [house.page(each.row.id) for each in running] == running
    assert house.undo_name() == "Match Mentee 1 with Mentor 1"
    house.store.undo()
    assert signature(house.store) == before


def test_open_criteria_stop_it_as_they_stop_a_plan(house):
    with pytest.raises(NotYet, match="not answered"):
        approving(house, Consent("Kari"))
    with pytest.raises(Refused, match="name of whoever"):
        approving(house, Consent("", WAIVED))


def test_a_mentor_never_gets_more_mentees_than_she_takes(house):
    house.pair(0, 0)
    with pytest.raises(Refused) as no:
        approving(house, mentee=1)
    assert in_english(no) == "Mentor 1 takes 1 mentee at most; with this it would be 2. Choose another mentor."
    change(house.store, MentorRecord, house.there.mentors[0].person, capacity=2)
    approving(house, mentee=1)
    with pytest.raises(Refused) as no:
        approving(house, mentee=2)
    assert in_english(no) == "Mentor 1 takes 2 mentees at most; with this it would be 3. Choose another mentor."


def test_a_mentee_has_one_mentor(house):
    house.pair(0, 0)
    with pytest.raises(Refused, match="has a mentor already"):
        approving(house, mentor=1)


def test_a_weak_fit_needs_a_reason_that_stays_with_the_pair(house):
    change(house.store, PersonRecord, house.there.mentees[0].person, spoken=["norsk"])
    change(house.store, PersonRecord, house.there.mentors[3].person, spoken=["polski"])
    consent = Consent("Kari", WAIVED)
    rules = {warning.rule for warning in warned(house, mentor=3)}
    assert "language" in rules

    with pytest.raises(Refused):
        approving(house, replace(consent, passing=Passing(" ", "Kari")), mentor=3)
    made = approving(house, replace(consent, passing=Passing("They write to each other", "Kari")), mentor=3)

    passed = [each for each in house.page(made.pair).decisions if each.kind is DecisionKind.PASSED]
    assert {each.rule for each in passed} == rules
    assert {(each.reason, each.by) for each in passed} == {("They write to each other", "Kari")}


def test_a_position_of_dependence_needs_two_confirmations_and_a_reason(house):
    key = depends(house)
    said = Passing("Nobody else is there", "Kari")
    for passing in (None, said, replace(said, confirmed=key), replace(said, confirmed_again=key)):
        with pytest.raises(NotYet) as no:
            approving(house, Consent("Kari", WAIVED, passing))
        assert "on record" in catalog("en").say(no.value.details[0])

    made = approving(house, Consent("Kari", WAIVED, replace(said, confirmed=key, confirmed_again=key)))

    (passed,) = [each for each in house.page(made.pair).decisions if each.kind is DecisionKind.PASSED]
    assert (passed.rule, passed.reason) == ("recorded_dependence", "Nobody else is there")


def test_a_locked_dependence_is_not_approved_in_a_plan_without_two_confirmations(house):
    key = depends(house)
    lock_pair(
        house.store, programme=house.there.programme, scenario="1", mentee=house.mentee(0), mentor=house.mentor(0)
    )
    planned(house.store, house.there.programme, "1")
    asked = {"programme": house.there.programme, "scenario": "1", "today": house.today, "by": "Kari"}
    before = signature(house.store)

    with pytest.raises(NotYet, match="confirm it"):
        approve(house.store, **asked, exception=WAIVED)
    assert signature(house.store) == before
    made = approve(house.store, **asked, exception=WAIVED, passing=Passing("Only she", "Kari", key, key))

    told = [house.page(pair).decisions for pair in made.pairs]
    assert [each.rule for decisions in told for each in decisions] == ["recorded_dependence"]


def test_a_plan_with_more_mentees_than_a_mentor_takes_is_refused(house):
    for mentee in (0, 1):
        lock_pair(
            house.store,
            programme=house.there.programme,
            scenario="1",
            mentee=house.mentee(mentee),
            mentor=house.mentor(0),
        )
    planned(house.store, house.there.programme, "1")

    with pytest.raises(Refused) as no:
        approve(
            house.store, programme=house.there.programme, scenario="1", today=house.today, by="Kari", exception=WAIVED
        )
    assert in_english(no) == "Mentor 1 takes 1 mentee at most; with this it would be 2. Choose another mentor."


def test_each_kind_of_dependence_is_among_the_warnings(house):
    unit = UnitRecord(name="Kirurgi")
    add(house.store, unit)
    mentee, mentor = house.there.mentees[0].person, house.there.mentors[0].person
    change(house.store, PersonRecord, mentee, unit_id=unit.id, line_manager_id=mentor)
    change(house.store, PersonRecord, mentor, unit_id=unit.id)
    add(
        house.store,
        DependenceRecord(person_id=mentee, other_id=mentor),
        WishRecord(participation_id=house.mentor(0), person_id=mentee, veto=True),
    )

    said = warned(house)

    rules = question(house.store, house.there.programme, today=house.today).settings.rules
    wanted = {"line_of_command", "same_unit", "recorded_dependence", "veto"}
    assert {each.rule for each in said} == {key for key in wanted if rules.get(key, True)}
    assert len({each.rule for each in said}) >= 3
