"""What the agenda of a team meeting says: the open issues and the open tasks, as they stand on that day (R4)."""

from __future__ import annotations

from datetime import date

from mentordesk.documents.papers.team_agenda import OpenIssue, OpenTask, TeamAgendaContent
from mentordesk.domain.ids import MeetingId
from mentordesk.queries.issues import issues_over
from mentordesk.queries.letterhead import letterhead_over
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.team_meetings import meetings_over, tasks_over, team_meeting_over
from mentordesk.storage.store import Store


def team_agenda(store: Store, meeting: MeetingId, *, made_on: date) -> TeamAgendaContent:
    """Of a pair nobody is named: an issue says its title, its owner in the team and its next step.

    Raises:
        Refused: no such meeting, or none of the team's own.
    """
    with store.reading() as session:
        record = team_meeting_over(session, meeting)
        seen = next(each for each in meetings_over(session, record.programme_id, also=meeting) if each.id == meeting)
        head = letterhead_over(session, programme_of(session, record.programme_id))
        issues = issues_over(session, record.programme_id)
        tasks = tasks_over(session, record.programme_id)
    return TeamAgendaContent(
        letterhead=head,
        made_on=made_on,
        title=seen.title,
        starts_at=seen.starts_at,
        ends_at=seen.ends_at,
        place=seen.place,
        decisions=seen.decisions,
        issues=tuple(OpenIssue(each.title, each.owner_name, each.next_step, each.next_on) for each in issues),
        tasks=tuple(OpenTask(each.text, each.owner_name, each.due_on) for each in tasks if each.done_on is None),
    )
