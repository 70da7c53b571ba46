"""An empty page keeps its words whole where there is little room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import LIGHT, Look
from ui.wearing import wear
from ui.widgets.empty_page import EmptyPage, WayOn


@pytest.mark.parametrize(("height", "has_picture"), [(320, False), (900, True)])
def test_the_picture_goes_before_the_words_do(qapp, qtbot, height, has_picture):
    look = Look(LIGHT, 200)
    wear(qapp, look)
    ways_on = (WayOn("Clear the filter", lambda: None, "clear"),)
    page = EmptyPage(look, picture="filter", heading="No one matches “åg”", text="It holds 92.", ways_on=ways_on)
    around = QWidget()
    qtbot.addWidget(around)
    page.setParent(around)
    page.resize(900, height)
    around.show()
    picture, heading, *_ = page.findChildren(QLabel)
    assert picture.isVisible() is has_picture
    assert heading.height() >= heading.heightForWidth(heading.width())
