"""Which parts the page of a joint meeting has: by what its kind declares, and which of them it opens with."""

from __future__ import annotations

from datetime import date

from mentordesk.domain.meetings import MeetingKind
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message, msg, pmsg
from mentordesk.queries.gathering import Gathering
from ui.calendar.gathering.attendance import AttendancePart
from ui.calendar.gathering.groups import GroupsPart
from ui.calendar.gathering.meeting_part import MeetingPart
from ui.calendar.gathering.part import GatheringPart
from ui.calendar.gathering.people import PeoplePart
from ui.calendar.gathering.programme import ProgrammePart

SUBJECTS = frozenset(
    {
        *(Subject.MEETINGS, Subject.PROGRAMMES, Subject.PAIRS),
        *(Subject.PEOPLE, Subject.PARTICIPATIONS, Subject.UNITS),
    }
)
"""Whatever of these changes, the page is read anew."""
PARTS: tuple[tuple[str, Message, type[GatheringPart]], ...] = (
    ("programme", pmsg("of a meeting", "Programme"), ProgrammePart),
    ("people", msg("People"), PeoplePart),
    ("groups", msg("Groups"), GroupsPart),
    ("attendance", msg("Attendance"), AttendancePart),
    ("meeting", msg("Time and place"), MeetingPart),
)


def has_part(kind: MeetingKind, part: type[GatheringPart]) -> bool:
    """A kind without a list of groups has none, and where nobody's attendance counts none is taken."""
    if part is GroupsPart:
        return "group-list" in kind.papers
    return part is not AttendancePart or kind.attendance


def part_to_open(seen: Gathering, today: date) -> int:
    """Who comes, from the first day on; before it the programme, and once that stands who is invited."""
    wanted: type[GatheringPart] = PeoplePart if seen.items else ProgrammePart
    if seen.days[0].starts_at.date() <= today and seen.kind.attendance:
        wanted = AttendancePart
    return next(at for at, (_, _, part) in enumerate(PARTS) if part is wanted)
