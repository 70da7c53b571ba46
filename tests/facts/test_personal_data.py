"""The information on personal data leaves nothing out: every table with something of a person is in a group."""

from __future__ import annotations

from collections import Counter

import pytest

from mentordesk.documents.papers.report_words import TABLE_NAMES
from mentordesk.domain.legal_form import LegalForm
from mentordesk.domain.personal_data import AUTHORITY, GROUPS, LEGAL_BASIS, WHO_SEES
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.programmes import Country
from mentordesk.queries.library_papers import highest_of
from mentordesk.queries.person_walk import ABOUT
from mentordesk.storage.records.foundation import Kept, Row


def of_people() -> set[str]:
    """Every table that can be followed to a person, as the person's own report follows them: by foreign keys, or by
    what it is about."""
    reached = {"person", *(table.name for table in Row.metadata.tables.values() if ABOUT in table.columns)}
    while (
        more := {
            table.name
            for table in Row.metadata.tables.values()
            if any(key.column.table.name in reached for key in table.foreign_keys)
        }
        - reached
    ):
        reached |= more
    return reached


def test_every_table_with_something_of_a_person_is_in_one_group_and_no_other_table_is():
    told = Counter(table for group in GROUPS for table in group.tables)

    assert set(told) == of_people()
    assert [table for table, times in told.items() if times > 1] == []
    assert set(told) - {"attachment_content"} == set(TABLE_NAMES)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.key)
def test_a_group_is_of_the_highest_class_that_a_column_of_it_names(group):
    classes = {Kept.of(column.info).privacy for table in group.tables for column in Row.metadata.tables[table].columns}

    assert highest_of(group) is max(classes)
    assert highest_of(group) in WHO_SEES


def test_every_kind_of_organisation_has_its_ground_and_every_country_its_authority():
    assert set(LEGAL_BASIS) == set(LegalForm)
    assert set(AUTHORITY) == set(Country)
    assert set(WHO_SEES) == set(PrivacyClass) - {PrivacyClass.K3}
