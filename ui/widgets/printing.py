"""Finished papers onto a printer: choosing one, and the papers' pages as pictures, fine enough for small type.

What is on the papers is mentordesk.documents'; looking at them first is paper_preview.py's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter

from mentordesk.domain.refusals import Refused, UnusableInput
from mentordesk.i18n.message import Message, msg
from mentordesk.progress import SILENT, Progress
from ui.language import tr

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72


def choose_printer(over: QWidget) -> QPrinter | None:
    """The system's dialog; None where the user turned back."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS_PER_INCH)
    dialog = QPrintDialog(printer, over)
    dialog.setWindowTitle(tr("Print"))
    # "Pages 2 to 4" says nothing where several papers go out at once.
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, False)
    return printer if dialog.exec() else None


def print_papers(papers: Sequence[Path], printer: QPrinter, progress: Progress = SILENT, *, several: int = 1) -> int:
    """Returns how many pages were printed, copies not counted; may run on a worker's thread.

    Each paper begins on a sheet of its own, also where both sides are printed on: nobody gets half of another's.
    `several`: 2 or 4 of a paper's pages on a side, made smaller.

    Raises:
        UnusableInput: a paper cannot be read; none is printed.
        Refused: the printer does not take them.
        Cancelled: in the middle; what was printed by then is on paper.
    """
    opened = [open_pdf(path) for path in papers]
    documents = [document for document, _ in opened]
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    both_sides = printer.duplex() != type(printer).DuplexMode.DuplexNone
    sides = sides_of([document.pageCount() for document in documents], copies, both_sides=both_sides, several=several)
    printer.setFullPage(True)
    painter = QPainter()
    try:
        for done, side in enumerate(sides):
            progress.step(done, len(sides))
            size = None if side is None else documents[side.paper].pagePointSize(side.page)
            _turn_to(printer, painter, size, several)
            if side is not None:
                document = documents[side.paper]
                for place, page in enumerate(range(side.page, min(side.page + several, document.pageCount()))):
                    _paint(painter, document, page, _place(printer, place, several))
        progress.step(len(sides), len(sides))
    except BaseException:
        if painter.isActive():
            printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
    return sum(document.pageCount() for document in documents)


@dataclass(frozen=True, slots=True)
class Side:
    """Which page, from 0, of which of the papers; where a side holds several, the first of them."""

    paper: int
    page: int


def sides_of(counts: Sequence[int], copies: int, *, both_sides: bool, several: int = 1) -> list[Side | None]:
    """What stands on the sides of paper, one after another, for papers of so many pages; None is an empty back."""
    sides: list[Side | None] = []
    for paper, count in list(enumerate(counts)) * copies:
        if both_sides and len(sides) % 2:
            sides.append(None)
        sides += [Side(paper, page) for page in range(0, count, several)]
    return sides


def open_pdf(source: Path | bytes, password: str = "") -> tuple[QPdfDocument, QBuffer]:
    """The document and what it reads from: keep both. The file itself is let go of, so that it can be replaced.

    Raises:
        UnusableInput: it is gone, damaged, locked by a password or no PDF.
    """
    from PySide6.QtPdf import QPdfDocument

    name = source.name if isinstance(source, Path) else ""
    try:
        content = source.read_bytes() if isinstance(source, Path) else source
    except FileNotFoundError as missing:
        raise UnusableInput(msg("{name} is not there any more. Make it again.", name=name)) from missing
    except OSError as problem:
        raise UnusableInput(msg("{name} cannot be read. Is the drive still connected?", name=name)) from problem
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.setPassword(password)
    document.load(buffer)
    if document.status() != QPdfDocument.Status.Ready or not document.pageCount():
        raise UnusableInput(_unreadable(document, name))
    return document, buffer


def _unreadable(document: QPdfDocument, name: str) -> Message:
    from PySide6.QtPdf import QPdfDocument

    locked = {QPdfDocument.Error.IncorrectPassword, QPdfDocument.Error.UnsupportedSecurityScheme}
    if document.error() in locked:
        return msg("This paper is locked by a password. Open it in the viewer that you usually use.")
    if name:
        return msg("{name} is damaged, or is no PDF. Make it again.", name=name)
    return msg("This paper is damaged. Make it again.")


def _turn_to(printer: QPrinter, painter: QPainter, size: QSizeF | None, several: int) -> None:
    """To the next side, upright or sideways as its page is, and two beside each other the other way; the first begins
    the printing."""
    if size is not None:
        wide = (size.width() > size.height()) is not (several == 2)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
    if not painter.isActive():
        if not painter.begin(printer):
            raise Refused(msg("The printer does not answer. Is it on and connected? You can also save the papers."))
    elif not printer.newPage():
        raise Refused(msg("The printer stopped before all pages were printed."))


def _place(printer: QPrinter, place: int, several: int) -> QRect:
    """In device pixels: the whole side, one of its halves along the longer edge, or a quarter."""
    side = printer.pageLayout().fullRectPixels(printer.resolution())
    if several == 1:
        return QRect(0, 0, side.width(), side.height())
    across = 2 if several == 4 or side.width() > side.height() else 1
    wide, high = side.width() // across, side.height() * across // several
    return QRect(place % across * wide, place // across * high, wide, high)


def _paint(painter: QPainter, document: QPdfDocument, page: int, place: QRect) -> None:
    points = document.pagePointSize(page)
    pixels = (points * (DOTS_PER_INCH / _POINTS_PER_INCH)).toSize()
    drawn = document.render(page, pixels)
    image = QImage(drawn.size(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)  # a page has no ground of its own, and some printers take "nothing" for black
    over_white = QPainter(image)
    over_white.drawImage(0, 0, drawn)
    over_white.end()
    size = (points * (painter.device().logicalDpiX() / _POINTS_PER_INCH)).toSize()
    painter.drawImage(_fitted(size, place), image)


def _fitted(size: QSize, place: QRect) -> QRect:
    """In its own size, in the middle; smaller where the place is smaller, as A4 on Letter."""
    if size.width() > place.width() or size.height() > place.height():
        size = size.scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    spot = QRect(0, 0, size.width(), size.height())
    spot.moveCenter(place.center())
    return spot
