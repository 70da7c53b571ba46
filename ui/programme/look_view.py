"""The look of the programme's papers: its colour and logo, seen on the first page of a contract as they are chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QWidget

from mentordesk.actions.files import Store
from mentordesk.actions.looks import remove_logo, set_colour, set_logo, set_logo_words
from mentordesk.documents.declared.pair_kinds import CONTRACT
from mentordesk.documents.typesetting.logos import LOGO_BYTES, LOGO_ENDINGS, logo_of
from mentordesk.domain.fields import FieldValue, TextField
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.looks import checked_colour
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.progress import Progress
from mentordesk.queries.look import Look, look
from ui.ask import FileKind
from ui.desk import Desk
from ui.forms.beside import NARROW_FROM
from ui.forms.editor import Remark
from ui.forms.form import Row
from ui.language import say, tr
from ui.programme.kept_form import KeptForm
from ui.programme.view import View
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column, frame, row, scrolling
from ui.widgets.labels import label

if TYPE_CHECKING:
    from ui.widgets.pdf_view import PdfView

_COLOUR = TextField("paperColour", msg("Colour"))
_SAYS = TextField("logoSays", msg("What the logo says"))
_HIGH = 560  # px at 100 %, that the page has in large type


class LookView(View):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("programmeLook")
        self._known: Look | None = None
        self._form: KeptForm | None = None
        card = frame("card")
        inner = column(desk.look, within=card, space=Space.BETWEEN, edge=16)
        inner.addWidget(label(tr("Logo and colour of the papers"), "heading", wrap=True))
        self._room = column(desk.look)
        inner.addLayout(self._room)
        self._logo = label("", wrap=True)
        self._logo.setObjectName("logoWords")
        inner.addWidget(self._logo)
        buttons = QWidget()
        flow = Flow(desk.look.px(Space.BETWEEN), buttons)
        flow.addWidget(button(tr("Choose a logo …"), self._ask_logo, name="chooseLogo", kind="main"))
        self._without = button(tr("Without a logo"), self._remove_logo, name="removeLogo")
        flow.addWidget(self._without)
        flow.addWidget(button(tr("Choose a colour …"), self._ask_colour, name="chooseColour"))
        inner.addWidget(buttons)
        self._remark = Remark(desk.look)
        inner.addWidget(self._remark)
        inner.addStretch(1)
        self.page: PdfView | None = None  # made with the first paper
        self._beside = QWidget()
        self._beside.setMinimumWidth(desk.look.px(320))
        column(desk.look, within=self._beside)
        if desk.look.zoom >= NARROW_FROM:
            content = QWidget()
            down = column(desk.look, within=content, space=Space.AROUND)
            down.addWidget(card)
            self._beside.setMinimumHeight(desk.look.px(_HIGH))
            down.addWidget(self._beside)
            column(desk.look, within=self).addWidget(scrolling(content))
        else:
            across = row(desk.look, within=self, space=Space.AROUND)
            across.addWidget(card, 2)
            across.addWidget(self._beside, 3)

    def reload(self, programme: ProgrammeId) -> None:
        self.programme = programme
        today = self.desk.today
        self.desk.work.ask("programme look", lambda store: look(store, programme, today=today), self._show, self._no)

    def enter(self) -> None:
        if self._form is not None:
            self._form.focus(_COLOUR.key)

    def take_colour(self, colour: QColor) -> None:
        programme, told = self.programme, colour.name()
        if programme is not None:
            self._change(lambda store: set_colour(store, programme, told))

    def _no(self, no: Refused) -> None:
        self.refused.emit(no)

    def _show(self, found: Look) -> None:
        if found.programme != self.programme:
            return
        before, self._known = self._known, found
        same = before is not None and before.programme == found.programme
        if self._form is None or not same:
            self._make_form()
        if self._form is not None:
            says = say(found.says) if found.says.texts() else None
            self._form.show_kept({_COLOUR.key: found.colour.upper() or None, _SAYS.key: says}, anew=not same)
        self._logo.setText(
            tr("The logo stands at the top of the first page.")
            if found.has_logo
            else tr("There is no logo yet. It would stand at the top of the first page.")
        )
        self._without.setEnabled(found.has_logo)
        self._draw(found.colour)
        self.told.emit()

    def _make_form(self) -> None:
        colour = Row(_COLOUR, hint=msg("# and six signs, such as #00609F. Too light a colour is printed darker."))
        says = Row(_SAYS, hint=msg("For whoever cannot see it. Empty: the owner's name."))
        self._form = KeptForm.within(self._room, self, (colour, says), name="lookForm", keep=self._keep)
        if self.look.zoom < NARROW_FROM:  # in large type they are so already
            self._form.be_as_high_as_fields()
        self._form.editor(_COLOUR.key).changed.connect(self._try_colour)

    def _keep(self, key: str, value: FieldValue) -> None:
        programme, form, text = self.programme, self._form, str(value or "")
        if programme is None or form is None or not self.desk.may_change():
            return
        deed = set_colour if key == _COLOUR.key else set_logo_words
        form.keep(self, lambda store: deed(store, programme, text), key, value)

    def _try_colour(self) -> None:
        """What is being typed is seen as soon as it is a colour."""
        if self._form is None:
            return
        try:
            self._draw(checked_colour(str(self._form.editor(_COLOUR.key).read() or "")))
        except Refused:
            return

    def _draw(self, colour: str) -> None:
        if self._known is None:
            return
        known = self._known
        content = replace(known.contract, letterhead=replace(known.contract.letterhead, colour=colour))

        def drawn(_: Progress) -> bytes:
            from mentordesk.documents.edition import Edition
            from mentordesk.documents.typesetting.press import pdf

            return pdf(CONTRACT.ready(content).document, [catalog(known.language)], Edition.PAPER).data

        self.desk.work.compute("look on a page", drawn, self._show_page, refused=self._no)

    def _show_page(self, paper: bytes) -> None:
        if self.page is None:
            from ui.widgets.pdf_view import PdfView  # QtPdf, which nobody needs who looks at no paper

            self.page = PdfView(self.look)
            room = self._beside.layout()
            assert room is not None
            room.addWidget(self.page)
        self.page.load(paper)

    def _ask_logo(self) -> None:
        if self.programme is None or not self.desk.may_change():
            return
        path = self.desk.ask.open_file(tr("A logo"), FileKind(tr("Pictures"), LOGO_ENDINGS))
        if path is not None:
            self.take_logo(path)

    def take_logo(self, path: Path) -> None:
        programme = self.programme
        if programme is not None:
            self._change(lambda store: set_logo(store, programme, _read(path)))

    def _remove_logo(self) -> None:
        programme = self.programme
        if programme is not None and self.desk.may_change():
            self._change(lambda store: remove_logo(store, programme))

    def _ask_colour(self) -> None:
        if not self.desk.may_change():
            return
        now = QColor(self._known.colour if self._known and self._known.colour else "#00609f")
        dialog = QColorDialog(now, self)
        dialog.setObjectName("colourDialog")
        dialog.colorSelected.connect(self.take_colour)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _change(self, deed: Callable[[Store], object]) -> None:
        self._remark.set("", wrong=False)
        self.desk.work.change(deed, refused=self._refuse)

    def _refuse(self, no: Refused) -> None:
        self._remark.set(say(no.message), wrong=True)


def _read(path: Path) -> bytes:
    """
    Raises:
        Refused: it cannot be read; or as `logo_of`, before a large file is read.
    """
    try:
        if path.stat().st_size > LOGO_BYTES:
            return logo_of(bytes(LOGO_BYTES + 1))
        return path.read_bytes()
    except OSError as error:
        raise Refused(
            msg("“{name}” cannot be read: {reason}.", name=path.name, reason=error.strerror or str(error))
        ) from error
