"""Plans on paper, and a page for each of a pair: only what may be shared, in the reader's language, noted once."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.actions.matching import (
    CriteriaException,
    approve,
    copy_scenario,
    lock_pair,
    print_comparison,
    print_pair_list,
    print_why_you_two,
    weigh_scenario,
)
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.domain.scenarios import OwnSettings
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.matching.scores import explain
from mentordesk.queries.plan_list import planned_pairs, planned_pairs_as_list
from mentordesk.queries.plan_papers import reasons_to_share, why_papers
from mentordesk.storage.records import ChemistryRecord, DocumentRecord, PersonRecord
from tests.counts import count
from tests.documents.reading import plain
from tests.matching.people import random_question
from tests.queries.applicants import DAY, applied, planned
from tests.queries.small_programme import add, change

WAIVED = CriteriaException("a trial", "Kari")
ENGLISH = LanguageCode.EN


def approved(store, there):
    planned(store, there.programme, "Calm")
    return approve(store, programme=there.programme, scenario="Calm", today=DAY, by="Kari", exception=WAIVED)


def noted(store):
    with store.reading() as session:
        return sorted((each.kind, each.file_name) for each in session.query(DocumentRecord))


def test_the_pair_list_of_a_plan_is_printed_and_nobody_is_noted_as_told(store, tmp_path):
    there = applied(store, mentees=4, mentors=3)
    planned(store, there.programme, "Calm")
    before = len(store.history())

    paper = print_pair_list(
        store, programme=there.programme, scenario=" Calm ", folder=tmp_path / "new", made_on=DAY, language=ENGLISH
    )

    text = plain(paper.path.read_bytes())
    assert paper.path.name == "Pair list - Calm.pdf"
    assert "3 of 4 mentees have a mentor." in text
    assert all(f"Mentee {number}" in text for number in range(1, 5))
    assert (noted(store), len(store.history())) == ([], before)


def test_the_list_holds_what_the_plan_does_before_and_after_its_approval(store):
    there = applied(store, mentees=3, mentors=3)
    planned(store, there.programme, "Calm")
    lock_pair(store, programme=there.programme, scenario="Calm", mentee=there.mentees[0].id, mentor=there.mentors[1].id)
    _, found = planned(store, there.programme, "Calm")
    before = planned_pairs(store, there.programme, "Calm")

    assert {seat.mentee.id: seat.mentor.id for seat in before.seats} == found.mentor_of
    assert {seat.mentee.id: seat.points for seat in before.seats} == {pair.mentee: pair.score for pair in found.pairs}
    assert [seat.mentee.id for seat in before.seats if seat.locked] == [there.mentees[0].id]
    assert {seat.mentee.id for seat in before.seats if seat.weak} == {p.mentee for p in found.pairs if p.weak}

    approve(store, programme=there.programme, scenario="Calm", today=DAY, by="Kari", exception=WAIVED)

    after = planned_pairs(store, there.programme, "Calm")
    assert (before.approved_on, after.approved_on is not None) == (None, True)
    assert after.seats == before.seats
    assert [column.key for column in planned_pairs_as_list(after).columns][-2:] == ["mentee_id", "mentor_id"]


def test_plans_side_by_side_are_printed(store, tmp_path):
    there = applied(store)
    planned(store, there.programme, "Calm")
    copy_scenario(store, programme=there.programme, name="Calm", copy="Bold")
    weigh_scenario(store, programme=there.programme, name="Bold", own=OwnSettings({"wishes": 45}))
    lock_pair(store, programme=there.programme, scenario="Bold", mentee=there.mentees[0].id, mentor=there.mentors[1].id)
    planned(store, there.programme, "Bold")

    paper = print_comparison(
        store,
        programme=there.programme,
        scenarios=["Calm", "Bold"],
        folder=tmp_path,
        made_on=DAY,
        language=ENGLISH,
    )

    text = plain(paper.path.read_bytes())
    assert "Weight of Wishes of both sides" in text
    assert "2 of 4 mentees are with the same mentor in all of these plans." in text
    assert noted(store) == []


def test_more_plans_than_fit_are_refused(store, tmp_path):
    there = applied(store)

    with pytest.raises(Refused, match="side by side"):
        print_comparison(
            store,
            programme=there.programme,
            scenarios=list("abcdefg"),
            folder=tmp_path,
            made_on=DAY,
            language=ENGLISH,
        )


def test_everybody_in_a_running_pair_gets_a_page_in_her_own_language(store, tmp_path):
    there = applied(store, mentees=2, mentors=2)
    change(store, PersonRecord, there.mentees[0].person, language=LanguageCode.SV)
    change(store, PersonRecord, there.mentors[0].person, language=LanguageCode.EN)
    made = approved(store, there)
    before = len(store.history())

    printed = print_why_you_two(store, programme=there.programme, folder=tmp_path, made_on=DAY)

    said = {paper.people: paper.languages for paper in printed.written}
    assert said == {
        ("Mentee 1",): (LanguageCode.SV,),
        ("Mentor 1",): (LanguageCode.EN,),
        ("Mentee 2",): (LanguageCode.NB,),
        ("Mentor 2",): (LanguageCode.NB,),
    }
    assert {paper.pair for paper in printed.written} == set(made.pairs)
    assert [paper.pages for paper in printed.written] == [1] * 4
    assert noted(store) == sorted(("why-you-two", paper.path.name) for paper in printed.written)
    assert len(store.history()) == before + 1
    mentors = next(paper for paper in printed.written if paper.people == ("Mentor 1",))
    text = plain(mentors.path.read_bytes())
    assert "You are the mentor of Mentee 1." in text
    assert "Mentee 1 needs topic 1; Mentor 1 offers it." in text


def test_before_the_approval_there_is_no_page_for_anybody(store, tmp_path):
    there = applied(store)
    planned(store, there.programme, "Calm")

    assert print_why_you_two(store, programme=there.programme, folder=tmp_path, made_on=DAY).written == ()


def test_a_page_is_weighed_as_the_plan_was_that_was_approved(store):
    there = applied(store, mentees=1, mentors=1)
    planned(store, there.programme, "Calm")
    only_practical = OwnSettings(dict.fromkeys(("focus", "background", "experience", "other_area"), 0))
    weigh_scenario(store, programme=there.programme, name="Calm", own=only_practical)
    approved(store, there)

    assert [page.content.reasons for page in why_papers(store, there.programme, made_on=DAY)] == [(), ()]


def test_what_was_told_in_confidence_is_on_no_page(store):
    there = applied(store, mentees=1, mentors=1)
    add(store, ChemistryRecord(mentee_id=there.mentees[0].id, mentor_id=there.mentors[0].id, points=5))
    approved(store, there)

    pages = why_papers(store, there.programme, made_on=DAY)

    assert [page.content.reader for page in pages] == [Role.MENTEE, Role.MENTOR]
    for page in pages:
        sentences = [catalog("en").say(reason) for reason in page.content.reasons]
        assert sentences == ["Mentee 1 needs topic 1; Mentor 1 offers it."]


@settings(max_examples=count(60, 2_000), deadline=None)
@given(st.integers(0, 2**20))
def test_a_page_tells_what_speaks_for_the_two_and_nothing_else(seed):
    asked = random_question(seed, 3, 3)
    for mentee in asked.mentees:
        for mentor in asked.mentors:
            explanation = explain(asked, mentee, mentor)
            told = [catalog("en").say(sentence) for sentence in reasons_to_share(explanation)]
            kept_back = [
                catalog("en").say(sentence)
                for reason in explanation.reasons
                if not reason.factor.shareable or reason.missing or 2 * reason.points < reason.most
                for sentence in reason.evidence
            ]
            assert not set(told) & set(kept_back)
            assert not [sentence for sentence in told if "No data" in sentence or "point" in sentence]


def test_a_folder_that_cannot_be_made_is_refused(store, tmp_path):
    there = applied(store)
    planned(store, there.programme, "Calm")
    (tmp_path / "file").write_text("mine")

    for folder in (tmp_path / "file", tmp_path / "file" / "deeper"):
        with pytest.raises(Refused):
            print_pair_list(
                store, programme=there.programme, scenario="Calm", folder=folder, made_on=DAY, language=ENGLISH
            )
    with suppress(Refused):
        print_pair_list(
            store, programme=there.programme, scenario="None", folder=tmp_path, made_on=DAY, language=ENGLISH
        )
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".pdf"] == []
