"""Where a programme stands on a day, as one line: before its start, in which semester, or over."""

from __future__ import annotations

from datetime import date

from mentordesk.domain.plan import semester_of, semesters_from
from mentordesk.domain.programmes import Programme
from mentordesk.i18n.message import Message, msg
from ui.widgets.due_words import when


def phase(programme: Programme, day: date, *, matched: bool) -> Message:
    """`matched`: there are pairs already."""
    if day > programme.ends_on:
        return msg("Ended {when}", when=when(programme.ends_on, day))
    if day < programme.starts_on:
        begins = when(programme.starts_on, day)
        if matched:
            return msg("Pairs are matched · starts {when}", when=begins)
        return msg("Selection and matching · starts {when}", when=begins)
    semesters = semesters_from(programme.settings, programme.starts_on)
    ends = when(programme.ends_on, day)
    if len(semesters) < 2:
        return msg("Under way · ends {when}", when=ends)
    return msg(
        "Semester {number} of {count} · ends {when}",
        number=semester_of(semesters, day),
        count=len(semesters),
        when=ends,
    )
