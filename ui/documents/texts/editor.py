"""The words of one text in one language, with its fields to choose from and what is wrong said under them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QMenu, QPlainTextEdit, QWidget

from mentordesk.domain.own_texts import Part, Problem, Text, TextField, Words, check
from mentordesk.i18n.message import Message
from ui.documents.texts.marks import Marks
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import dress, label, unaccelerated
from ui.widgets.page import shortcut

_LOWEST = 220  # px at 100 %
_MOST_PROBLEMS = 3  # seen at once


class TextEditor(QFrame):
    edited = Signal()
    kept = Signal()  # somebody wants the words to hold
    taken_back = Signal()  # somebody wants ours

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("textEditor")
        self._look = look
        self._text: Text | None = None
        self._problems: tuple[Problem, ...] = ()
        self._menu: QMenu | None = None
        self._build()
        self._subject.textEdited.connect(lambda _: self._on_edited())
        self._body.textChanged.connect(self._on_edited)
        shortcut(self, "Ctrl+Space", self.offer_fields)
        shortcut(self, "Ctrl+Return", self.kept.emit)

    @property
    def words(self) -> Words:
        return Words(self._subject.text(), self._body.toPlainText())

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps the words from being kept."""
        return self._problems

    def show_words(self, text: Text, words: Words, *, own: bool, changed: bool) -> None:
        """`own`: they are not ours; `changed`: they are not what holds. What is typed stays where it is the same."""
        self._text = text
        self._subject_label.setVisible(text.has_subject)
        self._subject.setVisible(text.has_subject)
        if words.subject != self._subject.text():
            self._subject.setText(words.subject)
            self._subject.setCursorPosition(0)
        if words.body != self._body.toPlainText():
            self._body.blockSignals(True)
            self._body.setPlainText(words.body)
            self._body.blockSignals(False)
        self._keep.setEnabled(changed)
        self._back.setEnabled(own or changed)
        self._show_problems()

    def set_read_only(self, reason: Message | None) -> None:
        for each in (self._subject, self._body):
            each.setReadOnly(reason is not None)
        self._keep.setVisible(reason is None)
        self._back.setVisible(reason is None)
        self._insert.setVisible(reason is None)

    def enter(self) -> None:
        self._body.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, problem: Problem) -> None:
        """Where something is wrong is chosen, so that typing mends it."""
        if problem.part is Part.SUBJECT:
            self._subject.setFocus(Qt.FocusReason.OtherFocusReason)
            self._subject.setSelection(problem.start, problem.length)
            return
        cursor = self._body.textCursor()
        cursor.setPosition(min(problem.start, len(self._body.toPlainText())))
        cursor.movePosition(cursor.MoveOperation.Right, cursor.MoveMode.KeepAnchor, problem.length)
        self._body.setTextCursor(cursor)
        self._body.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_fields(self) -> None:
        """A menu at the cursor; what is chosen is written there."""
        if self._text is None or self._body.isReadOnly():
            return
        target: QLineEdit | QPlainTextEdit = self._subject if self._subject.hasFocus() else self._body
        self._menu = menu = QMenu(self)
        menu.setObjectName("fieldMenu")
        menu.setAccessibleName(tr("Fields"))
        for field in self._text.fields:
            action = menu.addAction(unaccelerated(f"{say(field.title)}\t{field.typed}"))
            action.setObjectName(f"field_{field.name}")
            action.triggered.connect(partial(self._write, target, field))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(_below_cursor(target))

    def _build(self) -> None:
        look = self._look
        down = column(look, within=self, space=Space.BETWEEN, edge=Space.AROUND)
        self._subject_label = label(unaccelerated(tr("Subject")), "second")
        self._subject = QLineEdit()
        self._subject.setObjectName("textSubject")
        self._subject.setAccessibleName(tr("Subject"))
        self._subject_label.setBuddy(self._subject)
        body_label = label(unaccelerated(tr("Text")), "second")
        self._body = QPlainTextEdit()
        self._body.setObjectName("textBody")
        self._body.setAccessibleName(tr("Text"))
        self._body.setTabChangesFocus(True)
        self._body.setMinimumHeight(look.px(_LOWEST))
        body_label.setBuddy(self._body)
        self._marks = Marks(look, self._body.document())
        self._list = QListWidget()
        self._list.setObjectName("textProblems")
        self._list.setAccessibleName(tr("What is to be mended"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.itemActivated.connect(lambda item: self.go_to(self._problems[self._list.row(item)]))
        self._list.itemClicked.connect(lambda item: self.go_to(self._problems[self._list.row(item)]))
        self._list.hide()
        down.addWidget(self._subject_label)
        down.addWidget(self._subject)
        down.addWidget(body_label)
        down.addWidget(self._body, 1)
        down.addWidget(self._list)
        foot = QWidget()
        buttons = Flow(look.px(Space.BETWEEN), foot)
        self._keep = button(tr("Keep this text"), self.kept.emit, name="keepText", kind="main", keys="Ctrl+Return")
        self._insert = button(tr("Insert a field …"), self.offer_fields, name="insertField", keys="Ctrl+Space")
        self._back = button(tr("Back to the original"), self.taken_back.emit, name="backToOriginal", kind="quiet")
        for each in (self._keep, self._insert, self._back):
            buttons.addWidget(each)
        down.addWidget(foot)

    def _on_edited(self) -> None:
        if self._text is not None:
            self._show_problems()
            self.edited.emit()

    def _show_problems(self) -> None:
        if self._text is None:
            return
        self._problems = check(self._text, self.words)
        self._marks.show_problems([each for each in self._problems if each.part is Part.BODY])
        dress(self._subject, "wrong", any(each.part is Part.SUBJECT for each in self._problems))
        self._list.clear()
        self._list.addItems([say(each.sentence) for each in self._problems])
        self._list.setVisible(bool(self._problems))
        self._list.setFixedHeight(self._high(min(len(self._problems), _MOST_PROBLEMS)))

    def _high(self, rows: int) -> int:
        """So that the longest of the first ones is read whole, however often it breaks."""
        room = QRect(0, 0, max(self._body.width() - self._look.px(40), 100), 10_000)
        metrics, edge = self._list.fontMetrics(), self._look.px(4)
        texts = (self._list.item(at).text() for at in range(rows))
        heights = (metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() for text in texts)
        return sum(height + edge for height in heights) + edge

    def _write(self, target: QLineEdit | QPlainTextEdit, field: TextField) -> None:
        if isinstance(target, QLineEdit):
            target.insert(field.typed)
            self._on_edited()
        else:
            target.insertPlainText(field.typed)
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _below_cursor(target: QLineEdit | QPlainTextEdit) -> QPoint:
    if isinstance(target, QLineEdit):
        return target.mapToGlobal(target.cursorRect().bottomLeft())
    return target.viewport().mapToGlobal(target.cursorRect().bottomLeft())
