"""The Documents tab over a small programme that has something to say on every paper, or over the example."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from mentordesk.actions.files import open_file
from tests.actions.every_paper import Every, write_every
from tests.queries.small_programme import NOON
from ui.documents.tab import DocumentsPage


@pytest.fixture
def open_documents(qtbot, desk_over, settled):
    """`open_documents(path, look=…)`: the tab, shown and filled, 1184 × 725 as in a window of 1280 × 800."""

    def make(path: Path, *, size: tuple[int, int] = (1184, 725), clock=lambda: NOON, **given) -> DocumentsPage:
        desk = desk_over(path, opener=lambda: open_file(path, clock=clock), **given)
        page = DocumentsPage(desk)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        settled(desk)
        return page

    return make


@pytest.fixture
def every(tmp_path) -> Every:
    return write_every(tmp_path / "every.mentordesk")


@pytest.fixture
def page(open_documents, every, tmp_path) -> DocumentsPage:
    return open_documents(tmp_path / "every.mentordesk")


@pytest.fixture
def told(page) -> list[str]:
    """What the desk said, in English."""
    from ui.language import say

    heard: list[str] = []
    page.desk.told.connect(lambda notice: heard.append(say(notice.sentence)))
    return heard


@pytest.fixture
def to_file(tmp_path, qapp):
    """`to_file()`: a printer that writes tmp_path/printed.pdf."""

    def make() -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printer.setResolution(72)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        return printer

    return make
