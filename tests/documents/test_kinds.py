"""One test over all kinds: each paper, in each language and pair of languages, conforms and says all its points."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO

import page
import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from mentordesk.documents.blocks import Document
from mentordesk.documents.checklist import checklist
from mentordesk.documents.contract import ContractContent, contract
from mentordesk.documents.conversation_sheet import conversation_sheet
from mentordesk.documents.goal_document import goal_document
from mentordesk.documents.kinds import (
    CONTRACT,
    CONVERSATION_SHEET,
    FIRST_MEETING_CHECKLIST,
    KINDS,
    LOGBOOK,
    AnyKind,
    document_kind,
)
from mentordesk.documents.logbook import logbook
from mentordesk.documents.press import Printed, pdf
from mentordesk.documents.talk_sheet import talk_sheet
from mentordesk.domain import checklists, goal_pages, ground_rules, logbook_pages
from mentordesk.domain.logbooks import KEPT
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.scripts import SCRIPTS
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES, SOURCE
from mentordesk.i18n.message import Message, msg
from tests.documents.reading import plain, read
from tests.documents.samples import LEAST, LONG, NNO, NU, checklist_of, goals_of, logbook_of, sheet_of, talk_of

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
LANGUAGE_CHOICES = ("nb", "sv", "en", "nb+sv", "nb+en", "sv+nb")
POINTS = {
    "contract": (
        "mentee-steers",
        "mentee-prepares",
        "mentee-writes",
        "mentor-listens",
        "mentor-gives-feedback",
        "mentor-does-not-tell",
        "confidentiality",
        "nobody-recognised",
        "times-kept",
        "openness",
        "independence",
        "consent",
        "goals-shared",
        "check-out-shared",
        "ending",
    ),
    "first-meeting-checklist": (
        "life",
        "working-life",
        "strengths",
        "values",
        "direction",
        "mentee-hopes",
        "mentor-gives",
        "contributions",
        "ground-rules",
        "decide-background",
        "decide-meetings",
        "decide-needs",
        "decide-areas",
    ),
    "conversation-sheet": (
        *("plan-ahead", "neutral-place", "checklist"),
        *("where-and-how-often", "background", "needs", "areas-first", "ground-rules"),
        *("next-steps", "check-out", "value-question", "right-to-stop", "next-day", "summary"),
        *("plan-ahead", "neutral-place", "send-topic", "agree-agenda", "prepared"),
        *("look-back", "check-in", "last-conclusions"),
        *("mentee-steers", "one-theme", "in-confidence", "keep-time"),
        *("next-steps", "check-out", "value-question", "right-to-stop", "next-day", "summary"),
        *("plan-ahead", "neutral-place", "send-topic", "agree-agenda", "prepared"),
        *("look-back", "check-in", "last-conclusions"),
        *("mentee-steers", "one-theme", "in-confidence", "keep-time", "analysis"),
        *("next-steps", "check-out", "value-question", "right-to-stop", "next-day", "summary"),
        *("plan-ahead", "neutral-place", "send-topic", "agree-agenda", "prepared"),
        *("look-back", "check-in", "last-conclusions"),
        *("evaluate", "lessons", "keep-in-touch", "next-steps", "check-out", "summary"),
    ),
    "logbook": (
        "mentees-own",
        "not-handed-in",
        "only-that-you-met",
        "sharing-is-a-choice",
        "topic-ahead",
        "few-words",
        "no-names",
        "look-back",
        "check-in",
        "talked-about",
        "actions",
        "check-out",
    ),
    "goal-document": (
        "goals-mentees-own",
        "goals-kept",
        "goals-words",
        "goals-few",
        "goals-measure",
        "goals-day",
    ),
    "talk-sheet": (
        "talk-goals",
        "talk-collaboration",
        "talk-challenges",
        "talk-experience",
        "talk-answers-kept",
        "talk-issues-kept",
        "talk-notes-not-kept",
    ),
}
DECLARED = {
    "contract": ground_rules.CONTRACT,
    "first-meeting-checklist": (*checklists.FIRST_MEETING, *checklists.FIRST_MEETING_DECISIONS),
    "conversation-sheet": tuple(point for script in SCRIPTS.values() for point in script.points),
    "logbook": logbook_pages.LOGBOOK_POINTS,
    "goal-document": goal_pages.GOAL_DOCUMENT_POINTS,
    "talk-sheet": goal_pages.TALK_SHEET_POINTS,
}
BUILDERS: dict[str, Callable[[ContractContent], Document]] = {
    "contract": contract,
    "first-meeting-checklist": lambda content: checklist(checklist_of(content)),
    "conversation-sheet": lambda content: conversation_sheet(sheet_of(content)),
    "logbook": lambda content: logbook(logbook_of(content)),
    "goal-document": lambda content: goal_document(goals_of(content)),
    "talk-sheet": lambda content: talk_sheet(talk_of(content)),
}


def made(kind: AnyKind, content: ContractContent, languages: str) -> Printed:
    return pdf(BUILDERS[kind.key](content), [catalog(code) for code in languages.split("+")])


def conforms(data: bytes) -> list[bool]:
    return [page.is_pdf_compliant_bytes(data, profile=profile) for profile in PROFILES]


@pytest.mark.parametrize("languages", LANGUAGE_CHOICES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
@pytest.mark.parametrize("content", [NNO, NU], ids=["NNO", "NU"])
def test_every_kind_conforms_to_pdf_ua_1_and_pdf_a_2a(kind: AnyKind, content: ContractContent, languages: str) -> None:
    assert conforms(made(kind, content, languages).data) == [True, True]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
@pytest.mark.parametrize("content", [LEAST, LONG], ids=["least", "long"])
def test_the_emptiest_and_the_unwieldiest_conform_too(kind: AnyKind, content: ContractContent) -> None:
    assert conforms(made(kind, content, "nb+sv").data) == [True, True]


def test_the_checker_fails_a_paper_without_tags() -> None:
    """The control: an untagged page fails both, one of ours without its structure fails PDF/UA."""
    buffer = BytesIO()
    untagged = Canvas(buffer)
    untagged.drawString(100, 700, "Kontrakt")
    untagged.save()
    assert conforms(buffer.getvalue()) == [False, False]

    robbed = BytesIO()
    with pikepdf.open(BytesIO(made(CONTRACT, NNO, "nb").data)) as ours:
        del ours.Root["/StructTreeRoot"]
        ours.save(robbed)
    assert not conforms(robbed.getvalue())[0]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_the_ids_of_a_document_s_points_never_change(kind: AnyKind) -> None:
    assert tuple(point.id for point in DECLARED[kind.key]) == POINTS[kind.key]


@pytest.mark.parametrize("languages", LANGUAGE_CHOICES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_paper_holds_the_sentence_of_each_point_in_each_of_its_languages(kind: AnyKind, languages: str) -> None:
    data = made(kind, NNO, languages).data
    extracted = plain(data)
    aloud = {node.text for node in read(data).root.all()}

    for code in languages.split("+"):
        for point in DECLARED[kind.key]:
            for said in (catalog(code).say(point.heading), catalog(code).say(point.sentence)):
                assert said in extracted, point.id
                assert said in aloud, f"{point.id} is not one element"


@pytest.mark.parametrize("code", [known.code for known in LANGUAGES if known.code is not SOURCE])
def test_every_sentence_of_a_point_is_translated(code: str) -> None:
    points = [point for declared in DECLARED.values() for point in declared]
    sentences: list[Message] = [point.sentence for point in points] + [kept.title for kept in KEPT]

    assert [said.text for said in sentences if catalog(code).say(said) == said.text] == []


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
    assert "Ungefär en gång i månaden, minst 6 gånger" in nu
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
    for kind in KINDS:
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


def test_kinds_are_facts() -> None:
    assert len({kind.key for kind in KINDS}) == len(KINDS)
    for kind in KINDS:
        assert document_kind(kind.key) is kind
        assert kind.audience
        assert kind.highest <= PrivacyClass.K2, "what is said in a conversation is on no paper of ours"
        assert {"{title}"} <= set(kind.file_name.split())
    with pytest.raises(KeyError):
        document_kind("nothing")


def test_listing_kinds_loads_no_reportlab() -> None:
    code = "import sys, mentordesk.documents.kinds, mentordesk.documents.printing; print('reportlab' in sys.modules)"
    seen = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert seen.stdout.strip() == "False"
