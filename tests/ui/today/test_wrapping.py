"""Lines of text: nothing is wider than its line, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.counts import count
from ui.today.wrapping import Run, Wrapper

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=80)


@pytest.fixture
def wrapper(look):
    return Wrapper(look.font(), look.font(strong=True))


def words(lines):
    return ["".join(piece.text for piece in line) for line in lines]


@settings(max_examples=count(100, 5_000), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(TEXTS, st.booleans()), max_size=3), st.integers(40, 400))
def test_no_line_is_too_wide_and_every_letter_is_there(wrapper, runs, width):
    lines = wrapper.lines([Run(text, strong) for text, strong in runs], width)

    for line in lines:
        for piece in line:
            one_letter = len(piece.text) == 1
            assert one_letter or piece.left + wrapper.width(piece.text, strong=piece.strong) <= width * 1.05 + 2
    expected = "".join("".join(text.split()) for text, _ in runs)
    assert "".join("".join(line.split()) for line in words(lines)) == expected


def test_a_line_changes_its_weight_without_touching(wrapper):
    ((strong, plain),) = wrapper.lines([Run("Inga Dilas", strong=True), Run("waits")], 1_000)

    assert (strong.text, plain.text) == ("Inga Dilas", "waits")
    assert plain.left > wrapper.width("Inga Dilas", strong=True)


def test_a_row_does_not_grow_without_end(wrapper):
    assert len(wrapper.lines([Run("word " * 10_000)], 300)) < 30
