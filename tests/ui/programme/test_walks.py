"""Every view and every form of the page, in every language and at twice the size: nothing cut, all named, Tab on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.programme.conftest import CTRL
from tests.ui.walking import cut, round_by_tab, unnamed
from ui.programme.views import VIEWS

KEYS = [entry.key for entry in VIEWS]


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["nb", "sv", "en"])
def test_nothing_is_cut_and_all_is_named(shown, speak, code, zoom):
    speak(code)
    one = shown(zoom=zoom)
    one.page.resize(1084 if zoom == 100 else 1150, 770)
    found = {}
    for key in KEYS:
        one.view(key)
        found[key] = cut(one.page) + unnamed(one.page)
        one.press(Qt.Key.Key_N, CTRL)
        found[f"{key} with its form"] = cut(one.page) + unnamed(one.page)

    assert {key: texts for key, texts in found.items() if texts} == {}


@pytest.mark.parametrize("key", KEYS)
def test_tab_comes_round(shown, key):
    one = shown()
    view = one.view(key)
    begun = QApplication.focusWidget()
    been = {begun, *round_by_tab(one.page)}

    assert one.page.findChild(object, f"{key}View") in been
    assert any(view.isAncestorOf(each) for each in been)
    assert len(been) >= 2
