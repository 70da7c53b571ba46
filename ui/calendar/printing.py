"""What a view shows on paper (Ctrl+P): its period day by day, filtered as on the screen, looked at before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mentordesk.documents.declared.dates_kinds import DATES
from mentordesk.documents.papers.dates_list import MOST_DATES, DatesContent, DayOfDates
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.agenda import AgendaRow
from mentordesk.queries.letterhead import NOBODYS
from ui.calendar.items import place_of, state_of, times_of, title_of, who_of
from ui.calendar.period import day_title
from ui.calendar.period import title_of as title_of_period
from ui.calendar.reading import Reading, Shown, Wanted, read
from ui.language import say
from ui.widgets.one_paper import OnePaper


class PeriodPrinting(OnePaper):
    def print_dates(self, wanted: Wanted) -> None:
        """Read anew: a view of small months has days only."""
        rows = replace(wanted, reading=Reading.ROWS)
        self._desk.work.ask("calendar print", lambda store: read(store, rows), self._print)

    def _print(self, shown: Shown) -> None:
        if not shown.seen:
            self._desk.tell(msg("There is nothing to print in this time."))
            return
        if len(shown.seen) > MOST_DATES:
            self._desk.tell(
                msg("More than {most} dates are too many for paper. Choose a shorter time, or filter.", most=MOST_DATES)
            )
            return
        made_on = self._desk.today
        content = DatesContent(
            letterhead=NOBODYS,  # until it is printed
            made_on=made_on,
            period=title_of_period(shown.period),
            days=tuple(
                DayOfDates(_heading(shown, rows), tuple(map(_cells, rows)))
                for day, rows in sorted(shown.by_day.items())
                if day in shown.period
            ),
            about=_about(shown),
        )
        self.print_headed(DATES, lambda head: replace(content, letterhead=head))


def _heading(shown: Shown, rows: Sequence[AgendaRow]) -> str:
    day = rows[0].day
    title = day_title(day, shown.period.first)
    return f"{title} · {say(shown.holidays[day])}" if day in shown.holidays else title


def _cells(row: AgendaRow) -> tuple[str, ...]:
    state = state_of(row)
    return times_of(row), title_of(row), who_of(row), place_of(row), state[0] if state else ""


def _about(shown: Shown) -> tuple[Message, ...]:
    found = []
    if shown.person:
        found.append(msg("Only what people called “{name}” are asked to.", name=shown.person))
    if not shown.all_kinds:
        found.append(msg("Some kinds were hidden."))
    return tuple(found)
