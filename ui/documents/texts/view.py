"""Letters and passages in the programme's own words: chosen on top, written on the left, read on the right (R80).

What is written and not kept yet stays with its text, and is kept when one goes away from it, if nothing is wrong in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from mentordesk.actions.files import Store
from mentordesk.actions.own_texts import back_to_original, write_text
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.own_texts import Words
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.queries.own_texts import TextInEdit, TextRow, programme_languages, text_in_edit, text_rows
from mentordesk.queries.text_previews import ReadText, text_preview
from ui.desk import Desk, NoticeKind
from ui.documents.texts.choices import TextChoices
from ui.documents.texts.editor import TextEditor
from ui.documents.texts.preview import TextPreview
from ui.documents.view import View
from ui.theme import Space
from ui.widgets.frames import column, scrolling
from ui.widgets.page import PageCommand
from ui.widgets.views import NARROW_FROM

_AFTER_TYPING = 150  # ms: then the preview follows
_Place = tuple[ProgrammeId, str, LanguageCode]


@dataclass(frozen=True, slots=True)
class _Read:
    rows: tuple[TextRow, ...]
    languages: tuple[LanguageCode, ...]
    shown: TextInEdit


def _read(store: Store, programme: ProgrammeId, key: str, code: LanguageCode | None) -> _Read:
    """Of no language yet: the programme's first."""
    languages = programme_languages(store, programme)
    return _Read(text_rows(store, programme), languages, text_in_edit(store, programme, key, code or languages[0]))


class TextsView(View):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("textsView")
        self._programme: ProgrammeId | None = None
        self._shown: TextInEdit | None = None
        self._unkept: dict[_Place, Words] = {}
        self._choices = TextChoices(desk.look)
        self.editor = TextEditor(desk.look)
        self.preview = TextPreview(desk.look)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_TYPING)
        self._later.timeout.connect(self._ask_preview)
        self._build()
        self.editor.set_read_only(desk.file.read_only)
        self._choices.chosen.connect(self._on_chosen)
        self._choices.version_chosen.connect(self._on_version)
        self.editor.edited.connect(self._on_edited)
        self.editor.kept.connect(self.keep)
        self.editor.taken_back.connect(self.take_back)

    def reload(self, programme: ProgrammeId | None) -> None:
        if programme is None:
            return
        if programme != self._programme:
            self.leave()
        self._programme = programme
        key, code = self._choices.key, self._choices.code
        self.desk.work.ask("texts", lambda store: _read(store, programme, key, code), self._take, self.refused.emit)

    def enter(self) -> None:
        self._choices.enter()

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("Keep this text"), "keep_text", self.keep),
            PageCommand(msg("Back to the original"), "text_back_to_original", self.take_back),
            PageCommand(msg("Insert a field"), "insert_text_field", self.editor.offer_fields),
            PageCommand(msg("Next reader of the text"), "next_reader", partial(self.preview.step, 1), "Alt+PgDown"),
            PageCommand(msg("Reader before"), "reader_before", partial(self.preview.step, -1), "Alt+PgUp"),
        )

    def panes(self) -> Sequence[QWidget]:
        return (self._choices, self.editor, self.preview)

    def keep(self) -> None:
        """The words hold from now on; where something is wrong one is led there instead."""
        place, words = self._place, self.editor.words
        if place is None or place not in self._unkept or not self.desk.may_change():
            return
        if self.editor.problems:
            self.editor.go_to(self.editor.problems[0])
            self.desk.tell(self.editor.problems[0].sentence, NoticeKind.WARNING)
            return
        self._keep(place, words)

    def take_back(self) -> None:
        """Ours again, and what is written and not kept goes."""
        place = self._place
        if place is None or not self.desk.may_change():
            return
        self._unkept.pop(place, None)
        self.desk.work.change(lambda store: back_to_original(store, *place), lambda _: self.reload(place[0]))

    def leave(self) -> None:
        """What is written is kept, if nothing is wrong in it; else it waits here."""
        place, words = self._place, self.editor.words
        if place is not None and place in self._unkept and self.desk.file.read_only is None:
            if self.editor.problems:
                self.desk.tell(msg("The text is not kept yet: {reason}", reason=self.editor.problems[0].sentence))
            else:
                self._keep(place, words)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        self.leave()
        super().hideEvent(event)

    @property
    def _place(self) -> _Place | None:
        shown = self._shown
        return None if shown is None else (shown.programme, shown.text.key, shown.language)

    def _build(self) -> None:
        """Beside each other, or under each other where there is no room; then all of it scrolls."""
        look = self.look
        narrow = look.zoom >= NARROW_FROM
        both = QWidget()
        side = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        across = QBoxLayout(side, both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(look.px(Space.AROUND))
        across.addWidget(self.editor, 1)
        across.addWidget(self.preview, 1)
        all_of_it = QWidget() if narrow else self
        down = column(look, within=all_of_it, space=Space.AROUND)
        down.addWidget(self._choices)
        down.addWidget(both, 1)
        if narrow:
            column(look, within=self).addWidget(scrolling(all_of_it))

    def _take(self, read: _Read) -> None:
        shown = read.shown
        if shown.programme != self._programme:
            return
        self._shown = shown
        self._choices.offer(read.rows, read.languages, shown)
        self._show_words()
        self.told.emit()
        self._ask_preview()

    def _show_words(self) -> None:
        shown, place = self._shown, self._place
        if shown is None or place is None:
            return
        unkept = self._unkept.get(place)
        self.editor.show_words(shown.text, unkept or shown.words, own=shown.own, changed=unkept is not None)
        self._choices.show_state(unkept=unkept is not None, own=shown.own)

    def _on_chosen(self) -> None:
        self.leave()
        if self._programme is not None:
            self.reload(self._programme)

    def _on_version(self, number: int) -> None:
        """It is there to be read, and holds when it is kept."""
        shown, place = self._shown, self._place
        if shown is None or place is None:
            return
        words = next((each.words for each in shown.versions if each.number == number), None)
        self._note(place, words or shown.text.original(shown.language))
        self._show_words()
        self._ask_preview()

    def _on_edited(self) -> None:
        place = self._place
        if place is not None:
            self._note(place, self.editor.words)
            self._show_words()
            self._later.start()

    def _note(self, place: _Place, words: Words) -> None:
        shown = self._shown
        if shown is not None and Words(words.subject.strip(), words.body.strip()) == shown.words:
            self._unkept.pop(place, None)
        else:
            self._unkept[place] = words

    def _keep(self, place: _Place, words: Words) -> None:
        programme, key, code = place

        def kept(store: Store) -> bool:
            return write_text(store, programme, key, code, words)

        self.desk.work.change(kept, partial(self._on_kept, place, words), self._on_refused)

    def _on_kept(self, place: _Place, words: Words, _: bool) -> None:
        if self._unkept.get(place) == words:  # nothing was typed meanwhile
            del self._unkept[place]
        if self._programme is not None:
            self.reload(self._programme)

    def _on_refused(self, no: Refused) -> None:
        self.desk.tell(no.message, NoticeKind.WARNING)

    def _ask_preview(self) -> None:
        shown = self._shown
        if shown is None:
            return
        words, today = self.editor.words, self.desk.today
        self.desk.work.ask(
            "text preview",
            lambda store: text_preview(store, shown.programme, shown.text, shown.language, words, today=today),
            self._show_preview,
        )

    def _show_preview(self, found: tuple[ReadText, ...]) -> None:
        self.preview.show_read(found)
