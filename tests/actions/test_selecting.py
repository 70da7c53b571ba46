"""Selecting, putting on the waiting list and declining: criteria and places count, and all of it is one change."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from mentordesk.actions.criteria import except_criterion, note_paper
from mentordesk.actions.interview_plan import plan_interview
from mentordesk.actions.interviews import record_interview
from mentordesk.actions.matching.making import CriteriaException
from mentordesk.actions.restricting import restrict
from mentordesk.actions.selecting import MoreThanPlaces, NotSelectable, decide, move_in_line
from mentordesk.domain.criteria import Criterion, Gate, Measure, PaperKind, Standing
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.domain.templates import settings_as
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Wording, msg
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.selecting import selection
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import (
    ApplicationRecord,
    ParticipationRecord,
    ProgrammeRecord,
    StatusStepRecord,
)
from tests.counts import count
from tests.queries.applicants import DAY, applied
from tests.queries.small_programme import NOON, change

SELECTED, WAITING, DECLINED = ParticipationStatus.SELECTED, ParticipationStatus.WAITING, ParticipationStatus.DECLINED
CONFIRMATION = Criterion(
    "confirmation",
    Role.MENTEE,
    Measure.PAPER,
    Wording.everywhere("The employer has confirmed"),
    Gate.SELECTION,
    paper=PaperKind.CONFIRMATION,
)


def asking(store, there, *, capacity=2, criteria=(CONFIRMATION,)):
    """The programme asks these, and has so many places."""
    with store.changing(msg("settings")) as session:
        settings = replace(programme_of(session, there.programme).settings, capacity=capacity, criteria=criteria)
        session.get_one(ProgrammeRecord, there.programme).settings = settings_as(settings)
    return there


@pytest.fixture
def there(store):
    made = asking(store, applied(store, mentees=5))
    for mentee in made.mentees[:4]:
        note_paper(store, mentee.id, PaperKind.CONFIRMATION, received=True, on=None)
    return made


def chosen(store, who, status, **told):
    ids = [one.id for one in who]
    return decide(store, ids, status, **({"reason": "As agreed", "by": "Kari Ås", "today": DAY} | told))


def table(store, there):
    return selection(store, there.programme, today=DAY)


def row(store, there, who):
    return next(row for row in table(store, there).rows if row.id == who.id)


def test_several_are_selected_at_once_and_one_undo_takes_it_back(store, there):
    decided = chosen(store, there.mentees[:2], SELECTED, reason="The best letters")

    assert (decided.changed, decided.seats.taken, decided.seats.left) == (2, 2, 0)
    assert catalog("en").say(store.undo_name()) == "Set 2 participants to “Selected”"
    found = row(store, there, there.mentees[0])
    assert (found.status, found.decision.by, found.decision.reason, found.decision.on) == (
        SELECTED,
        "Kari Ås",
        "The best letters",
        DAY,
    )
    store.undo()
    assert table(store, there).seats.taken == 0
    assert row(store, there, there.mentees[0]).decision is None
    store.redo()
    assert table(store, there).seats.taken == 2


def test_open_requirements_refuse_all_by_name_and_nobody_is_changed(store, there):
    with pytest.raises(NotSelectable) as no:
        chosen(store, there.mentees[3:], SELECTED)

    say = catalog("en").say
    assert [say(each) for each in no.value.details] == ["Mentee 5: The employer has confirmed – unknown, nothing known"]
    assert list(no.value.open_of) == [there.mentees[4].id]
    assert table(store, there).seats.taken == 0


def test_an_exception_with_reason_and_name_lets_somebody_in_and_stays_visible(store, there):
    late = there.mentees[4]

    decided = chosen(store, [late], SELECTED, exceptions={late.id: CriteriaException("Comes on Monday", "Kari Ås")})

    assert decided.excepted == 1
    found = row(store, there, late)
    assert (found.status, found.excepted, found.open) == (SELECTED, {"confirmation"}, ())
    assert found.findings[0].standing is Standing.UNKNOWN


def test_an_exception_made_before_counts(store, there):
    except_criterion(store, there.mentees[4].id, "confirmation", reason="Comes", by="Kari", today=DAY)

    assert chosen(store, [there.mentees[4]], SELECTED).changed == 1


def test_somebody_selected_before_is_not_asked_again(store, there):
    chosen(store, there.mentees[:2], SELECTED)
    note_paper(store, there.mentees[0].id, PaperKind.CONFIRMATION, received=False, on=None)

    assert chosen(store, there.mentees[:2], SELECTED).changed == 0


def test_more_than_the_places_are_refused_until_somebody_says_why(store, there):
    with pytest.raises(MoreThanPlaces) as no:
        chosen(store, there.mentees[:3], SELECTED)
    assert catalog("en").say(no.value.message).startswith("The programme has 2 places, and with these 3 would be")
    with pytest.raises(Refused, match="Write why more"):
        chosen(store, there.mentees[:3], SELECTED, over_capacity=True, reason=" ")
    assert table(store, there).seats.taken == 0

    assert chosen(store, there.mentees[:3], SELECTED, over_capacity=True, reason="Two share a post").seats.left == -1


def test_no_limit_is_no_limit(store, there):
    asking(store, there, capacity=None)

    assert chosen(store, there.mentees[:4], SELECTED).seats.left is None


def test_mentors_take_no_places(store, there):
    decided = chosen(store, there.mentors, SELECTED)

    assert (decided.changed, decided.seats.capacity) == (5, None)
    assert table(store, there).seats.taken == 0


@pytest.mark.parametrize(
    ("status", "told", "said"),
    [
        (DECLINED, {"reason": "  "}, "Write why"),
        (SELECTED, {"by": " "}, "name"),
        (WAITING, {"reason": "x" * 1001}, "characters"),
    ],
)
def test_what_a_decision_lacks_is_said(store, there, status, told, said):
    with pytest.raises(Refused, match=said):
        chosen(store, there.mentees[:1], status, **told)


def test_nobody_chosen_two_roles_and_other_statuses_are_refused(store, there):
    with pytest.raises(Refused, match="at least one"):
        chosen(store, [], SELECTED)
    with pytest.raises(Refused, match="separately"):
        chosen(store, [there.mentees[0], there.mentors[0]], WAITING)
    with pytest.raises(ValueError, match="not a decision"):
        chosen(store, there.mentees[:1], ParticipationStatus.COMPLETE)


def test_whoever_withdrew_or_is_restricted_is_left_out_by_name(store, there):
    change(store, ParticipationRecord, there.mentees[0].id, status=ParticipationStatus.WITHDRAWN)
    restrict(store, there.mentees[1].person, reason="She asked", today=DAY)
    say = catalog("en").say

    with pytest.raises(Refused) as no:
        chosen(store, there.mentees[:2], DECLINED)
    assert say(no.value.message) == "Mentee 2 is restricted, so nothing is decided. Leave that one out."
    with pytest.raises(Refused) as no:
        chosen(store, [there.mentees[0]], SELECTED)
    assert say(no.value.message) == "Mentee 1 has withdrawn. Leave that one out."
    assert row(store, there, there.mentees[1]).restricted


def test_the_waiting_list_keeps_its_order_and_closes_up(store, there):
    first, second, third = there.mentees[2], there.mentees[0], there.mentees[1]
    for one in (first, second, third):
        chosen(store, [one], WAITING)
    assert line(store, there) == ["Mentee 3", "Mentee 1", "Mentee 2"]

    chosen(store, [first], SELECTED)
    assert line(store, there) == ["Mentee 1", "Mentee 2"]
    assert row(store, there, third).waiting_rank == 2

    move_in_line(store, third.id, to=1, today=DAY)
    assert line(store, there) == ["Mentee 2", "Mentee 1"]
    store.undo()
    assert line(store, there) == ["Mentee 1", "Mentee 2"]
    with pytest.raises(Refused, match="not on the waiting list"):
        move_in_line(store, first.id, to=1, today=DAY)


def test_those_put_there_together_follow_as_they_are_looked_at(store, there):
    """The more requirements are met the earlier, of equals whoever applied first."""
    with store.changing(msg("applications")) as session:
        for number, mentee in enumerate(there.mentees):
            day = DAY - timedelta(days=number)
            session.add(ApplicationRecord(participation_id=mentee.id, received_on=day))

    chosen(store, there.mentees, WAITING)

    assert line(store, there) == ["Mentee 4", "Mentee 3", "Mentee 2", "Mentee 1", "Mentee 5"]


def line(store, there):
    waiting = [row for row in table(store, there).rows if row.waiting_rank is not None]
    return [row.name for row in sorted(waiting, key=lambda row: row.waiting_rank)]


def test_every_decision_leaves_a_dated_step(store, there):
    chosen(store, [there.mentees[0]], WAITING, reason="Full")
    chosen(store, [there.mentees[0]], SELECTED, reason="A place came free", today=DAY + timedelta(days=9))

    with store.reading() as session:
        steps = [
            (step.status, step.reached_on, step.reason) for step in session.query(StatusStepRecord) if step.decided_by
        ]
    assert steps == [(WAITING, DAY, "Full"), (SELECTED, DAY + timedelta(days=9), "A place came free")]


@hypothesis_settings(max_examples=count(8, 300), deadline=None)
@given(
    st.lists(
        st.tuples(st.sets(st.integers(0, 4), min_size=1), st.sampled_from([SELECTED, WAITING, DECLINED])),
        min_size=1,
        max_size=5,
    )
)
def test_whatever_is_decided_the_ranks_are_one_to_n_and_places_are_those_selected(tmp_path_factory, decisions):
    file = tmp_path_factory.mktemp("selecting") / "kull.mentordesk"
    with open_store(file, create=True, clock=lambda: NOON) as store:
        there = asking(store, applied(store, mentees=5, mentors=1), capacity=None, criteria=())
        for places, status in decisions:
            chosen(store, [there.mentees[place] for place in sorted(places)], status)
            found = table(store, there)
            waiting = [row for row in found.rows if row.status is WAITING]
            assert sorted(row.waiting_rank for row in waiting) == list(range(1, len(waiting) + 1))
            assert all(row.waiting_rank is None for row in found.rows if row.status is not WAITING)
            assert found.seats.taken == found.counted(SELECTED)


def test_interviews_count_once_held_and_a_mentor_s_ratings_have_their_mean(store, there):
    mentor = there.mentors[0]
    plan_interview(
        store, mentor.id, day=DAY, start=time(9), minutes=45, mode=Mode.DIGITAL, place="", interviewer="Kari Ås"
    )
    for who, points in (("Per Lund", 2), ("Kari Ås", 4), ("Per Lund", 5)):
        record_interview(
            store,
            participation=mentor.id,
            held_on=DAY,
            interviewer=who,
            notes="",
            ratings={"trust": (points, ""), "openness": (1, "")},
            words=None,
            wishes=(),
            vetoes=(),
            today=DAY,
        )

    found = selection(store, there.programme, today=DAY, role=Role.MENTOR).rows
    seen = next(row for row in found if row.id == mentor.id)
    assert (seen.interviews, seen.mean) == (3, 4.5), "planned is not held; of each interviewer the newest counts"
    assert {row.mean for row in found if row is not seen} == {None}
