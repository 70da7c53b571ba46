"""Two to four plans side by side (R34): which ones, how good each is, and who is with whom.

It reads and compares by itself; approving one, and leaving, are its page's.
"""

from __future__ import annotations

import functools

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QWidget

from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.refusals import Refused
from mentordesk.domain.scenarios import said
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.comparison import KeptPlan, plans_to_compare
from mentordesk.queries.comparison_in_words import settings_compared
from mentordesk.queries.scenarios import ScenarioRow, scenarios
from ui.desk import Desk
from ui.language import say, tr
from ui.matching_board.plans.compare_card import PlanCard
from ui.matching_board.plans.compare_rows import Compared, compare_all
from ui.matching_board.plans.compare_table import CompareTable
from ui.matching_board.plans.scenario_papers import ScenarioPapers
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import clear, column, row, scrolling
from ui.widgets.labels import label, unaccelerated

FEWEST, MOST = 2, 4
_BOTH = 560  # px at 100 %: with less, cards and table take turns
_WORDS = 2  # their place in the page: under the head and the plans to tick
_CARD = 244  # px at 100 %: narrower, its words break
_TOUCHING = frozenset(Subject) - {
    *(Subject.MEETINGS, Subject.LOGBOOKS, Subject.GOALS),
    *(Subject.DOCUMENTS, Subject.TEAM, Subject.ALERTS),
}


class PlanCompare(QWidget):
    approve_wanted = Signal(str)  # the plan's name
    mentee_opened = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, papers: ScenarioPapers) -> None:
        super().__init__()
        self.setObjectName("planCompare")
        self._desk = desk
        self._papers = papers
        self._programme: ProgrammeId | None = None
        self._found = False  # whether there is a comparison to show
        self._enters = False  # until the first box to tick has had the focus
        self._compared: Compared | None = None
        self._next_card = QTimer(self)
        self._next_card.setInterval(0)
        self._next_card.timeout.connect(self._add_card)
        self.rows: tuple[ScenarioRow, ...] = ()
        self.chosen: tuple[str, ...] = ()
        look = desk.look
        down = self._down = column(look, within=self)
        down.addLayout(self._make_head())
        self._picks = column(look, space=Space.WITHIN)
        down.addLayout(self._picks)
        self._words = label("", wrap=True)
        self._words.setObjectName("compareWords")
        down.addWidget(self._words)
        self._turns = QWidget()
        down.addWidget(self._turns)
        content = QWidget()
        self._inside = column(look, within=content)
        self._grid = QGridLayout()
        self._inside.addLayout(self._grid, 1)
        self._grid.setSpacing(look.px(Space.BETWEEN))
        self._cards: list[PlanCard] = []
        self._area = scrolling(content)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that arrows scroll
        self._area.setAccessibleName(tr("The plans side by side"))
        down.addWidget(self._area, 6)
        self.mentees = CompareTable(desk)
        self.mentees.opened.connect(self.mentee_opened)
        down.addWidget(self.mentees, 5)
        self._rest = QWidget()  # of the room, where there is nothing to show
        down.addWidget(self._rest, 1)
        self._make_turns()
        desk.changes.touched.connect(self._on_touched)
        self._show_found(False)

    def open_for(self, shown: str) -> None:
        """Compares the plan in view with the others there are; which ones, she changes there."""
        if self._programme != self._desk.programme_id:
            self.chosen = ()
        if shown not in self.chosen:
            self.chosen = (shown,)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)  # until the plans there are have been read
        self._enters = True
        self.reload()

    def reload(self) -> None:
        programme = self._programme = self._desk.programme_id
        if programme is not None:
            self._desk.work.ask("plans there are", lambda store: scenarios(store, programme), self._on_rows)

    def compare(self) -> None:
        """Reads and compares those that are chosen."""
        programme, names, today = self._programme, self.chosen, self._desk.today
        if programme is None:
            return
        if len(names) < FEWEST:
            self._say(
                tr("Tick two plans or more to compare them.")
                if len(self.rows) >= FEWEST
                else tr("There is only one plan. Copy it, change something in the copy, and compare the two.")
            )
            self._desk.work.forget("plans to compare")
            return
        self._desk.work.ask(
            "plans to compare",
            lambda store: plans_to_compare(store, programme, names, today=today),
            self._on_plans,
            self._on_refused,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        self._fit()

    def _make_head(self) -> QHBoxLayout:
        look = self._desk.look
        head = row(look)
        head.addWidget(label(tr("Plans side by side"), "heading", wrap=True), 1)
        self._print: QPushButton = button(
            tr("Print comparison …"), self._on_print, name="printComparison", picture="print", look=look
        )
        head.addWidget(self._print)
        self._back = button(tr("Back to the plan"), self.left.emit, name="leaveCompare", keys="Esc")
        head.addWidget(self._back)
        return head

    def _make_turns(self) -> None:
        line = row(self._desk.look, within=self._turns)
        self._group = QButtonGroup(self)
        for at, words, name in ((0, tr("The plans"), "turnPlans"), (1, tr("Mentee by mentee"), "turnMentees")):
            made = button(words, self._fit, name=name, kind="quiet")
            made.setCheckable(True)
            made.setChecked(at == 0)
            self._group.addButton(made, at)
            line.addWidget(made)
        line.addStretch(1)

    def _on_rows(self, found: tuple[ScenarioRow, ...]) -> None:
        """At first the plan in view and the newest others, those before that can still be decided on."""
        self.rows = found
        there = [plan.name for plan in self.rows]
        chosen = [name for name in self.chosen if name in there]
        newest_first = there[::-1]
        newest_first.sort(key=self._is_approved)
        for name in newest_first:
            if name not in chosen and len(chosen) < FEWEST:
                chosen.append(name)
        self.chosen = tuple(sorted(chosen, key=there.index))
        self._show_picks()
        self._enter()
        self.compare()

    def _is_approved(self, name: str) -> bool:
        return any(plan.name == name and plan.approved_at is not None for plan in self.rows)

    def _enter(self) -> None:
        """Whoever has just come begins with the plans to tick."""
        picks = self.findChildren(QCheckBox, QRegularExpression("^compare_"))
        if self._enters and self._back.hasFocus() and picks:
            picks[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._enters = False

    def _show_picks(self) -> None:
        focused = next((box.objectName() for box in self.findChildren(QCheckBox) if box.hasFocus()), "")
        clear(self._picks)
        line: QHBoxLayout | None = None
        for at, plan in enumerate(self.rows):
            if at % MOST == 0 or line is None:
                line = row(self._desk.look, space=Space.AROUND)
                self._picks.addLayout(line)
            box = QCheckBox(unaccelerated(say(said(plan.name))))
            box.setObjectName(f"compare_{plan.name}")
            box.setAccessibleName(tr("Compare the plan {name}", name=plan.name))
            box.setChecked(plan.name in self.chosen)
            box.toggled.connect(functools.partial(self._on_picked, plan.name))
            line.addWidget(box)
            if box.objectName() == focused:
                box.setFocus()
        if line is not None:
            line.addStretch(1)

    def _on_picked(self, name: str, wanted: bool) -> None:
        if wanted and len(self.chosen) == MOST:
            self._desk.tell(msg("At most {most} plans fit side by side. Take one away first.", most=MOST))
            self._show_picks()
            return
        order = [plan.name for plan in self.rows]
        names = {*self.chosen, name} if wanted else {*self.chosen} - {name}
        self.chosen = tuple(sorted(names, key=order.index))
        self.compare()

    def _on_plans(self, plans: tuple[KeptPlan, ...]) -> None:
        self._desk.work.compute(
            "plans compared", lambda _: compare_all(plans), self._on_compared, title=msg("Comparing the plans")
        )

    def _on_compared(self, found: Compared) -> None:
        """The table at once, the cards one in a turn; what is as it was stays as it is."""
        if found.names != self.chosen:
            return
        if not (self._found and found == self._compared):
            self._compared = found
            clear(self._grid)
            self._cards = []
            self.mentees.show_compared(found)
            self._words.setText(" ".join(say(sentence) for sentence in found.words))
            self._next_card.start()
        self._show_found(True)

    def _add_card(self) -> None:
        found = self._compared
        if found is None or len(self._cards) == len(found.comparison.plans):
            self._next_card.stop()
            return
        comparison, place = found.comparison, len(self._cards)
        plan, settings = comparison.plans[place], settings_compared(comparison)
        card = PlanCard(self._desk.look, place, plan, settings, is_approved=self._is_approved(plan.name))
        card.approve_wanted.connect(self.approve_wanted)
        self._cards.append(card)
        self._lay_cards()

    def _on_refused(self, no: Refused) -> None:
        self._say(say(no.message))

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._show_found(False)

    def _show_found(self, found: bool) -> None:
        self._found = found
        self._print.setVisible(found)
        self._fit()

    def _fit(self) -> None:
        """Both under one another, or in turn where the window is low."""
        self._lay_cards()
        both = self.height() >= self._desk.look.px(_BOTH)
        if self._found and not both:  # there they scroll with the cards
            self._inside.insertWidget(0, self._words)
        else:
            self._down.insertWidget(_WORDS, self._words)
        self._rest.setVisible(not self._found)
        self._turns.setVisible(self._found and not both)
        turn = self._group.checkedId()
        self._area.setVisible(self._found and (both or turn == 0))
        self.mentees.setVisible(self._found and (both or turn == 1))

    def _lay_cards(self) -> None:
        """As many beside one another as find room."""
        look = self._desk.look
        across = max(1, (self.width() - look.px(Space.AROUND)) // look.px(_CARD + Space.BETWEEN))
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // across, place % across)
        for at in range(MOST):
            self._grid.setColumnStretch(at, 1 if at < min(across, len(self._cards)) else 0)

    def _on_print(self) -> None:
        self._papers.print_comparison(self.chosen)

    def _on_touched(self, subjects: frozenset[Subject]) -> None:
        if subjects & _TOUCHING and self.isVisible():
            self.reload()
