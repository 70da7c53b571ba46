"""Guides, leaflet and call say what a programme's settings and calendar say; by these alone two programmes differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from mentordesk.actions.calls import set_call_days, write_call
from mentordesk.actions.own_texts import write_text
from mentordesk.documents.kinds import DocumentKind
from mentordesk.documents.papers.introduction_checklist import IntroductionContent
from mentordesk.documents.papers.role_guide import RoleGuideContent
from mentordesk.documents.registry import kind_of
from mentordesk.documents.typesetting.press import Printed, pdf
from mentordesk.domain import role_guides
from mentordesk.domain.leaflet import FACTORS
from mentordesk.domain.library import ItemForm
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.own_texts import Words
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import FACTOR_KEYS
from mentordesk.domain.recruiting import OfferAnswer
from mentordesk.domain.refusals import Refused
from mentordesk.domain.statuses import ParticipationStatus
from mentordesk.domain.templates import settings_as
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.queries.guide_papers import PERSON_GUIDES, person_guides
from mentordesk.queries.programme_guides import PROGRAMME_GUIDES, programme_guide
from mentordesk.queries.programmes import one_programme
from mentordesk.storage.records import (
    IntroductionDoneRecord,
    LibraryItemRecord,
    MeetingRecord,
    NewManagerNoticeRecord,
    ParticipationRecord,
    PersonRecord,
    ProgrammeRecord,
)
from tests.documents.reading import plain
from tests.queries.small_programme import START, add, made

MADE_ON = date(2027, 1, 4)
CODES = ("nb", "sv", "en")


def printed(kind: str, content: object, code: str) -> Printed:
    declared = kind_of(kind)
    assert isinstance(declared, DocumentKind)
    return pdf(declared.build(content), [catalog(code)])


def said(kind: str, content: object, code: str = "en") -> str:
    return " ".join(plain(printed(kind, content, code).data).split())


def change(store, programme, **settings: object) -> None:
    """As a coordinator would in Programme."""
    changed = replace(one_programme(store, programme).settings, **settings)
    with store.changing(msg("settings")) as session:
        session.get_one(ProgrammeRecord, programme).settings = settings_as(changed)


def every_content(store, programme):
    for kind in PROGRAMME_GUIDES:
        yield kind, programme_guide(store, kind, programme, made_on=MADE_ON)
    for kind in PERSON_GUIDES:
        if kind == "introduction-checklist" and not one_programme(store, programme).settings.introduction:
            continue
        ids = tuple(
            each.participation for each in person_guides(store, "role-guide-mentee", programme, made_on=MADE_ON)
        )
        for guide in person_guides(store, kind, programme, made_on=MADE_ON, about=ids if "intro" in kind else ())[:1]:
            yield kind, guide.content


@pytest.mark.parametrize("template", ["nno", "nu"])
def test_in_one_language_no_paper_takes_more_than_two_pages(store, template) -> None:
    programme = made(store, template, pairs=1).programme

    pages = {
        (kind, code): printed(kind, content, code).pages
        for kind, content in every_content(store, programme)
        for code in CODES
    }

    assert len(pages) >= 15
    assert {kind: count for kind, count in pages.items() if count > 2} == {}
    assert all(count == 1 for (kind, _), count in pages.items() if kind == "call")


def test_the_guides_say_the_figures_of_the_programme(store) -> None:
    nno, nu = made(store, pairs=1).programme, made(store, "nu", "NU", pairs=1).programme

    norwegian = said("role-guide-mentee", person_guides(store, "role-guide-mentee", nno, made_on=MADE_ON)[0].content)
    swedish = said("role-guide-mentee", person_guides(store, "role-guide-mentee", nu, made_on=MADE_ON)[0].content)

    for words in ("About every 3 weeks", "About an hour", "Digitally", "The mentee makes the first contact."):
        assert words in norwegian
        assert words not in swedish
    for words in ("About once a month at first, later less often, at least 6 times", "About 2 hours"):
        assert words in swedish
    assert "In person, in a neutral place" in swedish
    assert "The mentor makes the first contact." in swedish
    assert "objectivity, responsibility, honesty, trust and confidentiality" in norwegian


def test_what_only_some_programmes_have_stands_where_the_settings_say_so(store) -> None:
    """Training, network, book and pair talks: asked of the settings, never of a template's name."""
    nno, nu = made(store, pairs=1).programme, made(store, "nu", "NU", pairs=1).programme
    change(store, nno, template="nu")
    change(store, nu, template="nno")

    def points(programme):
        text = said(
            "role-guide-mentor", person_guides(store, "role-guide-mentor", programme, made_on=MADE_ON)[0].content
        )
        return {
            point.id
            for point in (role_guides.TRAINING, role_guides.NETWORK, role_guides.BOOK, role_guides.PAIR_TALKS)
            if catalog("en").say(point.sentence) in text
        }

    assert points(nno) == {"mentor-training", "mentor-network", "mentor-book", "pair-talks"}
    assert points(nu) == {"mentor-network"}


def test_a_guide_is_for_everybody_of_the_role_in_her_own_language(store) -> None:
    there = made(store, pairs=3)
    with store.changing(msg("records")) as session:
        session.get_one(PersonRecord, there.pairs[0].mentee_person).language = LanguageCode.SV
        session.get_one(PersonRecord, there.pairs[1].mentee_person).restricted_on = MADE_ON

    guides = person_guides(store, "role-guide-mentee", there.programme, made_on=MADE_ON)

    assert [(guide.participation, guide.language) for guide in guides] == [
        (there.pairs[0].mentee, LanguageCode.SV),
        (there.pairs[2].mentee, LanguageCode.NB),
    ]
    only = person_guides(store, "role-guide-mentor", there.programme, made_on=MADE_ON, about=[there.pairs[1].mentor])
    assert [guide.participation for guide in only] == [there.pairs[1].mentor]


def test_a_mentor_sets_more_days_aside_than_a_mentee_and_none_that_was_cancelled(store) -> None:
    programme = made(store, pairs=1).programme

    def days(kind):
        content = person_guides(store, kind, programme, made_on=MADE_ON)[0].content
        assert isinstance(content, RoleGuideContent)
        return len(content.running.meetings)

    assert (days("role-guide-mentee"), days("role-guide-mentor")) == (3, 7)
    with store.changing(msg("records")) as session:
        session.scalars(
            select(MeetingRecord).where(MeetingRecord.kind == "mid_term")
        ).one().status = MeetingStatus.CANCELLED
    assert (days("role-guide-mentee"), days("role-guide-mentor")) == (2, 6)


def test_own_words_greet_in_their_language_only(store) -> None:
    programme = made(store, pairs=1).programme
    write_text(store, programme, "role-guide-mentee", LanguageCode.NB, Words("", "Hei, og velkommen til {programme}!"))

    content = person_guides(store, "role-guide-mentee", programme, made_on=MADE_ON)[0].content

    assert "Hei, og velkommen til Kull 1!" in said("role-guide-mentee", content, "nb")
    assert "Hei, og velkommen" not in said("role-guide-mentee", content, "sv")


def test_the_introduction_checklist_tells_what_is_known_and_leaves_the_rest_to_the_pen(store) -> None:
    there = made(store, "nu", pairs=2)
    assert person_guides(store, "introduction-checklist", there.programme, made_on=MADE_ON) == ()
    new = there.pairs[0].mentee
    with store.changing(msg("suggested")) as session:
        session.get_one(ParticipationRecord, new).status = ParticipationStatus.SUGGESTED  # as a notice leaves her
    add(
        store,
        NewManagerNoticeRecord(
            participation_id=new,
            known_on=START,
            takes_office_on=date(2027, 2, 1),
            appointing_manager="Eva Lind",
            offered_on=START,
            answer=OfferAnswer.WANTS,
            answered_on=START,
        ),
        IntroductionDoneRecord(participation_id=new, item="welcome", done_on=date(2027, 2, 3)),
    )

    (guide,) = person_guides(store, "introduction-checklist", there.programme, made_on=MADE_ON)
    content = guide.content
    assert isinstance(content, IntroductionContent)
    text = said("introduction-checklist", content)

    for words in ("Mentee 1", "1 February 2027", "Eva Lind", "Wants a mentor", "3 Feb 2027"):
        assert words in text
    assert text.count("☑") == 1
    assert "Wants no mentor" not in text
    assert "Västra Götalandsregionens mentorprogram" in text
    asked_for = person_guides(
        store, "introduction-checklist", there.programme, made_on=MADE_ON, about=[there.pairs[1].mentee]
    )
    assert "Wants no mentor" in said("introduction-checklist", asked_for[0].content)


def test_a_request_for_material_offers_what_the_library_has_for_the_role(store) -> None:
    there = made(store, pairs=1)
    for title, roles in (("Boken om mentoring", [Role.MENTOR]), ("Kompendium", [Role.MENTEE, Role.MENTOR])):
        add(
            store,
            LibraryItemRecord(
                programme_id=there.programme, title={"nb": title}, form=ItemForm.PHYSICAL, for_roles=[*map(str, roles)]
            ),
        )

    sheets = person_guides(store, "material-request", there.programme, made_on=MADE_ON)
    texts = {sheet.participation: said("material-request", sheet.content, "nb") for sheet in sheets}

    assert {id_: ("Boken om mentoring" in text, "Kompendium" in text) for id_, text in texts.items()} == {
        there.pairs[0].mentee: (False, True),
        there.pairs[0].mentor: (True, True),
    }


def test_a_programme_without_an_introduction_checklist_has_none_to_print(store) -> None:
    programme = made(store, pairs=1).programme

    with pytest.raises(Refused) as no:
        person_guides(store, "introduction-checklist", programme, made_on=MADE_ON)

    assert "Kull 1" in catalog("nb").say(no.value.message)


def test_the_call_says_its_own_text_by_paragraph_its_days_and_what_to_send(store) -> None:
    programme = made(store, pairs=1).programme
    texts = {LanguageCode.NB: "Bli adept!\n\nVi søker 32 ledere.\nSøk nå.", LanguageCode.EN: "Become a mentee!\nApply."}
    write_call(store, programme, texts)
    set_call_days(store, programme, opens_on=date(2026, 9, 1), closes_on=date(2026, 10, 19))

    content = programme_guide(store, "call", programme, made_on=MADE_ON)
    norwegian, english = said("call", content, "nb"), said("call", content, "en")

    assert "Bli adept!" in norwegian
    assert "Vi søker 32 ledere. Søk nå." in norwegian
    assert "Become a mentee!" in english
    assert "Bli adept!" not in english
    assert "Apply by 19 Oct 2026." in english
    for words in ("32 mentees", "Application form", "Letter of motivation", "Employer's confirmation"):
        assert words in english
    assert "Søk innen 19. okt. 2026." in said("programme-leaflet", leaflet(store, programme), "nb")


def leaflet(store, programme):
    return programme_guide(store, "programme-leaflet", programme, made_on=MADE_ON)


def test_the_leaflet_names_the_factors_that_weigh_and_nothing_of_demographics(store) -> None:
    programme = made(store, pairs=1).programme
    assert set(FACTORS) == set(FACTOR_KEYS)
    matching = one_programme(store, programme).settings.matching
    change(store, programme, matching=replace(matching, weights={"chemistry": 60, "background": 40}))

    text = said("programme-leaflet", leaflet(store, programme))

    assert "In the matching we look at chemistry and professional background." in text
    assert "personality" not in text
    assert "Age, gender and origin never count" in text


def test_the_leaflets_of_the_two_programmes_say_what_their_sources_ask_for(store) -> None:
    nno, nu = made(store, pairs=1).programme, made(store, "nu", "NU", pairs=1).programme
    person = PersonRecord(given_name="Siv", family_name="Skar")
    researcher = ParticipationRecord(
        programme_id=nno, person_id=person.id, role=Role.RESEARCH, since=START, status=ParticipationStatus.SELECTED
    )
    add(store, person, researcher)

    norwegian, swedish = said("programme-leaflet", leaflet(store, nno)), said("programme-leaflet", leaflet(store, nu))

    for words in (
        "3 semesters",
        "32 mentees",
        "One day each semester",
        "Once a semester",
        "Researchers follow",
        "Oslo",
    ):
        assert words in norwegian
        assert words not in swedish
    for words in ("12 months for each pair", "appointing manager", "About every 3 months", "mentor bank"):
        assert words in swedish
    for text in (norwegian, swedish):
        assert "Where the mentor is retired" in text


def test_no_kind_of_another_query_is_one_of_these(store) -> None:
    programme = made(store, pairs=1).programme

    with pytest.raises(KeyError):
        programme_guide(store, "contract", programme, made_on=MADE_ON)
    with pytest.raises(KeyError):
        person_guides(store, "meeting-guide", programme, made_on=MADE_ON)


@pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR])
def test_the_guides_hold_what_both_sources_ask_of_the_role(role) -> None:
    """The mentee steers; the mentor listens, reflects, gives feedback and does not tell what is right (R65)."""
    points = role_guides.MENTEE_GUIDE if role is Role.MENTEE else role_guides.MENTOR_GUIDE
    ids = {point.id for point in points}
    asked = {
        Role.MENTEE: {"mentee-steers", "mentee-reflects", "mentee-sends-topic", "mentee-agrees-time", "mentee-writes"},
        Role.MENTOR: {
            *("mentor-listens", "mentor-reflects", "mentor-feedback", "mentor-does-not-tell", "mentor-own-learning"),
            *("mentor-sounding-board", "mentor-trust", "mentor-independent", "mentor-learning", "mentor-material"),
        },
    }
    assert asked[role] <= ids
    assert len(ids) == len(points)
