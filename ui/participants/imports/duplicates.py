"""Rows that seem to be about somebody who is there: both side by side, and what shall become of the row (fault 64)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentordesk.actions.import_matches import Difference, Match, MatchKind, Taken
from mentordesk.domain.fields import Field
from mentordesk.i18n.message import Message, msg
from ui.desk import Desk, NoticeKind
from ui.language import say, spoken, tr
from ui.participants.imports.places import row_column
from ui.tables.columns import Align, Column, shown_value
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label

_IN_VIEW = 6  # rows; the others are scrolled to
WHY: Mapping[MatchKind, Message] = {
    MatchKind.EMAIL: msg("Same e-mail"),
    MatchKind.OTHER_NAME: msg("Same e-mail, another name"),
    MatchKind.NAME_AND_UNIT: msg("Same name and unit"),
    MatchKind.SWAPPED_NAMES: msg("Given and family name swapped"),
    MatchKind.NEAR_NAME: msg("Nearly the same name"),
    MatchKind.SAME_NAME: msg("Same name elsewhere"),
}
TAKEN: Mapping[Taken | None, Message] = {
    Taken.MERGE: msg("is merged"),
    Taken.SKIP: msg("is left out"),
    Taken.NEW: msg("comes in as new"),
    None: msg("is not taken"),
}
_TONES = {Taken.MERGE: "accent", Taken.SKIP: "plain", Taken.NEW: "good", None: "bad"}
_Side = tuple[int, str, str, str]  # place, Field, in the file, in the list


class Duplicates(QWidget):
    decided = Signal(object, object)  # rows, Taken

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = self._look = desk.look
        self._matches: Mapping[str, Match] = {}
        self._fields: Mapping[str, Field] = {}
        lines = column(look, within=self)
        self._how = label(
            tr(
                "These rows seem to be about somebody who is here already. Below the list stands what differs; "
                "nothing in the file is emptied by a blank cell."
            ),
            "second",
            wrap=True,
        )
        lines.addWidget(label(tr("Possible duplicates"), "strong"))
        lines.addWidget(self._how)
        self._table: RecordTable[Match] = RecordTable(_columns(), lambda match: str(match.row), self)
        self._list = TableView(desk, self._table, tr("Possible duplicates"), tab="participants", key="duplicates")
        self._list.setObjectName("importDuplicates")
        self._list.horizontalHeader().setStretchLastSection(True)
        self._list.current_changed.connect(self._show_sides)
        self._list.opened.connect(self._enter_choice)
        self._list.deleted.connect(self._skip)
        lines.addWidget(self._list)
        self._sides: RecordTable[_Side] = RecordTable(_side_columns(), lambda side: str(side[0]), self)
        self._beside = TableView(desk, self._sides, tr("Side by side"), tab="participants", key="sides")
        self._beside.setObjectName("importSides")
        self._beside.horizontalHeader().setStretchLastSection(True)
        lines.addWidget(self._beside)
        buttons = Flow(look.px(Space.BETWEEN))
        self._merge = button(tr("Merge"), self._merge_selected, name="importMerge")
        skip = button(tr("Leave out"), self._skip_selected, name="importSkip")
        new = button(tr("Take in as new"), self._take_as_new, name="importNew")
        for each in (self._merge, skip, new):
            buttons.addWidget(each)
        lines.addLayout(buttons)

    def show_matches(self, matches: Sequence[Match], fields: Sequence[Field]) -> None:
        self.setVisible(bool(matches))
        self._matches = {str(match.row): match for match in matches}
        self._fields = {field.key: field for field in fields}
        self._table.show(tuple(self._matches.values()))
        self._list.setFixedHeight(self._look.row_height * (2 + min(len(matches), _IN_VIEW)))
        if matches and self._list.current_id() is None:
            self._list.select_ids((str(matches[0].row),))
        self._show_sides(self._list.current_id())

    def _show_sides(self, number: str | None) -> None:
        match = None if number is None else self._matches.get(number)
        differences = () if match is None else match.differences
        self._sides.show(tuple(self._side(at, each) for at, each in enumerate(differences)))
        self._beside.setFixedHeight(self._look.row_height * (2 + min(max(1, len(differences)), _IN_VIEW)))
        self._beside.setVisible(bool(differences))

    def _side(self, at: int, difference: Difference) -> _Side:
        field = self._fields.get(difference.key)
        if field is None:
            return at, difference.key, str(difference.known or ""), str(difference.told or "")
        known, told = (shown_value(field, value, spoken()) for value in (difference.known, difference.told))
        return at, say(field.title), known, told

    def _enter_choice(self, _: str) -> None:
        self._merge.setFocus(Qt.FocusReason.TabFocusReason)

    def _skip(self, numbers: tuple[str, ...]) -> None:
        self._decide(numbers, Taken.SKIP)

    def _merge_selected(self) -> None:
        self._decide(self._list.selected_ids(), Taken.MERGE)

    def _skip_selected(self) -> None:
        self._decide(self._list.selected_ids(), Taken.SKIP)

    def _take_as_new(self) -> None:
        self._decide(self._list.selected_ids(), Taken.NEW)

    def _decide(self, numbers: tuple[str, ...], taken: Taken) -> None:
        rows = frozenset(self._matches[number].row for number in numbers if number in self._matches)
        if rows:
            self.decided.emit(rows, taken)
        else:
            self._desk.tell(msg("Select the rows that you decide about first."), NoticeKind.NOTE)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)


def _columns() -> tuple[Column[Match], ...]:
    return (
        row_column(lambda match: match.row, width=60),
        Column(key="known", title=msg("Who is there"), text=_who, width=160),
        Column(key="why", title=msg("Why"), text=lambda match: say(WHY[match.why]), width=210),
        Column(
            key="taken",
            title=msg("The row"),
            text=lambda match: say(TAKEN[match.taken]),
            tone=lambda match: _TONES[match.taken],
            width=170,
        ),
        Column(
            key="differences",
            title=msg("Differences"),
            text=lambda match: str(len(match.differences)),
            sort=lambda match: len(match.differences),
            align=Align.RIGHT,
            width=110,
        ),
    )


def _who(match: Match) -> str:
    if match.known_row is None:
        return match.known_name
    return tr("{name} of row {row}", name=match.known_name, row=match.known_row)


def _side_columns() -> tuple[Column[_Side], ...]:
    return (
        Column(key="field", title=msg("Field"), text=lambda side: side[1], width=150),
        Column(key="known", title=msg("In the file"), text=lambda side: side[2], width=240),
        Column(key="told", title=msg("In the list"), text=lambda side: side[3], width=240),
    )
