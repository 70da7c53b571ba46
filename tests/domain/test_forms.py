"""A form's fields: named once, for paper, reader and change alike."""

from __future__ import annotations

import pytest

from mentordesk.domain.forms import AnswerKind, Form, FormField, Option, rows
from mentordesk.i18n.message import msg

NAME = FormField("name", msg("Mentee"))
DUE = FormField("due", msg("Date"), AnswerKind.DAY)


def test_rows_repeat_their_fields_under_numbered_names() -> None:
    assert [field.name for field in rows("goal", (DUE, NAME), 2)] == [
        "goal.1.due",
        "goal.1.name",
        "goal.2.due",
        "goal.2.name",
    ]


@pytest.mark.parametrize("name", ["", "Name", "navn på", "a..b", ".a", "a.", "å", "a b", "1a"])
def test_a_name_that_is_no_key_is_a_mistake_of_ours(name: str) -> None:
    with pytest.raises(AssertionError):
        FormField(name, msg("Mentee"))


def test_a_choice_has_answers_and_nothing_else_has() -> None:
    answers = (Option("yes", msg("Yes")),)
    with pytest.raises(AssertionError):
        FormField("fit", msg("Mentee"), AnswerKind.ONE_OF)
    with pytest.raises(AssertionError):
        FormField("fit", msg("Mentee"), AnswerKind.TEXT, answers)
    assert FormField("fit", msg("Mentee"), AnswerKind.ONE_OF, answers).options == answers


def test_a_form_knows_its_fields_and_its_earlier_versions() -> None:
    first = Form("goal-document", 1, (NAME,))
    form = Form("goal-document", 2, (NAME, DUE), earlier=(first,))
    assert form.field("due") is DUE
    assert form.of_version(1) is first
    assert form.of_version(2) is form
    assert form.of_version(3) is None
    with pytest.raises(KeyError):
        form.field("other")
    with pytest.raises(AssertionError):
        Form("goal-document", 1, (NAME, NAME))
