"""One fact of a matching profile: what is known, what it counts in, where it comes from, and the way to where it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentordesk.queries.matching_profile import Fact, Lead
from mentordesk.queries.sources import Source
from ui.icons import pixmap
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label, unaccelerated

_SEPARATOR = " · "


class FactRow(QWidget):
    """Made once and filled for whoever is shown; `own` facts have their editor under them instead of their words."""

    way_wanted = Signal(object)  # Fact

    def __init__(self, look: Look, fact: Fact, *, own: bool = False) -> None:
        super().__init__()
        self.setObjectName(f"{fact.key}Fact")
        self._look = look
        self._own = own
        self._fact = fact
        self._lines = column(look, within=self, space=Space.WITHIN)
        head = row(look)
        title = label(unaccelerated(say(fact.title)), "strong", wrap=True)
        head.addWidget(title, 1)
        if own:
            title.hide()  # the editor has its own
        self._way = button("", self._go, name=f"{fact.key}Way", kind="link")
        head.addWidget(self._way, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addLayout(head)
        line = row(look, space=Space.WITHIN)
        self._sign = label("")
        self._sign.setPixmap(pixmap("warning", look.colour("warn"), look.px(18), self.devicePixelRatioF()))
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._said = label("", wrap=True)
        self._said.setObjectName(f"{fact.key}Said")
        line.addWidget(self._said, 1)
        self._lines.addLayout(line)
        self._counts = label("", "caption", wrap=True)
        self._counts.setObjectName(f"{fact.key}Counts")
        self._lines.addWidget(self._counts)
        self._source = label("", "caption", wrap=True)
        self._source.setObjectName(f"{fact.key}Source")
        self._lines.addWidget(self._source)
        self.show_fact(fact)

    def put(self, editor: QWidget) -> None:
        """Above what is told of it."""
        self._lines.insertWidget(0, editor)

    def show_fact(self, fact: Fact) -> None:
        self._fact = fact
        words = _SEPARATOR.join(say(each) for each in fact.said)
        if fact.missing is not None and (fact.is_missing or not words):
            words = " ".join(part for part in (words and f"{words}.", say(fact.missing)) if part)
        elif not words and not self._own:
            words = tr("None noted.")
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self._sign.setVisible(fact.is_missing)
        counts = _SEPARATOR.join(say(each) for each in fact.counts)
        self._counts.setText(counts or tr("Counts in nothing in this programme."))
        self._source.setText("" if fact.source is None else _told(fact.source))
        self._source.setVisible(fact.source is not None)
        way = _way_to(fact)
        self._way.setVisible(bool(way))
        self._way.setText(unaccelerated(way))
        self._way.setAccessibleName(tr("{what}: {fact}", what=way, fact=fact.title))

    def _go(self) -> None:
        self.way_wanted.emit(self._fact)


def _told(source: Source) -> str:
    if source.interview is not None:
        return tr("From the interview, noted {day}", day=source.at.date())
    if source.with_application:
        return tr("From the application, noted {day}", day=source.at.date())
    return tr("From: {change}, {day}", change=source.what, day=source.at.date())


def _way_to(fact: Fact) -> str:
    if fact.source is not None and fact.source.interview is not None:
        return tr("Show the interview")
    if fact.lead is Lead.OVERVIEW:
        return tr("Fill in") if fact.is_missing else tr("Change it")
    if fact.lead is Lead.INTERVIEW:
        return tr("To the interview")
    if fact.lead is Lead.REQUIREMENTS:
        return tr("To the requirements")
    if fact.lead is Lead.PAIR and (fact.said or fact.counts):
        return tr("To the pair")
    return ""
