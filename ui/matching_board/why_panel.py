"""The panel that says why: hindrances, price, reasons with their points, what is missing, and the total in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QWidget

from mentordesk.i18n.message import Message
from mentordesk.matching.blocking_list import BlockingPair
from mentordesk.matching.forcing import Forced
from mentordesk.matching.scores import Reason
from ui.language import ntr, say, spoken, tr
from ui.matching_board.cards import Place
from ui.matching_board.compare.bar import PointsBar
from ui.matching_board.deeds import Deed
from ui.matching_board.next_best import NextBest, NextBestList
from ui.matching_board.why import Why
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.frames import clear, column, frame, row, scrolling
from ui.widgets.labels import label

_LOW = 300  # px at 100 %
_PLANNED = {Place.IN_PLAN, Place.LOCKED}


class WhyPanel(QFrame):
    wanted = Signal(object, str, str)  # Deed, mentee, mentor
    mentor_wanted = Signal(str)  # to look at
    all_blocking_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("whyPanel")
        self._look = look
        self._why: Why | None = None
        outer = column(look, within=self, edge=1)
        outer.setSpacing(0)
        self._inside = QWidget()
        down = column(look, within=self._inside, edge=Space.AROUND)
        self._lines = column(look)
        down.addLayout(self._lines)
        self._low = column(look)  # where the buttons are in a low panel
        down.addLayout(self._low)
        down.addStretch(1)
        self.area = scrolling(self._inside)
        self.area.setObjectName("whyText")
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that arrows scroll it
        outer.addWidget(self.area, 1)
        self._offers = QWidget()
        self._buttons: QBoxLayout = row(look, within=self._offers)
        self._foot = column(look, edge=Space.AROUND)
        self._foot.addWidget(self._offers)
        outer.addLayout(self._foot)
        self.show_nothing()

    def show_nothing(self, text: str = "") -> None:
        """While nobody is chosen, or there is nothing to explain."""
        self._why = None
        clear(self._lines)
        clear(self._buttons)
        if text:
            self._lines.addWidget(label(text, "second", wrap=True))
        self.area.setAccessibleName(tr("Why"))

    def show_why(self, why: Why) -> None:
        """Rebuilt only where something in it changed, so that reading it isn't interrupted."""
        if why == self._why:
            return
        same_pair = self._why is not None and (self._why.mentee, self._why.mentor) == (why.mentee, why.mentor)
        position = self.area.verticalScrollBar().value() if same_pair else 0
        self._why = why
        had_focus = any(
            made.hasFocus() for room in (self._offers, self._inside) for made in room.findChildren(QPushButton)
        )
        clear(self._lines)
        clear(self._buttons)
        self._say(tr("Why {mentor}?", mentor=why.mentor_name), "strong")
        self._say(_total(why), "second")
        self._left_out(why)
        self._hindrances(why)
        if why.blocking is not None:
            self._blocking(why.blocking, why.all_blocking)
        if why.price is not None and why.place is not Place.BEST:
            self._price(why.price)
        for reason in why.explanation.reasons:
            self._reason(reason)
        self._rules(why)
        if others := others_of(why):
            self._lines.addWidget(frame("hairline"))
            self._lines.addWidget(NextBestList(self._look, why.mentee_name, others, self.mentor_wanted.emit))
        self._unknown(why.unknown)
        self._offer(why)
        if had_focus:  # else it would pass to whatever comes next, such as Undo
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.setAccessibleName(tr("Why {mentor}?", mentor=why.mentor_name))
        self.area.setAccessibleDescription("\n".join(spoken_words(why)))
        self.area.verticalScrollBar().setValue(position)

    def _say(self, text: str, kind: str = "") -> None:
        self._lines.addWidget(label(text, kind, wrap=True))

    def _chip(self, text: str, tone: str, picture: str) -> None:
        line = row(self._look)
        line.addWidget(Chip(self._look, text, tone, picture))
        line.addStretch(1)
        self._lines.addLayout(line)

    def _left_out(self, why: Why) -> None:
        if why.left_out:
            self._chip(tr("no mentor"), "warn", "warning")
            for reason in why.left_out:
                self._say(say(reason))

    def _hindrances(self, why: Why) -> None:
        if not why.hindrances:
            return
        passable = why.obstacle is None
        self._chip(tr("Stands in the way") if passable else tr("Cannot be put together"), "bad", "prohibit")
        for hindrance in why.hindrances:
            self._say(say(hindrance))
        self._lines.addWidget(frame("hairline"))

    def _price(self, price: Forced) -> None:
        words, _ = price.words
        self._chip(tr("The price"), "warn", "swap")
        self._say(say(words), "strong")
        others = price.moves[1:]
        if not others:
            self._say(tr("Nobody else moves."), "second")
        for move in others:
            self._say(say(move.words), "second")
        self._lines.addWidget(frame("hairline"))

    def _blocking(self, two: BlockingPair, count: int) -> None:
        self._chip(tr("Rather each other"), "accent", "matching")
        self._say(" ".join(map(say, two.words)))
        self._say(tr("Worth knowing, and nothing wrong: the plan is the best for all of them together."), "second")
        words = ntr("Show {count} such pair", "Show all {count} such pairs", count)
        line = row(self._look)
        line.addWidget(button(words, self.all_blocking_wanted.emit, name="allBlocking", kind="link"))
        line.addStretch(1)
        self._lines.addLayout(line)
        self._lines.addWidget(frame("hairline"))

    def _reason(self, reason: Reason) -> None:
        words = column(self._look, space=Space.WITHIN)
        words.addLayout(self._head(reason))
        words.addWidget(PointsBar(self._look, reason.points, reason.most, missing=reason.missing))
        if reason.missing:
            chip = row(self._look)
            chip.addWidget(Chip(self._look, tr("Missing data, counts half"), "warn", "question"))
            chip.addStretch(1)
            words.addLayout(chip)
        for evidence in reason.evidence:
            words.addWidget(label(say(evidence), "second" if reason.missing else "", wrap=True))
        self._lines.addLayout(words)
        self._lines.addWidget(frame("hairline"))

    def _head(self, reason: Reason) -> QHBoxLayout:
        line = row(self._look)
        line.addWidget(label(say(reason.factor.title), "second", wrap=True), 1)
        points = label(tr("{points} of {most}", points=_points(reason.points), most=_points(reason.most)), "second")
        line.addWidget(points, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _rules(self, why: Why) -> None:
        if not why.hindrances:
            self._say(tr("No rule stands in the way"), "strong")
        if why.places:
            free = max(0, why.places - why.taken)
            self._say(
                ntr(
                    "{mentor} has {free} free of {count} place.",
                    "{mentor} has {free} free of {count} places.",
                    why.places,
                    mentor=why.mentor_name,
                    free=free,
                )
            )

    def _unknown(self, unknown: Iterable[Message]) -> None:
        for sentence in unknown:
            self._say(say(sentence), "caption")

    def _offer(self, why: Why) -> None:
        for deed, text, name, kind, keys in _offers(why):
            self._buttons.addWidget(self._button(deed, text, name, kind, keys))
        self._lay_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        super().resizeEvent(event)
        self._lay_buttons()

    def _lay_buttons(self) -> None:
        """Beside each other where they fit; in a low panel they scroll along with the reasons."""
        directions, look = QBoxLayout.Direction, self._look
        room = self._low if self.height() < look.px(_LOW) else self._foot
        if room.indexOf(self._offers) < 0:
            room.addWidget(self._offers)
            margin = look.px(Space.AROUND) if room is self._foot else 0
            self._foot.setContentsMargins(*[margin] * 4)
        wanted = 0
        for made in self._offers.findChildren(QPushButton):
            if not made.isHidden():
                made.ensurePolished()
                wanted += made.sizeHint().width() + look.px(Space.BETWEEN)
        fits = wanted <= self.width() - look.px(2 * Space.AROUND)
        self._buttons.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    def _button(self, deed: Deed, text: str, name: str, kind: str, keys: str) -> QPushButton:
        return button(text, lambda: self._want(deed), name=name, kind=kind, keys=keys)

    def _want(self, deed: Deed) -> None:
        if self._why is not None:
            self.wanted.emit(deed, self._why.mentee, self._why.mentor)


def _offers(why: Why) -> Iterable[tuple[Deed, str, str, str, str]]:
    """Deed, words, object name, kind and keys of each button."""
    if why.place not in _PLANNED and why.obstacle is None:
        yield Deed.PUT_TOGETHER, tr("Put together"), "putTogether", "" if why.place is Place.BEST else "main", "Return"
    if why.place is Place.IN_PLAN:
        yield Deed.LOCK, tr("Lock the pair"), "lockPair", "", "Ctrl+Shift+L"
    if why.place is Place.LOCKED:
        yield Deed.UNLOCK, tr("Unlock"), "unlockPair", "", "Ctrl+Shift+L"
    if why.place is Place.KEPT_APART:
        yield Deed.ALLOW_AGAIN, tr("Allow again"), "allowAgain", "", "Delete"
    elif why.place is not Place.IMPOSSIBLE:
        yield Deed.KEEP_APART, tr("Keep apart"), "keepApart", "", "Delete"


def _total(why: Why) -> str:
    explanation = why.explanation
    return tr(
        "{points} points, {verdict}. {known} per cent of the weight is known.",
        points=spoken().number(explanation.score),
        verdict=explanation.verdict,
        known=round(explanation.certainty * 100),
    )


def _points(points: float) -> str:
    return spoken().number(points, 0 if float(points).is_integer() else 1)


def spoken_words(why: Why) -> Iterable[str]:
    """The panel for who listens, a sentence at a time."""
    yield _total(why)
    for sentence in (*why.left_out, *why.hindrances):
        yield say(sentence)
    if why.blocking is not None:
        yield from map(say, why.blocking.words)
    if why.price is not None:
        yield say(why.price.words[0])
        for move in why.price.moves[1:]:
            yield say(move.words)
    for reason in why.explanation.reasons:
        points, most = _points(reason.points), _points(reason.most)
        yield say(reason.factor.title)
        yield tr("{points} of {most}", points=points, most=most)
        for evidence in reason.evidence:
            yield say(evidence)
    for other in others_of(why):
        yield tr("{pair}: {words}", pair=other.name, words=other.sentence)


def others_of(why: Why) -> Sequence[NextBest]:
    """The next best, without the one who is looked at."""
    return [one for one in why.next_best if one.mentor != why.mentor]
