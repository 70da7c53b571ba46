"""Guides and checklists are edited without losing what was answered, and come back as the template has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.actions.guides import add_point, edit_point, move_point, remove_point, take_from_template
from mentordesk.actions.interviews import record_interview
from mentordesk.actions.introductions import tick
from mentordesk.actions.notices import take_notice
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.fields import TEXT_LENGTH
from mentordesk.domain.guides import Guide, Point, as_template, is_template, points_of
from mentordesk.domain.refusals import Refused
from mentordesk.domain.templates import template
from mentordesk.i18n.message import Wording
from mentordesk.queries.applications import application_of
from mentordesk.queries.guides import guide_table
from mentordesk.queries.interviews import empty_interview, interviews_of
from tests.counts import count
from tests.queries.applicants import DAY, applied
from tests.queries.small_programme import START

PAST = date(2026, 11, 2)
NEW = Point("", Wording(nb="Hva er vanskelig?", en="What is hard?"), Wording(nb="Spør to ganger."))


@pytest.fixture
def there(store):
    return applied(store)


def rows(store, programme, guide=Guide.MENTEES):
    return guide_table(store, programme, guide).rows


def titles(store, programme, guide=Guide.MENTEES):
    return [row.point.title.en for row in rows(store, programme, guide)]


def answered(store, who, **answers):
    told = {"held_on": DAY, "interviewer": "Kari", "notes": "", "ratings": {}, "words": None}
    return record_interview(store, participation=who.id, wishes=(), vetoes=(), today=DAY, answers=answers, **told)


def asked(form):
    return [(answer.title.en, answer.answer, answer.asked) for answer in form.answers]


def test_a_question_comes_last_and_is_asked_of_its_role_alone(store, there):
    key = add_point(store, there.programme, Guide.MENTEES, NEW)

    assert titles(store, there.programme)[-1] == "What is hard?"
    assert "What is hard?" not in titles(store, there.programme, Guide.MENTORS)
    form = empty_interview(store, there.mentees[0].id)
    assert (form.answers[-1].key, form.answers[-1].hint.nb) == (key, "Spør to ganger.")
    store.undo()
    assert "What is hard?" not in titles(store, there.programme)


def test_both_guides_and_the_introduction_have_keys_of_their_own(store):
    programme = create_programme(store, template_key="nu", name="NU", starts_on=START).id
    keys = [add_point(store, programme, guide, NEW) for guide in Guide]

    assert len(set(keys)) == 3


def test_a_question_is_moved_and_stays_at_the_end(store, there):
    first = rows(store, there.programme)[0].point
    was = titles(store, there.programme)

    move_point(store, there.programme, Guide.MENTEES, first.key, 1)
    assert titles(store, there.programme) == [was[1], was[0], *was[2:]]
    move_point(store, there.programme, Guide.MENTEES, first.key, 100)
    assert titles(store, there.programme) == [*was[1:], was[0]]


def test_what_nobody_answered_is_gone_and_what_somebody_did_stays_with_the_answer(store, there):
    first, second = (row.point for row in rows(store, there.programme)[:2])
    answered(store, there.mentees[0], **{first.key: "The rota"})
    remove_point(store, there.programme, Guide.MENTEES, first.key)
    remove_point(store, there.programme, Guide.MENTEES, second.key)

    (form,) = interviews_of(store, there.mentees[0].id)
    assert (first.title.en, "The rota", False) in asked(form)
    assert second.title.en not in [title for title, _, _ in asked(form)]
    assert first.title.en not in [title for title, _, _ in asked(empty_interview(store, there.mentees[1].id))]
    assert guide_table(store, there.programme, Guide.MENTEES).unasked == 1


def test_another_question_in_its_place_leaves_the_answer_with_the_old_words(store, there):
    first = rows(store, there.programme)[0].point
    answered(store, there.mentees[0], **{first.key: "The rota"})
    new = replace(first, title=NEW.title)
    key = edit_point(store, there.programme, Guide.MENTEES, new, anew=True)

    assert key != first.key
    assert titles(store, there.programme)[0] == "What is hard?"
    (form,) = interviews_of(store, there.mentees[0].id)
    assert asked(form)[0] == ("What is hard?", "", True)
    assert (first.title.en, "The rota", False) in asked(form)


def test_the_same_question_better_said_takes_the_answer_along(store, there):
    first = rows(store, there.programme)[0].point
    answered(store, there.mentees[0], **{first.key: "The rota"})
    edit_point(store, there.programme, Guide.MENTEES, replace(first, title=NEW.title), anew=False)

    (form,) = interviews_of(store, there.mentees[0].id)
    assert asked(form)[0] == ("What is hard?", "The rota", True)


def test_as_in_the_template_again(store, there):
    was = titles(store, there.programme)
    first, second = (row.point for row in rows(store, there.programme)[:2])
    answered(store, there.mentees[0], **{first.key: "The rota"})
    edit_point(store, there.programme, Guide.MENTEES, replace(first, title=NEW.title), anew=False)
    remove_point(store, there.programme, Guide.MENTEES, second.key)
    add_point(store, there.programme, Guide.MENTEES, NEW)
    assert not guide_table(store, there.programme, Guide.MENTEES).as_template

    take_from_template(store, there.programme, Guide.MENTEES)
    assert titles(store, there.programme) == was
    assert guide_table(store, there.programme, Guide.MENTEES).as_template
    (form,) = interviews_of(store, there.mentees[0].id)
    assert ("What is hard?", "The rota", False) in asked(form)


def test_a_point_of_the_introduction_stays_ticked_where_it_was(store):
    programme = create_programme(store, template_key="nu", name="NU", starts_on=START).id
    told = {"programme": programme, "appointing_manager": "", "takes_office_on": None, "known_on": PAST}
    first, second = (take_notice(store, values={"given_name": name, "family_name": "Ek"}, **told) for name in "ÅB")
    welcome, tasks = (row.point for row in rows(store, programme, Guide.INTRODUCTION)[:2])
    tick(store, first, welcome.key, on=PAST)
    for point in (welcome, tasks):
        remove_point(store, programme, Guide.INTRODUCTION, point.key)

    def items(who):
        return [row.key for row in application_of(store, who).introduction]

    assert items(first)[-1] == welcome.key
    assert tasks.key not in items(first)
    assert welcome.key not in items(second)


@pytest.mark.parametrize(
    ("point", "match"),
    [
        (replace(NEW, title=Wording(nb="  ")), "at least one language"),
        (replace(NEW, title=Wording(nb="x" * (TEXT_LENGTH + 1))), "characters"),
    ],
)
def test_a_point_without_words_or_with_too_many_is_refused(store, there, point, match):
    with pytest.raises(Refused, match=match):
        add_point(store, there.programme, Guide.MENTEES, point)


def test_one_that_was_taken_out_meanwhile_is_refused(store, there):
    first = rows(store, there.programme)[0].point
    remove_point(store, there.programme, Guide.MENTEES, first.key)
    for deed in (
        lambda: remove_point(store, there.programme, Guide.MENTEES, first.key),
        lambda: move_point(store, there.programme, Guide.MENTEES, first.key, 1),
        lambda: edit_point(store, there.programme, Guide.MENTEES, first, anew=False),
    ):
        with pytest.raises(Refused, match="meanwhile"):
            deed()


_USUAL = points_of(template("nno"), Guide.MENTEES)
_POINTS = st.lists(
    st.builds(
        Point,
        st.sampled_from([*(each.key for each in _USUAL), "mentees_1", "mentees_2"]),
        st.sampled_from([*(each.title for each in _USUAL), NEW.title]),
        asked=st.booleans(),
    ),
    unique_by=lambda each: each.key,
)


@settings(max_examples=count(200, 20_000))
@given(_POINTS, st.sets(st.sampled_from([*(each.key for each in _USUAL), "mentees_1"])))
def test_the_template_never_loses_an_answer_nor_gives_it_to_other_words(points, keys):
    """Of whatever list: what was answered is there once, in the words it was answered to."""
    found = as_template(tuple(points), _USUAL, frozenset(keys))

    assert is_template(found, _USUAL)
    assert len({each.key for each in found}) == len(found)
    words = {each.key: each.title for each in found}
    assert {each.key: words.get(each.key) for each in points if each.key in keys} == {
        each.key: each.title for each in points if each.key in keys
    }
