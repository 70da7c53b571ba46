"""Whose form a paper is: signed with the file's key, and told by a code that a person can type."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.form_identity import FormIdentity, Origin, code_of, read_stamp, stamp, typed_code
from tests.counts import count

FILE, OTHER = "019a0000-0000-7000-8000-000000000001", "019a0000-0000-7000-8000-000000000002"
OURS = FormIdentity("goal-document", 2, "programme", "pair", "words")
ids = st.text("0123456789abcdef-", max_size=36)
identities = st.builds(FormIdentity, st.text("abc-", min_size=1), st.integers(1, 9_999), ids, ids, ids)


@given(identities, ids)
def test_what_is_stamped_is_read_again_and_only_with_the_file_s_own_key(identity: FormIdentity, file_id: str) -> None:
    made = stamp(identity, file_id)
    assert read_stamp(made.hidden, file_id) == (Origin.OURS, identity)
    assert read_stamp(made.hidden, file_id + "x") == (Origin.OTHER_FILE, identity)
    assert stamp(identity, file_id) == made
    assert made.hidden.endswith(made.code)


@pytest.mark.parametrize(
    "changed",
    [
        replace(OURS, kind="contract"),
        replace(OURS, version=3),
        replace(OURS, programme="other"),
        replace(OURS, about="other"),
        replace(OURS, wording=""),
    ],
)
def test_a_form_that_was_changed_on_its_way_is_not_ours(changed: FormIdentity) -> None:
    hidden = stamp(OURS, FILE).hidden.rpartition(";")[2]
    forged = stamp(changed, OTHER).hidden.rpartition(";")[0] + ";" + hidden
    assert read_stamp(forged, FILE) == (Origin.OTHER_FILE, changed)


@pytest.mark.parametrize(
    "text", ["", ";", ";;;;;;", "2;a;1;;;;ABCDE-FGHJK", "1;a;x;;;;K", "1;a;²;;;;K", "1;a;12345;;;;K"]
)
def test_any_other_text_is_foreign(text: str) -> None:
    assert read_stamp(text, FILE) == (Origin.FOREIGN, None)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert read_stamp(text, FILE)[0] is not Origin.OURS


def test_thousands_of_forms_have_thousands_of_codes() -> None:
    many = count(2_000, 200_000)
    assert len({code_of(replace(OURS, about=str(number)), FILE) for number in range(many)}) == many


@pytest.mark.parametrize(
    "mangle", [str.lower, lambda code: code.replace("-", " "), lambda code: f" {code[:3]} {code[3:]} "]
)
def test_a_code_may_be_typed_as_people_type(mangle) -> None:
    code = code_of(OURS, FILE)
    assert typed_code(mangle(code)) == code


def test_signs_that_are_misread_are_mended_and_others_refused() -> None:
    assert typed_code("OIL00-11111") == "01100-11111"
    assert typed_code("ABCDE-FGHJ") is None
    assert typed_code("ABCDE-FGHJU") is None
    assert typed_code("") is None
