"""The reply sheet goes out empty and comes back; a column that is not its own has the whole of it refused."""

from __future__ import annotations

from datetime import date

import pytest

from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import UnusableInput
from mentordesk.domain.reply_form import REPLY_FIELDS, ReplyRow
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.spreadsheets import reply_form
from mentordesk.spreadsheets.sheet import Sheet

DAY = date(2027, 5, 3)
HEAD = tuple(field.key for field in REPLY_FIELDS)


def sheet(*rows, head=HEAD):
    return Sheet(head, tuple(rows), tuple(range(2, 2 + len(rows))))


def test_each_row_is_a_conversation_with_what_may_be_told():
    read = reply_form.read(
        sheet(
            ("Åse Ødegård", DAY, 55, "digital", "ja", "nei", "Delegering"),
            ("Per Lund", None, None, None, None, None, None),
        ),
        "svar.csv",
        today=DAY,
    )

    assert read.rows == (ReplyRow(2, "Åse Ødegård", DAY, 55, Mode.DIGITAL, True, False, "Delegering"),)
    assert read.problems == ()  # a line nobody filled in is no fault


@pytest.mark.parametrize("language", [known.code for known in LANGUAGES])
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_an_empty_sheet_is_read_back_in_every_language(tmp_path, language, ending):
    path = tmp_path / f"svar{ending}"
    reply_form.write_empty(path, ["Åse Ødegård", "Per Lund"], language)

    assert reply_form.read_file(path, today=DAY) == reply_form.Replies((), ())


@pytest.mark.parametrize("extra", ["Refleksjon", "Notes", "Hva snakket vi om", "topics"])
def test_an_unknown_column_refuses_the_sheet_and_is_named(extra):
    with pytest.raises(UnusableInput) as no:
        reply_form.read(sheet(("Å", DAY, *[None] * 5, "hemmelig"), head=(*HEAD, extra)), "svar.csv", today=DAY)

    assert extra in str(no.value.message.values)
    assert "hemmelig" not in str(no.value.message)


def test_a_column_without_a_heading_is_unknown_too(tmp_path):
    path = tmp_path / "svar.csv"
    path.write_text("Mentee;Date;\nÅse;2027-05-03;en lang fortelling\n", encoding="utf-8")

    with pytest.raises(UnusableInput):
        reply_form.read_file(path, today=DAY)


@pytest.mark.parametrize("needed", ["mentee", "held_on"])
def test_a_sheet_without_mentee_or_day_is_refused(needed):
    head = tuple(key for key in HEAD if key != needed)
    with pytest.raises(UnusableInput):
        reply_form.read(sheet(("x",) * len(head), head=head), "svar.csv", today=DAY)


def test_a_cell_that_does_not_fit_is_a_problem_of_its_row_alone():
    long = "x" * 121
    read = reply_form.read(
        sheet(("Åse", "i går", 55, None, None, None, None), ("Per", DAY, None, None, None, None, long)),
        "svar.csv",
        today=DAY,
    )

    assert read.rows == ()
    assert [each.row for each in read.problems] == [2, 3]
