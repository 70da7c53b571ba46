"""What is said under the list of the team's meetings of the one that is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mentordesk.domain.meetings import MeetingStatus
from mentordesk.queries.issues import IssueRow
from mentordesk.queries.team_meetings import TaskRow, TeamMeeting
from ui.language import ntr, say, spoken, tr


def details_of(meeting: TeamMeeting, issues: Sequence[IssueRow], open_tasks: int) -> str:
    """When and where, what was decided and who does what; of one to come what it has before it."""
    lines = [_when(meeting)]
    if meeting.decisions:
        lines += ["", tr("What was decided"), *(f"{at}. {text}" for at, text in enumerate(meeting.decisions, start=1))]
    if meeting.tasks:
        lines += ["", tr("Tasks"), *(f"· {_task(task)}" for task in meeting.tasks)]
    if meeting.status is MeetingStatus.PLANNED:
        lines += ["", *_agenda(issues, open_tasks)]
    elif not meeting.decisions and not meeting.tasks:
        lines += ["", tr("Nothing is noted of it yet. Enter notes what was decided.")]
    return "\n".join(lines)


def ahead(meetings: Sequence[TeamMeeting], today: date) -> list[TeamMeeting]:
    """Those to come, in their order."""
    return [each for each in meetings if each.status is MeetingStatus.PLANNED and each.starts_at.date() >= today]


def standing(meetings: Sequence[TeamMeeting], today: date) -> Iterator[str]:
    """The next one, and how many went by without a note."""
    to_come = ahead(meetings, today)
    if not meetings:
        yield tr("No meeting of the team is planned. Ctrl+N plans one.")
    elif to_come:
        next_day = spoken().date(to_come[0].starts_at.date(), "long")
        yield tr("The next one is {meeting} on {day}.", meeting=to_come[0].title, day=next_day)
    else:
        yield tr("No meeting of the team is planned after these.")
    passed = sum(each.status is MeetingStatus.PLANNED for each in meetings) - len(to_come)
    if passed:
        yield ntr(
            "Of {count} that has been nobody noted whether it was held.",
            "Of {count} that have been nobody noted whether they were held.",
            passed,
        )


def _when(meeting: TeamMeeting) -> str:
    day, begin, end = meeting.starts_at.date(), meeting.starts_at.time(), meeting.ends_at.time()
    times = tr("{from_time} to {to_time}", from_time=begin, to_time=end)
    return " · ".join(filter(None, (say(meeting.title), spoken().date(day, "full"), times, meeting.place)))


def _agenda(issues: Sequence[IssueRow], open_tasks: int) -> Iterator[str]:
    yield tr("On the agenda")
    if issues:
        yield ntr("{count} open issue:", "{count} open issues:", len(issues))
        for issue in issues:
            yield "· " + " · ".join(filter(None, (issue.title, issue.owner_name, issue.next_step)))
    else:
        yield tr("No issue is open.")
    yield ntr("{count} open task", "{count} open tasks", open_tasks)


def _task(task: TaskRow) -> str:
    state = tr("done on {day}", day=task.done_on) if task.done_on else ""
    if not state and task.due_on:
        state = tr("by {day}", day=task.due_on)
    return " · ".join(filter(None, (task.text, task.owner_name, state)))
