"""The lists that the programme goes by with each person, edited: interview guides, and a new manager's introduction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QComboBox, QWidget

from mentordesk.actions.files import Store
from mentordesk.actions.guides import add_point, edit_point, move_point, remove_point, take_from_template
from mentordesk.domain.fields import FieldValue
from mentordesk.domain.guides import GUIDE_NAMES, Guide
from mentordesk.domain.ids import ProgrammeId
from mentordesk.i18n.message import msg
from mentordesk.queries.guides import GuideTable, PointRow, guide_table
from ui.desk import Desk
from ui.forms.asking_form import AskingForm
from ui.forms.beside import NARROW_FROM, Beside
from ui.language import ntr, say, spoken, tr
from ui.programme.guide_point import is_another, point_fields, point_from, values_of
from ui.programme.view import View
from ui.tables.columns import Align, Column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label
from ui.widgets.page import shortcut

COLUMNS: tuple[Column[PointRow], ...] = (
    Column(
        key="number",
        title=msg("No."),
        text=lambda each: spoken().number(each.number),
        sort=lambda each: each.number,
        align=Align.RIGHT,
        width=52,
    ),
    Column(key="title", title=msg("Question or point"), text=lambda each: say(each.point.title), width=430),
    Column(
        key="hint",
        title=msg("For the interviewer"),
        text=lambda each: (
            tr("Ticked by the offer of a mentor")
            if each.point.offers_mentor
            else ""
            if each.point.hint is None
            else say(each.point.hint)
        ),
        width=340,
    ),
    Column(
        key="answers",
        title=msg("Answers"),
        text=lambda each: spoken().number(each.answers) if each.answers else "",
        sort=lambda each: each.answers,
        align=Align.RIGHT,
        width=90,
    ),
)


class GuidesView(View):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: GuideTable | None = None
        self._rows: Mapping[str, PointRow] = {}
        self._table = RecordTable(COLUMNS, lambda each: each.point.key, self)
        self.list = TableView(desk, self._table, tr("Questions and points"), tab="programme", key="guide")
        self.list.setObjectName("guideList")
        self.list.opened.connect(self._open)
        self.list.deleted.connect(self._remove)
        self._beside = Beside(desk.look, self._build())
        column(desk.look, within=self).addWidget(self._beside)
        shortcut(self.list, "Alt+Up", partial(self._move, -1))
        shortcut(self.list, "Alt+Down", partial(self._move, 1))

    def reload(self, programme: ProgrammeId) -> None:
        if programme != self.programme:
            self._beside.close_form()
        self.programme, guide = programme, self._guide
        self.desk.work.ask(
            "programme guide", lambda store: _known(store, programme, guide), self._show, self.refused.emit
        )

    def enter(self) -> None:
        self.list.setFocus()

    def add(self) -> None:
        shown = self._shown
        if shown is not None and self.desk.may_change():
            form = self._form(say(GUIDE_NAMES[shown.guide]), None, tr("Add it"))
            form.submitted.connect(self._on_new)
            form.begin({})

    @property
    def _guide(self) -> Guide:
        return Guide(str(self._choice.currentData() or Guide.MENTEES))

    def _build(self) -> QWidget:
        look = self.look
        shown = QWidget()
        down = column(look, within=shown, space=Space.AROUND)
        top = row(look)
        self._choice = QComboBox()
        self._choice.setObjectName("guideChoice")
        self._choice.setAccessibleName(tr("Which list"))
        self._choice.addItem(say(GUIDE_NAMES[Guide.MENTEES]), Guide.MENTEES.value)
        self._choice.activated.connect(self._on_chosen)
        top.addWidget(self._choice)
        top.addStretch(1)
        top.addWidget(button(tr("Add to the list …"), self.add, name="addPoint", kind="main", keys="Ctrl+N"))
        down.addLayout(top)
        self._words = label("", "second", wrap=True)
        self._words.setObjectName("guideWords")
        down.addWidget(self._words)
        if look.zoom >= NARROW_FROM:
            self._words.hide()  # the room is the list's
        down.addWidget(self.list, 1)
        under = row(look)
        for text, run, name, keys in (
            (tr("Up"), partial(self._move, -1), "pointUp", "Alt+Up"),
            (tr("Down"), partial(self._move, 1), "pointDown", "Alt+Down"),
            (tr("Take out"), self._remove_current, "pointOut", "Delete"),
        ):
            under.addWidget(button(text, run, name=name, kind="quiet", keys=keys))
        under.addStretch(1)
        self._usual = button(tr("As in the template"), self._take_template, name="guideAsTemplate", kind="quiet")
        under.addWidget(self._usual)
        down.addLayout(under)
        return shown

    def _show(self, shown: GuideTable) -> None:
        if (shown.programme, shown.guide) != (self.programme, self._guide):
            if shown.programme == self.programme and self._guide not in shown.guides:
                self._choice.setCurrentIndex(0)  # of another programme, that has no such list
            if shown.programme != self.programme or shown.guide != self._guide:
                return
        self._shown = shown
        self._offer(shown)
        self._rows = {each.point.key: each for each in shown.rows}
        self._table.show(shown.rows)
        if self.list.current_id() is None and shown.rows:
            self.list.select_ids((shown.rows[0].point.key,))
        self._usual.setEnabled(not shown.as_template)
        self._words.setText(_said(shown))
        self.told.emit()

    def _offer(self, shown: GuideTable) -> None:
        there = [self._choice.itemData(at) for at in range(self._choice.count())]
        if there != [guide.value for guide in shown.guides]:
            self._choice.clear()
            for guide in shown.guides:
                self._choice.addItem(say(GUIDE_NAMES[guide]), guide.value)
            self._choice.setCurrentIndex(self._choice.findData(shown.guide.value))

    def _on_chosen(self, _: int) -> None:
        self._beside.close_form()
        if self.programme is not None:
            self.reload(self.programme)

    def _open(self, key: str) -> None:
        each, shown = self._rows.get(key), self._shown
        if each is not None and shown is not None and self.desk.may_change():
            text = ntr("It was answered {count} time.", "It was answered {count} times.", each.answers)
            form = self._form(say(GUIDE_NAMES[shown.guide]), each, tr("Keep it so"), text if each.answers else "")
            form.submitted.connect(partial(self._on_edited, each))
            form.begin(values_of(each.point))

    def _form(self, heading: str, known: PointRow | None, main: str, text: str = "") -> AskingForm:
        shown = self._shown
        assert shown is not None
        fields = point_fields(shown.guide, shown.languages, answered=known is not None and known.answers > 0)
        today = self.desk.today
        return self._beside.ask(heading, fields, main, text=text, name="pointForm", today=today, left=self.list)

    def _on_new(self, values: Mapping[str, FieldValue]) -> None:
        programme, guide, form, new = self.programme, self._guide, self._beside.form, point_from(values)
        if programme is not None and form is not None:
            self.desk.work.change(lambda store: add_point(store, programme, guide, new), self._done, form.refuse)

    def _on_edited(self, known: PointRow, values: Mapping[str, FieldValue]) -> None:
        programme, guide, form = self.programme, self._guide, self._beside.form
        edited, anew = point_from(values, known.point), is_another(values)
        if programme is not None and form is not None:
            self.desk.work.change(
                lambda store: edit_point(store, programme, guide, edited, anew=anew), self._done, form.refuse
            )

    def _remove(self, keys: tuple[str, ...]) -> None:
        if keys:
            self._do(lambda store, programme, guide: remove_point(store, programme, guide, keys[0]))

    def _remove_current(self) -> None:
        key = self.list.current_id()
        if key is not None:
            self._remove((key,))

    def _move(self, step: int) -> None:
        key = self.list.current_id()
        if key is not None:
            self._do(lambda store, programme, guide: move_point(store, programme, guide, key, step))

    def _take_template(self) -> None:
        self._do(take_from_template)

    def _do(self, deed: Callable[[Store, ProgrammeId, Guide], None]) -> None:
        programme, guide = self.programme, self._guide
        if programme is not None and self.desk.may_change():
            self.desk.work.change(lambda store: deed(store, programme, guide))

    def _done(self, key: str) -> None:
        self._beside.close_form()
        self.list.select_ids((key,))


def _known(store: Store, programme: ProgrammeId, guide: Guide) -> GuideTable:
    """The first list in place of one that the programme has no use for."""
    found = guide_table(store, programme, guide)
    return found if guide in found.guides else guide_table(store, programme, Guide.MENTEES)


def _said(shown: GuideTable) -> str:
    about = (
        tr("What is to be done for each new manager; the offer of a mentor is among it.")
        if shown.guide is Guide.INTRODUCTION
        else tr("The questions of each interview, on screen and on paper, in the languages of the programme.")
    )
    if not shown.unasked:
        return about
    kept = ntr(
        "{count} that is no longer asked stands where it was answered.",
        "{count} that are no longer asked stand where they were answered.",
        shown.unasked,
    )
    return f"{about} {kept}"
