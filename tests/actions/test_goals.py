"""Goals stand over time, and what they say is in the file only under a consent, and not a letter longer (R62, R60)."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from mentordesk.actions.goal_documents import agree_document, close_document, note_mid_seen, set_review
from mentordesk.actions.goals import drop_goal, edit_goal, move_goal, note_goals_shared, set_goal, unshare_goal
from mentordesk.domain.goal_life import DocumentState, GoalStep
from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.ids import GoalId, PairId
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.goals import goals, goals_of_programme
from mentordesk.storage.checks import signature
from mentordesk.storage.records import ConsentRecord, GoalStepRecord, PairRecord, SharedTextRecord
from tests.counts import count
from tests.queries.small_programme import DAY, change, made

SET_ON = date(2027, 2, 1)
DUE_ON = date(2027, 6, 1)
CANARY = "Xylophonecanary"


def setting(store, pair, **other):
    return set_goal(store, pair.id, **({"set_on": SET_ON, "due_on": DUE_ON, "today": DAY} | other))


def sharing(store):
    (pair,) = made(store, pairs=1).pairs
    note_goals_shared(store, pair.id, shared=True, today=DAY)
    return pair


def refused(call, *told, **named):
    with pytest.raises(Refused) as no:
        call(*told, **named)
    return catalog("en").say(no.value.message)


def everywhere(store):
    """Every byte of the file, and of what lies beside it."""
    folder = store.path.parent
    return b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())


def test_a_goal_has_the_next_number_its_days_and_no_words_unless_they_are_shared(store):
    (pair,) = made(store, pairs=1).pairs
    setting(store, pair)
    goal = setting(store, pair, due_on=None)

    first, second = goals(store, pair.id).goals
    assert (first.number, first.set_on, first.due_on, first.status) == (1, SET_ON, DUE_ON, GoalStatus.OPEN)
    assert (second.id, second.number, second.due_on, second.words, second.measure) == (goal, 2, None, None, None)
    said = refused(setting, store, pair, words=CANARY)
    assert said.startswith("The pair does not share its goals, so only their number, dates and status are kept.")
    assert refused(edit_goal, store, goal, due_on=None, measure=CANARY, given_on=DAY, today=DAY) == said
    assert CANARY.encode() not in everywhere(store)
    assert len(goals(store, pair.id).goals) == 2


def test_shared_words_and_measure_hang_on_a_dated_consent_each(store):
    pair = sharing(store)
    goal = setting(store, pair, words=" Delegate\nmore ", measure="Two evenings free")

    (row,) = goals(store, pair.id).goals
    assert row.words
    assert row.measure
    assert (row.words.text, row.words.given_on) == ("Delegate\nmore", SET_ON)
    assert row.measure.text == "Two evenings free"
    assert row.words.consent != row.measure.consent
    edit_goal(store, goal, due_on=None, words="Delegate", given_on=DAY, today=DAY)
    (row,) = goals(store, pair.id).goals
    assert row.words
    assert row.measure
    assert (row.words.text, row.words.given_on, row.measure.text, row.due_on) == (
        "Delegate",
        SET_ON,
        "Two evenings free",
        None,
    )


@pytest.mark.parametrize("how", ["the goal's", "the contract's", "several"])
def test_what_is_taken_back_is_nowhere_in_the_file_and_no_undo_brings_it_back(store, how):
    pair = sharing(store)
    goal = setting(store, pair, words=f"{CANARY} one", measure=f"{CANARY} two")
    edit_goal(store, goal, due_on=DUE_ON, words=f"{CANARY} three", given_on=DAY, today=DAY)
    assert CANARY.encode() in everywhere(store)

    if how == "the contract's":
        note_goals_shared(store, pair.id, shared=False, today=DAY)
    else:
        unshare_goal(store, goal, on=DAY, today=DAY)

    (row,) = goals(store, pair.id).goals
    assert (row.words, row.measure, row.number, row.due_on) == (None, None, 1, DUE_ON)
    with store.reading() as session:
        assert session.query(SharedTextRecord).count() == 0
        assert {each.revoked_on for each in session.query(ConsentRecord)} == {DAY}
    assert store.undo_name() is None
    if how == "several":  # shared and taken back a second time, under consents of their own
        again = edit_goal(store, goal, due_on=DUE_ON, words=f"{CANARY} four", given_on=DAY, today=DAY)
        assert again is None
        unshare_goal(store, goal, on=DAY, today=DAY)
        assert refused(unshare_goal, store, goal, on=DAY, today=DAY) == "Nothing of goal 1 is shared."
    path = store.path
    store.close()
    assert CANARY.encode() not in path.read_bytes()


@pytest.mark.parametrize("gone", ["removed", "undone"])
def test_words_of_a_goal_that_is_gone_leave_with_the_others(store, gone):
    """Removed by mistake, or its adding undone: the journal has the words until the pair shares no more."""
    pair = sharing(store)
    goal = setting(store, pair, words=f"{CANARY} one", measure=f"{CANARY} two")
    if gone == "removed":
        drop_goal(store, goal)
    else:
        store.undo()
    assert CANARY.encode() in everywhere(store)

    note_goals_shared(store, pair.id, shared=False, today=DAY)

    path = store.path
    store.close()
    assert CANARY.encode() not in path.read_bytes()


def test_a_goal_stands_over_time_as_it_was_said_each_day_in_whatever_order(store):
    (pair,) = made(store, pairs=1).pairs
    goal = setting(store, pair)
    move_goal(store, goal, GoalStatus.REACHED, on=date(2027, 4, 1), today=DAY)
    move_goal(store, goal, GoalStatus.ON_THE_WAY, on=date(2027, 3, 1), today=DAY)

    (row,) = goals(store, pair.id).goals
    assert row.steps == (
        GoalStep(date(2027, 3, 1), GoalStatus.ON_THE_WAY),
        GoalStep(date(2027, 4, 1), GoalStatus.REACHED),
    )
    assert (row.status, row.is_open) == (GoalStatus.REACHED, False)
    move_goal(store, goal, GoalStatus.DROPPED, on=date(2027, 4, 1), today=DAY)  # said otherwise of the same day
    (row,) = goals(store, pair.id).goals
    assert (row.status, len(row.steps)) == (GoalStatus.DROPPED, 2)
    move_goal(store, goal, GoalStatus.ON_THE_WAY, on=date(2027, 4, 1), today=DAY)  # as it stood: no step
    (row,) = goals(store, pair.id).goals
    assert (row.status, len(row.steps)) == (GoalStatus.ON_THE_WAY, 1)


def test_a_goal_cannot_stand_somehow_before_it_was_set_nor_tomorrow(store):
    (pair,) = made(store, pairs=1).pairs
    goal = setting(store, pair)
    tomorrow = DAY + timedelta(1)
    assert "in the future" in refused(move_goal, store, goal, GoalStatus.REACHED, on=tomorrow, today=DAY)
    assert refused(move_goal, store, goal, GoalStatus.REACHED, on=date(2027, 1, 31), today=DAY) == (
        "Goal 1 was set on 1 Feb 2027, so it cannot stand so before."
    )
    assert "in the future" in refused(setting, store, pair, set_on=tomorrow)
    assert refused(setting, store, pair, due_on=date(2027, 1, 1)) == (
        "The goal was set on 1 Feb 2027, so it cannot be due before."
    )
    assert refused(goals, store, PairId("none")) == "There is no pair with the number none."
    assert refused(move_goal, store, GoalId("none"), GoalStatus.OPEN, on=DAY, today=DAY) == (
        "That goal is not in the file any more."
    )
    change(store, PairRecord, pair.id, status=PairStatus.DISSOLVED)
    assert refused(setting, store, pair) == "The pair has ended, so no more goals are set for it."


def test_each_deed_is_one_undo_and_bears_no_word_of_a_goal(store):
    pair = sharing(store)
    marks, names = [signature(store)], []

    def done(deed, *told, **named):
        found = deed(*told, **named)
        marks.append(signature(store))
        names.append(catalog("en").say(store.undo_name()))
        return found

    goal = done(setting, store, pair, words=CANARY, measure=CANARY)
    done(move_goal, store, goal, GoalStatus.ON_THE_WAY, on=DAY, today=DAY)
    done(edit_goal, store, goal, due_on=None, words=CANARY + "!", given_on=DAY, today=DAY)
    done(agree_document, store, pair.id, on=DAY, today=DAY)
    done(note_mid_seen, store, pair.id, on=DAY, today=DAY)
    done(set_review, store, pair.id, on=DAY + timedelta(30))
    done(close_document, store, pair.id, on=DAY, today=DAY)
    done(drop_goal, store, goal)

    with store.reading() as session:
        left = [session.query(kind).count() for kind in (ConsentRecord, SharedTextRecord, GoalStepRecord)]
    assert left == [0, 0, 0]
    assert names == [
        "Set goal 1",
        "Goal 1: On the way",
        "Change goal 1",
        "Note the goal document as agreed",
        "Note the goal document as seen at mid-term",
        "Next review of the goals on 26 May 2027",
        "Close the goal document",
        "Remove goal 1",
    ]
    for mark in reversed(marks[:-1]):
        store.undo()
        assert signature(store) == mark
    for mark in marks[1:]:
        store.redo()
        assert signature(store) == mark


def test_the_document_is_agreed_seen_at_mid_term_and_closed_in_that_order(store):
    (pair,) = made(store, pairs=1).pairs

    def state():
        return goals(store, pair.id).state

    assert state() is DocumentState.NONE
    setting(store, pair)
    assert state() is DocumentState.DRAFT
    assert refused(note_mid_seen, store, pair.id, on=DAY, today=DAY) == (
        "The goal document is not agreed yet. Note the day of that first."
    )
    agree_document(store, pair.id, on=date(2027, 3, 1), today=DAY)
    assert state() is DocumentState.AGREED
    assert refused(close_document, store, pair.id, on=date(2027, 2, 1), today=DAY) == (
        "The goal document was agreed on 1 Mar 2027, so this cannot be before."
    )
    note_mid_seen(store, pair.id, on=date(2027, 4, 1), today=DAY)
    assert state() is DocumentState.MID_SEEN
    close_document(store, pair.id, on=DAY, today=DAY)
    assert state() is DocumentState.CLOSED
    agree_document(store, pair.id, on=DAY, today=DAY)  # once more, with other goals
    sheet = goals(store, pair.id)
    assert (sheet.document.version, sheet.document.days.closed_on) == (2, None)
    agree_document(store, pair.id, on=None, today=DAY)
    assert state() is DocumentState.DRAFT
    assert "in the future" in refused(agree_document, store, pair.id, on=DAY + timedelta(1), today=DAY)


def test_all_pairs_are_seen_with_their_numbers_and_the_first_open_day(store):
    small = made(store, pairs=2)
    pair, other = small.pairs
    first = setting(store, pair, due_on=date(2027, 5, 1))
    setting(store, pair, due_on=date(2027, 6, 1))
    move_goal(store, first, GoalStatus.REACHED, on=DAY, today=DAY)
    set_review(store, pair.id, on=date(2027, 5, 20))

    one, two = goals_of_programme(store, small.programme)
    assert (one.pair, one.mentee, one.mentor, one.number) == (pair.id, "Mentee 1", "Mentor 1", 2)
    assert (one.counts[GoalStatus.REACHED], one.counts[GoalStatus.OPEN]) == (1, 1)
    assert (one.next_due_on, one.next_review_on) == (date(2027, 6, 1), date(2027, 5, 20))
    assert (two.pair, two.number, two.state, two.next_due_on) == (other.id, 0, DocumentState.NONE, None)


@pytest.mark.parametrize("seed", range(count(4, 200)))
def test_on_no_path_are_words_kept_without_a_consent_that_lives(store, seed):
    """A walk over all deeds and undo: what is refused leaves nothing, what is revoked is in no table and no journal."""
    draw = Random(seed)
    pair, *_ = made(store, pairs=1).pairs
    for number in range(30):
        there = [goal.id for goal in goals(store, pair.id).goals]
        words = draw.choice(["", f"{CANARY} {number}"])
        try:
            match draw.randrange(6):
                case 0:
                    setting(store, pair, words=words, measure=draw.choice(["", words]))
                case 1 if there:
                    edit_goal(store, draw.choice(there), due_on=None, words=words, given_on=DAY, today=DAY)
                case 2 if there:
                    unshare_goal(store, draw.choice(there), on=DAY, today=DAY)
                case 3:
                    note_goals_shared(store, pair.id, shared=draw.random() < 0.7, today=DAY)
                case 4 if there:
                    drop_goal(store, draw.choice(there))
                case 5 if store.undo_name() is not None and there:
                    store.undo()
        except Refused:
            pass
        with store.reading() as session:
            kept = [(text.consent_id, text.text) for text in session.query(SharedTextRecord)]
            live = {each.id for each in session.query(ConsentRecord) if each.revoked_on is None}
        shown = {
            (each.consent, each.text)
            for goal in goals(store, pair.id).goals
            for each in (goal.words, goal.measure)
            if each is not None
        }
        assert {consent for consent, _ in kept} == live
        assert shown == set(kept)
    note_goals_shared(store, pair.id, shared=False, today=DAY)
    kept_by_a_drop = any(CANARY in str(goal) for goal in goals(store, pair.id).goals)
    assert not kept_by_a_drop
