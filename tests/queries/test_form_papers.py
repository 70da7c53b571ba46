"""Forms are issued with what the file knows on them, for whom they are, and come back as they were filled in."""

from __future__ import annotations

from datetime import date

import pytest

from mentordesk.actions.restricting import restrict
from mentordesk.documents.declared.form_kinds import FIT_FORM
from mentordesk.documents.declared.pair_kinds import CONTRACT
from mentordesk.documents.edition import Edition
from mentordesk.documents.typesetting.press import pdf
from mentordesk.domain.application_form import APPLICATION_FORM
from mentordesk.domain.form_identity import Origin, read_stamp
from mentordesk.domain.pairs import Side
from mentordesk.domain.people import LeadershipLevel, ParticipationStatus, Role
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.queries.documents import blank_logbook, papers
from mentordesk.queries.form_stamps import file_id_over
from mentordesk.queries.person_papers import NoPaper, Paper, person_papers
from mentordesk.queries.programme_papers import PROGRAMME_PAPERS, programme_papers
from mentordesk.storage.records import (
    ApplicationRecord,
    CallChannelRecord,
    CallRecord,
    FitQuestionRecord,
    NewManagerNoticeRecord,
    ParticipationRecord,
    PersonRecord,
)
from tests.documents.reading import plain
from tests.queries.small_programme import DAY, START, add, change, made
from tests.returned_forms import by_pikepdf, returned


@pytest.fixture
def small(store):
    return made(store, pairs=2)


def whose(store, stamp):
    with store.reading() as session:
        origin, identity = read_stamp(stamp.hidden, file_id_over(session))
    assert origin is Origin.OURS
    return identity


def words(ready, code="en", edition=Edition.PAPER):
    return plain(pdf(ready.document, [catalog(code)], edition).data)


def test_an_application_bears_what_is_known_of_her_and_is_hers(store, small):
    first, second = small.pairs
    change(
        store,
        PersonRecord,
        first.mentee_person,
        email="mentee.one@hospital.example",
        language=LanguageCode.SV,
        leadership_level=LeadershipLevel.MIDDLE,
        leadership_since=date(2026, 3, 1),
        leadership_education=False,
        backgrounds=["psychiatry", "addiction"],
    )
    change(store, ParticipationRecord, first.mentee, needs=["budgets", "conflicts"])
    add(store, CallRecord(programme_id=small.programme, texts={}, closes_on=date(2027, 5, 1)))
    channel = CallChannelRecord(programme_id=small.programme, name="The nurses’ journal")
    add(store, channel)
    add(store, ApplicationRecord(participation_id=first.mentee, channel_id=channel.id))

    one, other = person_papers(store, "application-form", (first.mentee, second.mentee), made_on=DAY)
    assert isinstance(one, Paper)
    assert isinstance(other, Paper)
    assert (one.people, one.languages, one.about) == (("Mentee 1",), (LanguageCode.SV,), first.mentee)
    assert other.languages == (LanguageCode.NB,), "the programme's own where hers is not known"
    identity = whose(store, one.ready.document.stamp)
    assert (identity.kind, identity.programme, identity.about) == ("application-form", small.programme, first.mentee)

    said = words(one.ready)
    for known in ("mentee.one@hospital.example", "Unit of Kull 1", "psychiatry; addiction", "budgets", "conflicts"):
        assert known in said
    assert said.count("The nurses’ journal") == 2, "as what she said, and among the channels of the call"
    assert said.count("☑") == 3, "language, level, education"
    assert "1 May 2027" in said


def test_a_form_comes_back_with_every_value_as_it_was_issued_and_filled_in(store, small, tmp_path):
    mentee = small.pairs[0].mentee
    change(store, PersonRecord, small.pairs[0].mentee_person, phone="22 04 33 04", leadership_education=True)
    (paper,) = person_papers(store, "application-form", (mentee,), made_on=DAY)
    assert isinstance(paper, Paper)
    issued = pdf(paper.ready.document, [catalog("nb")], Edition.SCREEN).data
    typed = {"letter": "Kjære dere", "title": "Seksjonsleder", "care_level": "primary", "informed": "yes"}
    (back,) = returned(tmp_path, by_pikepdf(issued, typed))

    assert back.read is not None
    assert typed.items() <= back.read.values.items()
    known = {"given_name": "Mentee", "family_name": "1", "phone": "22 04 33 04", "leadership_education": "yes"}
    assert known.items() <= back.read.values.items()


def test_a_new_manager_is_asked_from_when_and_by_whom_she_was_appointed(store):
    small = made(store, "nu", "Nya chefer", pairs=1)
    mentee = small.pairs[0].mentee
    add(
        store,
        NewManagerNoticeRecord(
            participation_id=mentee, known_on=START, takes_office_on=START, appointing_manager="Eva Lind"
        ),
    )
    (paper,) = person_papers(store, "application-form", (mentee,), made_on=DAY)
    assert "Eva Lind" in words(paper.ready)
    (of_cohort,) = person_papers(store, "application-form", (made(store, pairs=1).pairs[0].mentee,), made_on=DAY)
    assert "Newly appointed" not in words(of_cohort.ready)


def test_whoever_restricted_her_data_gets_none_and_the_reason_is_told(store, small):
    first, second = small.pairs
    restrict(store, first.mentee_person, reason="asked for", today=store.today())
    left, paper = person_papers(store, "confirmation-mentee", (first.mentee, second.mentee), made_on=DAY)
    assert isinstance(left, NoPaper)
    assert left.about == first.mentee
    assert "Mentee 1" in catalog("en").say(left.reason)
    assert isinstance(paper, Paper)


def test_a_confirmation_names_the_meetings_of_the_role_and_passes_over_the_other(store, small):
    pair = small.pairs[0]
    (mentor,) = person_papers(store, "confirmation-mentor", (pair.mentee, pair.mentor), made_on=DAY)
    (mentee,) = person_papers(store, "confirmation-mentee", (pair.mentee, pair.mentor), made_on=DAY)
    assert (mentor.about, mentee.about) == (pair.mentor, pair.mentee)
    of_mentor, of_mentee = words(mentor.ready), words(mentee.ready)
    for meeting in ("Start-up meeting", "Mid-term meeting", "Closing meeting"):
        assert meeting in of_mentor
        assert meeting in of_mentee
    for own in ("Mentor training", "Mentor network"):
        assert own in of_mentor
        assert own not in of_mentee
    assert "Where the mentor is retired" in of_mentee, "R70"


@pytest.mark.parametrize("kind", PROGRAMME_PAPERS)
def test_a_blank_form_is_nobody_s_and_comes_in_each_language_of_the_programme(store, small, kind):
    made_now = programme_papers(store, kind, small.programme, made_on=DAY)
    assert [paper.languages for paper in made_now] == [(LanguageCode.NB,), (LanguageCode.EN,)]
    assert {whose(store, paper.ready.document.stamp).about for paper in made_now} == {""}
    assert "Mentee 1" not in words(made_now[0].ready)


def test_each_of_a_pair_is_asked_alone_how_they_fit_in_her_own_language(store, small):
    pair = small.pairs[0]
    change(store, PersonRecord, pair.mentor_person, language=LanguageCode.SV)
    add(store, FitQuestionRecord(pair_id=pair.id, after_meeting=1, asked_on=DAY))
    mentee, mentor = papers(store, "fit-form", small.programme, made_on=DAY, only=pair.id)
    assert [(each.side, each.people, each.languages) for each in (mentee, mentor)] == [
        (Side.MENTEE, ("Mentee 1",), (LanguageCode.NB,)),
        (Side.MENTOR, ("Mentor 1",), (LanguageCode.SV,)),
    ]
    assert whose(store, mentee.content.stamp) != whose(store, mentor.content.stamp)
    assert words(FIT_FORM.ready(mentee.content)).count("☑") == 1, "after which conversation it is asked"


def test_the_slip_is_the_mentee_s_and_the_logbook_bears_the_days_of_the_plan(store, small):
    slip, _ = papers(store, "conversation-slip", small.programme, made_on=DAY)
    assert (slip.side, slip.people) == (Side.MENTEE, ("Mentee 1",))
    logbook, _ = papers(store, "logbook", small.programme, made_on=DAY)
    assert logbook.content.planned
    assert all(day >= DAY for day in logbook.content.planned)
    assert list(logbook.content.planned) == sorted(logbook.content.planned)
    blank, _ = blank_logbook(store, small.programme, made_on=DAY)
    assert (blank.planned, whose(store, blank.stamp).about) == ((), "")


def test_every_field_of_the_application_is_known_to_the_paper(store):
    """Whoever adds a question to the form prints it, too: of a cohort and of new managers together there is each."""
    asked = set()
    for template in ("nno", "nu"):
        small = made(store, template, template, pairs=1)
        (paper,) = person_papers(store, "application-form", (small.pairs[0].mentee,), made_on=DAY)
        asked |= _fields(paper.ready.document.blocks)
    assert asked == {field.name for field in APPLICATION_FORM.fields}


def _fields(blocks):
    found = set()
    for block in blocks:
        found |= {entry.field.name for entry in getattr(block, "items", ()) if hasattr(entry, "field")}
        found |= _fields(getattr(block, "blocks", ()))
    return found


@pytest.mark.parametrize("template", ["nno", "nu"])
def test_a_contract_with_all_that_a_programme_says_takes_two_pages(store, template):
    small = made(store, template, "Mentorprogram for nye ledere", pairs=1)
    leader = PersonRecord(given_name="Mette", family_name="Dalby", email="mette.dalby@nno.example", phone="22 04 33 04")
    add(store, leader)
    add(
        store,
        ParticipationRecord(
            programme_id=small.programme,
            person_id=leader.id,
            role=Role.MANAGER,
            status=ParticipationStatus.SELECTED,
            since=START,
        ),
    )
    (paper,) = papers(store, "contract", small.programme, made_on=DAY)
    document = CONTRACT.ready(paper.content).document
    assert [pdf(document, [catalog(code)]).pages for code in ("nb", "sv", "en")] == [2, 2, 2]
