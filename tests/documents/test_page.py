"""Colours that can be read on paper, running titles that fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.documents.typesetting import page


def _contrast(rgb: page.Colour) -> float:
    """To white, as WCAG 2.2 counts it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


@given(st.integers(0, 0xFFFFFF))
def test_an_organisation_s_colour_can_be_read_on_paper(code: int) -> None:
    assert _contrast(page.accent(f"#{code:06X}")) >= 4.5


def test_a_colour_dark_enough_is_left_alone() -> None:
    assert page.accent("#7A1F5C") == page.colour("#7A1F5C")


@pytest.mark.parametrize("code", ["", "teal", "#12", "#GGGGGG", "#-1-1-1", "#1234567"])
def test_what_is_no_colour_gives_the_program_s_own(code: str) -> None:
    assert page.accent(code) == page.ACCENT


@pytest.mark.parametrize("ink", [page.INK, page.QUIET, page.ACCENT])
def test_all_text_is_dark_enough_for_a_laser_printer(ink: page.Colour) -> None:
    assert _contrast(ink) >= 6


def test_no_text_is_smaller_than_eight_and_a_half_points_and_running_text_is_eleven() -> None:
    styles = [value for value in vars(page).values() if isinstance(value, page.Style)]

    assert min(style.size for style in styles) >= 8.5
    assert page.TEXT.size == page.ITEM.size == page.PLAIN.size == 11
    assert page.TEXT.leading / page.TEXT.size == pytest.approx(1.35)
