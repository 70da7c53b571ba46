"""What a test reads from the page, and how it points at a row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from ui.today.row_shape import Shape
from ui.today.rows import Line
from ui.today.task_view import TaskView


def tasks(page) -> TaskView:
    return page.findChild(TaskView, "taskList")


def texts(page) -> list[str]:
    model = tasks(page).tasks
    return [model.data(model.index(place), Qt.ItemDataRole.DisplayRole) for place in range(model.rowCount())]


def lines(page) -> list[Line]:
    return [row for row in tasks(page).tasks.rows if isinstance(row, Line)]


def shape_at(page, place) -> Shape:
    view = tasks(page)
    return view.tasks.shaper.shape(view.tasks.row(place).task, view.row_width())


def press(qtbot, widget, *keys):
    for key in keys:
        qtbot.keyClick(widget, key)


def click_in_row(qtbot, page, place, box):
    view = tasks(page)
    view.go_to(place)
    spot = QPointF(view.visualRect(view.tasks.index(place)).topLeft()) + box.center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot.toPoint())


def place_of(page, wanted) -> int:
    return next(place for place, row in enumerate(tasks(page).tasks.rows) if isinstance(row, Line) and wanted(row.task))
