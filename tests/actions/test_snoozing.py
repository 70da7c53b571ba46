"""An alert can be put off with a reason, and a step taken about it is remembered; only the first hides it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentordesk.actions.files import new_file
from mentordesk.actions.laddering import note_step
from mentordesk.actions.snoozing import lift, snooze
from mentordesk.domain.alert_steps import LadderStep
from mentordesk.domain.alerts import Urgency
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.today import today
from mentordesk.storage.records import LogbookEntryRecord
from tests.counts import count
from tests.queries.small_programme import DAY, add, held, made


@pytest.fixture
def store(tmp_path):
    noon = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)
    with new_file(tmp_path / "file.mentordesk", clock=lambda: noon) as store:
        yield store


@pytest.fixture
def silent(store):
    """A pair that has been silent for 43 days, and one that is not."""
    pair, other = made(store).pairs
    add(store, *held(pair, DAY - timedelta(43)), *held(other, DAY - timedelta(3)))
    return silence(store, DAY)


def silence(store, day):
    """Of the pair that was silent first."""
    theirs = (entry for entry in today(store, day).entries if entry.alert == "rhythm")
    return next((entry for entry in theirs if entry.subject.name.startswith("Mentee 1 ")), None)


def put_off(store, entry, until, reason="Both are ill"):
    about = entry.subject
    return snooze(store, programme=about.programme, alert=entry.alert, about=about.about, until=until, reason=reason)


def action(entry):
    return catalog("en").say(entry.action)


def test_it_is_hidden_with_its_reason_and_back_on_its_day(store, silent):
    until = DAY + timedelta(7)
    before = {entry.subject.about for entry in today(store, DAY).entries}

    put_off(store, silent, until, "  Both\nare ill ")

    (hidden,) = today(store, DAY).hidden
    assert (hidden.entry.alert, hidden.hiding.until, hidden.hiding.reason) == ("rhythm", until, "Both are ill")
    assert silence(store, until - timedelta(1)) is None
    assert silence(store, until) is not None
    assert {entry.subject.about for entry in today(store, DAY).entries} <= before


def test_hiding_and_showing_again_are_one_step_each(store, silent):
    snoozed = put_off(store, silent, DAY + timedelta(7))
    store.undo()
    assert silence(store, DAY) is not None
    store.redo()
    assert silence(store, DAY) is None

    lift(store, snoozed)
    assert silence(store, DAY) is not None
    store.undo()
    assert silence(store, DAY) is None


def test_a_new_day_replaces_the_one_given_before(store, silent):
    put_off(store, silent, DAY + timedelta(30))
    put_off(store, silent, DAY + timedelta(2), "Seen at the mid-term meeting")

    (hidden,) = today(store, DAY).hidden
    assert hidden.hiding.reason == "Seen at the mid-term meeting"
    assert silence(store, DAY + timedelta(2)) is not None
    store.undo()
    assert today(store, DAY).hidden[0].hiding.until == DAY + timedelta(30)


@pytest.mark.parametrize(
    ("days", "reason", "says"),
    [
        (7, " \n ", "Write why it can wait"),
        (0, "Later", "is not after today"),
        (61, "Later", "hidden for 60 days at most"),
        (7, "x" * 1001, "at most 1,000 fit"),
    ],
)
def test_what_cannot_be_put_off_is_said(store, silent, days, reason, says):
    with pytest.raises(Refused) as no:
        put_off(store, silent, DAY + timedelta(days), reason)

    assert says in catalog("en").say(no.value.message)
    assert today(store, DAY).hidden == ()


def test_what_is_hidden_no_more_cannot_be_shown_again(store, silent):
    snoozed = put_off(store, silent, DAY + timedelta(7))
    lift(store, snoozed)

    with pytest.raises(Refused):
        lift(store, snoozed)


def test_a_step_changes_what_is_offered_next_and_hides_nothing(store, silent):
    about = silent.subject
    assert action(silent) == "Ask the pair how it is going"

    note_step(
        store,
        programme=about.programme,
        alert="rhythm",
        about=about.about,
        step=LadderStep.ASKED,
        on=DAY,
    )

    after = silence(store, DAY)
    assert action(after) == "Talk with both about going on or ending"
    assert after.section is silent.section is Urgency.OVERDUE
    assert [(taken.step, taken.taken_on) for taken in after.steps] == [(LadderStep.ASKED, DAY)]
    store.undo()
    assert action(silence(store, DAY)) == "Ask the pair how it is going"


def test_a_new_conversation_begins_the_ladder_again(store, silent):
    about = silent.subject
    note_step(store, programme=about.programme, alert="rhythm", about=about.about, step=LadderStep.TALKED, on=DAY)
    add(store, LogbookEntryRecord(pair_id=about.pair, held_on=DAY + timedelta(1)))

    assert action(silence(store, DAY + timedelta(33))) == "Register a conversation"


def test_a_step_cannot_be_taken_in_days_to_come(store, silent):
    with pytest.raises(Refused):
        note_step(
            store,
            programme=silent.subject.programme,
            alert="rhythm",
            about=silent.subject.about,
            step=LadderStep.ASKED,
            on=DAY + timedelta(1),
        )


@settings(max_examples=count(15, 300), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.integers(1, 60), looked=st.integers(0, 80))
def test_a_hidden_task_is_gone_exactly_until_its_day(store, silent, days, looked):
    put_off(store, silent, DAY + timedelta(days))

    shown = silence(store, DAY + timedelta(looked))

    assert (shown is None) == (looked < days)
    store.undo()
