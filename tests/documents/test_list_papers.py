"""The list of participants and people compared, on paper: they say what was on screen."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.declared.list_kinds import PEOPLE_COMPARED, PEOPLE_LIST
from mentordesk.documents.papers.people_comparison import ComparedFact, PeopleComparedContent
from mentordesk.documents.papers.people_list import ListColumn, PeopleListContent, tables_of
from mentordesk.documents.typesetting.press import pdf
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from tests.documents.reading import plain

HEAD = Letterhead("Norsk Sykepleierforbund", "Mentorprogram for sykepleierledere 2027–2028")
DAY = date(2026, 11, 22)
TITLES = ("Navn", "Rolle", "Status", "Enhet", "Stilling", "Fagområde", "E-post", "Notater")
LIST = PeopleListContent(
    letterhead=HEAD,
    made_on=DAY,
    columns=tuple(ListColumn(title, 80 + 40 * (at % 5)) for at, title in enumerate(TITLES)),
    rows=tuple(
        (
            f"Čáhppe Ŋilas {number}",
            "Adept",
            "Søknad mottatt",
            "Psykisk helse, Ringerike sykehus",
            "" if number % 3 else "Seksjonsleder",
            "intensivsykepleie, kirurgi",
            f"cahppe.nilas.{number}@et-langt-eksempelsykehus.example.no",
            "=1+1",
        )
        for number in range(70)
    ),
    about=(msg("Chosen from {count} in the list.", count=90), msg("Sorted by: {column}.", column=msg("Status"))),
)
NAMES = ("Åse Ødegård", "Čáhppe Ŋilas", "Per Lund", "Kari Nygård-Mikkelsen")


def compared(count: int) -> PeopleComparedContent:
    facts = (
        ComparedFact(
            title=f"Opplysning {at}", values=("ikke kjent", *("Ja, fra 2019",) * (count - 1)), likeness=msg("differ")
        )
        for at in range(40)
    )
    return PeopleComparedContent(
        letterhead=HEAD,
        made_on=DAY,
        names=NAMES[:count],
        facts=tuple(facts),
        summary=msg("{same} the same · {differ} differ · {missing} not known of all", same=3, differ=30, missing=7),
        warnings=(msg("Same line: {reason}", reason="Per leder enheten til Åse"),),
    )


def test_the_list_names_everybody_in_every_part_and_says_what_it_is():
    text = plain(pdf(PEOPLE_LIST.build(LIST), [catalog("en")]).data)

    parts = len(tables_of(tuple(column.width for column in LIST.columns)))
    assert text.count("Čáhppe Ŋilas 69") == parts > 1
    for words in ("70 participants", "Chosen from 90 in the list.", "Sorted by: Status.", f"part 1 of {parts}"):
        assert words in text
    assert all(title in text for title in TITLES)


def test_a_comparison_says_every_value_and_whether_they_differ():
    text = plain(pdf(PEOPLE_COMPARED.build(compared(4)), [catalog("sv")]).data)

    assert all(name in text for name in NAMES)
    assert text.count("ikke kjent") == 40
    assert "Per leder enheten til Åse" in text


@given(st.lists(st.integers(1, 1_000), min_size=1, max_size=30))
def test_every_column_stands_in_one_table_and_the_name_in_all(widths):
    tables = tables_of(tuple(widths))

    assert all(table[0] == 0 for table in tables)
    assert [at for table in tables for at in table[1:]] == list(range(1, len(widths)))
    assert len(widths) == 1 or all(len(table) > 1 for table in tables)
