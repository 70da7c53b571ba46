"""A pair's goals: each and how it stands, and what of it is shared (R62)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from mentordesk.actions.goals import drop_goal, edit_goal, move_goal, note_goals_shared, set_goal, unshare_goal
from mentordesk.domain.fields import Field, FieldValue
from mentordesk.domain.ids import GoalId, PairId
from mentordesk.queries.goals import GoalRow, GoalSheet, goals
from ui.desk import Desk
from ui.forms.form import Row
from ui.language import tr
from ui.logbooks.form_part import FormPart, fit_rows, focus, show_filled
from ui.logbooks.goals.document import DocumentLife
from ui.logbooks.goals.fields import (
    DUE_ON,
    GIVEN_ON,
    MEASURE,
    SET_ON,
    SINCE,
    STATUS,
    WORDS,
    day_in,
    status_in,
    words_in,
)
from ui.logbooks.goals.words import goal_columns, goal_in_words
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label
from ui.widgets.page import shortcut


class GoalsPart(FormPart):
    def __init__(self, desk: Desk, *, paged: bool) -> None:
        super().__init__(desk, paged=paged)
        self.setObjectName("goalsPart")
        self._sheet: GoalSheet | None = None
        down = column(desk.look, within=self)
        down.addLayout(self.slot)
        self._document = DocumentLife(self)
        down.addWidget(self._document)
        self._table = RecordTable(goal_columns(), _number, self)
        self.table = TableView(desk, self._table, tr("Goals of the pair"), tab="logbooks", key="goals")
        self._dress()
        none_yet = tr("No goal is in the file yet. Only its number, dates and status are needed.")
        self._nothing = label(none_yet, "second", wrap=True)
        self._nothing.setObjectName("noGoals")
        down.addWidget(self._nothing)
        down.addWidget(self.table)
        self._words = label("", wrap=True)
        self._words.setObjectName("goalInWords")
        down.addWidget(self._words)
        deeds = Flow(desk.look.px(Space.WITHIN))
        self._first = button(tr("Set a goal …"), self.add, name="setGoal")
        deeds.addWidget(self._first)
        self._of_goal = (
            button(tr("How it stands …"), self._ask_status, name="moveGoal", keys="Ctrl+Return"),
            button(tr("Change …"), self._edit, name="editGoal", keys="F2"),
            button(tr("Remove"), self._remove, name="dropGoal", keys="Del"),
        )
        self._unshare = button(tr("Take back what is shared"), self._take_back, name="unshareGoal")
        for each in (*self._of_goal, self._unshare):
            deeds.addWidget(each)
        down.addLayout(deeds)
        self._shared = label("", "caption", wrap=True)
        self._shared.setObjectName("goalsShared")
        down.addWidget(self._shared)
        self._share = button("", self._toggle_shared, name="shareGoals", kind="quiet")
        sharing = Flow(desk.look.px(Space.WITHIN))
        sharing.addWidget(self._share)
        down.addLayout(sharing)
        down.addStretch(1)

    def read(self, pair: PairId) -> None:
        self.desk.work.ask("goals of pair", partial(goals, pair=pair), self._take)

    def enter(self) -> None:
        if self.form is not None:
            focus(self.form.first_control)
        elif self.table.isVisible():
            focus(self.table)
        else:
            focus(self._first)

    def add(self) -> None:
        if self._sheet is None or not self.desk.may_change():
            return
        fields: tuple[Field | Row, ...] = (DUE_ON, *self._words_fields(), SET_ON)
        self.ask(
            tr("Set a goal"),
            fields,
            tr("Set the goal"),
            self._on_set,
            values={SET_ON.field.key: self.desk.today},
            text=self._who_sees(),
            name="goalForm",
        )

    def _dress(self) -> None:
        view = self.table
        view.setObjectName("goals")
        view.setSelectionMode(view.SelectionMode.SingleSelection)
        view.opened.connect(lambda _: self._ask_status())
        view.deleted.connect(lambda _: self._remove())
        view.current_changed.connect(lambda _: self._tell())
        shortcut(view, "F2", self._edit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(view, keys, self._ask_status)

    def _take(self, sheet: GoalSheet) -> None:
        if sheet.pair != self.pair:
            return
        self._sheet = sheet
        self._document.tell(sheet)
        self._table.show(sheet.goals)
        fit_rows(self.table, len(sheet.goals))
        if self.table.current_id() is None and sheet.goals:
            self.table.select_ids((sheet.goals[0].id,))
        self._nothing.setVisible(not sheet.goals)
        show_filled(self.table, filled=bool(sheet.goals), instead=self._first)
        self._shared.setText(
            tr("The pair shares its goals: what they say may be kept here, each under the mentee’s consent.")
            if sheet.shared
            else tr("The pair keeps its goals to itself: only their number, dates and status are kept here.")
        )
        self._share.setText(tr("It keeps them now …") if sheet.shared else tr("It shares them, as its contract says"))
        self._tell()

    def _tell(self) -> None:
        goal = self._current
        self._words.setText("" if goal is None else goal_in_words(goal))
        self._words.setVisible(goal is not None)
        for each in self._of_goal:
            each.setVisible(goal is not None)
        self._unshare.setVisible(goal is not None and (goal.words is not None or goal.measure is not None))

    @property
    def _current(self) -> GoalRow | None:
        number = self.table.current_id()
        return None if number is None or self._sheet is None else self._table.rows.known(number)

    def _words_fields(self) -> tuple[Field | Row, ...]:
        return (WORDS, MEASURE) if self._sheet is not None and self._sheet.shared else ()

    def _who_sees(self) -> str:
        if self._words_fields():
            return tr("Those who run the programme see all of this.")
        return tr("Those who run the programme see number, dates and status. What the goal says stays with the pair.")

    def _edit(self) -> None:
        goal = self._current
        if goal is None or not self.desk.may_change():
            return
        given = (GIVEN_ON,) if self._words_fields() else ()
        self.ask(
            tr("Change goal {number}", number=goal.number),
            (DUE_ON, *self._words_fields(), *given),
            tr("Keep it so"),
            partial(self._on_edited, GoalId(goal.id)),
            values={
                DUE_ON.key: goal.due_on,
                WORDS.field.key: goal.words.text if goal.words else None,
                MEASURE.field.key: goal.measure.text if goal.measure else None,
                GIVEN_ON.key: self.desk.today,
            },
            text=self._who_sees(),
            name="goalForm",
        )

    def _ask_status(self) -> None:
        goal = self._current
        if goal is None or not self.desk.may_change():
            return
        self.ask(
            tr("How goal {number} stands", number=goal.number),
            (STATUS, SINCE),
            tr("Keep it so"),
            partial(self._on_moved, GoalId(goal.id)),
            values={STATUS.field.key: goal.status, SINCE.field.key: self.desk.today},
            name="goalStatusForm",
        )

    def _on_set(self, pair: PairId, values: Mapping[str, FieldValue]) -> None:
        today = self.desk.today
        set_on = day_in(values, SET_ON.field.key) or today
        due_on = day_in(values, DUE_ON.key)
        words, measure = words_in(values, WORDS.field.key), words_in(values, MEASURE.field.key)
        self.keep(
            pair,
            lambda store: set_goal(
                store, pair, set_on=set_on, due_on=due_on, words=words, measure=measure, today=today
            ),
        )

    def _on_edited(self, goal: GoalId, pair: PairId, values: Mapping[str, FieldValue]) -> None:
        today = self.desk.today
        due_on, given_on = day_in(values, DUE_ON.key), day_in(values, GIVEN_ON.key) or today
        words, measure = words_in(values, WORDS.field.key), words_in(values, MEASURE.field.key)
        self.keep(
            pair,
            lambda store: edit_goal(
                store, goal, due_on=due_on, words=words, measure=measure, given_on=given_on, today=today
            ),
        )

    def _on_moved(self, goal: GoalId, pair: PairId, values: Mapping[str, FieldValue]) -> None:
        today = self.desk.today
        status, on = status_in(values, STATUS.field.key), day_in(values, SINCE.field.key) or today
        if status is not None:
            self.keep(pair, lambda store: move_goal(store, goal, status, on=on, today=today))

    def _remove(self) -> None:
        goal = self._current
        if goal is not None and self.desk.may_change():
            number = GoalId(goal.id)
            self.desk.work.change(lambda store: drop_goal(store, number))

    def _take_back(self) -> None:
        """After a question: what leaves the file cannot come back."""
        goal, today = self._current, self.desk.today
        if goal is None or not self.desk.may_change():
            return
        if not self.desk.ask.confirm(
            tr("Take back what is shared"),
            tr(
                "What goal {number} says leaves the file for good, and no step before this one can be undone any more. "
                "Number, dates and status stay.",
                number=goal.number,
            ),
            tr("Take it back"),
            tr("Keep it"),
        ):
            return
        number = GoalId(goal.id)
        self.desk.work.change(lambda store: unshare_goal(store, number, on=today, today=today))

    def _toggle_shared(self) -> None:
        pair, sheet, today = self.pair, self._sheet, self.desk.today
        if pair is None or sheet is None or not self.desk.may_change():
            return
        shared = not sheet.shared
        told = any(goal.words is not None or goal.measure is not None for goal in sheet.goals)
        if told and not self.desk.ask.confirm(
            tr("The pair keeps its goals to itself"),
            tr(
                "What its goals say leaves the file for good, and no step before this one can be undone any more. "
                "Numbers, dates and status stay."
            ),
            tr("Take it out"),
            tr("Keep it"),
        ):
            return
        self.desk.work.change(lambda store: note_goals_shared(store, pair, shared=shared, today=today))


def _number(goal: GoalRow) -> str:
    return goal.id
