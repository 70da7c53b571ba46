"""The window's line icons: drawings in resources/icons/ on a grid of 24, coloured when they are asked for.

To add one: a file there with `stroke="currentColor"`; tests/ui/test_icons.py holds it to the family's rules.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from mentordesk.domain.refusals import Refused
from mentordesk.places import resource
from mentordesk.whole_file import write_whole

NAMES = tuple(sorted(path.stem for path in resource("icons").glob("*.svg")))


def pixmap(name: str, colour: QColor, side: int, ratio: float = 1.0) -> QPixmap:
    """`side` in pixels of the layout; `ratio` of the screen's own pixels to those.

    Raises:
        KeyError: there is no such drawing.
    """
    return QPixmap(_painted(name, colour.rgba(), side, ratio))  # a copy: nobody paints into the kept one


def icon(name: str, colour: QColor, side: int = 20) -> QIcon:
    """Sharp at `side` on each screen there is; ask for the side that it will be shown at."""
    made = QIcon()
    ratios = {1.0, 2.0} | {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    for ratio in sorted(ratios):
        made.addPixmap(_painted(name, colour.rgba(), side, ratio))
    return made


def picture_file(name: str, colour: QColor, folder: Path) -> str:
    """The path of the drawing in a colour, with forward slashes, as the style sheet wants it; written if need be.

    Two processes may do it at once: the name tells what is in the file, and it is there whole or not at all.

    Raises:
        KeyError: there is no such drawing.
        OSError, Refused: `folder` cannot be made or written.
    """
    drawing = _drawing(name).replace(b"currentColor", colour.name().encode())
    path = folder / f"{name}-{hashlib.sha256(drawing).hexdigest()[:16]}.svg"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        try:
            write_whole(drawing, path)
        except Refused:
            if not path.exists():  # Windows refuses to replace what another process reads; then it is there
                raise
    return path.as_posix()


@lru_cache(maxsize=512)
def _painted(name: str, rgba: int, side: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    colour = QColor.fromRgba(rgba)
    drawing = _drawing(name).replace(b"currentColor", colour.name().encode())
    pixels = max(1, round(side * ratio))
    made = QPixmap(pixels, pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(maxsize=len(NAMES))
def _drawing(name: str) -> bytes:
    if name not in NAMES:
        raise KeyError(name)
    return resource(f"icons/{name}.svg").read_bytes()
