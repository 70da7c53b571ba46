"""Who has which: what is due, noted as back for several at once, with the slip that is signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal

from mentordesk.actions.loans import set_due, take_back
from mentordesk.documents.declared.library_kinds import LOAN_SLIP
from mentordesk.documents.papers.loan_slip import LoanSlipContent
from mentordesk.domain.fields import DateField, FieldValue
from mentordesk.domain.ids import LibraryItemId, LoanId
from mentordesk.domain.library import ItemForm
from mentordesk.i18n.message import msg
from mentordesk.queries.library import Library, LoanRow
from mentordesk.queries.library_papers import loan_slip
from ui.desk import Desk, NoticeKind
from ui.documents.library.part import Part
from ui.documents.library.words import DUE_ON, LOANS, day_of, due_of
from ui.forms.form import Row
from ui.language import ntr, tr
from ui.widgets.buttons import button
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.one_paper import OnePaper
from ui.widgets.page import shortcut

_BACK_ON = DateField("backOn", msg("Back on"))


class LoansPart(Part[LoanRow]):
    material_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, LOANS, msg("Who has which"), key="loans", table="loanTable", form="loanForm")
        self._everything: tuple[LoanRow, ...] = ()
        self._with_back = False
        self._papers = OnePaper(desk, self)
        self.list.opened.connect(self._open)
        self._switch = button(tr("Those that are back, too"), self._toggle_back, name="loansBack")
        self._switch.setCheckable(True)
        of_a_loan = (
            button(tr("It is back"), self._back_today, name="takeBack", kind="main", keys="Ctrl+Return"),
            button(tr("Another day …"), self._ask_day, name="anotherDay", keys="Enter"),
            button(tr("Loan slip …"), self.print_slip, name="loanSlip", keys="Ctrl+P"),
        )
        empty = EmptyPage(
            desk.look,
            picture="contract",
            heading=tr("Nothing is handed out"),
            text=tr("Choose something among the material, and hand it out to several people at once."),
            ways_on=(WayOn(tr("To the material"), self.material_wanted.emit, "toMaterial"),),
        )
        self.furnish((*of_a_loan, self._switch), of_a_loan, empty)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self.shown, keys, self._back_today)

    def number_of(self, each: LoanRow) -> str:
        return each.id

    def show_library(self, found: Library) -> None:
        self._everything = found.loans
        self._show()

    def stand_on(self, item: LibraryItemId) -> None:
        """On all of one thing that should be back."""
        late = tuple(loan.id for loan in self._everything if loan.item == item and loan.overdue)
        if late:
            self.list.select_ids(late)

    def print_slip(self) -> None:
        """Of whoever the current row is about."""
        loan, today = self.current, self.desk.today
        if loan is None:
            self.desk.tell(msg("Nothing is handed out."), NoticeKind.NOTE)
            return
        who = loan.participation
        self.desk.work.ask("loan slip", lambda store: loan_slip(store, who, made_on=today), self._print)

    def _print(self, content: LoanSlipContent) -> None:
        self._papers.print(LOAN_SLIP, lambda: content)

    def _show(self) -> None:
        out = [loan for loan in self._everything if loan.returned_on is None]
        late = sum(loan.overdue for loan in out)
        if late:
            words = ntr("{count} copy should be back.", "{count} copies should be back.", late)
        elif out:
            words = tr("Nothing is overdue.")
        else:
            words = tr("Nothing is handed out.")
        self.words.setText(words)
        self.show_rows(self._everything if self._with_back else tuple(out), anything=bool(self._everything))

    def _toggle_back(self) -> None:
        self._with_back = self._switch.isChecked()
        self._show()

    def _chosen(self) -> Sequence[LoanRow]:
        """The selected ones that can come back."""
        chosen = [self.rows[number] for number in self.list.selected_ids() if number in self.rows]
        return [loan for loan in chosen if loan.returned_on is None and loan.form is ItemForm.PHYSICAL]

    def _back_today(self) -> None:
        loans, today = [loan.id for loan in self._chosen()], self.desk.today
        if not loans:
            self.desk.tell(msg("Select what came back. Files are not given back."), NoticeKind.NOTE)
        elif self.desk.may_change():
            self.desk.work.change(lambda store: take_back(store, loans, on=today), self.done)

    def _ask_day(self) -> None:
        self._open(self.list.current_id() or "")

    def _open(self, _: str) -> None:
        """The day on which it is due, and on which it came back where that was not today."""
        chosen = self._chosen()
        if not chosen or not self.desk.may_change():
            return
        heading = (
            tr("“{title}”, {name}", title=chosen[0].title, name=chosen[0].name)
            if len(chosen) == 1
            else ntr("{count} loan", "{count} loans", len(chosen))
        )
        back = Row(_BACK_ON, hint=msg("Only where it is back already."))
        form = self.ask(heading, (Row(DUE_ON, hint=msg("Empty: it is theirs to keep.")), back), tr("Keep it so"))
        form.submitted.connect(partial(self._on_days, [loan.id for loan in chosen]))
        form.begin({DUE_ON.key: chosen[0].due_on})

    def _on_days(self, loans: Sequence[LoanId], values: Mapping[str, FieldValue]) -> None:
        form, due = self.form, due_of(values)
        if form is None:
            return
        if values.get(_BACK_ON.key) is None:
            self.desk.work.change(lambda store: set_due(store, loans, due), self.done, form.refuse)
            return
        on = day_of(values, _BACK_ON, self.desk.today)
        self.desk.work.change(lambda store: take_back(store, loans, on=on), self.done, form.refuse)
