"""What the programme asks of mentors and mentees (R21): a list, and the form of one requirement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from mentordesk.actions.programme_settings import add_criterion, edit_criterion, remove_criterion, set_priority
from mentordesk.domain.criteria import Criterion
from mentordesk.domain.fields import TEXT_LENGTH, FieldValue, TextField
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.domain.programmes import PriorityGroup, Programme
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import one_programme
from ui.desk import Desk
from ui.forms.form import Row
from ui.language import say, tr
from ui.programme.list_part import ListPart
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
from ui.tables.columns import Column
from ui.widgets.buttons import button

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


class RequirementsView(ListPart[Asked]):
    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            COLUMNS,
            msg("Requirements of the programme"),
            key="criteria",
            table="criteriaList",
            form="criterionForm",
        )
        self._known: Programme | None = None
        self.list.opened.connect(self._open)
        self.list.deleted.connect(self._remove)
        self.words.setText(tr("What is asked of mentors and mentees, and whom the programme takes first."))
        self.lay_out(button(tr("Add a requirement …"), self.add, name="addCriterion", kind="main", keys="Ctrl+N"))

    def number_of(self, each: Asked) -> str:
        return each.number

    def reload(self, programme: ProgrammeId) -> None:
        self.turn_to(programme)
        self.desk.work.ask(
            "programme requirements", lambda store: one_programme(store, programme), self._show, self.refused.emit
        )

    def add(self) -> None:
        if self._known is not None and self.desk.may_change():
            languages = self._known.settings.languages
            form = self.ask(tr("A new requirement"), criterion_fields(languages), tr("Add it"))
            form.submitted.connect(self._on_new)
            form.begin({"criterionRole": Role.MENTEE, GATE: Waits.MATCHING})

    def _show(self, known: Programme) -> None:
        if known.id != self.programme:
            return
        self._known = known
        self.show_rows(tuple(all_asked(known.settings)))
        self.told.emit()

    def _open(self, number: str) -> None:
        asked = self.rows.get(number)
        if asked is None or self._known is None or not self.desk.may_change():
            return
        criterion = asked.criterion
        fields = criterion_fields(self._known.settings.languages, criterion, asked.waits)
        text = tr("Asked of: {role}. {measured}.", role=ROLE_NAMES[criterion.role], measured=measured(criterion))
        form = self.ask(tr("Edit the requirement"), fields, tr("Keep it so"), text)
        form.submitted.connect(partial(self._on_edited, asked))
        form.begin(values_of(criterion))

    def _remove(self, numbers: tuple[str, ...]) -> None:
        asked, programme = self.rows.get(numbers[0]) if numbers else None, self.programme
        if asked is None or programme is None or not self.desk.may_change():
            return
        if asked.waits is Waits.FIRST:
            self._take_first([group for group in self._groups if group.key != asked.criterion.key])
            return
        key = asked.criterion.key
        self.desk.work.change(
            lambda store: remove_criterion(store, programme, key), self.done, partial(self._ask_why, asked.criterion)
        )

    def _ask_why(self, criterion: Criterion, no: Refused) -> None:
        """Something is noted of it: it goes with a reason only."""
        heading = tr("Remove “{title}”", title=criterion.title)
        form = self.ask(heading, (Row(_REASON, required=True),), tr("Remove it"), say(no.message))
        form.submitted.connect(partial(self._on_reason, criterion.key))
        form.begin({})

    def _on_new(self, values: Mapping[str, FieldValue]) -> None:
        new = criterion_from(values)
        more = more_fields(new.measure)
        if not more:
            self._on_whole(values, {})
            return
        form = self.ask(say(MEASURES[new.measure]), more, tr("Add it"), say(new.title))
        form.submitted.connect(partial(self._on_whole, values))
        form.begin({})

    def _on_whole(self, values: Mapping[str, FieldValue], more: Mapping[str, FieldValue]) -> None:
        programme, form, new = self.programme, self.form, criterion_from({**values, **more})
        if values[GATE] == Waits.FIRST:
            self._take_first([*self._groups, as_group(new)])
        elif programme is not None and form is not None:
            self.desk.work.change(lambda store: add_criterion(store, programme, new), self.added, form.refuse)

    def _on_edited(self, asked: Asked, values: Mapping[str, FieldValue]) -> None:
        programme, form, edited = self.programme, self.form, criterion_from(values, asked.criterion)
        if asked.waits is Waits.FIRST:
            self._take_first([as_group(edited) if group.key == edited.key else group for group in self._groups])
        elif programme is not None and form is not None:
            self.desk.work.change(lambda store: edit_criterion(store, programme, edited), self.done, form.refuse)

    @property
    def _groups(self) -> Sequence[PriorityGroup]:
        return () if self._known is None else self._known.settings.priority

    def _take_first(self, groups: Sequence[PriorityGroup]) -> None:
        programme, form = self.programme, self.form
        if programme is not None:
            refused = None if form is None else form.refuse
            self.desk.work.change(lambda store: set_priority(store, programme, groups), self.done, refused)

    def _on_reason(self, key: str, values: Mapping[str, FieldValue]) -> None:
        programme, form, reason = self.programme, self.form, str(values[_REASON.key])
        if programme is not None and form is not None:
            self.desk.work.change(
                lambda store: remove_criterion(store, programme, key, reason=reason), self.done, form.refuse
            )
