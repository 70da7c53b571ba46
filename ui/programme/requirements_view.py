"""What the programme asks of mentors and mentees (R21): a list, and the form of one requirement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from mentordesk.actions.programme_settings import add_criterion, edit_criterion, remove_criterion, set_priority
from mentordesk.domain.criteria import Criterion
from mentordesk.domain.fields import TEXT_LENGTH, Field, FieldValue, TextField
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.domain.programmes import PriorityGroup, Programme
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import one_programme
from ui.desk import Desk
from ui.forms.form import Row
from ui.language import say, tr
from ui.programme.beside import Beside
from ui.programme.measures import (
    GATE,
    MEASURES,
    WAITS,
    Asked,
    Waits,
    all_asked,
    as_group,
    criterion_fields,
    criterion_from,
    measured,
    more_fields,
    values_of,
)
from ui.programme.pane_form import PaneForm
from ui.programme.view import View
from ui.tables.columns import Column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label

_REASON = TextField("removalReason", msg("Why it is removed"), length=TEXT_LENGTH)
_ORDER = tuple(Waits)
COLUMNS: tuple[Column[Asked], ...] = (
    Column(key="title", title=msg("Requirement"), text=lambda each: say(each.criterion.title), width=340),
    Column(key="role", title=msg("Asked of"), text=lambda each: say(ROLE_NAMES[each.criterion.role]), width=110),
    Column(key="measure", title=msg("Answered by"), text=lambda each: measured(each.criterion), width=270),
    Column(
        key="gate",
        title=msg("What waits for it"),
        text=lambda each: say(WAITS[each.waits]),
        sort=lambda each: _ORDER.index(each.waits),
        width=220,
    ),
)


class RequirementsView(View):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._known: Programme | None = None
        self._asked: Mapping[str, Asked] = {}
        self._table = RecordTable(COLUMNS, lambda each: each.number, self)
        self.list = TableView(desk, self._table, tr("Requirements of the programme"), tab="programme", key="criteria")
        self.list.setObjectName("criteriaList")
        self.list.opened.connect(self._open)
        self.list.deleted.connect(self._remove)
        shown = QWidget()
        down = column(desk.look, within=shown, space=Space.AROUND)
        top = row(desk.look)
        words = tr("What is asked of mentors and mentees, and whom the programme takes first.")
        top.addWidget(label(words, "second", wrap=True), 1)
        top.addWidget(button(tr("Add a requirement …"), self.add, name="addCriterion", kind="main", keys="Ctrl+N"))
        down.addLayout(top)
        down.addWidget(self.list, 1)
        self._beside = Beside(desk.look, shown)
        column(desk.look, within=self).addWidget(self._beside)

    def reload(self, programme: ProgrammeId) -> None:
        if programme != self.programme:
            self._beside.close_form()
        self.programme = programme
        self.desk.work.ask(
            "programme requirements", lambda store: one_programme(store, programme), self._show, self.refused.emit
        )

    def enter(self) -> None:
        self.list.setFocus()

    def add(self) -> None:
        if self._known is not None and self.may_change():
            languages = self._known.settings.languages
            form = self._form(tr("A new requirement"), criterion_fields(languages), tr("Add it"))
            form.submitted.connect(self._on_new)
            form.begin({"criterionRole": Role.MENTEE, GATE: Waits.MATCHING})

    def _show(self, known: Programme) -> None:
        if known.id != self.programme:
            return
        self._known = known
        self._asked = {each.number: each for each in all_asked(known.settings)}
        self._table.show(tuple(self._asked.values()))
        if self.list.current_id() is None and self._asked:
            self.list.select_ids((next(iter(self._asked)),))
        self.told.emit()

    def _open(self, number: str) -> None:
        asked = self._asked.get(number)
        if asked is None or self._known is None or not self.may_change():
            return
        criterion = asked.criterion
        fields = criterion_fields(self._known.settings.languages, criterion, asked.waits)
        text = tr("Asked of: {role}. {measured}.", role=ROLE_NAMES[criterion.role], measured=measured(criterion))
        form = self._form(tr("Edit the requirement"), fields, tr("Keep it so"), text)
        form.submitted.connect(partial(self._on_edited, asked))
        form.begin(values_of(criterion))

    def _remove(self, numbers: tuple[str, ...]) -> None:
        asked, programme = self._asked.get(numbers[0]) if numbers else None, self.programme
        if asked is None or programme is None or not self.may_change():
            return
        if asked.waits is Waits.FIRST:
            self._take_first([group for group in self._groups if group.key != asked.criterion.key])
            return
        key = asked.criterion.key
        self.desk.work.change(
            lambda store: remove_criterion(store, programme, key), self._done, partial(self._ask_why, asked.criterion)
        )

    def _ask_why(self, criterion: Criterion, no: Refused) -> None:
        """Something is noted of it: it goes with a reason only."""
        heading = tr("Remove “{title}”", title=criterion.title)
        form = self._form(heading, (Row(_REASON, required=True),), tr("Remove it"), say(no.message))
        form.submitted.connect(partial(self._on_reason, criterion.key))
        form.begin({})

    def _form(self, heading: str, fields: tuple[Field | Row, ...], main: str, text: str = "") -> PaneForm:
        today = self.desk.today
        return self._beside.ask(heading, fields, main, text=text, name="criterionForm", today=today, left=self.list)

    def _on_new(self, values: Mapping[str, FieldValue]) -> None:
        new = criterion_from(values)
        more = more_fields(new.measure)
        if not more:
            self._on_whole(values, {})
            return
        form = self._form(say(MEASURES[new.measure]), more, tr("Add it"), say(new.title))
        form.submitted.connect(partial(self._on_whole, values))
        form.begin({})

    def _on_whole(self, values: Mapping[str, FieldValue], more: Mapping[str, FieldValue]) -> None:
        programme, form, new = self.programme, self._beside.form, criterion_from({**values, **more})
        if values[GATE] == Waits.FIRST:
            self._take_first([*self._groups, as_group(new)])
        elif programme is not None and form is not None:
            self.desk.work.change(lambda store: add_criterion(store, programme, new), self._added, form.refuse)

    def _on_edited(self, asked: Asked, values: Mapping[str, FieldValue]) -> None:
        programme, form, edited = self.programme, self._beside.form, criterion_from(values, asked.criterion)
        if asked.waits is Waits.FIRST:
            self._take_first([as_group(edited) if group.key == edited.key else group for group in self._groups])
        elif programme is not None and form is not None:
            self.desk.work.change(lambda store: edit_criterion(store, programme, edited), self._done, form.refuse)

    @property
    def _groups(self) -> Sequence[PriorityGroup]:
        return () if self._known is None else self._known.settings.priority

    def _take_first(self, groups: Sequence[PriorityGroup]) -> None:
        programme, form = self.programme, self._beside.form
        if programme is not None:
            refused = None if form is None else form.refuse
            self.desk.work.change(lambda store: set_priority(store, programme, groups), self._done, refused)

    def _on_reason(self, key: str, values: Mapping[str, FieldValue]) -> None:
        programme, form, reason = self.programme, self._beside.form, str(values[_REASON.key])
        if programme is not None and form is not None:
            self.desk.work.change(
                lambda store: remove_criterion(store, programme, key, reason=reason), self._done, form.refuse
            )

    def _added(self, key: str) -> None:
        self._done(None)
        self.list.select_ids((key,))

    def _done(self, _: object) -> None:
        self._beside.close_form()
