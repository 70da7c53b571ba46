"""What the papers of a pair say of their own: order, figures, what is ticked, how many pages they take."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mentordesk.documents.blocks import Document
from mentordesk.documents.declared.pair_kinds import (
    CONTRACT,
    CONVERSATION_SHEET,
    FIRST_MEETING_CHECKLIST,
    LOGBOOK,
    PAIR_KINDS,
)
from mentordesk.documents.kinds import Declared
from mentordesk.documents.papers.checklist import checklist
from mentordesk.documents.papers.contract import ContractContent, contract
from mentordesk.documents.papers.conversation_sheet import conversation_sheet
from mentordesk.documents.papers.goal_document import goal_document
from mentordesk.documents.papers.logbook import logbook
from mentordesk.documents.papers.talk_sheet import talk_sheet
from mentordesk.documents.typesetting.press import Printed, pdf
from mentordesk.domain import checklists, ground_rules
from mentordesk.domain.logbooks import KEPT
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Message, msg
from tests.documents.reading import plain, read
from tests.documents.samples import LEAST, NNO, NU, checklist_of, goals_of, logbook_of, sheet_of, talk_of

LANGUAGE_CHOICES = ("nb", "sv", "en", "nb+sv", "nb+en", "sv+nb")
BUILDERS: dict[str, Callable[[ContractContent], Document]] = {
    "contract": contract,
    "first-meeting-checklist": lambda content: checklist(checklist_of(content)),
    "conversation-sheet": lambda content: conversation_sheet(sheet_of(content)),
    "logbook": lambda content: logbook(logbook_of(content)),
    "goal-document": lambda content: goal_document(goals_of(content)),
    "talk-sheet": lambda content: talk_sheet(talk_of(content)),
}


def made(kind: Declared, content: ContractContent, languages: str) -> Printed:
    return pdf(BUILDERS[kind.key](content), [catalog(code) for code in languages.split("+")])


def test_the_checklist_has_the_source_s_eight_questions_and_the_ground_rules_under_three_headings() -> None:
    by_heading: dict[Message, list[str]] = {}
    for point in checklists.FIRST_MEETING:
        by_heading.setdefault(point.heading, []).append(point.id)

    assert list(by_heading.values()) == [
        ["life", "working-life", "strengths", "values", "direction"],
        ["mentee-hopes", "mentor-gives", "contributions"],
        ["ground-rules"],
    ]
    assert len(checklists.QUESTIONS) == 8


def test_questions_stand_in_the_order_of_the_source() -> None:
    for languages in LANGUAGE_CHOICES:
        text = plain(made(FIRST_MEETING_CHECKLIST, NU, languages).data)
        say = catalog(languages.split("+")[0]).say
        places = [text.index(say(point.sentence)) for point in checklists.FIRST_MEETING]
        assert places == sorted(places)


@pytest.mark.parametrize("code", ["nb", "sv", "en"])
def test_the_contract_lists_exactly_what_the_file_holds_of_a_conversation(code: str) -> None:
    """R60: the sentence that participants read lists the fields that are kept, and no other."""
    say = catalog(code).say
    reading = read(made(CONTRACT, LEAST, code).data)
    told = [node.text for node in reading.root.all("LBody")]
    kept = [say(fact.title) for fact in KEPT]

    assert [text for text in told if text in kept] == kept
    others = {say(point.sentence) for point in (*ground_rules.ROLES, *ground_rules.RULES)}
    assert [text for text in told if text and text not in kept and text not in others] == []


def test_figures_dates_and_names_come_from_the_content() -> None:
    nno, nu = (plain(made(CONTRACT, content, "sv").data) for content in (NNO, NU))

    assert "Med ungefär 3 veckors mellanrum, minst 18 gånger" in nno
    assert "Ungefär en timme" in nno
    assert "Adepten tar den första kontakten." in nno
    assert "18–19 jan. 2027" in nno
    assert "saklighet, ansvar, ärlighet, tillit och förtrolighet" in nno
    assert "Ungefär en gång i månaden i början, senare mer sällan, minst 6 gånger" in nu
    assert "Ungefär 2 timmar" in nu
    assert "Fysiskt: biblioteket, Trollhättan" in nu
    assert "Med ungefär 5 veckors mellanrum" in nu
    assert "Vi stänger av telefonerna." in nu
    assert "Mentorn är pensionär." in nu
    assert "Gemensam" not in nu, "a programme without joint meetings does not speak of them"


def test_what_the_pair_shares_is_ticked_only_where_it_is_known() -> None:
    known, open_ = (plain(made(CONTRACT, content, "nb").data) for content in (NU, NNO))

    assert known.count("☑") == 2
    assert open_.count("☑") == 0
    assert open_.count("☐") == 4


@pytest.mark.parametrize("code", ["nb", "sv", "en"])
@pytest.mark.parametrize("content", [NNO, NU, LEAST], ids=["NNO", "NU", "least"])
def test_a_paper_in_one_language_takes_two_pages(content: ContractContent, code: str) -> None:
    assert [made(kind, content, code).pages for kind in (CONTRACT, FIRST_MEETING_CHECKLIST)] == [2, 2]


@pytest.mark.parametrize("languages", ["nb+sv", "nb+en", "sv+nb"])
def test_a_paper_in_two_languages_takes_at_most_four(languages: str) -> None:
    for kind in PAIR_KINDS:
        most = 6 if kind is CONVERSATION_SHEET else 4  # a sheet each for four conversations, and two with a slip
        assert all(made(kind, content, languages).pages <= most for content in (NNO, NU))


@pytest.mark.parametrize("languages", [*LANGUAGE_CHOICES, "sv+en", "en+nb"])
@pytest.mark.parametrize("content", [NNO, NU, LEAST], ids=["NNO", "NU", "least"])
def test_a_logbook_has_a_page_for_each_conversation(content: ContractContent, languages: str) -> None:
    for conversations in (1, 9):
        document = logbook(logbook_of(content, conversations))
        data = pdf(document, [catalog(code) for code in languages.split("+")]).data
        assert read(data).pages == 1 + conversations


@pytest.mark.parametrize("languages", LANGUAGE_CHOICES)
def test_every_page_of_a_logbook_says_whose_it_is_and_none_asks_for_it_back(languages: str) -> None:
    root = read(made(LOGBOOK, NNO, languages).data).root
    for code in languages.split("+"):
        promise = catalog(code).say(msg("This page is the mentee’s, and confidential."))
        assert [node.pages for node in root.all() if node.own == promise] == [{1}, {2}, {3}]
    assert not list(root.all("Sect")), "neither a slip nor a signature"
