"""Several pages of a list on one side of paper: made smaller, whole, and never half of another paper's."""

from __future__ import annotations

import pypdf
import pytest
from PySide6.QtWidgets import QComboBox
from reportlab.pdfgen.canvas import Canvas

from ui.widgets.paper_preview import PaperPreview
from ui.widgets.printing import print_papers, sides_of


def drawn(path, pages):
    canvas = Canvas(str(path), pagesize=(595, 842))
    for number in range(pages):
        canvas.drawString(200, 400, f"page {number}")
        canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize(("several", "sides", "wide"), [(1, 5, False), (2, 3, True), (4, 2, False)])
def test_two_or_four_pages_go_on_a_side_turned_as_they_fit(tmp_path, to_file, several, sides, wide):
    paper = drawn(tmp_path / "list.pdf", 5)

    assert print_papers([paper], to_file(), several=several) == 5

    pages = pypdf.PdfReader(tmp_path / "printed.pdf").pages
    assert len(pages) == sides
    assert {page.mediabox.width > page.mediabox.height for page in pages} == {wide}


def test_a_side_holds_pages_of_one_paper_only_and_a_sheet_too():
    one_side = sides_of([3, 1], 1, both_sides=False, several=2)
    both = sides_of([3, 1, 1], 1, both_sides=True, several=4)

    assert [(side.paper, side.page) for side in one_side] == [(0, 0), (0, 2), (1, 0)]
    assert [side if side is None else (side.paper, side.page) for side in both] == [(0, 0), None, (1, 0), None, (2, 0)]


@pytest.mark.parametrize("lists", [True, False])
def test_only_lists_offer_it(desk_over, example, qtbot, tmp_path, lists):
    preview = PaperPreview(desk_over(example), [("List", drawn(tmp_path / "list.pdf", 2))], lists=lists)
    qtbot.addWidget(preview)
    preview.show()

    assert preview.findChild(QComboBox, "pagesOnASide").isVisible() is lists
