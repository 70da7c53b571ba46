"""The units as Qt's tree asks for them; what is entered is told, and keeping it is the view's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import UnitId
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.units import UnitNode
from ui.language import say, spoken, tr

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ID_ROLE = int(Qt.ItemDataRole.UserRole)
INHERITED_ROLE = ID_ROLE + 1  # whether what is shown holds from a unit above


@dataclass(frozen=True, slots=True)
class TreeColumn:
    key: str
    title: Message
    text: Callable[[UnitNode], str]
    width: int  # px at 100 %
    entered: bool = False
    figures: bool = False


COLUMNS = (
    TreeColumn("name", msg("Unit"), lambda node: node.name, 240, entered=True),
    TreeColumn("area", msg("Area"), lambda node: node.area or node.area_above, 95, entered=True),
    TreeColumn("cost_centre", msg("Cost centre"), lambda node: node.cost_centre, 95, entered=True),
    TreeColumn("people", msg("People"), lambda node: _number(node.people_below), 66, figures=True),
    TreeColumn("mentors", msg("Mentors"), lambda node: _number(node.mentors), 64, figures=True),
)


class UnitTree(QAbstractItemModel):
    edited = Signal(str, str, str)  # unit, column's key, text as typed

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._nodes: Sequence[UnitNode] = ()
        self._places: dict[UnitId, int] = {}
        self._rows: list[int] = []  # of each node, its place among its siblings
        self._children: dict[UnitId | None, list[int]] = {}
        self._titles = [say(column.title) for column in COLUMNS]
        self._editable = True

    def show(self, nodes: Sequence[UnitNode]) -> None:
        """Depth first, as the query gives them."""
        self.beginResetModel()
        self._nodes = nodes
        self._places = {node.id: place for place, node in enumerate(nodes)}
        self._rows = []
        children: defaultdict[UnitId | None, list[int]] = defaultdict(list)
        for place, node in enumerate(nodes):
            self._rows.append(len(children[node.parent]))
            children[node.parent].append(place)
        self._children = dict(children)
        self.endResetModel()

    def lock(self) -> None:
        """Nothing can be entered any more: the file is open for reading."""
        self._editable = False

    @property
    def nodes(self) -> Sequence[UnitNode]:
        return self._nodes

    def node(self, index: _Index) -> UnitNode | None:
        return self._nodes[index.internalId()] if index.isValid() else None

    def known(self, unit: str) -> UnitNode | None:
        place = self._places.get(UnitId(unit))
        return None if place is None else self._nodes[place]

    def index_of(self, unit: str, column: int = 0) -> QModelIndex:
        """Not valid where there is no such unit."""
        place = self._places.get(UnitId(unit))
        return QModelIndex() if place is None else self.createIndex(self._rows[place], column, place)

    def index(self, row: int, column: int, parent: _Index = _ROOT) -> QModelIndex:
        above = self.node(parent)
        theirs = self._children.get(None if above is None else above.id, [])
        if not 0 <= row < len(theirs) or not 0 <= column < len(COLUMNS):
            return QModelIndex()
        return self.createIndex(row, column, theirs[row])

    def parent(self, child: _Index = _ROOT) -> QModelIndex:  # type: ignore[override]  # QObject has another of the name
        node = self.node(child)
        return QModelIndex() if node is None or node.parent is None else self.index_of(node.parent)

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        if parent.column() > 0:
            return 0
        above = self.node(parent)
        return len(self._children.get(None if above is None else above.id, []))

    def columnCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        return len(COLUMNS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._editable and COLUMNS[index.column()].entered:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802  # Qt's name
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(COLUMNS):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if COLUMNS[section].figures else _LEFT
        return None

    def data(self, index: _Index, role: int = 0) -> object:
        node = self.node(index)
        if node is None:
            return None
        column = COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(node)
            case Qt.ItemDataRole.EditRole:
                return node.area if column.key == "area" else column.text(node)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.figures else _LEFT
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._titles[index.column()]}: {column.text(node)}"
            case Qt.ItemDataRole.AccessibleDescriptionRole if self._is_inherited(node, column):
                return tr("From a unit above")
            case _ if role == ID_ROLE:
                return node.id
            case _ if role == INHERITED_ROLE:
                return self._is_inherited(node, column)
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802  # Qt's name
        node = self.node(index)
        if node is None or role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        text = str(value)[: NAME_LENGTH * 10]  # what is too long is refused with its figures, but not a whole book
        if text != self.data(index, Qt.ItemDataRole.EditRole):
            self.edited.emit(node.id, COLUMNS[index.column()].key, text)
        return True

    def _is_inherited(self, node: UnitNode, column: TreeColumn) -> bool:
        return column.key == "area" and not node.area and bool(node.area_above)


def _number(number: int) -> str:
    return spoken().number(number, 0) if number else ""
