"""What several interviewers noted of one person, side by side (R23); where they differ it is said in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mentordesk.i18n.message import Sayable, msg
from mentordesk.queries.interviews import InterviewForm
from ui.language import ntr, say, spoken, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.frames import column, frame, row, scrolling
from ui.widgets.labels import label, unaccelerated
from ui.widgets.page import shortcut


@dataclass(frozen=True, slots=True)
class _Line:
    """A question with what each interviewer wrote; `apart`: how many points lie between them, None where not rated."""

    title: Sayable
    said: tuple[str, ...]
    apart: int | None = None


class InterviewCompare(QWidget):
    left = Signal()

    def __init__(self, look: Look, forms: Sequence[InterviewForm]) -> None:
        super().__init__()
        self.setObjectName("interviewCompare")
        self._look = look
        lines = column(look, within=self, space=Space.AROUND, edge=Space.AROUND)
        head = row(look)
        head.addWidget(
            button(tr("Back to the form"), self.left.emit, name="compareBack", picture="left", look=look, keys="Esc")
        )
        head.addStretch()
        lines.addLayout(head)
        inside = QWidget()
        rows = column(look, within=inside, space=Space.AROUND)
        for line in (each for each in _lines(forms) if any(each.said)):
            rows.addWidget(self._card(line, forms))
        rows.addStretch(1)
        self._area = scrolling(inside)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that arrows scroll it
        self._area.setAccessibleName(tr("Interviews side by side"))
        lines.addWidget(self._area, 1)
        shortcut(self, "Esc", self.left.emit)

    def enter(self) -> None:
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, line: _Line, forms: Sequence[InterviewForm]) -> QWidget:
        look = self._look
        card = frame("card")
        lines = column(look, within=card, edge=Space.BETWEEN)
        head = row(look)
        head.addWidget(label(unaccelerated(say(line.title)), "strong", wrap=True), 1)
        if line.apart is not None:
            words, tone = _apart(line.apart)
            chip = Chip(look, words, tone)
            chip.setObjectName("compareApart")
            head.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(Space.AROUND))
        for at, (form, said) in enumerate(zip(forms, line.said, strict=True)):
            grid.addWidget(label(unaccelerated(who(form)), "caption", wrap=True), 0, at)
            words_ = label(said or tr("nothing noted"), "" if said else "second", wrap=True)
            words_.setAlignment(Qt.AlignmentFlag.AlignTop)
            words_.setAccessibleName(": ".join((who(form), say(line.title), said or tr("nothing noted"))))
            grid.addWidget(words_, 1, at)
            grid.setColumnStretch(at, 1)
        lines.addLayout(grid)
        return card


def who(form: InterviewForm) -> str:
    """Who held it and when, or when it is to be."""
    name = form.interviewer or tr("no interviewer named")
    if form.held_on is not None:
        return tr("{name}, {day}", name=name, day=form.held_on)
    if form.planned is not None:
        when = form.planned.starts_at
        return tr("planned {day} {time}, {name}", day=when.date(), time=when.time(), name=name)
    return tr("a new interview") if form.id is None else tr("ratings from a list")


def _lines(forms: Sequence[InterviewForm]) -> Iterator[_Line]:
    for at, rating in enumerate(forms[0].ratings):
        points = [form.ratings[at].points for form in forms]
        given = [each for each in points if each is not None]
        said = tuple(_rated(form.ratings[at].points, form.ratings[at].evidence) for form in forms)
        yield _Line(rating.title, said, max(given) - min(given) if len(given) > 1 else None)
    titles = {answer.key: answer.title for form in forms for answer in form.answers}
    answers = [{answer.key: answer.answer for answer in form.answers} for form in forms]
    for key, title in titles.items():
        yield _Line(title, tuple(each.get(key, "") for each in answers))
    yield _Line(msg("Notes"), tuple(form.notes for form in forms))


def _rated(points: int | None, evidence: str) -> str:
    if points is None:
        return evidence
    told = spoken().number(points)
    return tr("{points}: {evidence}", points=told, evidence=evidence) if evidence else told


def _apart(points: int) -> tuple[str, str]:
    if not points:
        return tr("alike"), "plain"
    return ntr("{count} point apart", "{count} points apart", points), "accent" if points == 1 else "warn"
