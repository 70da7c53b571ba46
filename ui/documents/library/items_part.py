"""The material: what there is, for whom, how much of it is out; added, changed, handed out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from mentordesk.actions.files import Store
from mentordesk.actions.library import add_file, add_item, change_item, library_file, remove_item, replace_file
from mentordesk.domain.attachments import ENDINGS, check_size
from mentordesk.domain.fields import Field, FieldValue
from mentordesk.domain.ids import LibraryItemId
from mentordesk.domain.library import ItemForm
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.library import ItemRow, Library, Reader
from mentordesk.whole_file import write_whole
from ui.ask import FileKind
from ui.desk import Desk, NoticeKind
from ui.documents.library.hand_out import HandOut
from ui.documents.library.part import Part
from ui.documents.library.words import COPIES, EVERYWHERE, FOR_WHOM, IS_BOOK, ITEMS, TITLE, ForWhom, title_of
from ui.forms.form import Row
from ui.language import ntr, say, tr
from ui.widgets.buttons import button
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.page import shortcut

_NEW: tuple[Field | Row, ...] = (
    Row(TITLE, required=True),
    Row(FOR_WHOM, required=True),
    Row(COPIES, hint=msg("Empty: nobody counts them.")),
    Row(IS_BOOK, hint=msg("Whoever gets it has the paper “Book handed out”.")),
    EVERYWHERE,
)


class ItemsPart(Part[ItemRow]):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, ITEMS, msg("Material"), key="library", table="libraryTable", form="itemForm")
        self._readers: tuple[Reader, ...] = ()
        self.list.opened.connect(self._open)
        self.list.deleted.connect(self._remove)
        of_a_file = (
            button(tr("Save a copy of the file …"), self._save_copy, name="saveFile"),
            button(tr("Replace the file …"), self._ask_newer, name="replaceFile"),
        )
        out = button(tr("Hand out …"), self._hand_out, name="handOutItem", kind="main", keys="Ctrl+Return")
        self._of_a_file = of_a_file
        empty = EmptyPage(
            desk.look,
            picture="documents",
            heading=tr("Nothing is in the library yet"),
            text=tr("Compendium, book, films and slides: what is handed out is noted, with the day it is to be back."),
            ways_on=(
                WayOn(tr("Add something to hand out …"), self.add, "firstItem"),
                WayOn(tr("Add a file …"), self._ask_file, "firstFile"),
            ),
        )
        self.furnish(
            (
                button(tr("Add something to hand out …"), self.add, name="addItem", keys="Ctrl+N"),
                button(tr("Add a file …"), self._ask_file, name="addFile"),
                out,
                *of_a_file,
            ),
            (out, *of_a_file),
            empty,
        )
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self.shown, keys, self._hand_out)
        self.hand_out = HandOut(desk)
        self.hand_out.left.connect(self.leave)
        self._stack = QStackedWidget()
        whole = self.layout()
        assert whole is not None
        whole.replaceWidget(self._beside, self._stack)
        self._stack.addWidget(self._beside)
        self._stack.addWidget(self.hand_out)

    def number_of(self, each: ItemRow) -> str:
        return each.id

    def show_library(self, found: Library) -> None:
        self._readers = found.readers
        overdue = sum(item.overdue for item in found.items)
        if overdue:
            words = ntr("{count} copy should be back.", "{count} copies should be back.", overdue)
        else:
            words = ntr("{count} thing is in the library.", "{count} things are in the library.", len(found.items))
        self.words.setText(words)
        self.show_rows(found.items, anything=bool(found.items))

    def _mark(self) -> None:
        """A thing has no file."""
        super()._mark()
        item = self.current
        for each in self._of_a_file:
            each.setEnabled(item is not None and item.form is ItemForm.FILE)

    def add(self) -> None:
        if self.programme is not None and self.desk.may_change():
            form = self.ask(tr("Something to hand out"), _NEW, tr("Add to the library"))
            form.submitted.connect(self._on_new)
            form.begin({FOR_WHOM.key: ForWhom.BOTH})

    def leave(self) -> None:
        """Back from handing out, to the list."""
        self._stack.setCurrentWidget(self._beside)
        self.list.setFocus()

    def close_topmost(self) -> bool:
        if self._stack.currentWidget() is self.hand_out:
            self.leave()
            return True
        return False

    def _hand_out(self) -> None:
        item = self.current
        if item is None:
            self.desk.tell(msg("Add material to the library first."), NoticeKind.NOTE)
        elif self.desk.may_change():
            self._stack.setCurrentWidget(self.hand_out)
            self.hand_out.begin(item, self._readers)

    def _open(self, number: str) -> None:
        item = self.rows.get(number)
        if item is None or not self.desk.may_change():
            return
        fields: list[Field | Row] = [Row(TITLE, required=True), Row(FOR_WHOM, required=True)]
        if item.form is ItemForm.PHYSICAL:
            fields += [Row(COPIES, hint=msg("Empty: nobody counts them.")), IS_BOOK]
        form = self.ask(tr("Material"), fields, tr("Keep it so"), item.file_name)
        form.submitted.connect(partial(self._on_changed, item))
        form.begin(
            {
                TITLE.key: say(item.title),
                FOR_WHOM.key: ForWhom.of(item.for_roles),
                COPIES.key: item.copies,
                IS_BOOK.key: item.is_book,
            }
        )

    def _on_new(self, values: Mapping[str, FieldValue]) -> None:
        form, programme = self.form, self.programme
        if form is None or programme is None:
            return
        where = None if values.get(EVERYWHERE.key) is True else programme
        roles, copies = _roles(values), _copies(values)
        title, is_book = title_of(values), values.get(IS_BOOK.key) is True
        self.desk.work.change(
            lambda store: add_item(
                store, programme=where, title=title, for_roles=roles, copies=copies, is_book=is_book
            ),
            self.added,
            form.refuse,
        )

    def _on_changed(self, item: ItemRow, values: Mapping[str, FieldValue]) -> None:
        form = self.form
        if form is not None:
            title, roles, copies = title_of(values, item.title), _roles(values), _copies(values)
            is_book = values.get(IS_BOOK.key) is True
            self.desk.work.change(
                lambda store: change_item(store, item.id, title=title, for_roles=roles, copies=copies, is_book=is_book),
                self.done,
                form.refuse,
            )

    def _remove(self, numbers: Sequence[str]) -> None:
        if numbers and self.desk.may_change():
            item = LibraryItemId(numbers[0])
            self.desk.work.change(lambda store: remove_item(store, item), self.done)

    def _ask_file(self) -> None:
        programme = self.programme
        if programme is not None and (path := self._chosen_file()) is not None:
            self.desk.work.change(
                lambda store: add_file(store, programme=programme, name=path.name, content=_read(path)), self.added
            )

    def _current_file(self) -> ItemRow | None:
        item = self.current
        if item is None or item.form is not ItemForm.FILE:
            self.desk.tell(msg("Stand on a file of the library first."), NoticeKind.NOTE)
            return None
        return item

    def _save_copy(self) -> None:
        """To be looked at, or sent by hand."""
        item = self._current_file()
        if item is None:
            return
        ending = Path(item.file_name).suffix
        path = self.desk.ask.save_file(tr("Save a copy of the file"), item.file_name, FileKind(tr("Files"), (ending,)))
        if path is not None:
            number = item.id
            self.desk.work.ask("library file", lambda store: _saved(store, number, path), self._on_saved)

    def _on_saved(self, path: Path) -> None:
        self.desk.tell(msg("Saved as {file}.", file=path.name), NoticeKind.DONE)

    def _ask_newer(self) -> None:
        item = self._current_file()
        if item is not None and (path := self._chosen_file()) is not None:
            number = item.id
            self.desk.work.change(lambda store: replace_file(store, number, name=path.name, content=_read(path)))

    def _chosen_file(self) -> Path | None:
        if not self.desk.may_change():
            return None
        kind = FileKind(tr("Files"), tuple(f".{ending}" for ending in ENDINGS))
        return self.desk.ask.open_file(tr("A file for the library"), kind)


def _saved(store: Store, item: LibraryItemId, path: Path) -> Path:
    """
    Raises:
        Refused: the material is gone, or the folder cannot be written to.
    """
    write_whole(library_file(store, item).content, path)
    return path


def _read(path: Path) -> bytes:
    """
    Raises:
        Refused: it is too large, or cannot be read.
    """
    try:
        check_size(path.name, path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise Refused(
            msg("“{name}” cannot be read: {reason}.", name=path.name, reason=error.strerror or str(error))
        ) from error


def _roles(values: Mapping[str, FieldValue]) -> Sequence[Role]:
    return ForWhom(str(values[FOR_WHOM.key])).roles


def _copies(values: Mapping[str, FieldValue]) -> int | None:
    told = values.get(COPIES.key)
    return told if isinstance(told, int) else None
