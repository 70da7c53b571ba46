"""The criteria that a programme added are columns: chosen, typed in, refused in words, and blank where not asked."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from mentordesk.actions.programme_settings import add_criterion
from mentordesk.domain.criteria import Criterion, Measure
from mentordesk.domain.people import Role
from mentordesk.i18n.message import Wording


@pytest.fixture
def own(tab):
    """The tab, with a number and a day that its programme asks of mentees."""
    keys = []
    programme = tab.desk.programme_id

    def ask(measure, title):
        asked = Criterion("", Role.MENTEE, measure, Wording.everywhere(title), figure=5)
        tab.desk.work.change(lambda store: add_criterion(store, programme, asked), keys.append)
        tab.settle(tab.desk)

    ask(Measure.NUMBER, "People led")
    ask(Measure.DAY, "Course held")
    tab.keys = keys
    return tab


def somebody(tab, role):
    return next(name for name, row in tab.rows().items() if row.role is role)


def test_they_come_by_themselves_hidden_until_they_are_chosen(own):
    header, table = own.page.grid.header, own.page.grid.table
    titles = {key: (title, shown) for key, title, shown in header.choices()}
    assert (titles[own.keys[0]], titles[own.keys[1]]) == (("People led", False), ("Course held", False))
    header.choose(own.keys[0], shown=True)
    assert not header.isSectionHidden(table.column_of(own.keys[0]))


def test_a_number_and_a_day_are_typed_and_kept(own):
    name = somebody(own, Role.MENTEE)
    for key, typed, kept in zip(own.keys, ("12", "2027-02-01"), (12, date(2027, 2, 1)), strict=True):
        own.page.grid.header.choose(key, shown=True)
        own.go_to(name, key)
        own.press(Qt.Key.Key_F2)
        own.type(typed)
        own.press(Qt.Key.Key_Return)
        assert own.rows()[name].values[key] == kept
    own.undo()
    assert own.rows()[name].values[own.keys[1]] is None


@pytest.mark.parametrize(
    ("role", "typed", "sentence"),
    [
        (Role.MENTEE, "many", "“many” is not a whole number from 0 to 9,999."),
        (Role.MENTOR, "12", "This is not asked of "),
    ],
)
def test_what_does_not_fit_stays_with_its_reason(own, role, typed, sentence):
    name = somebody(own, role)
    own.page.grid.header.choose(own.keys[0], shown=True)
    own.go_to(name, own.keys[0])
    own.press(Qt.Key.Key_F2)
    own.type(typed)
    own.press(Qt.Key.Key_Return)

    assert sentence in own.find("cellRefusal").text()
    assert own.cell(name, own.keys[0]).wrong


def test_they_are_gone_where_several_programmes_are_in_view_and_as_chosen_when_back(own):
    header, programme = own.page.grid.header, own.desk.programme
    header.choose(own.keys[1], shown=True)
    header.setSortIndicator(own.page.grid.table.column_of(own.keys[1]), Qt.SortOrder.DescendingOrder)
    own.settle(own.desk)
    own.desk.choose(None)
    own.page.reload_now()
    own.settle(own.desk)
    assert own.keys[1] not in {key for key, *_ in header.choices()}
    assert own.page.grid.sorted_by == ""
    own.desk.choose(programme)
    own.page.reload_now()
    own.settle(own.desk)
    assert {key: shown for key, _, shown in header.choices()}[own.keys[1]]
