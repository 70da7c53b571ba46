"""The forms of the papers: what comes back fits the file, and nothing of the pair's own is taken (R22, R60 to R62)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.documents.registry import ALL_KINDS
from mentordesk.domain import conversation_slip, fit_form, goal_form, logbook_form, talk_form
from mentordesk.domain.application_form import APPLICATION_FORM, KEPT_BY
from mentordesk.domain.fields import ChoiceField
from mentordesk.domain.forms import AnswerKind
from mentordesk.domain.ids import PairId
from mentordesk.domain.logbooks import KEPT
from mentordesk.domain.pairs import Side

TODAY = date(2026, 11, 23)
FORMS = {kind.key: kind.form for kind in ALL_KINDS if kind.form is not None}


def test_each_choice_of_the_application_is_read_by_the_field_that_keeps_it():
    for name, field in KEPT_BY.items():
        for option in APPLICATION_FORM.field(name).options:
            value = field.parse(option.key, TODAY)
            told = value if isinstance(value, str) else {True: "yes", False: "no"}[value]
            assert told == option.key, name


def test_the_application_offers_every_value_of_a_choice():
    for name, field in KEPT_BY.items():
        if isinstance(field, ChoiceField):
            offered = [option.key for option in APPLICATION_FORM.field(name).options]
            assert offered == [value for value, _, _ in field.choices.options]


def test_of_a_conversation_slip_and_logbook_take_what_the_file_holds_and_no_more():
    """R60: the columns of the promise, the check-out only where it is shared."""
    columns = {fact.column for fact in KEPT}
    shared = {field.name for field in conversation_slip.SHARED_FIELDS}
    of_each = {field.name for field in conversation_slip.KEPT_FIELDS}
    assert of_each | {"worth_meeting_again"} == columns
    assert shared == {"topic", "share_topic", "worth_meeting_again", "share_check_out"}

    taken = {field.name.rpartition(".")[2] for field in logbook_form.LOGBOOK_FORM.fields if field.taken}
    assert taken == of_each


def test_no_field_with_room_for_the_pair_s_own_words_is_taken_from_logbook_or_talk():
    for form, beginning in ((logbook_form.LOGBOOK_FORM, "page."), (talk_form.TALK_FORM, "notes.")):
        own = [field for field in form.fields if field.name.startswith(beginning)]
        assert own
        assert not any(field.taken for field in own)
        assert [field.name for field in form.fields if not field.taken] == [field.name for field in own]


@pytest.mark.parametrize("form", [conversation_slip, goal_form], ids=["slip", "goals"])
def test_what_is_shared_hangs_on_a_box_of_the_same_form(form):
    whole = FORMS["conversation-slip" if form is conversation_slip else "goal-document"]
    names = {field.name.rpartition(".")[2]: field for field in whole.fields}
    for told, box in form.ONLY_WITH.items():
        assert told in names
        assert names[box].kind is AnswerKind.TICK


def test_a_topic_is_as_short_as_the_promise_says():
    assert conversation_slip.CONVERSATION_SLIP.field("entry.1.topic").longest == 120


@given(pair=st.uuids().map(str), side=st.sampled_from(Side))
def test_a_fit_form_tells_whose_answer_it_is(pair, side):
    assert fit_form.whose(fit_form.about(PairId(pair), side)) == (pair, side)


@given(st.text())
def test_no_other_text_tells_a_side(text):
    found = fit_form.whose(text)
    assert found is None or fit_form.about(*found) == text


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_names_of_fields_stand_for_themselves(form):
    """A program that rewrites a file's fields makes a tree of names with dots: none may be the beginning of another."""
    names = {field.name for field in form.fields}
    assert not [name for name in names if any(other.startswith(f"{name}.") for other in names)]
