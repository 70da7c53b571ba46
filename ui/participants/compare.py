"""Two to four people side by side: a row to a fact, equal values quiet, differences framed and said in a word.

F9 shows the same a value to a row, for who has it read aloud. Not here: what is compared (compare_lines.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QStyleOptionViewItem, QWidget

from mentordesk.documents.papers.people_comparison import ComparedFact, PeopleComparedContent
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message, Wording, msg
from mentordesk.queries.letterhead import NOBODYS
from ui.desk import Desk, NoticeKind
from ui.language import say, tr
from ui.participants.compare_lines import Compared, CompareLine, Likeness, compared, lines_of
from ui.tables.cells import CellPainter
from ui.tables.columns import Column
from ui.tables.model import RecordTable, ShownCell
from ui.tables.view import TableView
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label
from ui.widgets.page import shortcut

_LIKENESS: dict[Likeness, tuple[Message, str]] = {
    Likeness.SAME: (msg("the same"), "plain"),
    Likeness.DIFFER: (msg("differ"), "accent"),
    Likeness.MISSING: (msg("not known of all"), "warn"),
}


_WIDTHS = {2: 320, 3: 210, 4: 165}  # px at 100 % of a person's column, by how many there are


@dataclass(frozen=True, slots=True)
class _Value:
    """One value, for the table that is read row by row."""

    line: CompareLine
    at: int
    who: str


class ComparePage(QWidget):
    left = Signal()
    print_wanted = Signal(object)  # PeopleComparedContent

    def __init__(self, desk: Desk, ids: Sequence[ParticipationId]) -> None:
        super().__init__()
        self.setObjectName("comparePage")
        self._desk = desk
        self._ids = tuple(ids)
        self._lines: tuple[CompareLine, ...] = ()
        self._names: tuple[str, ...] = ()
        self._same_lines: tuple[Message, ...] = ()
        look = desk.look
        down = column(look, within=self, space=Space.AROUND)
        bar = QWidget()
        flow = Flow(look.px(Space.BETWEEN), bar)
        flow.addWidget(
            button(
                tr("Back to the list"), self.left.emit, name="compareBack", picture="left", look=look, keys="Alt+Left"
            )
        )
        self._only = QCheckBox(tr("Only what differs or is not known"))
        self._only.setObjectName("compareOnly")
        self._only.toggled.connect(self._arrange)
        flow.addWidget(self._only)
        self._twin = button(tr("Show as table"), self._toggle, name="compareTwin", keys="F9")
        self._twin.setCheckable(True)
        flow.addWidget(self._twin)
        flow.addWidget(
            button(tr("Print …"), self.print, name="comparePrint", picture="print", look=look, keys="Ctrl+P")
        )
        down.addWidget(bar)
        self._sum = label("", "second", wrap=True)
        self._sum.setObjectName("compareSum")
        down.addWidget(self._sum)
        self._same_line = label("", "wrong", wrap=True)
        self._same_line.setObjectName("compareSameLine")
        self._same_line.hide()
        down.addWidget(self._same_line)
        self._stack = QStackedWidget()
        down.addWidget(self._stack, 1)
        self._side: _SideBySide | None = None
        self._values: RecordTable[_Value] | None = None
        shortcut(self, "F9", self._twin.click)
        desk.changes.touched.connect(self._on_touched)
        self.reload()

    def reload(self) -> None:
        wanted, today = self._ids, self._desk.today
        self._desk.work.ask("compared", lambda store: compared(store, wanted, today), self._take, self._gone)

    def enter(self) -> None:
        (self._stack.currentWidget() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def print(self) -> None:
        """The lines that are shown."""
        if not self._lines:
            return  # nobody is there yet
        everybody = range(len(self._names))
        facts = (
            ComparedFact(
                title=line.title,
                values=tuple(shown(line, at) for at in everybody),
                likeness=_LIKENESS[line.likeness][0],
            )
            for line in self._chosen()
        )
        self.print_wanted.emit(
            PeopleComparedContent(
                letterhead=NOBODYS,  # until it is printed
                made_on=self._desk.today,
                names=self._names,
                facts=tuple(facts),
                summary=self._in_figures(),
                warnings=tuple(msg("Same line: {reason}", reason=each) for each in self._same_lines),
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, found: Compared) -> None:
        self._lines = lines_of(found.people)
        self._names = tuple(each.row.name for each in found.people)
        self._same_lines = found.same_lines
        self._same_line.setText("\n".join(tr("Same line: {reason}", reason=each) for each in found.same_lines))
        self._same_line.setVisible(bool(found.same_lines))
        fresh = self._side is None
        if fresh:
            self._build()
        self._arrange()
        if fresh:
            self._toggle()

    def _build(self) -> None:
        desk = self._desk
        self._side = _SideBySide(_side_columns(self._names), lambda line: line.key, self)
        side = TableView(
            desk, self._side, tr("People side by side"), tab="participants", key=f"compare{len(self._names)}"
        )
        side.setObjectName("compareTable")
        side.setItemDelegate(_Framing(desk.look, self._side, side))
        self._stack.addWidget(side)

    def _build_twin(self) -> None:
        """When it is first wanted."""
        self._values = RecordTable(_value_columns(), lambda value: f"{value.line.key} {value.at}", self)
        twin = TableView(
            self._desk, self._values, tr("People, a value to a row"), tab="participants", key="compareTwin"
        )
        twin.setObjectName("compareTwinTable")
        self._stack.addWidget(twin)

    def _arrange(self) -> None:
        if self._side is None:
            return
        lines = self._chosen()
        self._side.show(lines)
        if self._values is not None:
            self._values.show([_Value(line, at, who) for line in lines for at, who in enumerate(self._names)])
        self._sum.setText(say(self._in_figures()))

    def _chosen(self) -> Sequence[CompareLine]:
        only = self._only.isChecked()
        return [line for line in self._lines if not only or line.likeness is not Likeness.SAME]

    def _in_figures(self) -> Message:
        figures = {each: sum(line.likeness is each for line in self._lines) for each in Likeness}
        return msg(
            "{same} the same · {differ} differ · {missing} not known of all",
            same=figures[Likeness.SAME],
            differ=figures[Likeness.DIFFER],
            missing=figures[Likeness.MISSING],
        )

    def _toggle(self) -> None:
        if self._side is None:
            return  # nobody is there yet
        if self._values is None:
            self._build_twin()
            self._arrange()
        self._stack.setCurrentIndex(1 if self._twin.isChecked() else 0)
        self.enter()

    def _on_touched(self, _: frozenset[Subject]) -> None:
        self.reload()

    def _gone(self, no: Refused) -> None:
        self._desk.tell(no.message, NoticeKind.WARNING)
        self.left.emit()


def shown(line: CompareLine, at: int) -> str:
    """Also in words, what is not known or not asked."""
    value = line.values[at]
    return tr("not asked") if value is None else value or tr("not known")


class _SideBySide(RecordTable[CompareLine]):
    def cell(self, place: int, column: int) -> ShownCell:
        """What is the same for all is quiet."""
        made = super().cell(place, column)
        if self.rows.row(place).likeness is Likeness.SAME and made.tone is None and column:
            return ShownCell(made.text, None, False, made.align, made.disc, locked=True)
        return made


class _Framing(CellPainter):
    """Frames the values that differ."""

    def __init__(self, look: Look, table: _SideBySide, view: TableView) -> None:
        super().__init__(look, table, view, view)
        self._side = table
        self._thick = max(1, look.px(1))
        self._edge = look.colour("accent")

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        line = self._side.rows.row(index.row())
        at = index.column() - 1
        if line.likeness is Likeness.DIFFER and 0 <= at < len(line.values) and line.values[at] is not None:
            rect: QRect = option.rect
            painter.save()
            painter.setPen(self._edge)
            painter.drawRect(rect.adjusted(3, 3, -4, -5))
            painter.restore()


def _side_columns(names: Sequence[str]) -> tuple[Column[CompareLine], ...]:
    return (
        Column(key="fact", title=msg("Fact"), text=lambda line: line.title, width=210),
        *(_person(at, name, _WIDTHS[len(names)]) for at, name in enumerate(names)),
        Column(
            key="likeness",
            title=msg("Compared"),
            text=lambda line: say(_LIKENESS[line.likeness][0]),
            tone=lambda line: _LIKENESS[line.likeness][1],
            width=170,
        ),
    )


def _person(at: int, name: str, width: int) -> Column[CompareLine]:
    return Column(
        key=f"person{at}",
        title=Wording.everywhere(name),
        text=lambda line: shown(line, at),
        tone=lambda line: "warn" if line.values[at] == "" else None,
        width=width,
    )


def _value_columns() -> tuple[Column[_Value], ...]:
    return (
        Column(key="fact", title=msg("Fact"), text=lambda value: value.line.title, width=230),
        Column(key="who", title=msg("Name"), text=lambda value: value.who, width=200),
        Column(
            key="value",
            title=msg("Value"),
            text=lambda value: shown(value.line, value.at),
            width=320,
        ),
        Column(
            key="likeness",
            title=msg("Compared"),
            text=lambda value: say(_LIKENESS[value.line.likeness][0]),
            tone=lambda value: _LIKENESS[value.line.likeness][1],
            width=170,
        ),
    )
