"""What the schema promises: every column has its class, and a conversation leaves no words without a consent."""

from __future__ import annotations

import pytest
from sqlalchemy import String, Text

from mentordesk.domain.logbooks import KEPT
from mentordesk.domain.pairs import Ending
from mentordesk.domain.privacy import KEPT_OF_A_CONVERSATION, TOPIC_LENGTH, PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage import records
from mentordesk.storage.records.foundation import Kept, Record, Row

TABLES = Row.metadata.sorted_tables
CONSENTED = {"shared_topic", "shared_text", "check_out"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_every_column_names_its_privacy_class(table):
    without = [column.name for column in table.columns if Kept.of(column.info) is None]

    assert without == []


def test_nothing_private_is_stored():
    stored = {Kept.of(column.info).privacy for table in TABLES for column in table.columns}

    assert PrivacyClass.K3 not in stored


def test_every_record_is_exported_and_has_a_subject():
    exported = {getattr(records, name) for name in records.__all__}
    defined = {mapper.class_ for mapper in Row.registry.mappers}

    assert defined <= exported
    assert {type(kind.subject) for kind in defined if issubclass(kind, Record)} == {Subject}


def test_an_entry_holds_what_participants_are_told_and_no_more():
    entry = Row.metadata.tables["logbook_entry"]
    check_out = Row.metadata.tables["check_out"]
    keys = {"id", "pair_id", "meeting_id", "consent_id"}

    kept = {column.name for table in (entry, check_out) for column in table.columns} - keys

    assert kept == set(KEPT_OF_A_CONVERSATION) == {fact.column for fact in KEPT}


def test_no_column_of_a_pair_takes_words_but_its_place():
    """Why a pair ended is a category (R40), the fit question three values (R41)."""
    words = [
        f"{name}.{column.name}"
        for name in (
            *("pair", "fit", "logbook_entry", "consent", "check_out"),
            *("goal", "goal_step", "goal_document", "pair_talk", "returned_form"),
        )
        for column in Row.metadata.tables[name].columns
        if isinstance(column.type, (String, Text)) and not column.foreign_keys and not column.primary_key
    ]

    told_apart_by = {"returned_form.kind", "returned_form.digest"}
    assert set(words) == {"logbook_entry.place", "pair.place"} | told_apart_by
    assert len(Ending) > 1


def test_shared_words_hang_on_a_consent():
    for name in CONSENTED:
        table = Row.metadata.tables[name]
        (key,) = table.primary_key.columns
        assert [foreign.target_fullname for foreign in key.foreign_keys] == ["consent.id"], name
    assert Row.metadata.tables["shared_topic"].c.topic.type.length == TOPIC_LENGTH


def test_no_table_deletes_behind_the_journal():
    actions = [key.ondelete for table in TABLES for key in table.foreign_keys]

    assert set(actions) <= {None}
