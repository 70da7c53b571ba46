"""What a calendar file would change, before it does: answers, moves to accept one by one, and what is not taken."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from mentordesk.domain.meetings import InviteAnswer
from mentordesk.i18n.message import Message, Value, msg
from mentordesk.queries.calendar_replies import Answered, Looked, Moved
from ui.desk import Desk
from ui.language import ntr, say, tr
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label

_SAID = {
    InviteAnswer.ACCEPTED: msg("Comes"),
    InviteAnswer.TENTATIVE: msg("Comes perhaps"),
    InviteAnswer.DECLINED: msg("Does not come"),
}


class ReadPreview(QDialog):
    """Moves are ticked by whoever accepts them; Enter takes, Esc leaves everything as it is."""

    taken = Signal(object)  # frozenset[str], the keys of the accepted moves
    given_back = Signal()

    def __init__(self, desk: Desk, looked: Looked, over: QWidget) -> None:
        super().__init__(over)
        look = desk.look
        self.setObjectName("readCalendar")
        self.setWindowTitle(tr("Read a calendar file"))
        room = over.window().size()
        self.resize(QSize(look.px(640), look.px(480)).boundedTo(room))
        outer = column(look, within=self, space=Space.BETWEEN, edge=Space.AROUND)
        outer.addWidget(label(tr("What the calendar file says"), "heading"))
        answers = [_answer_line(each) for each in looked.answers]
        if answers:
            words = ntr("{count} answer to note", "{count} answers to note", len(answers))
            self._add_list(outer_name="readAnswers", words=words, lines=answers)
        self._moves = QListWidget()
        if looked.moves:
            words = ntr(
                "{count} meeting lies elsewhere there: tick it to move it here, too",
                "{count} meetings lie elsewhere there: tick those to move here, too",
                len(looked.moves),
            )
            self._fill(self._moves, "readMoves", words, [_move_line(each) for each in looked.moves])
            for at, each in enumerate(looked.moves):
                item = self._moves.item(at)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
                item.setData(Qt.ItemDataRole.UserRole, each.key)
        if looked.not_taken:
            words = ntr("{count} entry is not taken", "{count} entries are not taken", len(looked.not_taken))
            self._add_list(outer_name="readNotTaken", words=words, lines=[say(each) for each in looked.not_taken])
        line = row(look)
        line.addStretch(1)
        line.addWidget(button(tr("Change nothing"), self.reject, name="readBack"))
        if looked.answers or looked.moves:
            main = button(tr("Take it in"), self._take, name="readTake", kind="main")
            main.setDefault(True)
            line.addWidget(main)
        outer.addLayout(line)
        self.rejected.connect(self.given_back)
        lists = self.findChildren(QListWidget)
        first = self._moves if looked.moves else lists[0]  # where something is to be ticked, else what is to be read
        first.setCurrentRow(0)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        accepted = frozenset(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in (self._moves.item(at) for at in range(self._moves.count()))
            if item.checkState() is Qt.CheckState.Checked
        )
        self.taken.emit(accepted)

    def _add_list(self, *, outer_name: str, words: str, lines: list[str]) -> None:
        self._fill(QListWidget(), outer_name, words, lines)

    def _fill(self, made: QListWidget, name: str, words: str, lines: list[str]) -> None:
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.setWordWrap(True)
        made.setTabKeyNavigation(False)
        for line in lines:
            QListWidgetItem(line, made)
        heading = label(words, "strong", wrap=True)
        heading.setBuddy(made)
        outer = self.layout()
        assert outer is not None
        outer.addWidget(heading)
        outer.addWidget(made)


def _answer_line(each: Answered) -> str:
    return tr("{name}, {title}: {answer}", name=each.name, title=each.title, answer=_SAID[each.answer])


def _move_line(each: Moved) -> str:
    before, after = _times(each.before), _times(each.after)
    if before == after:
        return tr(
            "“{title}”, {before}: place “{old}” becomes “{new}”",
            title=each.title,
            before=before,
            old=each.place_before,
            new=each.place,
        )
    if each.place != each.place_before:
        return tr(
            "“{title}” from {before} to {after}, {new}", title=each.title, before=before, after=after, new=each.place
        )
    return tr("“{title}” from {before} to {after}", title=each.title, before=before, after=after)


def _times(times: tuple[datetime, datetime]) -> Message:
    first, last = times
    values: dict[str, Value] = {"day": first.date(), "from_time": first.time(), "to_time": last.time()}
    return msg("{day}, {from_time}–{to_time}", **values)
