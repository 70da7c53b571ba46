"""The ring around what has the focus: where it is painted, and where it is not."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QScrollArea, QWidget

from ui.theme import DARK, LIGHT, Look
from ui.widgets.focus_ring import FocusRing

BLUE = QColor(LIGHT.focus)


@pytest.fixture
def window(qtbot):
    """Two buttons at known places on a white window with a ring, the first one focused."""
    made = QWidget()
    made.setStyleSheet("QWidget { background: white; border: 0; } QPushButton { background: #dddddd; }")
    made.resize(400, 300)
    qtbot.addWidget(made)
    for name, at in (("first", QRect(50, 50, 100, 40)), ("second", QRect(200, 200, 120, 50))):
        button = QPushButton("", made)
        button.setObjectName(name)
        button.setGeometry(at)
    FocusRing(made, Look(LIGHT))
    show(qtbot, made)
    focus(qtbot, made, "first")
    return made


def show(qtbot, window):
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def focus(qtbot, window, name):
    widget = window.findChild(QWidget, name)
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    return widget


def ringed(window, colour=BLUE) -> QRect:
    """The bounds of all that is painted in the colour of focus."""
    image = window.grab().toImage()
    spots = [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == colour]
    if not spots:
        return QRect()
    across, down = [x for x, _ in spots], [y for _, y in spots]
    return QRect(QPoint(min(across), min(down)), QPoint(max(across), max(down)))


def around(spot: QRect, room=4) -> QRect:
    return spot.adjusted(-room, -room, room, room)


def test_the_ring_is_two_pixels_thick_and_two_pixels_away(window):
    assert ringed(window) == around(QRect(50, 50, 100, 40))
    image = window.grab().toImage()
    assert [image.pixelColor(x, 70) == BLUE for x in range(44, 52)] == [False] * 2 + [True] * 2 + [False] * 4
    assert image.pixelColor(46, 46) != BLUE, "its corners are round"
    assert image.pixelColor(48, 70) == QColor("white")


def test_it_grows_with_zoom(qtbot):
    made = QWidget()
    made.setStyleSheet("background: black; border: 0;")
    made.resize(300, 200)
    qtbot.addWidget(made)
    field = QLineEdit(made)
    field.setObjectName("field")
    field.setGeometry(100, 80, 100, 40)
    FocusRing(made, Look(DARK, zoom=200))
    show(qtbot, made)
    focus(qtbot, made, "field")
    assert ringed(made, QColor(DARK.focus)) == around(QRect(100, 80, 100, 40), 8)


def test_it_follows_the_focus_and_leaves_with_it(window, qtbot):
    second = focus(qtbot, window, "second")
    assert ringed(window) == around(second.geometry())
    second.clearFocus()
    assert ringed(window).isNull()


def test_it_follows_what_is_moved_resized_hidden_and_shown(window):
    first = window.findChild(QWidget, "first")
    first.move(90, 120)
    assert ringed(window) == around(QRect(90, 120, 100, 40))
    first.resize(60, 30)
    assert ringed(window) == around(QRect(90, 120, 60, 30))
    window.findChild(QWidget, "second").hide()
    first.hide()
    assert ringed(window).isNull()


def test_it_moves_with_what_the_widget_lies_in(window, qtbot):
    box = QWidget(window)
    box.setGeometry(10, 100, 150, 100)
    field = QLineEdit(box)
    field.setObjectName("field")
    field.setGeometry(20, 20, 80, 30)
    box.show()
    focus(qtbot, window, "field")
    assert ringed(window) == around(QRect(30, 120, 80, 30))
    box.move(150, 50)
    assert ringed(window) == around(QRect(170, 70, 80, 30))
    moved = QWidget(window)
    moved.setGeometry(0, 200, 200, 100)
    moved.show()
    box.setParent(moved)
    box.show()
    box.move(0, 0)
    focus(qtbot, window, "field")
    moved.move(50, 150)
    assert ringed(window) == around(QRect(70, 170, 80, 30))


def test_it_lies_over_what_was_added_later(window, qtbot):
    cover = QWidget(window)
    cover.setGeometry(0, 0, 400, 150)
    cover.show()
    field = QLineEdit(cover)
    field.setObjectName("field")
    field.setGeometry(100, 60, 100, 30)
    field.show()
    focus(qtbot, window, "field")
    assert ringed(window) == around(QRect(100, 60, 100, 30))


@pytest.fixture
def scrolled(window, qtbot):
    """A field at 100 px down in a scroll area that shows 80 px at (50, 100)."""
    area = QScrollArea(window)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setGeometry(50, 100, 200, 80)
    inside = QWidget()
    inside.resize(200, 600)
    field = QLineEdit(inside)
    field.setObjectName("field")
    field.setGeometry(30, 100, 100, 40)
    area.setWidget(inside)
    area.show()
    focus(qtbot, window, "field")
    return area


def test_in_a_scroll_area_it_is_cut_where_the_widget_is_cut(window, scrolled):
    bar = scrolled.verticalScrollBar()
    bar.setValue(90)
    assert ringed(window) == around(QRect(80, 110, 100, 40))
    bar.setValue(120)
    assert ringed(window) == QRect(QPoint(76, 100), QPoint(183, 123)), "open at the top"
    bar.setValue(40)
    assert ringed(window) == QRect(QPoint(76, 156), QPoint(183, 179)), "open at the bottom"
    bar.setValue(300)
    assert ringed(window).isNull()
    bar.setValue(90)
    assert ringed(window) == around(QRect(80, 110, 100, 40))


def test_a_widget_as_wide_as_its_scroll_area_keeps_the_ring_on_both_sides(window, scrolled):
    window.findChild(QWidget, "field").setGeometry(0, 100, 200, 40)
    scrolled.verticalScrollBar().setValue(100)
    assert ringed(window) == around(QRect(50, 100, 200, 40))


def test_at_the_edge_of_the_window_the_ring_comes_in(window):
    window.findChild(QWidget, "first").setGeometry(0, 0, 400, 300)
    assert ringed(window) == window.rect()


def test_a_list_has_it_around_the_view_and_a_widget_with_its_own_mark_has_none(window, qtbot):
    seen = QListWidget(window)
    seen.setObjectName("list")
    seen.setGeometry(20, 120, 150, 100)
    seen.show()
    focus(qtbot, window, "list")
    assert ringed(window) == around(QRect(20, 120, 150, 100))
    window.findChild(QWidget, "first").setFocus()
    seen.setProperty("ownFocus", True)
    focus(qtbot, window, "list")
    assert ringed(window).isNull()
    seen.setProperty("ownFocus", False)  # its last item is gone, and the mark with it
    assert ringed(window) == around(QRect(20, 120, 150, 100))


def test_clicks_go_through_it_and_tab_never_stops_at_it(window, qtbot):
    ring = window.findChild(FocusRing)
    assert ring.isVisible()
    assert window.childAt(QPoint(47, 70)) is None, "the ring is there, and the window gets the click"
    stops = set()
    for _ in range(5):
        stops.add(window.focusWidget().objectName())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert stops == {"first", "second"}


def test_it_outlives_the_widget_it_was_around_and_dies_with_its_window(window, qtbot):
    window.findChild(QWidget, "first").deleteLater()
    qtbot.waitUntil(lambda: window.findChild(QWidget, "first") is None)
    focus(qtbot, window, "second")
    assert ringed(window) == around(QRect(200, 200, 120, 50))


def test_the_focus_of_another_window_is_not_its_business(window, qtbot):
    other = QLineEdit()
    qtbot.addWidget(other)
    show(qtbot, other)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert ringed(window).isNull()
