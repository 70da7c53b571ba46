"""Puts a look on the whole application: font, palette, style sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from mentordesk import places
from ui.icons import picture_file
from ui.stylesheet import stylesheet
from ui.theme import Look, Size, interface_font, palette

_STYLED = "mentordeskStyle"


def wear(app: QApplication, look: Look, window: QWidget | None = None) -> None:
    """The sheet lies on `window`, not on the application: a page is then built bare and dressed once, when it comes in.

    On the application Qt would dress every part anew each time it is put into another, which took half of the time of
    a tab's first look. Without a window (a part shown alone) the sheet does lie on the application.
    """
    if not app.property(_STYLED):  # asking the application for its style would leave us one that Qt deletes
        app.setStyle("fusion")  # the one that paints the same on every system
        app.setProperty(_STYLED, True)
    font = interface_font()
    font.setPixelSize(look.px(Size.BODY))
    app.setFont(font)
    app.setPalette(palette(look))
    folder = places.cache()
    sheet = stylesheet(
        look,
        arrow=picture_file("down", look.colour("ink_2"), folder),
        tick=picture_file("tick", look.colour("on_accent"), folder),
    )
    if window is None:
        app.setStyleSheet(sheet)
    else:
        window.setStyleSheet(sheet)
