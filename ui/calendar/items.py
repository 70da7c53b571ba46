"""What an item of the calendar is called: its mark, times, state and one line of words; painting is the views'."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentordesk.domain.meetings import MeetingStatus
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.agenda import AgendaRow, DeadlineRow, Mark, MeetingRow
from ui.language import ntr, ptr, say, spoken, tr

KIND_TITLES: dict[Mark, Message] = {
    Mark.GATHERING: msg("Joint meeting"),
    Mark.MENTOR_NETWORK: msg("Mentor network"),
    Mark.PAIR_TALK: msg("Pair talk"),
    Mark.CONVERSATION: msg("Conversation"),
    Mark.INTERVIEW: msg("Interview"),
    Mark.DEADLINE: msg("Deadline"),
}


@dataclass(frozen=True, slots=True)
class MarkColours:
    """Tokens: of the square, of the letter on it, of the line around it."""

    ground: str
    letter: str
    edge: str


MARK_COLOURS: dict[Mark, MarkColours] = {
    Mark.GATHERING: MarkColours("accent", "on_accent", "accent"),
    Mark.MENTOR_NETWORK: MarkColours("good", "canvas", "good"),
    Mark.PAIR_TALK: MarkColours("focus", "canvas", "focus"),
    Mark.CONVERSATION: MarkColours("soft", "ink", "accent"),
    Mark.INTERVIEW: MarkColours("warn_soft", "warn", "warn"),
    Mark.DEADLINE: MarkColours("ink", "canvas", "ink"),
}


def number_of(row: AgendaRow) -> str:
    """Unique among the items in view: a meeting of two days has two."""
    return f"d:{row.deadline}" if isinstance(row, DeadlineRow) else f"{row.meeting}:{row.number}"


def title_of(row: AgendaRow) -> str:
    title = say(row.title)
    if isinstance(row, MeetingRow) and row.days > 1:
        return tr("{title} (day {number} of {days})", title=title, number=row.place_of_day, days=row.days)
    return title


def times_of(row: AgendaRow) -> str:
    """Begin and end; nothing for a deadline, which lasts the whole day."""
    if isinstance(row, DeadlineRow):
        return ""
    begin, end = spoken().time(row.starts_at.time()), spoken().time(row.ends_at.time())
    return f"{begin}–{end}"


def begins_at(row: AgendaRow) -> str:
    return "" if isinstance(row, DeadlineRow) else spoken().time(row.starts_at.time())


def is_over(row: AgendaRow) -> bool:
    """Held, cancelled or done: it cannot be moved any more."""
    if isinstance(row, DeadlineRow):
        return row.done_on is not None
    return row.status is not MeetingStatus.PLANNED


def is_joint(row: AgendaRow) -> bool:
    """A meeting of many, with a page of its own; a pair's and an interview are looked at elsewhere."""
    return isinstance(row, MeetingRow) and row.pair is None and row.mark is not Mark.INTERVIEW


def is_cancelled(row: AgendaRow) -> bool:
    return isinstance(row, MeetingRow) and row.status is MeetingStatus.CANCELLED


def state_of(row: AgendaRow) -> tuple[str, str] | None:
    """A word and its tone (ui.widgets.chip); None for what lies ahead without a conflict."""
    if isinstance(row, DeadlineRow):
        if row.done_on is not None:
            return ptr("a deadline", "Done"), "good"
    elif row.status is MeetingStatus.HELD:
        return ptr("a meeting", "Held"), "good"
    elif row.status is MeetingStatus.CANCELLED:
        return ptr("a meeting", "Cancelled"), "plain"
    if row.conflicts:
        return ntr("{count} conflict", "{count} conflicts", len(row.conflicts)), "warn"
    return None


def place_of(row: AgendaRow) -> str:
    return row.place if isinstance(row, MeetingRow) else ""


def who_of(row: AgendaRow) -> str:
    return row.who if isinstance(row, MeetingRow) else ""


def beside_title(row: AgendaRow, *, with_programme: bool) -> str:
    """Who, where, and of which programme where several are shown."""
    parts = (who_of(row), place_of(row), row.programme_name if with_programme else "")
    return " · ".join(part for part in parts if part)


def line_of(row: AgendaRow) -> str:
    """One short line for a screen reader: kind, time, title, who, where, state; then what stands in the way."""
    state = state_of(row)
    parts = [
        say(KIND_TITLES[row.mark]),
        times_of(row),
        title_of(row) if say(row.title) != say(KIND_TITLES[row.mark]) else "",
        who_of(row),
        place_of(row),
        state[0] if state else "",
    ]
    return ". ".join([", ".join(part for part in parts if part), *map(say, row.conflicts)])


def day_line(day: date, count: int, holiday: str) -> str:
    """Date, week, number of items, and the holiday's name."""
    parts = [
        tr("{day}, week {week}", day=spoken().date(day, "full"), week=day.isocalendar().week),
        ntr("{count} item", "{count} items", count) if count else tr("nothing"),
        holiday,
    ]
    return ", ".join(part for part in parts if part)
