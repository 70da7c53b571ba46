"""Every kind of paper in every language: PDFs, and one sheet with small pictures of their pages, to look at.

    python -m tests.papers DIR [--only KIND] [--case mixed] [--dpi 60]
    python -m tests.papers resources/guide/pictures/papers --guide

Files are named KIND-LANGUAGE.pdf, sheets KIND.png: a row for each language, its first pages beside each other, as the
program's own preview and printer show them. For the guide there are the sheets alone, small enough to be kept.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from mentordesk.documents.edition import Edition
from mentordesk.documents.kinds import Declared
from mentordesk.documents.registry import ALL_KINDS
from mentordesk.documents.typesetting.press import pdf
from mentordesk.i18n.catalog import catalog
from tests.documents.cases import Case, CaseName
from tests.documents.contents import ready

_BESIDE = 4  # pages of one paper
_GAP = 14  # pixels around a page
_CAPTION = 20
_POINTS = 72
_GUIDE_DPI = 48
_GUIDE_COLOURS = 16  # more make the files larger and the pages no clearer


def main(words: Sequence[str]) -> int:
    asked = _asked(words)
    asked.folder.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication.instance() or QGuiApplication([])
    case = Case(CaseName(asked.case))
    for kind in ALL_KINDS:
        if asked.only in ("", kind.key):
            _take(kind, case, asked.folder, _GUIDE_DPI if asked.guide else asked.dpi, for_guide=asked.guide)
            print(kind.key, flush=True)
    application.processEvents()
    return 0


def _asked(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.papers")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", choices=["", *(kind.key for kind in ALL_KINDS)], metavar="KIND")
    parser.add_argument("--case", default=CaseName.ORDINARY, choices=list(CaseName))
    parser.add_argument("--dpi", type=int, default=60)
    parser.add_argument("--guide", action="store_true")
    return parser.parse_args(words)


def _take(kind: Declared, case: Case, folder: Path, dpi: int, *, for_guide: bool) -> None:
    document = ready(kind, case).document
    rows = []
    for languages in case.languages[:3]:
        spoken = [catalog(code) for code in languages.split("+")]
        if not for_guide:
            (folder / f"{kind.key}-{languages}.pdf").write_bytes(pdf(document, spoken).data)
        shown = pdf(document, spoken, Edition.PAPER)
        rows.append((languages, _pages(shown.data, dpi), shown.pages))
    path = folder / f"{kind.key}.png"
    if not _sheet(kind.key, rows).save(str(path)):
        raise OSError(f"{path.name} was not written")
    if for_guide:
        _make_small(path)


def _make_small(path: Path) -> None:
    """A palette of few colours, in place."""
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(_GUIDE_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def _pages(data: bytes, dpi: int) -> list[QImage]:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = []
    for number in range(min(document.pageCount(), _BESIDE)):
        size = (document.pagePointSize(number) * (dpi / _POINTS)).toSize()
        page = QImage(size, QImage.Format.Format_RGB32)
        page.fill(0xFFFFFFFF)
        over = QPainter(page)
        over.drawImage(0, 0, document.render(number, size))
        over.end()
        pages.append(page)
    document.close()
    return pages


def _sheet(title: str, rows: Sequence[tuple[str, list[QImage], int]]) -> QImage:
    page = rows[0][1][0].size()
    most = max(len(pages) for _, pages, _ in rows)
    size = QSize(most * (page.width() + _GAP) + _GAP, len(rows) * (page.height() + _GAP + _CAPTION) + _GAP)
    sheet = QImage(size, QImage.Format.Format_RGB32)
    sheet.fill(0xFFD5DBD9)
    painter = QPainter(sheet)
    painter.setFont(QFont("Source Sans 3", 9))
    top = _GAP // 2
    for languages, pages, count in rows:
        told = f"{title} · {languages}" + (f" · {len(pages)} of {count} pages" if count > len(pages) else "")
        painter.drawText(QRect(_GAP, top, size.width(), _CAPTION), Qt.AlignmentFlag.AlignVCenter, told)
        top += _CAPTION
        for at, each in enumerate(pages):
            painter.drawImage(_GAP + at * (page.width() + _GAP), top, each)
        top += page.height() + _GAP
    painter.end()
    return sheet


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
