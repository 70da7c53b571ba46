"""A block of cells through the clipboard, as Excel and its kin write it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.counts import count
from ui.tables.blocks import block_text, read_block

_CELL = st.text(st.sampled_from("aå\t\n\"' ;,=<") | st.characters(exclude_categories=["Cs"]), max_size=12).map(
    lambda text: text.replace("\r", "")
)


@settings(max_examples=count(200, 20_000), deadline=None)
@given(st.lists(st.lists(_CELL, min_size=1, max_size=5), max_size=5))
def test_what_is_copied_is_pasted_as_it_was(block):
    assert read_block(block_text(block)) == tuple(map(tuple, block))


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("", ()),
        ("Kari\tBerg\r\nPer\tLund\r\n", (("Kari", "Berg"), ("Per", "Lund"))),
        ('"Ward 2\nnight"\tKari', (("Ward 2\nnight", "Kari"),)),
        ('"She said ""no"""\tx', (('She said "no"', "x"),)),
        ('"Kari" Berg\tx', (('"Kari" Berg', "x"),)),
        ('5" pipe\t"', (('5" pipe', '"'),)),
        ("a\t\t\nb", (("a", "", ""), ("b",))),
        ("a\rb", (("a",), ("b",))),
        ("\n\nx", (("",), ("",), ("x",))),
        ('"a\r\nb"', (("a\nb",),)),
    ],
)
def test_blocks_of_other_programs_are_read_right(text, block):
    assert read_block(text) == block


@pytest.mark.parametrize(
    "text", ['"' * 200_001, '"\t' * 100_000, '"a b\t' * 60_000, "\t" * 200_000, '"' + "x\t" * 100_000]
)
def test_a_hostile_clipboard_takes_no_longer_than_its_length(text):
    began = time.process_time()
    read_block(text)
    assert time.process_time() - began < 2
