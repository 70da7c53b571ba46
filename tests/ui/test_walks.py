"""Every tab, in every language: each control has a name, Tab comes round, and nothing is cut at twice the size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.walking import cut, round_by_tab, unnamed
from ui.rail_tab import RAIL_TABS

KEYS = [tab.key for tab in RAIL_TABS]
LANGUAGES = ["nb", "sv", "en"]


@pytest.fixture
def at_tab(program_in, calm, matched_example):
    """The window over an approved example, at a tab."""

    def make(key: str, code: str, zoom: int = 100):
        program = program_in(code, zoom=zoom)
        program.open_path(matched_example)
        calm(program)
        program.workplace.show_tab(key)
        calm(program)
        return program

    return make


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_control_has_a_name(at_tab, calm, code):
    program = at_tab(KEYS[0], code)
    found = {}
    for key in KEYS:
        program.workplace.show_tab(key)
        calm(program)
        found[key] = unnamed(program.window)

    assert {key: missing for key, missing in found.items() if missing} == {}


def test_the_start_page_names_its_controls_and_lets_tab_through(program_in, calm):
    program = program_in("nb")
    calm(program)

    assert unnamed(program.window) == []
    assert len(round_by_tab(program.window)) >= 5


@pytest.mark.parametrize("key", KEYS)
def test_tab_comes_round_on_every_page(at_tab, key):
    program = at_tab(key, "en")
    program.workplace.rail.findChild(object, f"tab_{key}").setFocus(Qt.FocusReason.TabFocusReason)
    been = round_by_tab(program.window)

    assert len(been) >= 5
    assert any(program.workplace.page.isAncestorOf(one) for one in been)
    QTest.keyClick(been[-1], Qt.Key.Key_Backtab)


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_cut(at_tab, calm, code, zoom):
    program = at_tab(KEYS[0], code, zoom)
    found = {}
    for key in KEYS:
        program.workplace.show_tab(key)
        calm(program)
        found[key] = cut(program.window)

    assert {key: texts for key, texts in found.items() if texts} == {}


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_cut_on_the_start_page(program_in, calm, code, zoom):
    program = program_in(code, zoom=zoom)
    calm(program)

    assert cut(program.window) == []
    program.welcome.show_form("nno")
    calm(program)
    assert cut(program.window) == []
