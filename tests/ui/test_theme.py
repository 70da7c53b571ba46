"""The contrast of every pair of tokens that can meet, computed as WCAG 2.1 does, against the promises of the look."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from ui.theme import CONTRAST, DARK, LIGHT, THEMES, ZOOMS, Look, ThemeName, Tokens, palette
from ui.widgets.chip import TONES
from ui.widgets.disc import disc_colour

GROUNDS = ("canvas", "surface", "raised", "soft", "select")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("tokens", "least"), [(LIGHT, 4.5), (DARK, 4.5), (CONTRAST, 7)])
def test_text_can_be_read_on_every_ground(tokens: Tokens, least: float):
    pairs = [("ink", ground) for ground in GROUNDS]
    pairs += [("ink_2", ground) for ground in ("canvas", "surface", "raised", "select")]
    pairs += [("accent", ground) for ground in ("canvas", "surface", "raised", "soft")]
    pairs += [("on_accent", "accent"), ("canvas", "ink"), ("bad", "surface"), ("bad", "canvas")]
    pairs += [(TONES[tone][0], TONES[tone][1]) for tone in TONES]
    found = {pair: contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) for pair in pairs}

    assert {pair: round(measured, 2) for pair, measured in found.items() if measured < least} == {}


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST])
def test_borders_icons_and_focus_can_be_seen(tokens: Tokens):
    seen = [("edge", ground) for ground in ("canvas", "surface")]
    seen += [("focus", ground) for ground in GROUNDS]
    seen += [("accent", ground) for ground in ("canvas", "surface", "raised")]
    found = {pair: contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) for pair in seen}

    assert {pair: round(measured, 2) for pair, measured in found.items() if measured < 3} == {}


def test_selection_differs_from_hover_and_ground():
    for tokens in THEMES.values():
        assert tokens.select not in {tokens.surface, tokens.raised}


def test_every_token_is_a_colour():
    for tokens in THEMES.values():
        assert all(QColor(colour).isValid() for colour in tokens)


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST])
def test_the_palette_leaves_no_role_of_text_to_qt(qapp, tokens: Tokens):
    made = palette(Look(tokens))
    said = {
        (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
        (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
        (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
    }

    for ink, ground in said:
        assert contrast(made.color(ink).name(), made.color(ground).name()) >= 4.5, ink


@pytest.mark.parametrize("name", ["Åse Ødegård", "Inga Ŋilas", "", "<b>x</b>", "李"])
def test_initials_can_be_read_in_their_circle(name: str):
    for tokens in (LIGHT, DARK, CONTRAST):
        assert contrast(tokens.ink, disc_colour(Look(tokens), name).name()) >= 4.5


def test_pixels_follow_the_zoom():
    assert [Look(LIGHT, zoom).px(8) for zoom in ZOOMS] == sorted(Look(LIGHT, zoom).px(8) for zoom in ZOOMS)
    assert Look(LIGHT, 200).px(8) == 16
    assert Look(LIGHT, 80).px(1) == 1
    assert Look(LIGHT, 80).px(0) == 0


def test_every_theme_that_can_be_chosen_has_a_title():
    from ui.theme import THEME_TITLES

    assert set(THEME_TITLES) == set(ThemeName)
