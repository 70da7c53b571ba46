"""Who is asked to a joint meeting: role, answer, unit, and with whom in a pair."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt

from mentordesk.domain.people import Role
from mentordesk.queries.gathering import Gathering
from ui.calendar.gathering.columns import PEOPLE_COLUMNS, table_of
from ui.calendar.gathering.part import GatheringPart, rows_of
from ui.desk import Desk
from ui.language import ntr, tr
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.frames import column
from ui.widgets.labels import label


class PeoplePart(GatheringPart):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("peoplePart")
        outer = column(desk.look, within=self, space=Space.BETWEEN)
        self._count = label("", "strong", wrap=True)
        self._count.setObjectName("peopleCount")
        outer.addWidget(self._count)
        self._restricted = label("", "second", wrap=True)
        self._restricted.setObjectName("peopleRestricted")
        outer.addWidget(self._restricted)
        self._table = table_of(PEOPLE_COLUMNS)
        self.table = TableView(desk, self._table, tr("Who is asked"), tab="calendar", key="asked")
        self.table.setObjectName("peopleTable")
        outer.addWidget(self.table, 1)

    def show_gathering(self, seen: Gathering) -> None:
        fresh = self.seen is None or self.seen.meeting != seen.meeting
        self.seen = seen
        roles = Counter(person.role for person in seen.people)
        mentees, mentors = roles[Role.MENTEE], roles[Role.MENTOR]
        words = [ntr("{count} person is asked", "{count} people are asked", len(seen.people))]
        if mentees:
            words.append(ntr("{count} mentee", "{count} mentees", mentees))
        if mentors:
            words.append(ntr("{count} mentor", "{count} mentors", mentors))
        self._count.setText(" · ".join(words))
        self._restricted.setVisible(bool(seen.restricted))
        self._restricted.setText(
            ntr(
                "{count} more is asked whose data are restricted: neither listed here nor printed.",
                "{count} more are asked whose data are restricted: neither listed here nor printed.",
                seen.restricted,
            )
        )
        self._table.show(list(rows_of(seen, seen.days[0].number)))
        if fresh and seen.people:
            self.table.select_ids([seen.people[0].person])

    def enter(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
