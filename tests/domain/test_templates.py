"""Templates: what the two source programmes say, and settings to plain values and back."""

from __future__ import annotations

import contextlib
import copy
import json
import tomllib
from dataclasses import fields, is_dataclass
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk import places
from mentordesk.domain.criteria import Measure, PaperKind
from mentordesk.domain.meetings import meeting_kind
from mentordesk.domain.people import Role
from mentordesk.domain.plain_values import JSON
from mentordesk.domain.programmes import (
    FACTOR_KEYS,
    RULE_KEYS,
    CostRule,
    Country,
    Intake,
    Mode,
    ProgrammeSettings,
    Timing,
)
from mentordesk.domain.template_names import TEMPLATES
from mentordesk.domain.templates import settings_as, settings_from, template
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Wording
from tests.counts import count
from tests.domain.settings_strategies import any_settings

both = pytest.mark.parametrize("key", TEMPLATES)


def test_the_norwegian_programme_is_as_its_source_says() -> None:
    nno = template("nno")
    assert (nno.intake, nno.months, nno.semesters, nno.capacity) == (Intake.COHORT, 18, 3, 32)
    assert (nno.country, nno.zone) == (Country.NORWAY, "Europe/Oslo")
    rule = nno.conversations
    assert (rule.mode, rule.rhythm_days, rule.length_minutes) == (Mode.DIGITAL, 21, 60)
    assert rule.first_contact is Role.MENTEE
    joint = {meeting.key: meeting for meeting in nno.meetings}
    assert {key: joint[key].days for key in ("start_up", "mid_term", "closing")} == {
        "start_up": 2,
        "mid_term": 1,
        "closing": 2,
    }
    for key in ("start_up", "mid_term", "closing"):
        assert joint[key].mode is Mode.PHYSICAL
        assert joint[key].place == "Oslo"
    assert joint["mentor_training"].audience == (Role.MENTOR,)
    assert joint["mentor_network"].timing is Timing.EACH_SEMESTER
    assert joint["mentor_network"].days == 1
    assert joint["pair_talk"].timing is Timing.PAIR_EACH_SEMESTER
    assert joint["pair_talk"].mode is Mode.DIGITAL
    assert [value.en for value in nno.values] == [
        "objectivity",
        "responsibility",
        "honesty",
        "trust",
        "confidentiality",
    ]


def test_the_norwegian_criteria_and_papers_are_those_of_the_source() -> None:
    demands = {
        role: [(c.measure, c.figure, c.paper) for c in template("nno").criteria if c.role is role] for role in Role
    }
    assert demands[Role.MENTOR] == [
        (Measure.LEADERSHIP_YEARS, 5, None),
        (Measure.LEADERSHIP_EDUCATION, 0, None),
        (Measure.BACKGROUND, 0, None),
        (Measure.PAPER, 0, PaperKind.CONFIRMATION),
        (Measure.TRAINED, 0, None),
        (Measure.PAPER, 0, PaperKind.BOOK),
    ]
    assert demands[Role.MENTEE] == [
        (Measure.IN_LEADERSHIP, 0, None),
        (Measure.NEW_IN_LEADERSHIP, 24, None),
        (Measure.OWN, 0, None),
        (Measure.PAPER, 0, PaperKind.MOTIVATION),
        (Measure.PAPER, 0, PaperKind.CONFIRMATION),
    ]


def test_the_swedish_programme_is_as_its_source_says() -> None:
    nu = template("nu")
    assert (nu.intake, nu.months, nu.capacity) == (Intake.ROLLING, 12, None)
    assert (nu.country, nu.zone) == (Country.SWEDEN, "Europe/Stockholm")
    rule = nu.conversations
    assert (rule.minimum, rule.length_minutes, rule.neutral_place) == (6, 120, True)
    assert rule.rhythm_days == 30
    assert rule.first_contact is Role.MENTOR
    assert nu.third_meeting_analysis
    assert nu.value_question
    assert nu.cost_rule is CostRule.OWN_UNITS
    assert [(m.kind, m.timing) for m in nu.meetings] == [("mentor_network", Timing.EACH_ROUND)]
    assert Measure.FIRST_LINE in {criterion.measure for criterion in nu.criteria}


def test_another_area_weighs_more_in_the_swedish_programme() -> None:
    nno, nu = template("nno").matching, template("nu").matching
    assert nu.weights["other_area"] > nno.weights["other_area"]
    assert nno.rules["same_unit"]
    assert nu.rules["same_unit"]


@both
def test_every_factor_has_a_weight_and_every_rule_a_switch(key: str) -> None:
    matching = template(key).matching
    assert set(matching.weights) == set(FACTOR_KEYS)
    assert sum(matching.weights.values()) == 100
    assert set(matching.rules) == set(RULE_KEYS)


@both
def test_every_text_is_there_in_three_languages(key: str) -> None:
    found = list(_wordings(template(key)))
    assert len(found) > 20
    for wording in found:
        for text in (wording.nb, wording.sv, wording.en):
            assert text.strip() == text, wording
            assert text, wording
            assert "{" not in text, "data has no placeholders"


@both
def test_nobody_is_named_before_the_coordinator_does(key: str) -> None:
    text = (places.RESOURCES / f"programmes/{key}.toml").read_text("utf-8")
    assert {signer.name for signer in template(key).signers} == {""}
    assert not any(name in text for name in ("Dønåsen", "Skarstein", "Mette", "Siv"))


@both
def test_meetings_last_as_long_as_their_kind_or_half_a_day(key: str) -> None:
    for meeting in template(key).meetings:
        length = (meeting.ends_at.hour - meeting.starts_at.hour) * 60
        assert length >= min(meeting_kind(meeting.kind).minutes, 180)


@both
def test_a_template_file_and_stored_settings_have_one_shape(key: str) -> None:
    with (places.RESOURCES / f"programmes/{key}.toml").open("rb") as file:
        written = tomllib.load(file)
    _assert_within(written, settings_as(template(key)), key)


def test_a_key_that_is_no_template_is_an_error() -> None:
    with pytest.raises(KeyError):
        template("../programmes/nno")


@settings(max_examples=count(40, 1_000), deadline=None)
@given(any_settings)
def test_settings_come_back_from_json_as_they_were(made: ProgrammeSettings) -> None:
    assert settings_from(json.loads(json.dumps(settings_as(made)))) == made


def test_times_are_read_as_people_write_them() -> None:
    assert template("nno").conversations.starts_at == time(14)
    assert settings_as(template("nno"))["conversations"]["starts_at"] == "14:00"  # type: ignore[index,call-overload]


def test_a_school_break_is_read_from_toml_and_from_json() -> None:
    nno = settings_as(template("nno"))
    (written,) = tomllib.loads("[[avoided]]\ntitle = { en = 'x' }\ndays = [2027-02-15, 2027-02-19]")["avoided"]
    read = settings_from({**nno, "avoided": [written]})

    assert read.avoided[0].days == (date(2027, 2, 15), date(2027, 2, 19))
    assert settings_from(json.loads(json.dumps(settings_as(read)))) == read


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (["colour"], "red", "colour:"),
        (["months"], 0, "months:"),
        (["months"], "18", "months:"),
        (["months"], True, "months:"),
        (["semesters"], 19, "semesters:"),
        (["capacity"], 0, "capacity:"),
        (["languages"], [], "languages:"),
        (["languages"], ["nb", "da"], "languages[1]:"),
        (["country"], "DK", "country:"),
        (["initiative"], {"fi": "x"}, "initiative:"),
        (["initiative"], "x", "initiative:"),
        (["purposes", 0, "nb"], 7, "purposes[0].nb:"),
        (["conversations", "rhythm_days"], 0, "conversations.rhythm_days:"),
        (["conversations", "starts_at"], "24:30", "conversations.starts_at:"),
        (["conversations", "starts_at"], "23:30", "conversations.starts_at:"),
        (["conversations", "dense"], 3, "conversations.dense:"),
        (["matching", "weights", "gender"], 5, "matching.weights.gender:"),
        (["matching", "weights", "focus"], 101, "matching.weights.focus:"),
        (["matching", "weights", "focus"], 2.5, "matching.weights.focus:"),
        (["matching", "rules", "age"], True, "matching.rules.age:"),
        (["matching", "rules", "capacity"], False, "matching.rules.capacity:"),
        (["matching", "floor"], float("nan"), "matching.floor:"),
        (["matching", "gap_years"], [5], "matching.gap_years:"),
        (["matching", "gap_years"], [15, 5], "matching.gap_years:"),
        (["criteria", 0, "measure"], "age", "criteria[0].measure:"),
        (["criteria", 0, "paper"], "contract", "criteria[0].paper:"),
        (["criteria", 1, "key"], "mentor_leadership_years", "criteria:"),
        (["meetings", 1, "kind"], "party", "meetings[1].kind:"),
        (["meetings", 1, "days"], 6, "meetings[1].days:"),
        (["meetings", 1, "timing"], "pair_each_semester", "meetings[1].timing:"),
        (["meetings", 1, "every_days"], 7, "meetings[1].every_days:"),
        (["meetings", 1, "ends_at"], "08:00", "meetings[1].ends_at:"),
        (["meetings", 6, "at_once"], 0, "meetings[6].at_once:"),
        (["meetings", 1, "at_once"], 2, "meetings[1].at_once:"),
        (["meetings", 2, "key"], "start_up", "meetings:"),
        (["deadlines", 0, "timing"], "each_round", "deadlines[0].timing:"),
        (["avoided", 0, "weeks"], [28, 54], "avoided[0].weeks:"),
        (["avoided", 0, "easter_week"], True, "avoided[0]:"),
        (["avoided", 2, "dates"], [[12, 24], [13, 1]], "avoided[2].dates:"),
        (["avoided", 0, "days"], ["2027-02-15", "2027-02-19"], "avoided[0]:"),
        (["avoided", 0], {"title": {"en": "x"}, "days": ["2027-02-19", "2027-02-15"]}, "avoided[0].days:"),
        (["avoided", 0], {"title": {"en": "x"}, "days": ["2027-02-19", "soon"]}, "avoided[0].days[1]:"),
    ],
)
def test_what_cannot_be_is_refused_and_its_place_named(path: list[str | int], value: JSON, place: str) -> None:
    plain = copy.deepcopy(settings_as(template("nno")))
    target: object = plain
    for step in path[:-1]:
        target = target[step]  # type: ignore[index]
    target[path[-1]] = value  # type: ignore[index]
    with pytest.raises(ValueError, match="^" + _escaped(place)):
        settings_from(plain)


@pytest.mark.parametrize("name", ["owner", "conversations", "matching", "meetings"])
def test_what_is_missing_is_named(name: str) -> None:
    plain = settings_as(template("nno"))
    del plain[name]
    with pytest.raises(ValueError, match=f"^{name}: is missing"):
        settings_from(plain)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=count(200, 2_000), deadline=None)
@given(data=st.data(), key=st.sampled_from(sorted(TEMPLATES)))
def test_whatever_stands_anywhere_gives_settings_or_a_value_error(data: st.DataObject, key: str) -> None:
    plain = copy.deepcopy(settings_as(template(key)))
    target: object = plain
    while True:
        steps = list(target) if isinstance(target, dict) else list(range(len(target)))  # type: ignore[arg-type]
        step = data.draw(st.sampled_from(steps))
        inner = target[step]  # type: ignore[index]
        if not isinstance(inner, (dict, list)) or not inner or data.draw(st.booleans()):
            target[step] = data.draw(json_values)  # type: ignore[index]
            break
        target = inner
    made = None
    with contextlib.suppress(ValueError):
        made = settings_from(plain)
    if made is not None:
        assert settings_from(settings_as(made)) == made


@both
def test_templates_speak_their_own_language_first(key: str) -> None:
    assert template(key).languages[0] is {"nno": LanguageCode.NB, "nu": LanguageCode.SV}[key]


def _wordings(thing: object) -> list[Wording]:
    if isinstance(thing, Wording):
        return [thing]
    if isinstance(thing, tuple):
        return [wording for item in thing for wording in _wordings(item)]
    if is_dataclass(thing):
        return [wording for field in fields(thing) for wording in _wordings(getattr(thing, field.name))]
    return []


def _assert_within(written: object, stored: object, place: str) -> None:
    """All that the file says stands in the stored form under the same name."""
    if isinstance(written, dict):
        assert isinstance(stored, dict), place
        for name, value in written.items():
            _assert_within(value, stored[name], f"{place}.{name}")
    elif isinstance(written, list):
        assert isinstance(stored, list), place
        for index, (one, other) in enumerate(zip(written, stored, strict=True)):
            _assert_within(one, other, f"{place}[{index}]")
    else:
        assert written == stored, place


def _escaped(place: str) -> str:
    return place.replace("[", r"\[").replace("]", r"\]")
