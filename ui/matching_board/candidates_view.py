"""The bench itself: mentees, the chosen one's candidates, and why; it tells which deed is wanted and does none."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Message
from ui.desk import Desk
from ui.language import tr
from ui.matching_board.bench import Bench, Stage
from ui.matching_board.bench_view import BenchView, Moves, Pair
from ui.matching_board.card_list import CardList
from ui.matching_board.card_model import MENTEE, MENTOR, CardModel
from ui.matching_board.card_painters import CandidatePainter, MenteePainter
from ui.matching_board.cards import CandidateCard, MenteeCard, Place, candidate_cards, mentee_cards
from ui.matching_board.cards_tried import tried_candidates, tried_mentees
from ui.matching_board.deeds import Deed
from ui.matching_board.offers import apart_deed, deeds_of
from ui.matching_board.panes import Panes
from ui.matching_board.why import Why, why
from ui.matching_board.why_panel import WhyPanel
from ui.widgets.frames import column, row
from ui.widgets.labels import label, unaccelerated
from ui.widgets.search_box import SearchBox

MENTEES, CANDIDATES, WHY = range(3)


class CandidatesView(BenchView):
    shown = Signal()  # everything about the chosen pair stands there
    all_blocking_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._bench: Bench | None = None
        self._mentee_cards: tuple[MenteeCard, ...] = ()
        self._moves: Moves = {}  # of the weights on trial
        self._then: tuple[ParticipationId, Callable[[], None]] | None = None  # to do when her candidates come
        self._candidate = ""  # to choose when the next candidates come
        look = desk.look
        mentees = CardModel(MENTEE, MENTOR, self._obstacle_of_mentor, self, self._fit_of_mentor)
        self.mentees = CardList(look, mentees, tr("Mentees"))
        self.mentees.setObjectName("mentees")
        self._mentee_painter = MenteePainter(look, self.mentees)
        self.mentees.setItemDelegate(self._mentee_painter)
        candidates = CardModel(MENTOR, MENTEE, self._obstacle, self, self._fit)
        self.candidates = CardList(look, candidates, tr("Mentors"))
        self.candidates.setObjectName("candidates")
        self._candidate_painter = CandidatePainter(look, self.candidates)
        self.candidates.setItemDelegate(self._candidate_painter)
        self.why = WhyPanel(look)
        self.filter = SearchBox(look, tr("Filter by name, unit or mentor"), tr("Filter the mentees"))
        self.filter.setObjectName("menteeFilter")
        self.filter.hide()
        self._panes = Panes(look, self._make_panes(), (tr("Mentees"), tr("Mentors"), tr("Why")))
        column(look, within=self).addWidget(self._panes)
        self._listen(mentees, candidates)

    @property
    def mentee(self) -> ParticipationId | None:
        return ParticipationId(self.mentees.current) if self.mentees.current else None

    @property
    def candidate(self) -> CandidateCard | None:
        index = self.candidates.currentIndex()
        card = self.candidates.card_at(index) if index.isValid() else None
        return card if isinstance(card, CandidateCard) else None

    @property
    def pair(self) -> Pair | None:
        mentee, card = self.mentee, self.candidate
        return None if mentee is None or card is None else (mentee, ParticipationId(card.id))

    @property
    def panes(self) -> Sequence[QWidget]:
        return self.mentees, self.candidates, self.why

    def show_bench(self, bench: Bench) -> None:
        """Keeps who was chosen on both sides."""
        self._bench = bench
        self._give_room()
        self._mentee_cards = mentee_cards(bench)
        self._show_mentees(self.filter.text())
        self._ask_candidates(self.mentees.current)

    def show_trial(self, moves: Moves) -> None:
        if moves == self._moves:
            return
        self._moves = moves
        self._give_room()
        self._show_mentees(self.filter.text())
        self.mentees.scheduleDelayedItemsLayout()
        cards = [card for card in self.candidates.cards if isinstance(card, CandidateCard)]
        self._put_candidates(cards)

    def choose(self, mentee: ParticipationId, mentor: ParticipationId | None = None) -> None:
        """Also one that the filter hides."""
        if not any(card.id == mentee for card in self.mentees.cards):
            self.filter.clear()
            self._show_mentees("")
        self._candidate = mentor or ""
        if self.mentees.current == mentee and mentor is not None:
            self.candidates.choose(mentor)
        self.mentees.choose(mentee)

    def when_shown(self, mentee: ParticipationId, run: Callable[[], None]) -> None:
        """Once her candidates are there; at once if they are."""
        if self.candidates.property("mentee") == mentee == self.mentee:
            run()
        else:
            self._then = mentee, run

    def show_pane(self, at: int) -> None:
        """Where only one has room: MENTEES, CANDIDATES or WHY."""
        self._panes.show_pane(at)

    def begin_filter(self) -> None:
        self._panes.show_pane(MENTEES)
        self.filter.show()
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def read_why(self) -> None:
        self._panes.show_pane(WHY)
        self.why.area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def want(self, deed: Deed) -> None:
        """Of the chosen pair, while it can be seen."""
        mentee, card = self.mentee, self.candidate
        if self.isVisible() and mentee is not None and card is not None:
            self.wanted.emit(deed, mentee, card.id)

    def _make_panes(self) -> Sequence[QWidget]:
        look = self._desk.look
        left, middle = QWidget(), QWidget()
        down = column(look, within=left)
        self._mentees_title = label("", "strong")
        down.addWidget(self._mentees_title)
        down.addWidget(self.filter)
        self._none_found = label("", "second", wrap=True)
        down.addWidget(self._none_found)
        down.addWidget(self.mentees, 1)
        down = column(look, within=middle)
        heading = row(look)
        self._candidates_title: QLabel = label("", "strong", wrap=True)
        heading.addWidget(self._candidates_title, 1)
        heading.addWidget(label(tr("by the whole plan"), "second"), 0, Qt.AlignmentFlag.AlignBottom)
        down.addLayout(heading)
        down.addWidget(self.candidates, 1)
        return left, middle, self.why

    def _listen(self, mentees: CardModel, candidates: CardModel) -> None:
        self.mentees.chosen.connect(self._ask_candidates)
        self.mentees.entered.connect(self._enter_candidates)
        self.candidates.chosen.connect(self._ask_why)
        self.candidates.entered.connect(self._enter_pair)
        self.candidates.removed.connect(self._remove)
        self.candidates.menu_wanted.connect(self._open_menu)
        self.mentees.drag_began.connect(self.candidates.hover_with)
        self.candidates.drag_began.connect(self.mentees.hover_with)
        self.mentees.drag_ended.connect(functools.partial(self.candidates.hover_with, ""))
        self.candidates.drag_ended.connect(functools.partial(self.mentees.hover_with, ""))
        mentees.dropped.connect(self._drop_mentor)
        candidates.dropped.connect(self._drop_mentee)
        self.why.wanted.connect(self.wanted)
        self.why.mentor_wanted.connect(self.candidates.choose)
        self.why.all_blocking_wanted.connect(self.all_blocking_wanted)
        self.filter.typed.connect(self._show_mentees)
        self.filter.left_down.connect(self.mentees.setFocus)
        self.filter.given_back.connect(self._end_filter)

    def _give_room(self) -> None:
        """On the mentees' cards, for the line that tells of the plan."""
        planned = self._bench is not None and self._bench.stage is not Stage.NOT_PLANNED
        self._mentee_painter.planned = planned or bool(self._moves)

    def _show_mentees(self, query: str) -> None:
        bench, words = self._bench, query.casefold().split()
        found = [card for card in self._mentee_cards if all(word in card.words.casefold() for word in words)]
        self.mentees.show_cards(found if bench is None else tried_mentees(found, self._moves, bench.question))
        total = len(self._mentee_cards)
        title = tr("Mentees {count}", count=total)
        if words:
            title = tr("Mentees {found} of {count}", found=len(found), count=total)
        self._mentees_title.setText(title)
        self._panes.name(MENTEES, title)
        self._none_found.setVisible(bool(words) and not found)
        self._none_found.setText(tr("Nobody matches “{query}”. Esc clears the filter.", query=query))

    def _end_filter(self) -> None:
        self.filter.hide()
        self.mentees.setFocus()

    def _ask_candidates(self, number: str) -> None:
        bench = self._bench
        if bench is None or number not in bench.question.row:
            self.candidates.show_cards(())
            self.why.show_nothing()
            return
        mentee = ParticipationId(number)
        title = tr("Mentors for {mentee}", mentee=bench.question.mentee(mentee).name)
        self._candidates_title.setText(title)
        self.candidates.setAccessibleName(title)
        self._desk.work.compute(
            "matching candidates", lambda _: (mentee, candidate_cards(bench, mentee)), self._show_candidates
        )

    def _show_candidates(self, answer: tuple[ParticipationId, tuple[CandidateCard, ...]]) -> None:
        mentee, cards = answer
        if mentee != self.mentee:
            return
        fresh = self.candidates.property("mentee") != mentee
        self.candidates.setProperty("mentee", mentee)
        wanted = self._candidate or (cards[0].id if fresh and cards else "")
        self._candidate = ""
        self._put_candidates(cards, wanted)
        if fresh:
            self.candidates.scrollToTop()
        self._ask_why(self.candidates.current)
        then, self._then = self._then, None
        if then is not None and then[0] == mentee:
            then[1]()

    def _put_candidates(self, cards: Sequence[CandidateCard], current: str = "") -> None:
        move = None if self.mentee is None else self._moves.get(self.mentee)
        self.candidates.show_cards(tried_candidates(cards, move), current=current)
        self._candidate_painter.measure()
        self.candidates.scheduleDelayedItemsLayout()

    def _ask_why(self, number: str) -> None:
        bench, mentee = self._bench, self.mentee
        if bench is None or mentee is None or not number or self.candidates.property("mentee") != mentee:
            return
        mentor = ParticipationId(number)
        self._desk.work.compute("matching why", lambda _: why(bench, mentee, mentor), self._show_why)

    def _show_why(self, answer: Why) -> None:
        self.why.show_why(answer)
        self.shown.emit()

    def _enter_candidates(self, _: str) -> None:
        self._panes.show_pane(CANDIDATES)
        self.candidates.setFocus()

    def _enter_pair(self, _: str) -> None:
        """Enter on the pair of the plan has nothing to do: the reasons come into view."""
        card = self.candidate
        if card is not None and card.place in {Place.IN_PLAN, Place.LOCKED}:
            self.read_why()
        else:
            self.want(Deed.PUT_TOGETHER)

    def _remove(self, _: str) -> None:
        if (card := self.candidate) is not None:
            self.want(apart_deed(card.place))

    def _drop_mentor(self, mentor: str, mentee: str) -> None:
        self.choose(ParticipationId(mentee), ParticipationId(mentor))
        self.wanted.emit(Deed.PUT_TOGETHER, mentee, mentor)

    def _drop_mentee(self, mentee: str, mentor: str) -> None:
        self.wanted.emit(Deed.PUT_TOGETHER, mentee, mentor)

    def _obstacle(self, mentee: str, mentor: str) -> Message | None:
        bench = self._bench
        return None if bench is None else bench.obstacle(ParticipationId(mentee), ParticipationId(mentor))

    def _obstacle_of_mentor(self, mentor: str, mentee: str) -> Message | None:
        return self._obstacle(mentee, mentor)

    def _fit(self, mentee: str, mentor: str) -> float | None:
        bench = self._bench
        return None if bench is None else bench.score(ParticipationId(mentee), ParticipationId(mentor))

    def _fit_of_mentor(self, mentor: str, mentee: str) -> float | None:
        return self._fit(mentee, mentor)

    def _open_menu(self, _: str, spot: QPoint) -> None:
        card = self.candidate
        if card is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed, text in deeds_of(card.place):
            menu.addAction(unaccelerated(text)).triggered.connect(functools.partial(self._want_from_menu, deed))
        menu.addAction(tr("Why {mentor}?", mentor=card.name).replace("&", "&&")).triggered.connect(self.read_why)
        menu.popup(spot)

    def _want_from_menu(self, deed: Deed, _: bool = False) -> None:
        self.want(deed)
