"""Letters to several participants (R24, R80): what lacks something first, one preview after the other, then drafts.

Nothing is sent from here: the drafts are opened and sent in somebody's own mail program.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QPlainTextEdit, QWidget

from mentordesk.actions.drafting import WrittenLetters
from mentordesk.actions.files import Store
from mentordesk.actions.letters import print_letters, why_not, write_letters
from mentordesk.domain.attachments import MEGABYTE
from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.languages import language
from mentordesk.i18n.message import msg
from mentordesk.messages.letters import LETTER_NAMES, PAIR_LETTER_NAMES, LetterKind
from mentordesk.progress import Progress
from mentordesk.queries.enclosures import Enclosing, named
from mentordesk.queries.letters import Addressee, addressees
from ui.desk import Desk, NoticeKind
from ui.language import ntr, say, tr
from ui.participants.bulk_acts import Around, BulkAct
from ui.participants.interviews.enclosing import EnclosedPapers
from ui.participants.interviews.letter_ways import LetterWays
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.frames import column, frame, row, scrolling
from ui.widgets.labels import label, unaccelerated
from ui.widgets.page import shortcut

_LETTERS_WIDE = 70  # a comfortable line
_MOST_SHOWN = 6
_LARGE = 5 * MEGABYTE  # of a draft: from here it is said


class LettersPage(QWidget):
    left = Signal()

    def __init__(self, desk: Desk, ids: Sequence[ParticipationId]) -> None:
        """At first each gets what fits where she stands."""
        super().__init__()
        self.setObjectName("lettersPage")
        self.setProperty("kind", "canvas")
        self._desk = desk
        self._ids = tuple(ids)
        self._found: tuple[Addressee, ...] = ()
        self._at = 0
        look = desk.look
        self._enclosed = EnclosedPapers(look)
        self._enclosed.chosen.connect(self._reload)
        self._ways = LetterWays(desk)
        inside = QWidget()
        lines = column(look, within=inside, space=Space.AROUND, edge=Space.AROUND)
        column(look, within=self).addWidget(scrolling(inside))
        head = row(look)
        head.addWidget(
            button(tr("Back"), self.left.emit, name="lettersBack", picture="left", look=look, keys="Alt+Left")
        )
        head.addWidget(label(tr("Letters"), "heading"), 1)
        lines.addLayout(head)
        lines.addWidget(self._choice())
        self._figures = label("", "second", wrap=True)
        self._figures.setObjectName("lettersFigures")
        lines.addWidget(self._figures)
        self._missing = self._list_of_missing()
        lines.addWidget(self._missing)
        lines.addWidget(self._preview(), 1)
        foot = row(look)
        self._save = button(
            tr("Save the drafts …"),
            self.save,
            name="lettersSave",
            kind="main",
            picture="mail",
            look=look,
            keys="Ctrl+Return",
        )
        foot.addWidget(self._save)
        foot.addWidget(
            button(tr("Save as PDF for the post …"), self.save_papers, name="lettersPaper", picture="print", look=look)
        )
        foot.addWidget(label(tr("Nothing is sent: you open the drafts in your mail program."), "caption", wrap=True), 1)
        lines.addLayout(foot)
        for keys, run in (
            ("Alt+PgDown", lambda: self.step(1)),
            ("Alt+PgUp", lambda: self.step(-1)),
            ("Ctrl+Return", self.save),
            ("Alt+Left", self.left.emit),
            ("Esc", self.left.emit),
        ):
            shortcut(self, keys, run)
        self._reload()

    def enter(self) -> None:
        self._kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """To the next letter or the one before, round at the ends."""
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._show()

    def save(self) -> None:
        """The drafts into a folder that is asked for."""
        folder = self._folder(tr("Where the drafts are to be kept"))
        if folder is None:
            return
        kind, ids, enclosing = self._kind, self._ids, self._enclosing

        def written(store: Store, progress: Progress) -> WrittenLetters:
            return write_letters(store, ids, kind, folder=folder, enclosing=enclosing, progress=progress)

        self._desk.work.change_at_length(msg("Write letters"), written, self._tell)

    def save_papers(self) -> None:
        """A PDF for each into a folder that is asked for, for the post."""
        folder = self._folder(tr("Where the letters are to be kept"))
        if folder is None:
            return
        kind, ids, today = self._kind, self._ids, self._desk.today

        def written(store: Store, progress: Progress) -> WrittenLetters:
            return print_letters(store, ids, kind, folder=folder, made_on=today, progress=progress)

        self._desk.work.change_at_length(msg("Write letters"), written, self._tell)

    def _folder(self, title: str) -> Path | None:
        if not self._desk.may_change():
            return None
        if not any(each.is_ready for each in self._found):
            self._desk.tell(msg("No letter is ready to be written."), NoticeKind.WARNING)
            return None
        return self._desk.ask.folder(title)

    @property
    def _enclosing(self) -> Enclosing | None:
        return self._enclosed.enclosing(self._desk.today)

    @property
    def _kind(self) -> LetterKind | None:
        told = self._kinds.currentData()
        return LetterKind(str(told)) if told else None

    def _choice(self) -> QWidget:
        made = QWidget()
        flow = Flow(self._desk.look.px(Space.BETWEEN), made)
        self._kinds = QComboBox()
        self._kinds.setObjectName("lettersKind")
        self._kinds.setAccessibleName(tr("Kind of letter"))
        self._kinds.addItem(tr("For each what fits where they stand"), "")
        for kind, title in {**LETTER_NAMES, **PAIR_LETTER_NAMES}.items():
            self._kinds.addItem(say(title), kind.value)
        self._kinds.currentIndexChanged.connect(self._reload)
        words = label(unaccelerated(tr("Kind of letter")), "second")
        words.setMinimumHeight(self._desk.look.px(30))
        words.setBuddy(self._kinds)
        flow.addWidget(words)
        flow.addWidget(self._kinds)
        flow.addWidget(self._enclosed)
        return made

    def _list_of_missing(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("lettersMissing")
        made.setAccessibleName(tr("Letters that are not written as they are"))
        made.setWordWrap(True)
        made.itemActivated.connect(lambda item: self._go_to(made.row(item)))
        made.currentRowChanged.connect(self._go_to)
        made.hide()
        return made

    def _preview(self) -> QWidget:
        look = self._desk.look
        card = frame("card")
        lines = column(look, within=card, edge=Space.AROUND)
        top = QWidget()
        head = Flow(look.px(Space.BETWEEN), top)
        self._place = label("", "strong")
        self._place.setMinimumHeight(look.px(30))
        self._place.setObjectName("letterPlace")
        self._written = Chip(look, "", "plain")
        self._written.setObjectName("letterWritten")
        head.addWidget(self._place)
        head.addWidget(
            button(tr("Previous"), lambda: self.step(-1), name="letterBefore", kind="quiet", keys="Alt+PgUp")
        )
        head.addWidget(button(tr("Next"), lambda: self.step(1), name="letterNext", kind="quiet", keys="Alt+PgDown"))
        head.addWidget(self._written)
        head.addWidget(self._ways)
        lines.addWidget(top)
        self._to = label("", "second", wrap=True)
        self._to.setObjectName("letterTo")
        self._subject = label("", "strong", wrap=True)
        self._subject.setObjectName("letterSubject")
        self._with = label("", "second", wrap=True)
        self._with.setObjectName("letterEnclosures")
        lines.addWidget(self._to)
        lines.addWidget(self._with)
        lines.addWidget(self._subject)
        self._body = QPlainTextEdit()
        self._body.setObjectName("letterBody")
        self._body.setReadOnly(True)
        self._body.setTabChangesFocus(True)
        self._body.setAccessibleName(tr("The letter"))
        self._body.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._body.setMaximumWidth(self._body.fontMetrics().averageCharWidth() * _LETTERS_WIDE + look.px(40))
        self._body.setMinimumHeight(look.px(200))
        lines.addWidget(self._body, 1)
        return card

    def _reload(self) -> None:
        ids, kind, enclosing = self._ids, self._kind, self._enclosing
        self._desk.work.ask("letters", lambda store: addressees(store, ids, kind, enclosing=enclosing), self._take)

    def _take(self, found: tuple[Addressee, ...]) -> None:
        self._found, self._at = found, 0
        held = [each for each in found if not each.is_ready]
        self._missing.blockSignals(True)
        self._missing.clear()
        for each in held:
            self._missing.addItem(say(reason) if (reason := why_not(each)) is not None else "")
        self._missing.blockSignals(False)
        self._missing.setVisible(bool(held))
        if held:
            rows = min(len(held), _MOST_SHOWN) * self._missing.sizeHintForRow(0)
            self._missing.setFixedHeight(rows + self._desk.look.px(6))
        self._figures.setText(_figures(found, len(held)))
        self._show()

    def _go_to(self, at: int) -> None:
        """Of those held back, as they stand in their list."""
        held = [place for place, each in enumerate(self._found) if not each.is_ready]
        if 0 <= at < len(held):
            self._at = held[at]
            self._show()

    def _show(self) -> None:
        if not self._found:
            return
        each = self._found[self._at]
        self._place.setText(tr("{at} of {count}", at=self._at + 1, count=len(self._found)))
        self._to.setText(
            tr(
                "To {name}, {address}, in {language}",
                name=each.name or each.about,
                address=each.email or say(msg("no e-mail address known")),
                language=language(each.letter.language).own_name,
            )
        )
        self._with.setVisible(bool(each.enclosures))
        if each.enclosures:
            self._with.setText(tr("With it: {papers}", papers=named(each.enclosures)))
        self._ways.show_letter(each)
        self._subject.setText(each.letter.subject)
        self._body.setPlainText(each.letter.body)
        self._written.setVisible(each.written_on is not None)
        if each.written_on is not None:
            self._written.set(tr("Written before, on {day}", day=each.written_on), "warn")

    def _tell(self, made: WrittenLetters) -> None:
        if (lacking := made.not_written) is not None:
            self._desk.tell(lacking, NoticeKind.WARNING)
        elif made.largest >= _LARGE:
            size = -(-made.largest // MEGABYTE)
            self._desk.tell(msg("The largest draft has {size} MB. Not every mail program takes that much.", size=size))
        self._reload()


def _figures(found: Sequence[Addressee], held: int) -> str:
    parts = [ntr("{count} letter", "{count} letters", len(found))]
    if held:
        parts.append(
            ntr("{count} of them is not written as it is", "{count} of them are not written as they are", held)
        )
    if nowhere := sum(not each.email for each in found):
        parts.append(ntr("{count} has no e-mail address", "{count} have no e-mail address", nowhere))
    return " · ".join(parts)


def _write(desk: Desk, ids: Sequence[ParticipationId], around: Around) -> None:
    page = LettersPage(desk, ids)
    page.left.connect(around.show_list)
    around.show_over(page)
    page.enter()


WRITE_LETTERS = BulkAct("bulkMail", msg("Write letters …"), _write, "Ctrl+E")
