"""What may be attached, and what is refused with which sentence (trust 5.6, faults 56 and 66)."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentordesk.domain.attachments import (
    ALL_BYTES,
    ENDINGS,
    FILE_BYTES,
    MUCH_BYTES,
    check_together,
    checked_file,
)
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from tests.domain.attached_files import PDF, REFUSED, TAKEN


def sentence(no):
    return catalog("en").say(no.value.message)


@pytest.mark.parametrize(("name", "content", "kept"), TAKEN)
def test_a_file_is_kept_under_its_name_without_any_path(name, content, kept):
    assert checked_file(name, content).name == kept


@pytest.mark.parametrize(("name", "content", "said"), REFUSED)
def test_a_file_is_refused_with_a_sentence_that_says_why(name, content, said):
    with pytest.raises(Refused) as no:
        checked_file(name, content)

    assert said in sentence(no)
    assert not any(mark in sentence(no) for mark in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(st.text(), st.sampled_from(["", *(f".{ending}" for ending in ENDINGS)]), st.binary(max_size=40) | st.just(PDF))
@example("\ud800", ".pdf", PDF)
def test_whatever_it_is_called_it_is_taken_with_a_plain_name_or_refused(stem, ending, content):
    try:
        file = checked_file(stem + ending, content)
    except Refused:
        return
    assert not set("/\\\0\n\u202e") & set(file.name)
    assert file.ending in ENDINGS


def test_one_that_is_too_large_is_refused_and_one_that_is_just_so_is_taken():
    assert checked_file("cv.pdf", PDF.ljust(FILE_BYTES)).ending == "pdf"
    with pytest.raises(Refused) as no:
        checked_file("cv.pdf", PDF.ljust(FILE_BYTES + 1))
    assert "larger than 10 MB" in sentence(no)


def test_all_together_are_said_to_be_much_before_they_are_too_much():
    assert check_together(MUCH_BYTES - 2, 1) is None
    much = check_together(MUCH_BYTES - 1, 1)
    assert much is not None
    assert "100 MB together; 200 MB is the most" in catalog("en").say(much)
    assert check_together(ALL_BYTES - 1, 1) is not None
    with pytest.raises(Refused) as no:
        check_together(ALL_BYTES, 1)
    assert "may weigh 200 MB" in sentence(no)
