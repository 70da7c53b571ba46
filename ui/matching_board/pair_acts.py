"""What the keyboard does with the two who are chosen, whichever view they are chosen in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import msg
from ui.desk import Desk, NoticeKind
from ui.matching_board.candidates_view import CANDIDATES
from ui.matching_board.cards import CandidateCard, place_of
from ui.matching_board.deeds import Deed, Deeds
from ui.matching_board.match_with import MatchWith
from ui.matching_board.offers import apart_deed, lock_deed
from ui.matching_board.views import View, Views
from ui.widgets.page import PageCommand


class PairActs(QObject):
    def __init__(
        self, desk: Desk, views: Views, deeds: Deeds, show_view: Callable[[View], None], over: QWidget
    ) -> None:
        """`show_view` is the page's; `over`: what the list of “Match with …” lies over."""
        super().__init__(over)
        self._desk = desk
        self._views = views
        self._deeds = deeds
        self._show_view = show_view
        self._over = over
        views.deed_wanted.connect(self._do)

    @cached_property
    def match_with(self) -> MatchWith:
        made = MatchWith(self._desk.look, self._over)
        made.picked.connect(self._match_picked)
        made.left.connect(self._views.candidates.candidates.setFocus)
        return made

    def commands(self) -> Sequence[PageCommand]:
        return (
            PageCommand(msg("Match with …"), "matchingMatchWith", self._open_match_with, "Ctrl+M"),
            PageCommand(msg("Lock or unlock the pair"), "matchingLock", self._lock_or_unlock, "Ctrl+Shift+L"),
            PageCommand(msg("Keep the two apart, or allow again"), "matchingApart", self._keep_apart_or_allow),
            PageCommand(msg("Add the mentor to the comparison"), "matchingAddToCompare", self._compare, "Ctrl+Shift+C"),
            PageCommand(msg("Why this pair"), "matchingWhy", self._read_why, "Ctrl+I"),
            PageCommand(msg("Next mentee"), "matchingNextMentee", partial(self._step, 1), "Alt+PgDown"),
            PageCommand(msg("Previous mentee"), "matchingLastMentee", partial(self._step, -1), "Alt+PgUp"),
            PageCommand(msg("Filter the mentees"), "matchingFilter", self._filter, "Ctrl+F"),
        )

    def _do(self, deed: Deed, mentee: str, mentor: str) -> None:
        self._deeds.do(deed, ParticipationId(mentee), ParticipationId(mentor))

    def _lock_or_unlock(self) -> None:
        bench, pair = self._deeds.bench, self._views.pair
        if bench is not None and pair is not None:
            self._do(lock_deed(place_of(bench, *pair)), *pair)

    def _keep_apart_or_allow(self) -> None:
        bench, pair = self._deeds.bench, self._views.pair
        if bench is not None and pair is not None:
            self._do(apart_deed(place_of(bench, *pair)), *pair)

    def _compare(self) -> None:
        """Adds to it; the coordinator goes on choosing where she is."""
        bench, pair = self._deeds.bench, self._views.pair
        if bench is not None and pair is not None:
            self._views.compare.add(*pair)
            added = msg("{mentor} is in the comparison; Ctrl+2 shows it.", mentor=bench.question.mentor(pair[1]).name)
            self._desk.tell(added, NoticeKind.NOTE)

    def _step(self, by: int) -> None:
        self._show_view(View.CANDIDATES)
        self._views.candidates.mentees.step(by)

    def _filter(self) -> None:
        self._show_view(View.CANDIDATES)
        self._views.candidates.begin_filter()

    def _read_why(self) -> None:
        self._show_view(View.CANDIDATES)
        self._views.candidates.read_why()

    def _open_match_with(self) -> None:
        bench, pair = self._deeds.bench, self._views.pair
        if bench is None or pair is None:
            return
        self._show_view(View.CANDIDATES)
        here = self._views.candidates
        here.when_shown(pair[0], self._search_mentors)

    def _search_mentors(self) -> None:
        bench, here = self._deeds.bench, self._views.candidates
        if bench is not None and here.mentee is not None:
            cards = [card for card in here.candidates.cards if isinstance(card, CandidateCard)]
            self.match_with.open_for(bench.question.mentee(here.mentee).name, cards)

    def _match_picked(self, mentor: str) -> None:
        here = self._views.candidates
        if (mentee := here.mentee) is not None:
            here.show_pane(CANDIDATES)
            here.candidates.setFocus()
            here.choose(mentee, ParticipationId(mentor))
            self._do(Deed.PUT_TOGETHER, mentee, mentor)
