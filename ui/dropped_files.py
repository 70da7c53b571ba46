"""Returned forms dropped anywhere on the window: they lead to where forms come back, whatever tab is shown.

A widget that takes drops of its own, such as lists and attachments, is asked first, by Qt.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from mentordesk.domain.subjects import Subject
from ui.desk import CAME_BACK, Desk

_FORMS = ".pdf"


def forms_in(dragged: QMimeData) -> tuple[Path, ...]:
    """PDF files and folders; nothing where anything else is among them."""
    places = tuple(Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile())
    if len(places) != len(dragged.urls()):
        return ()
    return places if all(each.suffix.lower() == _FORMS or each.is_dir() for each in places) else ()


class DropsOfForms(QObject):
    """Watches `over`, which takes drops from now on."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if isinstance(event, QDropEvent) and (places := forms_in(event.mimeData())):
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self._desk.please_show(Subject.DOCUMENTS, CAME_BACK + "\n".join(map(str, places)))
            return isinstance(event, QDragEnterEvent) or event.type() == QEvent.Type.Drop
        return super().eventFilter(watched, event)
