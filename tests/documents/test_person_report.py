"""A person's own report tells all that is kept, with its day."""

from __future__ import annotations

from datetime import date

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.declared.person_kinds import PERSON_REPORT
from mentordesk.documents.papers.person_report import PersonReportContent, ReportSection
from mentordesk.documents.papers.report_words import COLUMN_NAMES, TABLE_NAMES
from mentordesk.documents.typesetting.press import pdf
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from tests.documents.reading import plain

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


def test_everything_is_on_the_paper_with_its_day() -> None:
    text = plain(pdf(PERSON_REPORT.build(FULL), [catalog("en")]).data)

    assert text.count("linje.") == 400
    assert all(f"Møte {number}" in text for number in range(60))
    assert "2 notes are not told" in text
    assert "March 2027" in text
