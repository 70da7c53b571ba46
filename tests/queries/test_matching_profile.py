"""What the matching weighs of one person is what it asks with, each fact with where it came from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mentordesk.actions.applications import ApplicationForm, take_application
from mentordesk.actions.chemistry import note_chemistry
from mentordesk.actions.dependences import record_dependence
from mentordesk.actions.editing import Edit, edit_participants
from mentordesk.actions.interviews import record_interview
from mentordesk.actions.wishes import choose_wishes
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.domain.templates import settings_as, settings_from
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.queries.matching import everybody
from mentordesk.queries.matching_profile import Lead, matching_profile
from mentordesk.queries.profile_ground import ground_over
from mentordesk.sample.rounds import write_example
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import ParticipationRecord, PersonRecord, ProgrammeRecord
from tests.queries.applicants import DAY, applied

NEUTRAL = "Not known: it counts neither for nor against."
say = catalog("en").say


@pytest.fixture
def there(store):
    return applied(store)


def profile(store, who):
    return matching_profile(store, who.id, today=DAY)


def facts(store, who):
    found = profile(store, who)
    return {fact.key: fact for fact in (*found.own, *found.facts)}


def said(fact):
    return [say(each) for each in fact.said]


def interviewed(store, who, **told):
    known = {"held_on": DAY, "interviewer": "Kari", "notes": "", "ratings": {}, "words": ("budget",)}
    known |= {"wishes": (), "vetoes": (), "today": DAY}
    return record_interview(store, participation=who.id, **(known | told))


def test_it_is_what_the_matching_asks_with(tmp_path):
    """Of everybody in the example: a fact that only one of the two knew would mislead."""
    write_example(tmp_path / "example.mentordesk")
    with open_store(tmp_path / "example.mentordesk") as store:
        with store.reading() as session:
            programme = session.query(ProgrammeRecord).first().id
        asked = everybody(store, programme, today=DAY)
        assert len(asked.mentees) > 20
        for one in (*asked.mentees[::4], *asked.mentors[::6]):
            with store.reading() as session:
                ground = ground_over(session, one.id, DAY)
            assert (ground.name, ground.area, ground.place, ground.care) == (one.name, one.area, one.place, one.care)
            assert ground.units == tuple(asked.unit_name(unit) for unit in one.line)
            assert (ground.level, ground.leadership_since) == (one.level, one.leadership_since)
            assert ground.words == (one.offers if one in asked.mentors else one.needs)
            assert ground.backgrounds == (one.backgrounds or ())
            assert ground.spoken == (one.spoken or ())
            assert dict(ground.traits) == dict(one.traits)
            assert tuple(wish.person for wish in ground.wishes) == one.wishes
            assert {wish.person for wish in ground.vetoes} == one.vetoes
            assert {each.other for each in ground.dependences} == set(one.dependent)
            assert (ground.findings, ground.excepted) == (one.findings, one.excepted)
            if one in asked.mentors:
                assert ground.places.left == one.places or one.away_until


def test_what_is_not_known_is_said_with_what_that_does(store, there):
    found = facts(store, there.mentees[0])

    assert said(found["backgrounds"]) == []
    assert say(found["backgrounds"].missing) == NEUTRAL
    assert say(found["unit"].missing) == "Not known: the rule cannot look at it."
    assert say(found["openness"].missing).startswith("Not rated in an interview")
    assert found["needs"].missing is None
    assert not found["wishes"].is_missing, "nobody must wish for anybody"
    assert (found["backgrounds"].lead, found["backgrounds"].field) == (Lead.OVERVIEW, "backgrounds")
    assert found["openness"].lead is Lead.INTERVIEW
    assert "capacity" not in found
    assert said(facts(store, there.mentors[0])["capacity"]) == ["1 of 1 place free"]


def test_each_fact_says_what_it_counts_in(store, there):
    found = facts(store, there.mentees[0])

    assert [say(each) for each in found["needs"].counts] == ["Development focus: weight 25"]
    assert [say(each) for each in found["spoken"].counts] == [
        "Practical matters: weight 5",
        "Rule: A language in common",
    ]


def test_what_counts_in_nothing_is_not_missed(store, there):
    mentee = there.mentees[0]
    before = profile(store, mentee).missing
    with store.changing(msg("light")) as session:
        record = session.get_one(ProgrammeRecord, there.programme)
        settings = settings_from(record.settings)
        matching = replace(settings.matching, weights={**settings.matching.weights, "background": 0})
        record.settings = settings_as(replace(settings, matching=matching))

    assert facts(store, mentee)["backgrounds"].counts == ()
    assert profile(store, mentee).missing == before - 1


def test_what_came_with_an_interview_leads_to_it(store, there):
    mentee, dear = there.mentees[0], there.mentors[0]
    first = interviewed(store, mentee, ratings={"openness": (4, "Asked twice.")}, wishes=[dear.person])
    found = facts(store, mentee)

    assert {key: found[key].source.interview for key in ("needs", "openness", "wishes")} == dict.fromkeys(
        ("needs", "openness", "wishes"), first
    )
    assert said(found["openness"]) == ["4 of 5"]
    assert found["structure"].source is None
    assert found["vetoes"].source is None


def test_a_later_change_by_hand_is_the_source_until_it_is_undone(store, there):
    mentee = there.mentees[0]
    first = interviewed(store, mentee)
    edit_participants(store, [Edit(mentee.id, "needs", ("rotas",))], today=DAY)

    source = facts(store, mentee)["needs"].source
    assert (source.interview, say(source.what)) == (None, "Edit Mentee 1")
    store.undo()
    assert facts(store, mentee)["needs"].source.interview == first


def test_the_other_persons_interview_is_nobody_elses_source(store, there):
    interviewed(store, there.mentees[1])

    assert facts(store, there.mentees[0])["needs"].source.interview is None


def test_what_came_with_the_application_says_so(store, there):
    values = {"given_name": "Ann", "family_name": "Ek", "backgrounds": ("surgery",)}
    id_ = take_application(store, programme=there.programme, values=values, form=ApplicationForm(heard_of="A friend"))
    found = {fact.key: fact for fact in matching_profile(store, id_, today=DAY).facts}

    assert found["backgrounds"].source.with_application
    assert not any(fact.source.with_application for fact in facts(store, there.mentees[0]).values() if fact.source)


def test_chemistry_dependence_and_names_nobody_bears_are_there(store, there):
    mentee, mentor = there.mentees[0], there.mentors[0]
    note_chemistry(store, mentee.id, mentor.id, 4)
    record_dependence(store, mentee.person, [mentor.person], on=date(2026, 11, 2), reason="Cousins")
    with store.changing(msg("list")) as session:
        session.get_one(ParticipationRecord, mentee.id).wishes = ["Ola Nord", "mentor 1"]
    choose_wishes(store, mentee.id, wishes=[mentor.person], vetoes=[])

    assert said(facts(store, mentee)["chemistry"]) == ["Mentor 1: 4"]
    assert said(facts(store, mentee)["dependence"])[0].startswith("Mentor 1, since")
    assert profile(store, mentee).unmet_names == ("Ola Nord",)


def test_whoever_has_not_said_what_she_speaks_speaks_what_she_reads(store, there):
    mentee = there.mentees[0]
    with store.changing(msg("language")) as session:
        session.get_one(PersonRecord, mentee.person).language = "sv"

    assert said(facts(store, mentee)["spoken"]) == ["Swedish"]


def test_somebody_who_takes_part_no_more_is_refused(store, there):
    with pytest.raises(Refused):
        matching_profile(store, ParticipationId("nobody"), today=DAY)
