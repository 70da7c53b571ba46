"""Papers about plans say what is in them, and tell a pair nothing that is not to be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.declared.pair_kinds import PAIR_KINDS
from mentordesk.documents.declared.plan_kinds import PAIR_LIST, PLAN_COMPARISON, WHY_YOU_TWO
from mentordesk.documents.kinds import DocumentKind
from mentordesk.documents.papers.pair_list import ListedPair, PairListContent
from mentordesk.documents.papers.parties import Contact, Party
from mentordesk.documents.papers.plan_comparison import ComparedRow, ComparisonContent, PlanColumn
from mentordesk.documents.papers.why_you_two import WhyContent
from mentordesk.documents.printing import file_name
from mentordesk.documents.typesetting.press import pdf
from mentordesk.domain.people import Role
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES, LanguageCode
from mentordesk.i18n.message import msg, nmsg
from tests.documents.reading import plain, read

HEAD = Letterhead("Norsk Sykepleierforbund", "Mentorprogram for sykepleierledere 2027–2028")
DAY = date(2026, 11, 22)
PAIRS = tuple(
    ListedPair(
        mentee=f"Åse Ødegård-Mikkelsen {number}",
        mentee_unit="Psykisk helse, Ringerike sykehus",
        mentor="" if number == 7 else f"Čáhppe Ŋilas {number}",
        mentor_unit="" if number == 7 else "Rus og avhengighet, Finnmarkssykehuset",
        points=None if number in {5, 7} else 40.0 + number,
        weak=number < 3,
        locked=number in {2, 5},
    )
    for number in range(70)
)
LIST = PairListContent(letterhead=HEAD, plan="Rolig", made_on=DAY, pairs=PAIRS, notes="Til teamet.")


def column(name: str, number: int = 0) -> PlanColumn:
    return PlanColumn(
        name=name,
        unmatched=number,
        weak=2,
        worst=41.2 + number,
        total=1_970.5,
        common_weak=3,
        common_worst=None,
        common_total=1_904.25,
        notes="Uten ønsker.",
        lowest=(msg("{mentee} with {mentor}: {score} points", mentee="Åse", mentor="Per", score=41),),
        floor=(msg("The floor of {floor} points changes nothing here.", floor=50),),
    )


def compared(*names: str) -> ComparisonContent:
    return ComparisonContent(
        letterhead=HEAD,
        made_on=DAY,
        plans=tuple(column(name, number) for number, name in enumerate(names)),
        words=(msg("Everybody is with the same mentor in all of these plans."),),
        settings=(ComparedRow(title=msg("Floor, in points"), cells=tuple("50" for _ in names)),),
        mentees=tuple(
            ComparedRow(title=f"Åse Ødegård {row}", cells=tuple(f"Per Lund {row} (61)" for _ in names))
            for row in range(40)
        ),
    )


TWO = compared("Rolig", "Dristig")
WHY = WhyContent(
    letterhead=HEAD,
    mentee=Party("Åse Ødegård", "Seksjonsleder", "Psykisk helse, Ringerike sykehus"),
    mentor=Party("Čáhppe Ŋilas", "Klinikksjef", "Rus og avhengighet, Finnmarkssykehuset"),
    reader=Role.MENTEE,
    made_on=DAY,
    reasons=(
        nmsg(
            "{mentee} needs {needs}; {mentor} offers it.",
            "{mentee} needs {needs}; {mentor} offers all of it.",
            1,
            mentee="Åse Ødegård",
            needs="endringsledelse",
            mentor="Čáhppe Ŋilas",
        ),
        msg("They have a language in common."),
    )
    * 4,
    coordinator=Contact("Mette Dalby", "mette.dalby@nno.example", "22 04 33 04"),
)
MENTORS = replace(WHY, reader=Role.MENTOR, reasons=())


def text_of(kind: DocumentKind, content: object, code: str = "nb") -> str:
    return plain(pdf(kind.build(content), [catalog(code)]).data)


def test_the_list_names_every_pair_with_what_is_to_be_noted_of_it() -> None:
    text = text_of(PAIR_LIST, LIST, "en")

    for pair in PAIRS:
        assert pair.mentee in text
        assert pair.mentor in text
    assert "69 of 70 mentees have a mentor." in text
    assert "Til teamet." in text
    assert [text.count(note) for note in ("no mentor yet", "locked, and under the floor")] == [1, 1]


@pytest.mark.parametrize("code", [known.code for known in LANGUAGES])
def test_a_proposal_says_that_it_is_one_and_an_approved_plan_when_it_was(code) -> None:
    say = catalog(code).say
    proposal = say(msg("A proposal for those who decide. Nobody in it has been told."))
    approved = say(msg("Approved on {day}.", day=DAY))

    assert proposal in text_of(PAIR_LIST, LIST, code)
    assert proposal in text_of(PLAN_COMPARISON, TWO, code)
    decided = text_of(PAIR_LIST, replace(LIST, approved_on=DAY), code)
    assert approved in decided
    assert proposal not in decided


def test_a_comparison_has_a_column_for_each_plan_and_a_row_for_each_who_differs() -> None:
    reading = read(pdf(PLAN_COMPARISON.build(TWO), [catalog("nb")]).data)
    heads = [node.text for node in reading.root.all("TH") if node.scope == "Column"]
    rows = [node.text for node in reading.root.all("TH") if node.scope == "Row"]

    assert heads.count("Rolig") == heads.count("Dristig") == 3
    assert {f"Åse Ødegård {row}" for row in range(40)} <= set(rows)


def test_points_by_the_programmes_weights_are_left_out_where_they_are_the_same() -> None:
    alike = tuple(
        replace(plan, common_weak=plan.weak, common_worst=plan.worst, common_total=plan.total) for plan in TWO.plans
    )

    assert "By the programme’s weights" in text_of(PLAN_COMPARISON, TWO, "en")
    assert "By the programme’s weights" not in text_of(PLAN_COMPARISON, replace(TWO, plans=alike), "en")


@pytest.mark.parametrize("code", [known.code for known in LANGUAGES])
@pytest.mark.parametrize("content", [WHY, MENTORS], ids=["mentee", "mentor"])
def test_why_you_two_is_one_page_without_points(content: WhyContent, code) -> None:
    printed = pdf(WHY_YOU_TWO.build(content), [catalog(code)])
    text = plain(printed.data)

    assert printed.pages == 1
    assert content.mentee.name in text
    assert content.mentor.name in text
    assert catalog(code).say(msg("{points} points", points=0)).split()[-1] not in text.split()


def test_each_reader_is_told_of_the_other() -> None:
    for_mentee, for_mentor = (text_of(WHY_YOU_TWO, content, "en") for content in (WHY, MENTORS))

    assert "Čáhppe Ŋilas is your mentor." in for_mentee
    assert "You are the mentor of Åse Ødegård." in for_mentor


def test_files_are_named_after_what_is_in_them() -> None:
    names = [
        file_name(kind.ready(content), (LanguageCode.EN,))
        for kind, content in ((PAIR_LIST, LIST), (PLAN_COMPARISON, TWO), (WHY_YOU_TWO, MENTORS))
    ]

    assert names == [
        "Pair list - Rolig.pdf",
        "Plans compared - Rolig and Dristig.pdf",
        "Why you two - Čáhppe Ŋilas.pdf",
    ]


def test_no_kind_of_these_is_one_of_a_pairs_papers() -> None:
    keys = [kind.key for kind in (*PAIR_KINDS, PAIR_LIST, PLAN_COMPARISON, WHY_YOU_TWO)]

    assert len(set(keys)) == len(keys)
