"""The table of a comparison: factor after factor, and under each what it gives and rests on with every mentor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.i18n.message import Message
from mentordesk.matching.scores import Reason
from ui.language import ntr, say, spoken, tr
from ui.matching_board.cards import Place
from ui.matching_board.compare.bar import PointsBar
from ui.matching_board.deeds import Deed
from ui.matching_board.offers import deeds_of
from ui.matching_board.why import Why
from ui.theme import Look, Space
from ui.widgets.buttons import button, icon_button
from ui.widgets.chip import Chip
from ui.widgets.disc import Disc
from ui.widgets.frames import column, frame, row
from ui.widgets.labels import label

Want = Callable[[Deed, Why], None]
Remove = Callable[[Why], None]

_NARROW_FROM = 150  # per cent
_FIGURE = 72  # px at 100 %: so that all bars are of one length
_VERDICTS = {"strong fit": "good", "fair fit": "accent", "weak fit": "warn", "not possible": "bad"}


class Columns(QWidget):
    """Made anew for each comparison."""

    def __init__(self, look: Look, whys: Sequence[Why], want: Want, remove: Remove | None) -> None:
        """`remove`: None where nobody was chosen by hand."""
        super().__init__()
        self._look = look
        self._grid = QGridLayout(self)
        edge = look.px(Space.AROUND)
        self._grid.setContentsMargins(edge, edge, edge, edge)
        self._grid.setHorizontalSpacing(look.px(Space.GROUPS))
        self._grid.setVerticalSpacing(look.px(Space.BETWEEN))
        for at in range(len(whys)):
            self._grid.setColumnStretch(at, 1)
        self._row([self._head(one, want, remove) for one in whys])
        if any(one.hindrances for one in whys):
            self._title(tr("Stands in the way"))
            self._row([self._sentences(one.hindrances, tr("Nothing")) for one in whys])
        self._title(tr("The price for the whole plan"))
        self._row([self._price(one) for one in whys])
        for reasons in zip(*(_by_key(one) for one in whys), strict=True):
            self._title(say(reasons[0].factor.title))
            self._row([self._reason(reason) for reason in reasons])
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _row(self, cells: Sequence[QWidget]) -> None:
        down = self._grid.rowCount()
        for at, cell in enumerate(cells):
            self._grid.addWidget(cell, down, at, Qt.AlignmentFlag.AlignTop)

    def _title(self, text: str) -> None:
        """Over all columns, with a hairline above it."""
        down = self._grid.rowCount()
        self._grid.addWidget(frame("hairline"), down, 0, 1, -1)
        self._grid.addWidget(label(text, "strong", wrap=True), down + 1, 0, 1, -1)

    def _cell(self) -> tuple[QWidget, QVBoxLayout]:
        made = QWidget()
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # all columns are equally wide
        return made, column(self._look, within=made, space=Space.WITHIN)

    def _head(self, one: Why, want: Want, remove: Remove | None) -> QWidget:
        look = self._look
        made, down = self._cell()
        first = row(look)
        if look.zoom < _NARROW_FROM:  # decoration gives way to the name
            first.addWidget(Disc(look, one.mentor_name))
        first.addWidget(label(one.mentor_name, "strong", wrap=True), 1)
        first.addWidget(label(_figure(one), "heading"))
        down.addLayout(first)
        chips = row(look)
        verdict = one.explanation.verdict
        chips.addWidget(Chip(look, say(verdict), _VERDICTS[verdict.text]))
        chips.addStretch(1)
        down.addLayout(chips)
        known = round(one.explanation.certainty * 100)
        down.addWidget(label(tr("{known} per cent of the weight is known.", known=known), "second", wrap=True))
        acts = row(look)
        for deed, text in _first_deed(one):
            acts.addWidget(button(text, partial(want, deed, one), name=f"compared_{deed.name.lower()}"))
        acts.addStretch(1)
        if remove is not None:
            words = tr("Take {mentor} out of the comparison", mentor=one.mentor_name)
            acts.addWidget(icon_button("close", words, partial(remove, one), name="takeOut", look=look))
        down.addLayout(acts)
        return made

    def _sentences(self, sentences: Sequence[Message], otherwise: str) -> QWidget:
        made, down = self._cell()
        for sentence in sentences:
            down.addWidget(label(say(sentence), "wrong", wrap=True))
        if not sentences:
            down.addWidget(label(otherwise, "second", wrap=True))
        return made

    def _price(self, one: Why) -> QWidget:
        made, down = self._cell()
        for at, sentence in enumerate(price_sentences(one)):
            down.addWidget(label(sentence, "second" if at else "", wrap=True))
        return made

    def _reason(self, reason: Reason) -> QWidget:
        look = self._look
        made, down = self._cell()
        line = row(look)
        line.addWidget(PointsBar(look, reason.points, reason.most, missing=reason.missing), 1)
        figure = tr("{points} of {most}", points=_points(reason.points), most=_points(reason.most))
        words = label(figure, "second")
        words.setMinimumWidth(look.px(_FIGURE))
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(words)
        down.addLayout(line)
        if reason.missing:
            chip = row(look)
            chip.addWidget(Chip(look, tr("Missing data, counts half"), "warn", "question"))
            chip.addStretch(1)
            down.addLayout(chip)
        for evidence in reason.evidence:
            down.addWidget(label(say(evidence), "second" if reason.missing else "", wrap=True))
        return made


def price_sentences(one: Why) -> Sequence[str]:
    """What putting the two together costs, how many others move, and whether both would rather have each other."""
    rather = () if one.blocking is None else one.blocking.words
    return *_cost_sentences(one), *map(say, rather)


def _cost_sentences(one: Why) -> Sequence[str]:
    if one.place is Place.LOCKED:
        return (tr("The two are locked together."),)
    if one.place in {Place.IN_PLAN, Place.BEST}:
        return (tr("The two are in the plan.") if one.place is Place.IN_PLAN else tr("In the best plan"),)
    if one.price is None:
        return (tr("Cannot be put together"),)
    others = len(one.price.moves) - 1
    moved = ntr("Moves {count} other pair.", "Moves {count} other pairs.", others)
    return say(one.price.words[0]), moved if others > 0 else tr("Nobody else moves.")


def _by_key(one: Why) -> Sequence[Reason]:
    """The same order for every mentor: the heaviest first."""
    return sorted(one.explanation.reasons, key=lambda reason: (-reason.most, reason.factor.key))


def _first_deed(one: Why) -> Sequence[tuple[Deed, str]]:
    return deeds_of(one.place)[:1] if one.obstacle is None else ()


def _figure(one: Why) -> str:
    return "–" if one.place is Place.IMPOSSIBLE else spoken().number(one.explanation.score)


def _points(points: float) -> str:
    return spoken().number(points, 0 if float(points).is_integer() else 1)
