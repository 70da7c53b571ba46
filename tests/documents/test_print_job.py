"""A batch for the printer is one document: each paper as it is alone, tagged, begun on a sheet of its own."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from mentordesk.documents.batch import Addressed, as_one
from mentordesk.documents.edition import Edition
from mentordesk.documents.registry import kind_of
from mentordesk.documents.typesetting.press import pdf
from mentordesk.domain.refusals import Unprintable
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from tests.documents.cases import Case, CaseName
from tests.documents.contents import ready
from tests.documents.drawn import DrawnPage
from tests.documents.reading import read
from tests.documents.test_batch import papers
from tests.documents.walk.checks import conformance

NB, SV, EN = LanguageCode.NB, LanguageCode.SV, LanguageCode.EN
CASE = Case(CaseName.ORDINARY)
PAPERS = tuple(
    Addressed(ready(kind_of(key), CASE), languages)
    for key, languages in (
        ("why-you-two", (NB,)),  # one page
        ("contract", (SV, NB)),  # three
        ("programme-wall", (EN,)),  # landscape
        ("goal-document", (NB,)),  # a form
        ("certificate", (SV,)),
    )
)


def alone(each: Addressed) -> list[DrawnPage]:
    return read(pdf(each.paper.document, [catalog(code) for code in each.languages], Edition.PAPER).data).drawn


def shown(page: DrawnPage) -> list[tuple[str, bool, float, float]]:
    return [(run.text, run.mark is None, round(run.box.left, 2), round(run.box.bottom, 2)) for run in page.runs]


@pytest.mark.parametrize("both_sides", [False, True])
def test_every_page_is_that_of_the_paper_alone(both_sides: bool) -> None:
    expected: list[list[tuple[str, bool, float, float]]] = []
    for each in PAPERS:
        if both_sides and len(expected) % 2:
            expected.append([])
        expected += [shown(page) for page in alone(each)]
    printed = as_one(PAPERS, both_sides=both_sides)

    assert [shown(page) for page in read(printed.data).drawn] == expected
    assert printed.pages == len(expected)


def test_it_conforms_as_each_alone_does_and_gives_the_same_bytes() -> None:
    printed = as_one(PAPERS, both_sides=True)

    assert conformance(printed.data) == []
    assert printed == as_one(PAPERS, both_sides=True)
    with pikepdf.open(BytesIO(printed.data)) as file:
        assert file.check_pdf_syntax() == []


def test_every_paper_has_a_bookmark_to_its_first_page_and_its_own_language() -> None:
    printed = as_one(PAPERS, both_sides=True)
    with pikepdf.open(BytesIO(printed.data)) as file:
        numbers = {page.obj.objgen: number for number, page in enumerate(file.pages, start=1)}
        with file.open_outline() as outline:
            found = [(entry.title, numbers[entry.destination[0].objgen]) for entry in outline.root]
    languages = [node.language for node in read(printed.data).root.kids]

    assert [number for _, number in found] == [1, 3, 7, 9, 11]
    assert found[1][0] == "Samarbetskontrakt / Samarbeidskontrakt – Åse Ødegård och Čáhppe Ŋilas"
    assert languages == ["nb-NO", "sv-SE", "en-GB", "nb-NO", "sv-SE"]


def test_a_letter_that_cannot_be_printed_is_told_before_anything_is_made() -> None:
    with pytest.raises(Unprintable):
        as_one(list(papers(5, unprintable=3)))
