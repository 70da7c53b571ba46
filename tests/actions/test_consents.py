"""What the mentee shares stands on a dated consent, and leaves every byte of the file when it is taken back (R60)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentordesk.actions.consents import revoke, share
from mentordesk.actions.logbooks import register_conversation, remove_conversation
from mentordesk.actions.reply_rows import take_replies
from mentordesk.actions.returned_logbooks import answer
from mentordesk.domain.logbooks import ConsentItem
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.domain.reply_form import ReplyRow
from mentordesk.queries.logbooks import logbooks
from mentordesk.queries.shared import shared_of
from mentordesk.storage.checks import signature
from mentordesk.storage.records import (
    ChangedRow,
    CheckOutRecord,
    ConsentRecord,
    LetterRecord,
    SharedTextRecord,
    SharedTopicRecord,
)
from tests.queries.small_programme import DAY, made

HELD_ON = DAY - timedelta(5)
CANARY = "kanarifugl i gruven"


@pytest.fixture(autouse=True)
def _today(monkeypatch, store):
    monkeypatch.setattr(type(store), "today", lambda _: DAY)


def register(store, pair, **other):
    told = {"held_on": HELD_ON, "minutes": 60, "mode": Mode.DIGITAL, "today": DAY}
    return register_conversation(store, pair=pair, **(told | other))


def kept(store) -> str:
    """All words of shared rows, and all that the journal noted."""
    with store.reading() as session:
        tables = [session.query(kind).all() for kind in (SharedTopicRecord, SharedTextRecord)]
        words = [str(getattr(row, "topic", "") or getattr(row, "text", "")) for rows in tables for row in rows]
        notes = [f"{row.before}{row.after}" for row in session.query(ChangedRow).all()]
    return " ".join((*words, *notes))


def test_what_is_shared_at_once_has_a_consent_each_in_the_same_change(store):
    (pair,) = made(store, pairs=1).pairs
    before = signature(store)

    register(store, pair.id, shared_topic=f" {CANARY} ", check_out=False)

    rows = shared_of(store, pair.id)
    assert {row.item: (row.words, row.given_on, row.day) for row in rows} == {
        ConsentItem.TOPIC: (CANARY, DAY, HELD_ON),
        ConsentItem.CHECK_OUT: (False, DAY, HELD_ON),
    }
    store.undo()
    assert signature(store) == before


@pytest.mark.parametrize(
    ("item", "words"), [(ConsentItem.TOPIC, CANARY), (ConsentItem.SUMMARY, CANARY * 3), (ConsentItem.CHECK_OUT, True)]
)
def test_revoked_words_are_nowhere_and_no_undo_brings_them_back(store, item, words):
    (pair,) = made(store, pairs=1).pairs
    entry = register(store, pair.id)
    consent = share(store, pair=pair.id, item=item, entry=entry, words=words, given_on=DAY)
    assert shared_of(store, pair.id)[0].words == words

    revoke(store, consent, on=DAY)

    (row,) = shared_of(store, pair.id)
    assert (row.words, row.given_on, row.revoked_on) == (None, DAY, DAY)
    assert CANARY not in kept(store)
    assert store.undo_name() is None
    with store.reading() as session:
        assert session.query(CheckOutRecord).all() == []


def test_removing_a_slip_is_undone_with_all_that_was_shared(store):
    (pair,) = made(store, pairs=1).pairs
    entry = register(store, pair.id, shared_topic=CANARY)
    before = signature(store)

    remove_conversation(store, entry)
    assert shared_of(store, pair.id) == ()

    store.undo()
    assert signature(store) == before


@pytest.mark.parametrize(
    ("item", "words", "given_on"),
    [
        (ConsentItem.TOPIC, "x" * 121, DAY),
        (ConsentItem.TOPIC, "  ", DAY),
        (ConsentItem.TOPIC, "tema", DAY + timedelta(1)),
        (ConsentItem.TOPIC, "tema", HELD_ON - timedelta(1)),
    ],
)
def test_what_cannot_be_a_consent_is_refused_and_nothing_is_kept(store, item, words, given_on):
    (pair,) = made(store, pairs=1).pairs
    entry = register(store, pair.id)
    before = signature(store)

    with pytest.raises(Refused):
        share(store, pair=pair.id, item=item, entry=entry, words=words, given_on=given_on)

    assert signature(store) == before
    with store.reading() as session:
        assert session.query(ConsentRecord).all() == []


def test_nothing_is_shared_twice_and_a_conversation_is_of_its_own_pair(store):
    one, other = made(store, pairs=2).pairs
    entry = register(store, one.id, shared_topic="tema")

    with pytest.raises(Refused):
        share(store, pair=one.id, item=ConsentItem.TOPIC, entry=entry, words="igjen", given_on=DAY)
    with pytest.raises(Refused):
        share(store, pair=other.id, item=ConsentItem.SUMMARY, entry=entry, words="noe", given_on=DAY)
    with pytest.raises(ValueError):
        share(store, pair=one.id, item=ConsentItem.GOAL, entry=entry, words="noe", given_on=DAY)


def row(number: int, mentee: str, day: date, topic: str = "") -> ReplyRow:
    return ReplyRow(number, mentee, day, 50, Mode.DIGITAL, True, False, topic)


def test_replies_are_one_change_and_looking_first_changes_nothing(store):
    made(store, pairs=2)
    names = [strip.mentee for strip in logbooks(store, None, today=DAY)]
    rows = (row(2, names[0], HELD_ON, "tema"), row(3, names[1], HELD_ON), row(4, "Ingen Her", HELD_ON))
    if names[0] == names[1]:
        pytest.skip("two mentees of one name")
    before = signature(store)

    looked = take_replies(store, rows, programme=None, today=DAY, dry_run=True)
    assert signature(store) == before
    taken = take_replies(store, rows, programme=None, today=DAY)

    assert looked == taken
    assert (taken.added, taken.pairs, taken.there, [each.row for each in taken.rejected]) == (2, 2, 0, [4])
    again = take_replies(store, rows, programme=None, today=DAY)
    assert (again.added, again.there) == (0, 2)
    store.undo()
    assert signature(store) == before


def test_a_returned_logbook_is_answered_and_nothing_is_noted(store, tmp_path):
    (pair,) = made(store, pairs=1).pairs
    before = signature(store)

    path = answer(store, pair.id, folder=tmp_path / "drafts")

    assert path.suffix == ".eml"
    assert signature(store) == before
    with store.reading() as session:
        assert session.query(LetterRecord).all() == []
