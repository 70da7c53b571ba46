"""A person's own report is a sound page in every language, whatever is kept: long letters, many meetings, nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import page
import pytest

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.person_kinds import PERSON_REPORT
from mentordesk.documents.person_report import PersonReportContent, ReportSection
from mentordesk.documents.press import pdf
from mentordesk.documents.report_words import COLUMN_NAMES, TABLE_NAMES
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES, LanguageCode
from mentordesk.i18n.message import msg
from tests.documents.reading import plain
from tests.documents.test_plan_papers import PROFILES

DAY = date(2027, 3, 1)
FULL = PersonReportContent(
    letterhead=Letterhead("Norsk Sykepleierforbund", "Kull 1"),
    made_on=DAY,
    name="Čáhppe Ŋilas",
    sections=(
        ReportSection(
            title=TABLE_NAMES["application"], rows=(((COLUMN_NAMES["letter"], "En linje.\n" * 400), ("Dag", DAY)),)
        ),
        ReportSection(
            title=TABLE_NAMES["meeting"],
            rows=tuple(((COLUMN_NAMES["kind"], f"Møte {number}"), (COLUMN_NAMES["day"], DAY)) for number in range(60)),
        ),
    ),
    changes=((DAY, "", msg("Edit {name}", name="Čáhppe Ŋilas")),) * 40,
    withheld=2,
)


@pytest.mark.parametrize("code", [known.code for known in LANGUAGES])
@pytest.mark.parametrize("content", [FULL, replace(FULL, sections=(), changes=(), withheld=0)], ids=["full", "bare"])
def test_it_conforms_to_pdf_ua_1_and_pdf_a_2a(content, code: LanguageCode) -> None:
    data = pdf(PERSON_REPORT.build(content), [catalog(code)]).data

    assert [page.is_pdf_compliant_bytes(data, profile=profile) for profile in PROFILES] == [True, True]


def test_everything_is_on_the_paper_with_its_day() -> None:
    text = plain(pdf(PERSON_REPORT.build(FULL), [catalog("en")]).data)

    assert text.count("linje.") == 400
    assert all(f"Møte {number}" in text for number in range(60))
    assert "2 notes are not told" in text
    assert "March 2027" in text
