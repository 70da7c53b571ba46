"""A talk with the programme manager is noted in one change: three answers, and what follows from them (R64)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from mentordesk.actions.experiences import note_experience, withdraw_experience
from mentordesk.actions.goals import move_goal, set_goal
from mentordesk.actions.meetings import cancel_meeting
from mentordesk.actions.talk_days import plan_talk
from mentordesk.actions.talks import TalkTold, edit_talk, hold_talk, take_back_talk
from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.ids import PairId, TalkId
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pairs import FitValue, PairStatus, Side
from mentordesk.domain.refusals import Refused
from mentordesk.domain.talks import TalkChallenges, TalkGoals
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.experiences import experiences
from mentordesk.queries.goals import goals
from mentordesk.queries.issues import issues
from mentordesk.queries.talks import TalkState, talk_draft, talk_near, talks, talks_of
from mentordesk.storage.checks import signature
from mentordesk.storage.records import FitRecord, IssueRecord, MeetingRecord, PairRecord
from tests.queries.small_programme import DAY, START, add, change, made, told

PLAIN = TalkTold(DAY, TalkGoals.NOT_DISCUSSED, FitValue.GOOD, TalkChallenges.NONE)
HARD = replace(PLAIN, collaboration=FitValue.NOT_GOOD, challenges=TalkChallenges.FOUND, issues=("Too little time",))
CANARY = "Xylophonecanary"


def refused(call, *told_, **named):
    with pytest.raises(Refused) as no:
        call(*told_, **named)
    return catalog("en").say(no.value.message)


def hold(store, pair, told_=PLAIN, **other):
    return hold_talk(store, pair.id, told_, **({"today": DAY} | other))


def planned(store, pair):
    return talks_of(store, pair.id, today=DAY).planned


def test_a_talk_is_one_change_and_one_undo(store):
    small = made(store, pairs=1)
    (pair,) = small.pairs
    goal = set_goal(store, pair.id, set_on=START, today=DAY)
    first, second, third = planned(store, pair)
    before = signature(store)
    said = replace(
        HARD,
        goals=TalkGoals.ADJUSTED,
        goal_steps={goal: GoalStatus.ON_THE_WAY},
        issues=("Too little time", " Who  writes the topic? "),
        experience="We listen better",
        agreed=True,
        next_on=date(2027, 9, 15),
    )

    talk = hold(store, pair, said, meeting=first.meeting)

    (row,) = talks(store, small.programme, today=DAY)
    held = row.held
    assert held
    assert (row.state, held.id, held.held_on, held.next_on) == (TalkState.HELD, talk, DAY, date(2027, 9, 15))
    assert (held.goals, held.collaboration, held.challenges) == (said.goals, said.collaboration, said.challenges)
    assert [issue.title for issue in held.issues] == ["Too little time", "Who writes the topic?"]
    assert [(number, step.status) for number, step in held.steps] == [(1, GoalStatus.ON_THE_WAY)]
    assert [each.title for each in issues(store, small.programme) if each.from_talk] == [
        "Too little time",
        "Who writes the topic?",
    ]
    (kept,) = experiences(store, small.programme)
    assert (kept.text, kept.agreed_on, kept.from_talk) == ("We listen better", DAY, True)
    with store.reading() as session:
        assert session.get_one(MeetingRecord, first.meeting).status is MeetingStatus.HELD
    left = planned(store, pair)
    assert [each.meeting for each in left] == [second.meeting, third.meeting]
    assert left[0].starts_at == datetime(2027, 9, 15, second.starts_at.hour, second.starts_at.minute)
    after, name = signature(store), store.undo_name()
    assert name
    assert catalog("en").say(name) == "Note the pair talk of 26 Apr 2027"
    store.undo()
    assert signature(store) == before
    store.redo()
    assert signature(store) == after


def test_a_challenge_becomes_an_issue_and_the_alerts_go(store):
    small = made(store, pairs=1)
    (pair,) = small.pairs
    add(
        store,
        FitRecord(
            pair_id=pair.id,
            side=Side.MENTEE,
            after_meeting=1,
            value=FitValue.NOT_GOOD,
            answered_on=DAY,
            wants_to_talk=True,
        ),
    )
    (first, *_) = planned(store, pair)
    day = first.starts_at.date() + timedelta(1)
    assert told(store, day, "talk_unregistered")
    assert told(store, DAY, "bad_fit")

    hold(store, pair, replace(HARD, held_on=day), meeting=first.meeting, today=day)

    assert not told(store, day, "talk_unregistered")
    assert not told(store, day, "bad_fit")
    assert not told(store, day, "pair_talk")
    (issue,) = issues(store, small.programme)
    change(store, IssueRecord, issue.id, closed_on=day)
    (row,) = talks(store, small.programme, today=day)
    assert row.held
    assert (row.held.open_issues, len(row.held.issues)) == (0, 1)
    with store.reading() as session:  # the calendar says when it was held
        record = session.get_one(MeetingRecord, first.meeting)
    assert (record.status, record.sequence) == (MeetingStatus.HELD, 1)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"held_on": DAY + timedelta(1)}, "27 Apr 2027 is still to come."),
        ({"held_on": date(2026, 1, 1)}, "1 Jan 2026 is outside the programme,"),
        ({"next_on": DAY}, "The next talk is on 26 Apr 2027, which is not after this one."),
        ({"next_on": date(2031, 1, 1)}, "1 Jan 2031 is outside the programme,"),
        ({"challenges": TalkChallenges.FOUND}, "Write what is difficult, in a few words:"),
        ({"collaboration": FitValue.NOT_GOOD}, "The collaboration is not good, so something is difficult."),
        ({"issues": ("Time",)}, "You wrote what is difficult, so choose that challenges were found."),
        ({"issues": (" ",), "challenges": TalkChallenges.FOUND}, "Write what the issue is, in a few words."),
        ({"experience": CANARY}, "An experience is kept only if both agreed that it may be used."),
    ],
)
def test_what_does_not_go_together_is_refused_and_leaves_no_trace(store, changed, sentence):
    (pair,) = made(store, pairs=1).pairs
    before = signature(store)
    assert refused(hold, store, pair, replace(PLAIN, **changed)).startswith(sentence)
    assert signature(store) == before


def test_a_meeting_that_is_none_of_the_pair_s_open_talks_is_refused(store):
    pair, other = made(store, pairs=2).pairs
    (first, second, _) = planned(store, pair)
    assert refused(hold, store, other, meeting=first.meeting) == (
        f"The pair has no talk with the number {first.meeting}."
    )
    hold(store, pair, meeting=first.meeting)
    assert refused(hold, store, pair, meeting=first.meeting) == (
        "The planned talk is noted already. Change that one instead."
    )
    cancel_meeting(store, second.meeting)
    assert refused(hold, store, pair, meeting=second.meeting).startswith("The planned talk is cancelled.")
    assert refused(hold_talk, store, PairId("none"), PLAIN, today=DAY) == "There is no pair with the number none."
    assert refused(take_back_talk, store, TalkId("none")) == "That talk is not in the file any more."


def test_a_goal_of_another_pair_is_not_followed_up(store):
    pair, other = made(store, pairs=2).pairs
    goal = set_goal(store, other.id, set_on=START, today=DAY)
    assert refused(hold, store, pair, replace(PLAIN, goal_steps={goal: GoalStatus.REACHED})) == (
        "That goal is not in the file any more."
    )


def test_a_corrected_talk_keeps_its_issues_and_takes_its_goals_along_to_another_day(store):
    small = made(store, pairs=1)
    (pair,) = small.pairs
    goal = set_goal(store, pair.id, set_on=START, today=DAY)
    move_goal(store, goal, GoalStatus.ON_THE_WAY, on=DAY - timedelta(20), today=DAY)
    talk = hold(store, pair, replace(HARD, goal_steps={goal: GoalStatus.REACHED}))

    earlier = DAY - timedelta(3)
    edit_talk(store, talk, replace(HARD, held_on=earlier, goals=TalkGoals.ON_COURSE, issues=()), today=DAY)

    (held,) = talks_of(store, pair.id, today=DAY).held
    assert (held.held_on, held.goals, len(held.issues)) == (earlier, TalkGoals.ON_COURSE, 1)
    (row,) = goals(store, pair.id).goals
    assert [step.reached_on for step in row.steps] == [DAY - timedelta(20), earlier]
    edit_talk(store, talk, replace(HARD, held_on=earlier, issues=("One more",)), today=DAY)
    assert len(issues(store, small.programme)) == 2


def test_a_talk_taken_back_leaves_the_meeting_planned_the_goals_as_before_and_the_team_its_issues(store):
    small = made(store, pairs=1)
    (pair,) = small.pairs
    goal = set_goal(store, pair.id, set_on=START, today=DAY)
    move_goal(store, goal, GoalStatus.ON_THE_WAY, on=DAY - timedelta(20), today=DAY)
    (first, *_) = planned(store, pair)
    said = replace(HARD, goal_steps={goal: GoalStatus.REACHED}, experience="Good", agreed=True)
    talk = hold(store, pair, said, meeting=first.meeting)
    before = signature(store)

    take_back_talk(store, talk)

    found = talks_of(store, pair.id, today=DAY)
    assert (found.held, found.planned[0].meeting) == ((), first.meeting)
    (row,) = goals(store, pair.id).goals
    assert (row.status, len(row.steps)) == (GoalStatus.ON_THE_WAY, 1)
    (issue,) = issues(store, small.programme)
    (experience,) = experiences(store, small.programme)
    assert not issue.from_talk
    assert not experience.from_talk
    store.undo()
    assert signature(store) == before


def test_the_semester_s_talk_is_put_on_the_day_agreed_and_added_where_there_is_none(store):
    (pair,) = made(store, pairs=1).pairs
    first, second, third = planned(store, pair)
    assert plan_talk(store, pair.id, day=date(2027, 5, 10), start=time(15)) == first.meeting
    assert planned(store, pair)[0].starts_at == datetime(2027, 5, 10, 15)
    cancel_meeting(store, second.meeting)
    added = plan_talk(store, pair.id, day=date(2027, 9, 20))
    assert added not in {first.meeting, second.meeting, third.meeting}
    assert [each.meeting for each in planned(store, pair)] == [first.meeting, added, third.meeting]
    assert refused(plan_talk, store, pair.id, day=date(2030, 1, 1)).startswith("1 Jan 2030 is outside the programme,")
    assert "clock" in refused(plan_talk, store, pair.id, day=date(2027, 3, 28), start=time(2, 30))
    change(store, PairRecord, pair.id, status=PairStatus.DISSOLVED)
    assert refused(plan_talk, store, pair.id, day=date(2027, 5, 11)) == (
        "The pair has ended, so no more meetings are planned for it."
    )


def test_the_round_says_of_each_pair_what_today_says(store):
    small = made(store, pairs=5)
    late, to_note, ahead, resting, over = small.pairs
    day = date(2027, 6, 20)
    for meeting in planned(store, late):
        cancel_meeting(store, meeting.meeting)
    plan_talk(store, to_note.id, day=date(2027, 6, 1))
    plan_talk(store, ahead.id, day=date(2027, 6, 25))
    change(store, PairRecord, resting.id, status=PairStatus.ON_HOLD)
    change(store, PairRecord, over.id, status=PairStatus.COMPLETED)
    for meeting in planned(store, resting):
        cancel_meeting(store, meeting.meeting)

    states = {row.pair: row.state for row in talks(store, small.programme, today=day)}

    assert states[late.id] in (TalkState.LATE, TalkState.TO_PLAN)
    assert [name for name, _ in told(store, day, "pair_talk")] == ["Mentee 1 – Mentor 1"]
    assert [name for name, _ in told(store, day, "talk_unregistered")] == ["Mentee 2 – Mentor 2"]
    assert [states[pair.id] for pair in (to_note, ahead, resting, over)] == [
        TalkState.NOT_NOTED,
        TalkState.PLANNED,
        TalkState.NOT_ASKED,
        TalkState.ENDED,
    ]


def test_the_form_begins_with_the_talk_that_it_probably_was_and_the_pair_s_goals(store):
    (pair,) = made(store, pairs=1).pairs
    set_goal(store, pair.id, set_on=START, today=DAY)
    (first, *_) = planned(store, pair)
    on = first.starts_at.date()
    draft = talk_draft(store, pair.id, today=on + timedelta(2))
    assert (draft.meeting, draft.held_on, len(draft.sheet.goals)) == (first.meeting, on, 1)
    assert talk_draft(store, pair.id, today=on - timedelta(5)).held_on == on - timedelta(5)
    assert talk_near(store, pair.id, on - timedelta(90)) is None


def test_a_withdrawn_experience_has_no_words_left_anywhere(store):
    small = made(store, pairs=1)
    kept = note_experience(store, small.programme, CANARY, agreed_on=DAY, today=DAY)
    assert catalog("en").say(store.undo_name()) == "Note an experience for the report"
    assert refused(note_experience, store, small.programme, " ", agreed_on=DAY, today=DAY).startswith("Write what went")
    assert "in the future" in refused(
        note_experience, store, small.programme, "x", agreed_on=DAY + timedelta(1), today=DAY
    )
    assert refused(withdraw_experience, store, kept, on=DAY - timedelta(1), today=DAY) == (
        "Both agreed on 26 Apr 2027, so it cannot be withdrawn before."
    )
    withdraw_experience(store, kept, on=DAY, today=DAY)
    assert experiences(store, small.programme) == ()
    (row,) = experiences(store, small.programme, withdrawn=True)
    assert (row.text, row.withdrawn_on) == ("", DAY)
    assert refused(withdraw_experience, store, kept, on=DAY, today=DAY) == "It was withdrawn on 26 Apr 2027."
    assert refused(withdraw_experience, store, "none", on=DAY, today=DAY).startswith("That experience is not")
    assert store.undo_name() is None
    path = store.path
    store.close()
    assert CANARY.encode() not in path.read_bytes()


def test_a_talk_without_a_place_in_the_calendar_is_noted_too(store):
    (pair,) = made(store, pairs=1).pairs
    for each in planned(store, pair):
        cancel_meeting(store, each.meeting)
    talk = hold(store, pair)
    assert talks_of(store, pair.id, today=DAY).held[0].id == talk
    assert not told(store, DAY, "pair_talk")
    edit_talk(store, talk, replace(PLAIN, next_on=date(2027, 5, 20)), today=DAY)
    assert [each.starts_at.date() for each in planned(store, pair)] == [date(2027, 5, 20)]
    (ahead,) = planned(store, pair)
    with store.reading() as session:
        made_by_hand = session.get_one(MeetingRecord, ahead.meeting)
        assert (made_by_hand.kind, made_by_hand.pinned, made_by_hand.setting) == ("pair_talk", True, None)
