"""Every view and every form of the page, in every language and at twice the size: nothing cut, all named, Tab on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.programme.conftest import CTRL
from tests.ui.walking import cut, round_by_tab, unnamed
from ui.programme.views import VIEWS

DIGITS = range(1, len(VIEWS) + 1)


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["nb", "sv", "en"])
def test_nothing_is_cut_and_all_is_named(shown, speak, code, zoom):
    speak(code)
    one = shown(zoom=zoom)
    one.page.resize(1084 if zoom == 100 else 1150, 770)
    found = {}
    for digit in DIGITS:
        one.view(digit)
        found[VIEWS[digit - 1].key] = cut(one.page) + unnamed(one.page)
        one.press(Qt.Key.Key_N, CTRL)
        found[f"{VIEWS[digit - 1].key} with its form"] = cut(one.page) + unnamed(one.page)

    assert {key: texts for key, texts in found.items() if texts} == {}


@pytest.mark.parametrize("digit", DIGITS)
def test_tab_comes_round(shown, digit):
    one = shown()
    view = one.view(digit)
    begun = QApplication.focusWidget()
    been = {begun, *round_by_tab(one.page)}

    assert one.page.findChild(object, f"{VIEWS[digit - 1].key}View") in been
    assert any(view.isAncestorOf(each) for each in been)
    assert len(been) >= 2
