"""The programmes of the file side by side, a pilot and its followers (R6)."""

from __future__ import annotations

from mentordesk.actions.files import Store
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.pairs import ENDING_NAMES
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import programmes
from mentordesk.queries.rounds import Round, RoundsComparison, compare_rounds
from ui.desk import Desk
from ui.language import spoken, tr
from ui.programme.view import View
from ui.tables.columns import Align, Column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.frames import column
from ui.widgets.labels import label


def _places(each: Round) -> str:
    return tr("No limit") if each.capacity is None else spoken().number(each.capacity)


def _ended(each: Round) -> str:
    return spoken().number(sum(each.ended.values()))


def _why_ended(each: Round) -> str:
    most_first = sorted(each.ended.items(), key=lambda one: -one[1])
    reasons = [tr("{reason} ({count})", reason=ENDING_NAMES[ending], count=times) for ending, times in most_first]
    return spoken().listed(reasons) if reasons else ""


COLUMNS: tuple[Column[Round], ...] = (
    Column(key="name", title=msg("Programme"), text=lambda each: each.name, width=190),
    Column(
        key="starts",
        title=msg("Starts"),
        text=lambda each: spoken().date(each.starts_on),
        sort=lambda each: each.starts_on,
        width=108,
    ),
    *(
        Column[Round](key=key, title=title, text=text, sort=sort, align=Align.RIGHT, width=width)
        for key, title, text, sort, width in (
            ("applied", msg("Applied"), lambda e: spoken().number(e.applied), lambda e: e.applied, 78),
            ("places", msg("Places"), _places, lambda e: e.capacity, 78),
            ("selected", msg("Selected"), lambda e: spoken().number(e.selected), lambda e: e.selected, 82),
            ("matched", msg("With a mentor"), lambda e: spoken().number(e.matched), lambda e: e.matched, 112),
            ("mentors", msg("Mentors"), lambda e: spoken().number(e.mentors), lambda e: e.mentors, 80),
            (
                "conversations",
                msg("Conversations"),
                lambda e: spoken().number(e.conversations),
                lambda e: e.conversations,
                112,
            ),
            ("completed", msg("Pairs completed"), lambda e: spoken().number(e.completed), lambda e: e.completed, 118),
            ("ended", msg("Ended early"), _ended, lambda e: sum(e.ended.values()), 96),
        )
    ),
    Column(key="why", title=msg("Why they ended"), text=_why_ended, width=320),
)


def _read(store: Store) -> RoundsComparison:
    return compare_rounds(store, [programme.id for programme in programmes(store)])


class RoundsView(View):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._table = RecordTable(COLUMNS, lambda each: each.id, self)
        self.list = TableView(desk, self._table, tr("The programmes of this file"), tab="programme", key="rounds")
        self.list.setObjectName("roundsTable")
        down = column(desk.look, within=self, space=Space.AROUND)
        words = tr("Figures of your own work only. What participants answered comes with the evaluation.")
        down.addWidget(label(words, "second", wrap=True))
        down.addWidget(self.list, 1)

    def reload(self, programme: ProgrammeId) -> None:
        self.programme = programme
        self.desk.work.ask("programme rounds", _read, self._show, self.refused.emit)

    def enter(self) -> None:
        self.list.setFocus()

    def _show(self, found: RoundsComparison) -> None:
        self._table.show(found.rounds)
        if self.list.current_id() is None and self.programme is not None:
            self.list.select_ids((self.programme,))
        self.told.emit()
