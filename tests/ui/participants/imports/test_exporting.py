"""The list goes out as it is shown, and comes in again without a change."""

from __future__ import annotations

from mentordesk.actions.files import open_file
from mentordesk.actions.people_import import import_people
from mentordesk.queries.programmes import import_fields, programmes
from mentordesk.spreadsheets.headings import guess
from mentordesk.spreadsheets.people import parse
from mentordesk.spreadsheets.sheet import read
from mentordesk.storage.checks import signature
from ui.participants.imports.exporting import export_rows


def test_what_is_shown_goes_out_and_comes_in_again_unchanged(tab, tmp_path):
    path = tmp_path / "out.xlsx"
    tab.desk.ask.answers.append(path)
    table = tab.page.grid.table
    export_rows(tab.desk, table)
    tab.settle(tab.desk)

    sheet = read(path)
    assert len(sheet.rows) == len(table.rows.shown)
    tab.desk.work.close()
    with open_file(tab.desk.file.path) as store:
        before = signature(store)
        (programme,) = programmes(store)
        mapping = guess(sheet.headings, import_fields(programme), sheet.rows)
        parsed = parse(sheet, mapping, tab.desk.today)
        done = import_people(store, parsed.rows, programme=programme.id, role=None, today=tab.desk.today)
        assert (parsed.problems, done.added, done.updated) == ((), 0, 0)
        assert signature(store) == before


def test_only_the_rows_in_view_go_and_never_those_that_are_left_out(tab, tmp_path):
    table = tab.page.grid.table
    table.narrow("a")
    first = table.rows.row(0)
    tab.desk.ask.answers.append(tmp_path / "some.csv")
    export_rows(tab.desk, table, leave_out=lambda row: row == first)
    tab.settle(tab.desk)

    assert len(read(tmp_path / "some.csv").rows) == len(table.rows.shown) - 1
    assert any("some.csv" in str(notice.sentence.values) for notice in tab.told)


def test_nothing_to_export_is_said_and_nobody_is_asked(tab):
    export_rows(tab.desk, tab.page.grid.table, leave_out=lambda _: True)

    assert tab.told[-1].sentence.text == "There are no rows to export."


def test_a_place_where_nothing_can_be_written_is_told(tab, tmp_path):
    tab.desk.ask.answers.append(tmp_path / "nowhere" / "a.xlsx")
    export_rows(tab.desk, tab.page.grid.table)
    tab.settle(tab.desk)

    assert "nowhere" in str(tab.told[-1].sentence.values)
