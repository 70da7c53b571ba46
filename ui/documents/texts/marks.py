"""What stands out in a text: its fields, what is wrong in it, and what nobody knows of a reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from mentordesk.domain.own_texts import Problem
from ui.theme import Look

_FIELD = r"\{[a-z_]+\}"
_GAP = r"‹[^›\n]*›"


class Marks(QSyntaxHighlighter):
    """Fields in braces as soft chips; in what is read, the gaps."""

    def __init__(self, look: Look, document: QTextDocument, *, gaps: bool = False) -> None:
        super().__init__(document)
        self._pattern = QRegularExpression(_GAP if gaps else _FIELD)
        self._mark = QTextCharFormat()
        self._mark.setForeground(look.colour("warn" if gaps else "accent"))
        self._mark.setBackground(look.colour("warn_soft" if gaps else "soft"))
        self._wrong = QTextCharFormat()
        self._wrong.setForeground(look.colour("bad"))
        self._wrong.setBackground(look.colour("bad_soft"))
        self._wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        self._wrong.setUnderlineColor(look.colour("bad"))
        self._wrong.setFontWeight(QFont.Weight.DemiBold)
        self._problems: tuple[Problem, ...] = ()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Of the text of this document alone."""
        if tuple(problems) != self._problems:
            self._problems = tuple(problems)
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802  # Qt's name
        found = self._pattern.globalMatch(text)
        while found.hasNext():
            one = found.next()
            self.setFormat(one.capturedStart(), one.capturedLength(), self._mark)
        begin = self.currentBlock().position()
        for problem in self._problems:
            start = problem.start - begin
            if problem.length and 0 <= start < len(text):
                self.setFormat(start, problem.length, self._wrong)
