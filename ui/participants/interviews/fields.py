"""The fields of one interview by the programme's guide, and what is read from them; noting it is interviewing.py's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.fields import (
    TEXT_LENGTH,
    ChoiceField,
    Choices,
    DateField,
    Field,
    FieldValue,
    Home,
    NameField,
    TextField,
)
from mentordesk.domain.ids import PersonId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, Sayable, msg
from mentordesk.queries.interviews import GuideAnswer, InterviewForm, RatingQuestion
from ui.desk import Desk
from ui.forms.editor import Editor, Remark
from ui.forms.editors import editor_for
from ui.language import say, tr
from ui.participants.interviews.chemistry import ChemistryNotes
from ui.participants.people_picker import PeoplePicker
from ui.theme import Space
from ui.widgets.chip import Chip
from ui.widgets.frames import column, frame
from ui.widgets.labels import label, unaccelerated


class _Points(StrEnum):
    """How far a trait was seen; the words are what an interviewer chooses by."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"


_SCALE = Choices(
    (
        (_Points.ONE, msg("1 – not at all"), ""),
        (_Points.TWO, msg("2 – a little"), ""),
        (_Points.THREE, msg("3 – in part"), ""),
        (_Points.FOUR, msg("4 – clearly"), ""),
        (_Points.FIVE, msg("5 – very much"), ""),
    )
)


@dataclass(frozen=True, slots=True)
class NotedInterview:
    """What the form says, as the action takes it."""

    held_on: date
    interviewer: str
    notes: str
    answers: Mapping[str, str]
    ratings: Mapping[str, tuple[int, str]]
    words: tuple[str, ...] | None
    wishes: tuple[PersonId, ...]
    vetoes: tuple[PersonId, ...]


class InterviewFields(QWidget):
    chemistry_told = Signal(str, object)  # the other's participation; points or None

    def __init__(self, desk: Desk, form: InterviewForm) -> None:
        super().__init__()
        self.setObjectName("interviewFields")
        self._desk = desk
        self._look = desk.look
        self.participation = form.participation
        self.interview = form.id  # None: it is not in the file yet
        self._lines: QVBoxLayout = column(desk.look, within=self, space=Space.AROUND)
        self._remark = Remark(desk.look)
        self._editors: dict[str, Editor] = {}
        self._add_banner(form)
        self._lines.addWidget(self._remark)
        self._held_on = self._add(DateField("held_on", msg("Day of the interview")))
        self._interviewer = self._add(NameField("interviewer", msg("Interviewer")))
        self._answers = {answer.key: self._add_question(answer) for answer in form.answers}
        self._ratings = {rating.key: self._add_rating(rating) for rating in form.ratings}
        self._words = self._add(form.words_field, msg("The matching compares them."))
        self.wishes = PeoplePicker(
            desk.look,
            tr("Wishes"),
            "wishes",
            form.choosable,
            ranked=True,
            hint=tr("The most wished for first. A wish weighs in the matching; it promises nothing."),
        )
        self.vetoes = PeoplePicker(
            desk.look,
            tr("Not together with"),
            "vetoes",
            form.choosable,
            ranked=False,
            hint=tr("They are never proposed together."),
        )
        self._lines.addWidget(self.wishes)
        self._lines.addWidget(self.vetoes)
        self._notes = self._add(TextField("interview_notes", msg("Notes"), length=TEXT_LENGTH, lines=True))
        self._chemistry = ChemistryNotes(desk.look, form)
        self._chemistry.told.connect(self.chemistry_told)
        self._lines.addWidget(self._chemistry)
        locked = desk.file.read_only is not None or form.restricted
        for editor in self._editors.values():
            editor.set_read_only(locked)
        for picker in (self.wishes, self.vetoes, self._chemistry):
            picker.set_read_only(locked)
        self.show_form(form)

    @property
    def touched(self) -> bool:
        """Whether something is written that was not noted."""
        return self.wishes.touched or self.vetoes.touched or any(editor.touched for editor in self._editors.values())

    def show_form(self, form: InterviewForm) -> None:
        """Each field that nobody is writing in shows what the file holds."""
        planned = None if form.planned is None else form.planned.starts_at.date()
        self._show(self._held_on, form.held_on or planned or self._desk.today)
        self._show(self._interviewer, form.interviewer or None)
        for answer in form.answers:
            self._show(self._answers[answer.key], answer.answer or None)
        for rating in form.ratings:
            points, evidence = self._ratings[rating.key]
            self._show(points, None if rating.points is None else _Points(str(rating.points)))
            self._show(evidence, rating.evidence or None)
        self._show(self._notes, form.notes or None)
        self.show_shared(form)

    def read(self) -> NotedInterview | None:
        """None where a field refuses: it is marked, and the first one gets the focus."""
        self._remark.set("", wrong=False)
        read = {key: self._read(editor) for key, editor in self._editors.items()}
        wrong = [key for key, (_, fits) in read.items() if not fits]
        held_on = read["held_on"][0]
        if not wrong and not isinstance(held_on, date):
            self._held_on.mark(msg("Write the day of the interview."))
            wrong = ["held_on"]
        if wrong or not isinstance(held_on, date):
            self._editors[wrong[0]].setFocus()
            return None
        words = read[self._words.field.key][0]
        return NotedInterview(
            held_on,
            str(read["interviewer"][0] or ""),
            str(read["interview_notes"][0] or ""),
            {key: str(read[editor.field.key][0] or "") for key, editor in self._answers.items()},
            {
                key: (int(str(points.entry())), str(read[evidence.field.key][0] or ""))
                for key, (points, evidence) in self._ratings.items()
                if points.entry()
            },
            words if isinstance(words, tuple) else None,
            self.wishes.chosen,
            self.vetoes.chosen,
        )

    def enter(self) -> None:
        self._interviewer.setFocus()

    def show_shared(self, form: InterviewForm) -> None:
        """What is the participant's own, whoever holds the interview: needs or offers, wishes, vetoes, chemistry."""
        self._chemistry.show_form(form)
        self._show(self._words, form.words)
        self.wishes.show_people([(wish.person, wish.name) for wish in form.wishes])
        self.vetoes.show_people([(wish.person, wish.name) for wish in form.vetoes])

    def accept(self) -> None:
        """What is written now counts as noted."""
        for editor in self._editors.values():
            editor.show_value(editor.read())
        self.wishes.accept()
        self.vetoes.accept()

    def refuse(self, reason: Message) -> None:
        self._remark.set(say(reason), wrong=True)

    def _add_banner(self, form: InterviewForm) -> None:
        banner = frame("card")
        lines = column(self._look, within=banner, edge=Space.BETWEEN)
        lines.addWidget(Chip(self._look, tr("Keep in mind"), "accent"))
        words = label(say(form.banner), wrap=True)
        words.setObjectName("interviewBanner")
        lines.addWidget(words)
        self._lines.addWidget(banner)

    def _add(self, field: Field, hint: Sayable | None = None) -> Editor:
        lines = column(self._look, space=Space.WITHIN)
        editor = editor_for(field, self._look, today=self._desk.today)
        words = label(unaccelerated(say(field.title)), "second", wrap=True)
        words.setBuddy(editor.control)
        lines.addWidget(words)
        if hint is not None:
            lines.addWidget(label(say(hint), "caption", wrap=True))
            editor.set_hint(say(hint))
        lines.addWidget(editor)
        self._lines.addLayout(lines)
        self._editors[field.key] = editor
        return editor

    def _add_question(self, asked: GuideAnswer) -> Editor:
        field = TextField(f"guide_{asked.key}", asked.title, length=TEXT_LENGTH, lines=True)
        return self._add(field, asked.hint)

    def _add_rating(self, rating: RatingQuestion) -> tuple[Editor, Editor]:
        points = self._add(ChoiceField(rating.key, rating.title, home=Home.RATING, choices=_SCALE))
        evidence = self._add(TextField(f"{rating.key}_evidence", msg("What shows it"), length=TEXT_LENGTH))
        evidence.control.setAccessibleName(tr("What shows it: {trait}", trait=rating.title))
        return points, evidence

    def _show(self, editor: Editor, value: FieldValue) -> None:
        if not editor.touched:
            editor.show_value(value)

    def _read(self, editor: Editor) -> tuple[FieldValue, bool]:
        try:
            value = editor.read()
        except Refused as no:
            editor.mark(no.message)
            return None, False
        editor.mark(None)
        return value, True
