"""A programme's own criteria are Fields: what each kind takes and refuses, and how two of one title are named."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.criteria import Criterion, Evidence, Measure, Standing, assess
from mentordesk.domain.own_criteria import MOST, NotedDayField, NotedNumberField, own_fields
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Wording

TODAY = date(2026, 11, 23)


def criterion(key, measure, role=Role.MENTEE, title="People led", **more):
    return Criterion(key, role, measure, Wording.everywhere(title), **more)


def field(measure):
    (made,) = own_fields([criterion("own_1", measure)])
    return made


def test_only_what_the_team_notes_as_a_value_is_a_field():
    kinds = {measure: own_fields([criterion("own_1", measure)]) for measure in Measure}
    assert {measure for measure, found in kinds.items() if found} == {Measure.OWN, Measure.NUMBER, Measure.DAY}


@pytest.mark.parametrize(
    ("cell", "value"),
    [("12", 12), (12.0, 12), ("0", 0), ("1", 1), ("ja", True), ("nej", False), (True, True), ("", None)],
)
def test_a_number_or_a_yes_or_no_is_taken(cell, value):
    found = field(Measure.NUMBER).parse(cell, TODAY)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("cell", ["many", "-1", str(MOST + 1), "2.5", "1e3", "2026-11-23"])
def test_what_is_no_number_is_refused_with_the_span(cell):
    with pytest.raises(Refused) as no:
        field(Measure.NUMBER).parse(cell, TODAY)
    assert f"“{cell}” is not a whole number from 0 to 9,999" in catalog("en").say(no.value.message)


@pytest.mark.parametrize(
    ("cell", "value"),
    [("2027-03-01", date(2027, 3, 1)), (date(2027, 3, 1), date(2027, 3, 1)), ("nei", False), ("yes", True)],
)
def test_a_day_that_may_lie_ahead_or_a_yes_or_no_is_taken(cell, value):
    assert field(Measure.DAY).parse(cell, TODAY) == value


def test_what_is_no_day_is_refused():
    with pytest.raises(Refused):
        field(Measure.DAY).parse("31.02.2026", TODAY)


@given(
    st.sampled_from([NotedNumberField, NotedDayField]),
    st.booleans(),
    st.integers(0, MOST),
    st.dates(date(1900, 1, 1), date(2099, 1, 1)),
    st.sampled_from(LanguageCode),
)
def test_every_answer_comes_back_as_it_went_out(kind, yes, number, day, code):
    made = kind("own_1", Wording.everywhere("Own"))
    for value in (yes, number if kind is NotedNumberField else day):
        again = made.parse(made.entry(value, catalog(code)), TODAY)
        assert (again, type(again)) == (value, type(value))


def test_of_two_with_one_title_each_names_its_role():
    both = own_fields(
        [
            criterion("a", Measure.NUMBER),
            criterion("b", Measure.DAY, Role.MENTOR),
            criterion("c", Measure.OWN, title="Other"),
        ]
    )
    assert [catalog("nb").say(each.title) for each in both] == ["People led (Adept)", "People led (Mentor)", "Other"]


def test_an_answer_counts_whatever_its_kind():
    asked = criterion("own_1", Measure.NUMBER, figure=5)
    standings = [
        assess(asked, Evidence(Role.MENTEE, answers={"own_1": answer}), TODAY).standing
        for answer in (5, 4, True, False)
    ]
    assert standings == [Standing.MET, Standing.NOT_MET, Standing.MET, Standing.NOT_MET]
