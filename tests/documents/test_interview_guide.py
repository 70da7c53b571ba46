"""The interview guide asks what the programme asks, with its banner."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from mentordesk.actions.interview_guides import print_guides
from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.declared.recruitment_kinds import INTERVIEW_GUIDE
from mentordesk.documents.papers.interview_guide import GuideContent, GuideLine
from mentordesk.documents.papers.parties import Party
from mentordesk.documents.typesetting.press import pdf
from mentordesk.domain.interviews import banner, ratings_of
from mentordesk.domain.legal_form import LegalForm
from mentordesk.domain.people import Role
from mentordesk.domain.templates import template
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.storage.opening import open_store
from tests.documents.reading import read
from tests.queries.applicants import applied
from tests.queries.small_programme import NOON

CODES = [known.code.value for known in LANGUAGES]


def guide(role=Role.MENTOR, form=LegalForm.SWEDISH_PUBLIC):
    return GuideContent(
        letterhead=Letterhead("Norsk Sykepleierforbund", "Kull 1"),
        role=role,
        banner=banner(form),
        made_on=date(2026, 11, 22),
        party=Party("Čáhppe Ŋilas", "Klinikksjef", "Rus og avhengighet"),
        interviewer="Kari Ås",
        when=datetime(2027, 2, 3, 13, 30),
        place="Rom 4",
        questions=tuple(GuideLine(each.title, each.hint) for each in template("nno").guide if each.role is role),
        rated=tuple(field.title for field in ratings_of(role)),
    )


@pytest.mark.parametrize("code", CODES)
def test_it_asks_everything_and_leaves_room(code):
    say = catalog(code).say
    content = guide()
    text = read(pdf(INTERVIEW_GUIDE.build(content), [catalog(code)]).data).root.text

    assert len(content.rated) == 8
    for said in (*content.rated, *(line.text for line in content.questions), content.banner):
        assert say(said) in text
    assert "Čáhppe Ŋilas" in text


def test_a_guide_is_printed_for_each_of_those_chosen(tmp_path):
    with open_store(tmp_path / "kull.mentordesk", create=True, clock=lambda: NOON) as store:
        there = applied(store)
        ids = [there.mentees[0].id, there.mentors[0].id]

        paths = print_guides(store, ids, folder=tmp_path / "guides", made_on=NOON.date())

        assert [path.name for path in paths] == ["Intervjuguide - Mentee 1.pdf", "Intervjuguide - Mentor 1.pdf"]
        assert "Hvorfor vil du være mentor?" in read(paths[1].read_bytes()).root.text
