"""Papers about one person or those in view: the interview guide, the report, the lists, why the two were matched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from mentordesk.documents.papers.interview_guide import GuideContent, GuideLine
from mentordesk.documents.papers.people_comparison import ComparedFact, PeopleComparedContent
from mentordesk.documents.papers.people_list import ListColumn, PeopleListContent
from mentordesk.documents.papers.person_report import PersonReportContent, ReportSection
from mentordesk.documents.papers.report_words import COLUMN_NAMES, TABLE_NAMES
from mentordesk.documents.papers.why_you_two import WhyContent
from mentordesk.domain.interviews import banner, ratings_of
from mentordesk.domain.legal_form import LegalForm
from mentordesk.domain.people import Role
from mentordesk.i18n.message import msg
from tests.documents.cases import MADE_ON, Case, CaseName


def guide(case: Case) -> GuideContent:
    mixed = case.name is CaseName.MIXED
    role = Role.MENTOR if mixed else Role.MENTEE
    return GuideContent(
        letterhead=case.letterhead,
        role=role,
        banner=banner(LegalForm.SWEDISH_PUBLIC if mixed else LegalForm.NORWEGIAN_PUBLIC),
        made_on=MADE_ON,
        party=case.party(),
        interviewer=case.person(1),
        when=case.maybe(datetime(2027, 2, 3, 13, 30)),
        place=case.words(4),
        questions=tuple(
            GuideLine(case.wording(at), case.wording(at + 30) if at % 2 else None) for at in case.some(8, most=20)
        ),
        rated=() if case.missing else tuple(field.title for field in ratings_of(role)),
    )


def report(case: Case) -> PersonReportContent:
    long = case.passage() * (8 if case.name is CaseName.LONGEST else 1)
    of_one = ReportSection(
        title=TABLE_NAMES["application"],
        rows=(((COLUMN_NAMES["letter"], long), (COLUMN_NAMES["day"], MADE_ON), (case.words(1), case.words(2))),),
    )
    of_many = ReportSection(
        title=TABLE_NAMES["meeting"],
        rows=tuple(((COLUMN_NAMES["kind"], case.words(at)), (COLUMN_NAMES["day"], MADE_ON)) for at in case.some(6)),
    )
    return PersonReportContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        name=case.person(),
        sections=() if case.missing else (of_one, of_many),
        changes=tuple((MADE_ON, case.person(at), msg("Edit {name}", name=case.person(at + 1))) for at in case.some(5)),
        withheld=len(case.some(2)),
    )


def people_list(case: Case) -> PeopleListContent:
    return PeopleListContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        columns=tuple(ListColumn(case.words(at) or "Navn", 80 + 40 * (at % 5)) for at in range(8)),
        rows=tuple(
            (case.person(at), *(case.words(at + cell) if cell != 4 else "" for cell in range(7)))
            for at in case.some(30)
        ),
        about=() if case.missing else (msg("Sorted by: {column}.", column=case.words(3)),),
    )


def people_compared(case: Case) -> PeopleComparedContent:
    count = 4 if case.name is CaseName.LONGEST else 2
    facts = tuple(
        ComparedFact(
            title=case.words(at) or "Enhet",
            values=tuple(case.words(at + person) for person in range(count)),
            likeness=msg("differ"),
        )
        for at in case.some(20)
    )
    return PeopleComparedContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        names=tuple(case.person(at) or "–" for at in range(count)),
        facts=facts,
        summary=msg("{same} the same · {differ} differ · {missing} not known of all", same=3, differ=30, missing=7),
        warnings=() if case.missing else (msg("Same line: {reason}", reason=case.words(5)),),
    )


def why(case: Case) -> WhyContent:
    return WhyContent(
        letterhead=case.letterhead,
        mentee=case.party(0),
        mentor=case.party(1),
        reader=Role.MENTOR if case.name is CaseName.MIXED else Role.MENTEE,
        made_on=MADE_ON,
        reasons=tuple(
            msg("{mentee} with {mentor}: {score} points", mentee=case.person(at), mentor=case.person(at + 1), score=at)
            for at in case.some(4, most=8)
        ),
        coordinator=case.contact(),
    )


CONTENTS: dict[str, Callable[[Case], object]] = {
    "interview-guide": guide,
    "person-report": report,
    "people-list": people_list,
    "people-compared": people_compared,
    "why-you-two": why,
}
