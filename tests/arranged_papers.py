"""What is done before a picture of the Documents tab's other views: forms that came back, texts, letters, library.

What is made before it, and the history of it, is arranged_documents.py's.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from sqlalchemy import select

from mentordesk.actions.files import Store
from mentordesk.actions.letters import tick_sent, write_letters
from mentordesk.actions.library import add_item
from mentordesk.actions.loans import hand_out
from mentordesk.actions.requests import ask
from mentordesk.actions.survey_answers import keep_sheet
from mentordesk.domain.application_form import APPLICATION_FORM
from mentordesk.domain.conversation_slip import CONVERSATION_SLIP
from mentordesk.domain.evaluation import EVALUATION_FORM, wording
from mentordesk.domain.form_identity import FormIdentity
from mentordesk.domain.ids import PairId, ParticipationId, ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.i18n.message import Wording, msg
from mentordesk.messages.letters import LetterKind
from mentordesk.queries.letter_log import letter_log
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import PairRecord, ParticipationRecord
from tests.returned_forms import by_pikepdf, issued_by
from ui.documents.returned.view import ReturnedView
from ui.documents.tab import DocumentsPage

Settle = Callable[[], None]
Arrange = Callable[[DocumentsPage, Settle], None]
_SOME = 5  # letters, loans, answers


def _view(page: DocumentsPage, settle: Settle, *, key: str) -> None:
    page.show_view(key)
    settle()
    settle()


def _do(page: DocumentsPage, settle: Settle, deed: Callable[[Store, ProgrammeId], object]) -> None:
    programme = page.desk.programme_id
    assert programme is not None
    page.desk.work.change(lambda store: deed(store, programme))
    settle()


def _mentees(store: Store, programme: ProgrammeId) -> list[ParticipationId]:
    with store.reading() as session:
        wanted = select(ParticipationRecord.id).where(
            ParticipationRecord.programme_id == programme, ParticipationRecord.role == Role.MENTEE
        )
        return list(session.scalars(wanted.order_by(ParticipationRecord.id)))


def _pair(store: Store, programme: ProgrammeId) -> PairId:
    with store.reading() as session:
        return session.scalars(select(PairRecord.id).where(PairRecord.programme_id == programme)).all()[0]


def _forms(folder: Path, store: Store, programme: ProgrammeId) -> None:
    """One that differs, one with new answers and one that is none."""
    mentee, day = _mentees(store, programme)[0], store.today() - timedelta(days=7)
    told = {"phone": "22 33 44 55", "title": "Avdelingsleder", "place": "Oslo"}
    (folder / "1.pdf").write_bytes(by_pikepdf(issued_by(store, APPLICATION_FORM, programme, mentee), told))
    slip = {"entry.1.held_on": day.isoformat(), "entry.1.minutes": "60"}
    blank = issued_by(store, CONVERSATION_SLIP, programme, _pair(store, programme))
    (folder / "2.pdf").write_bytes(by_pikepdf(blank, slip))
    (folder / "3.pdf").write_bytes(b"no form")


def _returned(page: DocumentsPage, settle: Settle, *, take: bool = False) -> None:
    with tempfile.TemporaryDirectory() as there:
        _do(page, settle, partial(_forms, Path(there)))
        _view(page, settle, key="returned")
        view = page.views.view
        assert isinstance(view, ReturnedView)
        view.returning.read([Path(there)])
        settle()
        settle()
        if take:
            view.returning.take()
            settle()
            view.close_topmost()
            settle()


def _problem(page: DocumentsPage, settle: Settle) -> None:
    """A field that nobody knows, and half a brace."""
    _view(page, settle, key="texts")
    body = page.views.view.findChild(QPlainTextEdit, "textBody")
    assert body is not None
    body.setFocus()
    QTest.keyClicks(body, "{given_nam} {sender ")
    settle()


def _letters(page: DocumentsPage, settle: Settle) -> None:
    def written(store: Store, programme: ProgrammeId) -> None:
        with tempfile.TemporaryDirectory() as there:
            write_letters(store, _mentees(store, programme)[:_SOME], LetterKind.SELECTED, folder=Path(there))
        tick_sent(store, [each.id for each in letter_log(store, programme)][:2], store.today())

    _do(page, settle, written)
    _view(page, settle, key="mail")


def _library(page: DocumentsPage, settle: Settle, *, part: str = "libraryItems") -> None:
    def filled(store: Store, programme: ProgrammeId) -> None:
        mentees, day = _mentees(store, programme)[:_SOME], store.today()
        book = add_item(store, programme=programme, title=Wording.everywhere("Å lede"), copies=_SOME + 1, is_book=True)
        add_item(store, programme=programme, title=Wording.everywhere("Film 1"), copies=2)
        hand_out(store, book, mentees, on=day - timedelta(days=40), due=day - timedelta(days=1))
        ask(store, mentees[0], "Et kurs i vanskelige samtaler", on=day - timedelta(days=3))

    _do(page, settle, filled)
    _view(page, settle, key="library")
    switch = page.views.view.findChild(QPushButton, part)
    assert switch is not None
    switch.click()
    settle()


def _surveys(page: DocumentsPage, settle: Settle) -> None:
    def answered(store: Store, programme: ProgrammeId) -> None:
        with store.changing(msg("answers")) as session:
            digest = wording(programme_of(session, programme).settings)
            identity = FormIdentity(EVALUATION_FORM.key, 1, programme, "", digest)
            for points in ("5", "4", "3", "3", "5"):
                values = {"role": "mentee", "moment": "after", "stay": points, "higher": "4", "helped": "Samtalene"}
                keep_sheet(session, identity, values, returned_on=store.today())

    _do(page, settle, answered)
    _view(page, settle, key="surveys")


OF_PAPERS: Mapping[str, Arrange] = {
    "returned-conflict": _returned,
    "returned-read": partial(_returned, take=True),
    "texts": partial(_view, key="texts"),
    "texts-problem": _problem,
    "letters": _letters,
    "library": _library,
    "loans": partial(_library, part="libraryLoans"),
    "requests": partial(_library, part="libraryRequests"),
    "surveys": _surveys,
}
PAPERS_EMPTY: Mapping[str, Arrange] = {
    f"{key}-empty": partial(_view, key=key) for key in ("returned", "texts", "mail", "library", "surveys")
}
"""In a file where nothing came back and nobody takes part."""
