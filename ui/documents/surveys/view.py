"""What was answered, in figures: the surveys at the left, statements and words of the one chosen at the right.

Of few answers nothing is told but how many there are (R76).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QStackedWidget, QWidget

from mentordesk.domain.evaluation import KEY as EVALUATION
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import msg
from mentordesk.queries.surveys import StatementFigures, SurveyResult, SurveySummary, survey_results
from ui.desk import Desk
from ui.documents.view import View
from ui.language import ntr, say, spoken, tr
from ui.tables.columns import Align, Column, day_column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.empty_page import EmptyPage, WayOn
from ui.widgets.frames import column, row
from ui.widgets.labels import label
from ui.widgets.views import NARROW_FROM

_SURVEYS: tuple[Column[SurveyResult], ...] = (
    Column(key="title", title=msg("Survey"), text=lambda each: say(each.title), width=200),
    Column(
        key="returned",
        title=msg("Answers"),
        text=lambda each: spoken().number(each.figures.returned),
        sort=lambda each: each.figures.returned,
        align=Align.RIGHT,
        width=90,
    ),
    day_column("first", msg("First answer"), lambda each: each.first_on, width=110),
)


def _mean(each: StatementFigures) -> str:
    return "–" if each.mean is None else spoken().number(each.mean, 1)


_STATEMENTS: tuple[Column[StatementFigures], ...] = (
    Column(key="text", title=msg("Statement"), text=lambda each: say(each.text), width=400),
    Column(key="mean", title=msg("Mean"), text=_mean, sort=lambda each: each.mean, align=Align.RIGHT, width=90),
    Column(
        key="count",
        title=msg("Answers"),
        text=lambda each: "–" if each.count is None else spoken().number(each.count),
        sort=lambda each: each.count,
        align=Align.RIGHT,
        width=90,
    ),
)


class SurveysView(View):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("surveysView")
        self._programme: ProgrammeId | None = None
        self._found: dict[str, SurveyResult] = {}
        look = desk.look
        self._surveys: RecordTable[SurveyResult] = RecordTable(_SURVEYS, lambda each: each.id)
        self.list = TableView(desk, self._surveys, tr("Surveys"), tab="documents", key="surveys")
        self.list.setObjectName("surveyList")
        self.list.current_changed.connect(self._choose)
        self._about = label("", "second", wrap=True)
        self._about.setObjectName("surveyAbout")
        self._statements: RecordTable[StatementFigures] = RecordTable(_STATEMENTS, lambda each: each.id)
        self.figures = TableView(desk, self._statements, tr("Statements"), tab="documents", key="statements")
        self.figures.setObjectName("surveyFigures")
        self._words = QPlainTextEdit()
        self._words.setObjectName("surveyWords")
        self._words.setAccessibleName(tr("In their own words"))
        self._words.setReadOnly(True)
        self._words.setTabChangesFocus(True)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        right = QWidget()
        told = column(look, within=right, space=Space.BETWEEN)
        told.addWidget(self._about)
        told.addWidget(self.figures, 3)
        told.addWidget(self._words, 2)
        both = QWidget()
        lay = column if look.zoom >= NARROW_FROM else row
        across = lay(look, within=both, space=Space.AROUND)
        across.addWidget(self.list, 2)
        across.addWidget(right, 3)
        self._empty = EmptyPage(
            look,
            picture="question",
            heading=tr("No survey has been answered yet"),
            text=tr("Feedback and evaluation forms are under Make. Those that come back are read under Came back."),
            ways_on=(WayOn(tr("Make evaluation forms"), self._to_forms, "makeForms"),),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(both)
        self._stack.addWidget(self._empty)
        column(look, within=self).addWidget(self._stack)

    def reload(self, programme: ProgrammeId | None) -> None:
        if programme is None:
            return
        self._programme = programme
        self.desk.work.ask(
            "surveys", lambda store: (programme, survey_results(store, programme)), self._show, self.refused.emit
        )

    def enter(self) -> None:
        way_on = self._empty.findChild(QPushButton, "makeForms")
        is_empty = self._stack.currentWidget() is self._empty
        (way_on if is_empty and way_on is not None else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        if self._stack.currentWidget() is self._empty:
            return (self._empty,)
        return (self.list, self.figures, self._words)

    def _show(self, found: tuple[ProgrammeId, tuple[SurveyResult, ...]]) -> None:
        programme, results = found
        if programme != self._programme:
            return
        self._found = {each.id: each for each in results}
        self._surveys.show(results)
        self._stack.setCurrentIndex(0 if results else 1)
        if self.list.current_id() not in self._found and results:
            self.list.select_ids((results[0].id,))
        self._choose(self.list.current_id())
        self.told.emit()

    def _choose(self, number: str | None) -> None:
        chosen = self._found.get(number or "")
        if chosen is None:
            return
        figures = chosen.figures
        self._about.setText(_about(figures))
        self._statements.show(figures.statements)
        self._words.setPlainText(_words(figures))

    def _to_forms(self) -> None:
        self.desk.please_show(Subject.DOCUMENTS, EVALUATION)


def _about(figures: SurveySummary) -> str:
    if figures.hidden:
        return ntr(
            "{count} answer came back. From {smallest} on they are shown, so that nobody can be recognised.",
            "{count} answers came back. From {smallest} on they are shown, so that nobody can be recognised.",
            figures.returned,
            smallest=figures.smallest,
        )
    return ntr(
        "{count} answer. 1 means “not at all”, 5 means “fully”.",
        "{count} answers. 1 means “not at all”, 5 means “fully”.",
        figures.returned,
    )


def _words(figures: SurveySummary) -> str:
    """Under each question what was said, in no order that tells who said what else."""
    told = [[say(each.text), *(f"– {text}" for text in each.said)] for each in figures.questions if each.said]
    return "\n\n".join("\n".join(lines) for lines in told)
