"""Today over a real file: what is known of a pair reaches its alerts, and nothing of later days does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentordesk.domain.alerts import Urgency
from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.holds import Due
from mentordesk.domain.logbooks import ConsentItem
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pairs import Ending, FitValue, PairStatus, Side
from mentordesk.domain.plan import plan
from mentordesk.domain.talks import TalkChallenges, TalkGoals
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.today import today
from mentordesk.storage.records import (
    CheckOutRecord,
    ConsentRecord,
    DocumentRecord,
    FitRecord,
    GoalRecord,
    HoldRecord,
    MeetingDayRecord,
    MeetingRecord,
    PairRecord,
    PairTalkRecord,
)
from tests.queries.small_programme import DAY, NOON, START, add, change, held, made, told


def test_a_silent_pair_is_named_with_both_people_and_the_rule(store):
    pair, other = made(store).pairs
    add(store, *held(pair, DAY - timedelta(43)), *held(other, DAY - timedelta(10)))

    assert told(store, DAY, "rhythm") == [
        ("Mentee 1 – Mentor 1", "No conversation for 43 days; the programme asks for one about every 21 days.")
    ]


def test_the_pairs_own_rhythm_is_quoted(store):
    pair, _ = made(store).pairs
    add(store, *held(pair, DAY - timedelta(43)))
    change(store, PairRecord, pair.id, rhythm_days=28)

    assert told(store, DAY, "rhythm") == [
        ("Mentee 1 – Mentor 1", "No conversation for 43 days; the pair agreed on one about every 28 days.")
    ]


def test_a_meeting_marked_as_held_counts_like_a_logbook_entry_and_never_twice(store):
    pair = made(store, "nu", pairs=1).pairs[0]
    with store.reading() as session:
        days = session.query(MeetingDayRecord).join(MeetingRecord, MeetingRecord.id == MeetingDayRecord.meeting_id)
        first, second = [
            day.meeting_id
            for day in days.filter(MeetingRecord.pair_id == pair.id).order_by(MeetingDayRecord.starts_at).limit(2)
        ]
    change(store, MeetingRecord, first, status=MeetingStatus.HELD)
    change(store, MeetingRecord, second, status=MeetingStatus.HELD)
    add(store, *held(pair, date(2027, 2, 11), meeting_id=second))

    assert told(store, date(2027, 9, 10), "minimum")[0][1] == "2 of 6 conversations held, 4 months left."


def test_each_pair_with_rolling_intake_has_its_own_year(store):
    late = made(store, "nu", approved_on=date(2027, 6, 1), pairs=1).pairs[0]
    add(store, *held(late, date(2027, 6, 10), date(2027, 7, 8)))

    assert told(store, date(2028, 1, 31), "minimum")[0][1] == "2 of 6 conversations held, 4 months left."


def test_contracts_wait_for_others_and_are_overdue_after_a_fortnight(store):
    made(store, status=PairStatus.PROPOSED, pairs=1)

    early, late = (today(store, START + timedelta(days)) for days in (3, 15))

    assert [entry.alert for entry in early.section(Urgency.WAITING) if entry.alert == "contract"] == ["contract"]
    assert told(store, START + timedelta(15), "contract")[0][1] == "Contract not signed 15 days after approval."
    assert "contract" in [entry.alert for entry in late.section(Urgency.OVERDUE)]


def test_printed_papers_are_no_longer_to_be_printed(store):
    one, two = made(store, status=PairStatus.PROPOSED).pairs
    assert told(store, START, "contracts_to_print")[0][1] == "The contracts of 2 pairs are not printed."

    for pair in (one, two):
        for kind in ("contract", "first-meeting-checklist"):
            with store.reading() as session:
                of = session.get_one(PairRecord, pair.id).programme_id
            add(
                store,
                DocumentRecord(
                    programme_id=of,
                    pair_id=pair.id,
                    kind=kind,
                    languages=["nb"],
                    file_name="x.pdf",
                    pages=1,
                    made_at=NOON,
                ),
            )

    assert told(store, START, "contracts_to_print") == []
    assert told(store, START, "checklists_to_print") == []


def test_answers_to_the_question_of_fit_reach_their_alerts(store):
    pair, _ = made(store, "nu").pairs
    days = [START + timedelta(30 * number) for number in range(3)]
    add(store, *held(pair, *days))
    asked = days[-1] + timedelta(10)
    assert told(store, asked, "third_meeting")[0][1].endswith("no answer from the mentee and the mentor.")

    answer = {"pair_id": pair.id, "after_meeting": 3, "answered_on": days[-1], "value": FitValue.GOOD}
    add(store, FitRecord(side=Side.MENTEE, **answer), FitRecord(side=Side.MENTOR, wants_to_talk=True, **answer))

    assert told(store, asked, "third_meeting") == []
    assert told(store, asked, "bad_fit")[0][1] == "A talk about the collaboration is wanted by the mentor."


def test_a_check_out_speaks_only_while_it_is_shared(store):
    pair, _ = made(store, "nu").pairs
    (entry,) = held(pair, DAY)
    consent = ConsentRecord(pair_id=pair.id, entry_id=entry.id, item=ConsentItem.CHECK_OUT, given_on=DAY)
    add(store, entry, consent, CheckOutRecord(consent_id=consent.id, worth_meeting_again=False))
    assert len(told(store, DAY, "not_worth_meeting")) == 1

    change(store, ConsentRecord, consent.id, revoked_on=DAY)

    assert told(store, DAY, "not_worth_meeting") == []


def test_goals_are_asked_for_and_followed_up(store):
    pair, _ = made(store).pairs
    add(store, *held(pair, DAY - timedelta(40)))
    assert told(store, DAY, "goal_document")[0][0] == "Mentee 1 – Mentor 1"

    add(store, GoalRecord(pair_id=pair.id, number=1, due_on=DAY, status=GoalStatus.OPEN))

    assert told(store, DAY, "goal_document") == []
    assert told(store, DAY, "goal_due")[0][1] == "Goal 1 is due on 26 Apr 2027."


def test_pair_talks_come_from_the_calendar(store):
    pairs = made(store).pairs
    with store.reading() as session:
        talks = session.query(MeetingRecord).filter_by(kind="pair_talk", pair_id=pairs[0].id).all()
        first = min(
            (day.starts_at.date(), talk.id)
            for talk in talks
            for day in session.query(MeetingDayRecord).filter_by(meeting_id=talk.id)
        )
    day, talk = first
    assert len(told(store, day - timedelta(3), "talk_ahead")) == 2
    assert told(store, day + timedelta(1), "talk_unregistered")[0][0] == "Mentee 1 – Mentor 1"

    change(store, MeetingRecord, talk, status=MeetingStatus.CANCELLED)

    assert told(store, day, "pair_talk") == [("Mentee 1 – Mentor 1", "No pair talk this semester.")]


@pytest.mark.parametrize(("wanted", "entries"), [(True, 1), (False, 0), (None, 0)])
def test_a_dissolved_pair_leaves_a_wish_for_a_new_mentor_or_peace(store, wanted, entries):
    pair = made(store, pairs=1).pairs[0]
    change(
        store,
        PairRecord,
        pair.id,
        status=PairStatus.DISSOLVED,
        ended_on=DAY - timedelta(5),
        ending=Ending.FIT,
        new_mentor_wanted=wanted,
    )

    assert len(told(store, DAY, "without_mentor")) == entries
    assert [entry for entry in today(store, DAY).entries if entry.subject.pair is not None] == []


def test_what_a_pair_does_later_is_not_known_yet(store):
    """Nor does a pair that is approved later have anything to answer for."""
    pair = made(store, pairs=1, approved_on=DAY).pairs[0]
    add(store, *held(pair, DAY + timedelta(30)))

    before = today(store, DAY - timedelta(1)).section(Urgency.OVERDUE)
    assert [entry for entry in before if entry.subject.pair] == []
    assert today(store, DAY).counts[0].conversations_held == 0
    assert today(store, DAY + timedelta(30)).counts[0].conversations_held == 1


def test_a_pair_that_went_on_again_is_not_told_to_have_been_silent(store):
    pair, other = made(store).pairs
    add(store, *held(pair, DAY - timedelta(43)), *held(other, DAY - timedelta(43)))
    rest = HoldRecord(pair_id=pair.id, from_on=DAY - timedelta(40), resumed_on=DAY - timedelta(5), due=Due.MOVES)
    add(store, rest)

    assert [who for who, _ in told(store, DAY, "rhythm")] == ["Mentee 2 – Mentor 2"]


def test_an_agreed_time_on_hold_is_quiet_until_its_last_day(store):
    pair = made(store, pairs=1, status=PairStatus.ON_HOLD).pairs[0]
    add(store, HoldRecord(pair_id=pair.id, from_on=DAY, until_on=DAY + timedelta(30), due=Due.RESTS))

    assert told(store, DAY + timedelta(29), "on_hold") == []
    assert told(store, DAY + timedelta(30), "on_hold") == [("Mentee 1 – Mentor 1", "The pair is on hold.")]


def test_the_days_of_a_talk_are_those_of_the_plan(store):
    """The wanted last day is a Sunday of this semester, and open days are told."""
    programme = made(store, pairs=1).programme
    with store.reading() as session:
        settings = programme_of(session, programme).settings
    change(store, MeetingRecord, _talk(store), status=MeetingStatus.CANCELLED)
    window = plan(settings, START).talk_windows[0]

    entry = next(each for each in today(store, window.opens_on).entries if each.alert == "pair_talk")

    assert dict(entry.rule.values) == {"first": window.opens_on, "last": window.closes_on}


def test_a_talk_that_was_held_asks_for_its_three_questions(store):
    pair = made(store, pairs=1).pairs[0]
    talk = _talk(store)
    with store.reading() as session:
        day = session.query(MeetingDayRecord).where(MeetingDayRecord.meeting_id == talk).one().starts_at.date()
    change(store, MeetingRecord, talk, status=MeetingStatus.HELD)
    after = day + timedelta(1)

    assert len(told(store, after, "talk_unregistered")) == 1
    add(
        store,
        PairTalkRecord(
            pair_id=pair.id,
            meeting_id=talk,
            held_on=day,
            goals=TalkGoals.ON_COURSE,
            collaboration=FitValue.GOOD,
            challenges=TalkChallenges.NONE,
        ),
    )
    assert told(store, after, "talk_unregistered") == []


def test_a_talk_that_was_never_in_the_calendar_counts_for_its_semester(store):
    pair = made(store, pairs=1).pairs[0]
    change(store, MeetingRecord, _talk(store), status=MeetingStatus.CANCELLED)
    assert len(told(store, DAY, "pair_talk")) == 1

    add(
        store,
        PairTalkRecord(
            pair_id=pair.id,
            held_on=DAY,
            goals=TalkGoals.ON_COURSE,
            collaboration=FitValue.GOOD,
            challenges=TalkChallenges.NONE,
        ),
    )

    assert told(store, DAY, "pair_talk") == []


def test_a_last_conversation_that_is_registered_is_no_longer_asked_for(store):
    pair = made(store, pairs=1).pairs[0]
    with store.reading() as session:
        last, planned = (
            session.query(MeetingRecord.id, MeetingDayRecord.starts_at)
            .join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
            .where(MeetingRecord.kind == "conversation_last")
            .one()
        )
    later = planned.date() + timedelta(1)
    assert told(store, later, "last_conversation") != []

    change(store, MeetingRecord, last, status=MeetingStatus.HELD)
    add(store, *held(pair, planned.date(), meeting_id=last))

    assert told(store, later, "last_conversation") == []


def _talk(store):
    """The first planned talk of the only pair."""
    with store.reading() as session:
        rows = session.query(MeetingRecord.id).join(MeetingDayRecord, MeetingDayRecord.meeting_id == MeetingRecord.id)
        return rows.where(MeetingRecord.kind == "pair_talk").order_by(MeetingDayRecord.starts_at).first()[0]
