"""Every odd file has its sentence, in each language, and nothing of it is lost or run in silence."""

from __future__ import annotations

from datetime import date

import pytest

from mentordesk.domain.refusals import UnusableInput
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Message, nmsg
from mentordesk.spreadsheets import people
from mentordesk.spreadsheets.headings import guess
from mentordesk.spreadsheets.people import PersonRow
from mentordesk.spreadsheets.sheet import read
from tests.spreadsheets.corpus import CORPUS, Odd

TODAY = date(2026, 11, 23)


def met(odd, path) -> tuple[tuple[Message, ...], tuple[PersonRow, ...]]:
    """What a person is told of the file, and who would come in."""
    path.write_bytes(odd.make())
    try:
        sheet = read(path)
    except UnusableInput as no:
        return (no.message,), ()
    parsed = people.parse(sheet, guess(sheet.headings, rows=sheet.rows), TODAY)
    told = [problem.message for problem in parsed.problems]
    if parsed.notices:
        told.append(
            nmsg(
                "In {count} cell, characters that cannot be seen were removed.",
                "In {count} cells, characters that cannot be seen were removed.",
                len(parsed.notices),
            )
        )
    return tuple(told), parsed.rows


@pytest.mark.parametrize("odd", CORPUS, ids=lambda odd: f"{odd.fault} {odd.name}")
def test_it_gets_its_sentence_and_what_it_says_comes_in(odd: Odd, tmp_path):
    told, rows = met(odd, tmp_path / odd.file)

    assert tuple(catalog("en").say(message) for message in told) == odd.says
    for message in told:
        assert len({catalog(code).say(message) for code in ("en", "nb", "sv")}) == 3
    if odd.takes is not None:
        assert tuple((row.values["given_name"], row.values["family_name"]) for row in rows) == odd.takes


def test_every_fault_of_the_list_is_there():
    assert {odd.fault for odd in CORPUS} == {*range(54, 64), 67}  # 64, duplicates, takes a file: test_import_matches
