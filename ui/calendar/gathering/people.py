"""Who is asked to a joint meeting, who is invited, and what each answered: noted by the keyboard alone (R53)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from mentordesk.actions.files import Store
from mentordesk.actions.inviting import ask_too, leave_out, note_answer
from mentordesk.domain.fields import FieldValue, TextField
from mentordesk.domain.ids import PersonId
from mentordesk.domain.meetings import InviteAnswer, MeetingStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.gathering import Gathering
from mentordesk.queries.invited import WHOM_NAMES, Whom, people_named, whom
from ui.calendar.gathering.columns import ANSWERS, PEOPLE_COLUMNS, answer_words, invited_rows, people_words, table_of
from ui.calendar.gathering.forming import FormingPart
from ui.calendar.gathering.noting_table import NotingTable
from ui.calendar.small_form import SmallForm
from ui.desk import Desk
from ui.forms.form import Row
from ui.language import ntr, say, tr
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label, unaccelerated
from ui.widgets.page import shortcut

if TYPE_CHECKING:
    from ui.calendar.gathering.writing import MeetingLetters

_NAMES = TextField("extraNames", msg("Who is asked as well"))
_NAMES_HINT = msg("Names of people in the file, with commas between them.")
_NOTES = {
    Qt.Key.Key_Space: InviteAnswer.ACCEPTED,
    Qt.Key.Key_P: InviteAnswer.TENTATIVE,
    Qt.Key.Key_A: InviteAnswer.DECLINED,
    Qt.Key.Key_Backspace: None,
}


class PeoplePart(FormingPart):
    letters: MeetingLetters

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, card="extraCard")
        self.setObjectName("peoplePart")
        look = desk.look
        outer = column(look, within=self, space=Space.BETWEEN)
        self._count = label("", "strong", wrap=True)
        self._count.setObjectName("peopleCount")
        outer.addWidget(self._count)
        self._answers = label("", "second", wrap=True)
        self._answers.setObjectName("answerCount")
        outer.addWidget(self._answers)
        self._restricted = label("", "second", wrap=True)
        self._restricted.setObjectName("peopleRestricted")
        outer.addWidget(self._restricted)
        outer.addWidget(self.card)
        self._table = table_of(PEOPLE_COLUMNS)
        self.table = NotingTable(desk, self._table, tr("Who is asked"), _NOTES, tab="calendar", key="asked")
        self.table.setObjectName("peopleTable")
        self.table.noted.connect(self.note)
        self.table.deleted.connect(lambda _: self.leave_out_or_back())
        outer.addWidget(self.table, 1)
        if not self.narrow:
            words = tr("Space notes that somebody comes and goes on, P perhaps, A does not come, Backspace no answer.")
            outer.addWidget(label(words, "caption", wrap=True))
        self._add_buttons(outer)
        shortcut(self, "Ctrl+E", self.offer_letters)

    def show_gathering(self, seen: Gathering) -> None:
        fresh = self.seen is None or self.seen.meeting != seen.meeting
        self.seen = seen
        self._say_counts(seen)
        self._invite.setEnabled(seen.status is not MeetingStatus.HELD)
        self._table.show(list(invited_rows(seen)))
        if fresh and seen.people:
            self.table.select_ids([seen.people[0].person])

    def enter(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def note(self, answer: InviteAnswer | None) -> None:
        """Of all that are selected at once; of one, and the next becomes current."""
        people = self._chosen()
        if self.seen is None or not people or not self.desk.may_change():
            return
        meeting = self.seen.meeting
        self.desk.work.change(lambda store: note_answer(store, meeting, people, answer))
        at, last = self.table.currentIndex().row(), len(self._table.rows.shown) - 1
        if len(people) == 1 and 0 <= at < last:
            self.table.select_ids([self._table.rows.id_at(at + 1)])

    def offer_letters(self) -> None:
        """Whom to write to: each choice says how many that are."""
        if self.seen is None or not self.desk.may_change():
            return
        menu = QMenu(self)
        menu.setObjectName("inviteMenu")
        for which, title in WHOM_NAMES.items():
            people = tuple(each.person for each in whom(self.seen, which))
            words = tr("{whom} ({count})", whom=title, count=len(people))
            action = menu.addAction(unaccelerated(words))
            action.setObjectName(f"invite_{which.value}")
            action.setEnabled(bool(people))
            action.triggered.connect(partial(self._invite_these, people))
        here = {each.person for each in (*self.seen.people, *whom(self.seen, Whom.NO_LONGER))}
        chosen = tuple(person for person in self._chosen() if person in here)
        action = menu.addAction(unaccelerated(tr("Whoever is selected ({count})", count=len(chosen))))
        action.setObjectName("invite_selected")
        action.setEnabled(bool(chosen))
        action.triggered.connect(partial(self._invite_these, chosen))
        menu.aboutToHide.connect(menu.deleteLater)
        first = next((each for each in menu.actions() if each.isEnabled()), None)
        if first is not None:
            menu.setActiveAction(first)
        menu.popup(self._invite.mapToGlobal(QPoint(0, 0)))

    def offer_extra(self) -> None:
        if self.seen is None or not self.desk.may_change():
            return
        form = SmallForm(
            self.desk.look,
            heading=msg("Ask somebody else, too"),
            fields=(Row(_NAMES, required=True, hint=_NAMES_HINT),),
            today=self.desk.today,
            main=msg("Ask them"),
            name="askExtra",
        )
        form.submitted.connect(self._ask_extra)
        form.form.be_as_high_as_fields()
        self.offer(form)
        form.begin({}, _NAMES.key)

    def leave_out_or_back(self) -> None:
        """Those selected are not asked; whoever of them was left out is asked again."""
        people = self._chosen()
        if self.seen is None or not people or not self.desk.may_change():
            return
        meeting = self.seen.meeting
        out = {each.person for each in self.seen.left_out}
        if all(person in out for person in people):
            self.desk.work.change(lambda store: ask_too(store, meeting, people))
        else:
            here = [person for person in people if person not in out]
            self.desk.work.change(lambda store: leave_out(store, meeting, here))

    def _chosen(self) -> list[PersonId]:
        chosen = self.table.selected_ids() or tuple(filter(None, [self.table.current_id()]))
        return [PersonId(each) for each in chosen]

    def _invite_these(self, people: tuple[PersonId, ...], _checked: bool = False) -> None:
        if self.seen is not None:
            self.letters.invite(self.seen.meeting, people)

    def _ask_extra(self, values: Mapping[str, FieldValue]) -> None:
        if self.seen is None:
            return
        seen = self.seen
        names = [name for name in str(values[_NAMES.key]).split(",") if name.strip()]

        def asked(store: Store) -> int:
            return ask_too(store, seen.meeting, people_named(store, seen.programme.id, names))

        self.desk.work.change(asked, self._asked, self._not_asked)

    def _asked(self, _count: int) -> None:
        self.give_back()

    def _not_asked(self, no: Refused) -> None:
        if self.form is not None:
            self.form.refuse(no, _NAMES.key)

    @property
    def besides(self) -> Sequence[QWidget]:
        return (self.table, self._count, self._deeds)

    def _say_counts(self, seen: Gathering) -> None:
        people, answers = list(people_words(seen)), list(answer_words(seen))
        self._count.setText(" · ".join([people[0], *answers] if self.narrow else people))
        self._answers.setText(" · ".join(answers))
        self._answers.setHidden(self.narrow)  # there the table needs the line
        self._restricted.setVisible(bool(seen.restricted))
        self._restricted.setText(
            ntr(
                "{count} more is asked whose data are restricted: neither listed here nor printed.",
                "{count} more are asked whose data are restricted: neither listed here nor printed.",
                seen.restricted,
            )
        )

    def _add_buttons(self, outer: QVBoxLayout) -> None:
        """At large sizes all but the first are in a menu: with them in lines no room was left for the table."""
        self._deeds = QWidget()
        line = Flow(self.desk.look.px(Space.BETWEEN), within=self._deeds)
        outer.addWidget(self._deeds)
        self._invite = button(tr("Invite …"), self.offer_letters, name="invite", kind="main", keys="Ctrl+E")
        line.addWidget(self._invite)
        deeds: list[tuple[str, Callable[[], None], str, str]] = [
            (say(ANSWERS[answer]), partial(self.note, answer), name, keys)
            for answer, name, keys in (
                (InviteAnswer.ACCEPTED, "noteComes", "Space"),
                (InviteAnswer.TENTATIVE, "notePerhaps", "P"),
                (InviteAnswer.DECLINED, "noteDeclines", "A"),
            )
        ]
        deeds.append((tr("Ask others, too …"), self.offer_extra, "askOthers", ""))
        deeds.append((tr("Leave out or ask again"), self.leave_out_or_back, "leaveOut", "Del"))
        if not self.narrow:
            for words, run, name, keys in deeds:
                line.addWidget(button(words, run, name=name, keys=keys, kind="quiet" if name == "leaveOut" else ""))
            return
        opening = button(tr("Note and change …"), lambda: None, name="peopleDeeds")
        menu = QMenu(opening)
        for words, run, name, keys in deeds:
            action = menu.addAction(unaccelerated(f"{words}\t{keys}" if keys else words))
            action.setObjectName(name)
            action.triggered.connect(partial(_run, run))
        opening.setMenu(menu)
        line.addWidget(opening)


def _run(deed: Callable[[], None], _checked: bool = False) -> None:
    deed()
