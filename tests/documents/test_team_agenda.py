"""The agenda of the team: it says what is open, and leaves room for what is decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.declared.team_kinds import TEAM_AGENDA
from mentordesk.documents.papers.team_agenda import OpenIssue, OpenTask, TeamAgendaContent
from mentordesk.documents.typesetting.press import pdf
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from tests.documents.reading import plain

FULL = TeamAgendaContent(
    letterhead=Letterhead("Norsk Sykepleierforbund", "Mentorprogram for sykepleierledere 2027–2028"),
    made_on=date(2026, 11, 22),
    title=msg("Planning meeting of the team"),
    starts_at=datetime(2027, 1, 12, 9),
    ends_at=datetime(2027, 1, 12, 10),
    place="Čáhppe, Tollbugata 22",
    decisions=("The mid-term meeting is in Bergen",),
    issues=tuple(
        OpenIssue(f"Long ways to meet {at}", "Åse Ødegård", "Ask the units for a room", date(2027, 2, at + 1))
        for at in range(20)
    ),
    tasks=(OpenTask("Book the room", "Åse Ødegård", date(2027, 1, 20)), OpenTask("Ring the hotel")),
)
LEAST = replace(FULL, place="", decisions=(), issues=(), tasks=())


def test_what_is_open_stands_on_it_with_its_owner():
    text = plain(pdf(TEAM_AGENDA.build(FULL), [catalog("en")]).data)

    for part in ("Long ways to meet 19", "Ask the units for a room", "Book the room", "Ring the hotel", "Bergen"):
        assert part in text
    assert "No issue is open." in plain(pdf(TEAM_AGENDA.build(LEAST), [catalog("en")]).data)
