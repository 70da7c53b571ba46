"""No text is cut: at 200 % on a small screen, in every language, with long buttons."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.ui.today.conftest import FIRST_DAY, SPRING
from tests.ui.today.reading import shape_at, tasks
from ui.theme import DARK, LIGHT, Look
from ui.today.rows import Line
from ui.wearing import wear

FILES = (("pairs", SPRING), ("pairs", FIRST_DAY), ("example", FIRST_DAY))
CASES = [
    *((code, DARK, 200, file, day) for code in ("nb", "sv", "en") for file, day in FILES),
    ("sv", LIGHT, 100, "pairs", SPRING),
    ("nb", LIGHT, 150, "example", FIRST_DAY),
]


@pytest.mark.parametrize(("code", "tokens", "zoom", "file", "day"), CASES)
def test_no_text_is_cut(code, tokens, zoom, file, day, request, today_page, speak, qapp):
    speak(code)
    look = Look(tokens, zoom)
    wear(qapp, look)
    page = today_page(request.getfixturevalue(file), day, look=look, size=(1180, 700))
    view = tasks(page)
    for place, row in enumerate(view.tasks.rows):
        if isinstance(row, Line):
            assert_row_fits(view, shape_at(page, place))
    assert_labels_fit(page)
    page._go_to_standing()
    assert_labels_fit(page)


def assert_labels_fit(page):
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.heightForWidth(label.width()) <= label.height() + 1, label.text()
            assert label.wordWrap() or label.sizeHint().width() <= label.width() + 1, label.text()
    for button in page.findChildren(QAbstractButton):
        assert not button.isVisible() or button.sizeHint().width() <= button.width() + 1, button.text()


def assert_row_fits(view, shape):
    shaper, width = view.tasks.shaper, view.row_width()
    edge = shape.button.box.left() if shape.beside else width
    for each, wrapper in ((shape.lines, shaper.body), (shape.rule, shaper.small)):
        for line in each:
            end = shape.text_left + line[-1].left + wrapper.width(line[-1].text, strong=line[-1].strong)
            assert end <= edge, line
    assert shaper.body.width(shape.button.text) < shape.button.box.width()
    assert shape.button.box.right() <= width
    assert shaper.small.width(shape.due.text, strong=True) <= shape.due.box.width() + 1
    assert max(box.bottom() for box in (shape.button.box, shape.due.box, shape.disc)) < shape.height
    if shape.link is not None:
        assert shaper.body.width(shape.link.text, strong=True) <= shape.link.box.width()
