"""What is done in the Documents tab before its picture is taken: making papers, and what was made."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from mentordesk.actions.documents import print_papers
from ui.documents.making.view import MakingView
from ui.documents.tab import DocumentsPage

Settle = Callable[[], None]


def _kind(page: DocumentsPage, settle: Settle, *, key: str) -> None:
    view = page.views.view
    assert isinstance(view, MakingView)
    view.kinds.choose(key)
    for _ in range(3):  # whoever goes through the kinds waits a moment
        settle()


def _history(page: DocumentsPage, settle: Settle) -> None:
    page.show_view("history")
    settle()


def _made(page: DocumentsPage, settle: Settle) -> None:
    """Contracts of all pairs and the checklists, made on the day of the picture."""
    desk, programme = page.desk, page.desk.programme_id
    assert programme is not None
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("contract", "first-meeting-checklist"):
            desk.work.change(
                lambda store, kind=kind: print_papers(
                    store, kind, programme=programme, folder=Path(folder), today=desk.today
                )
            )
            settle()
    _history(page, settle)


OF_MAKING: Mapping[str, Callable[[DocumentsPage, Settle], None]] = {
    "making-form": partial(_kind, key="conversation-slip"),
    "making-invitations": partial(_kind, key="gathering-invitation"),
    "making-elsewhere": partial(_kind, key="people-list"),
    "making-missing": partial(_kind, key="team-agenda"),
    "history": _made,
    "history-empty": _history,
}
