"""Alerts on the team's own work (R4): tasks and reminders with a day, and the next steps of open issues."""

from __future__ import annotations

from mentordesk.domain.alerts.notice import Alert, Notice, by_day
from mentordesk.domain.alerts.views import IssueInView, TaskInView
from mentordesk.i18n.message import msg


def team_task(task: TaskInView) -> Notice | None:
    """A task of the team's, or a reminder of one's own: by the day that was set."""
    urgency = None if task.due_on is None or task.done else by_day(task.due_on, task.today)
    if urgency is None:
        return None
    sentence = msg("To do: {task}", task=task.text)
    if task.owner:
        sentence = msg("{owner} is to do: {task}", task=task.text, owner=task.owner)
    return Notice(
        urgency,
        sentence,
        msg("A task of the team is done by the day that was agreed on, or gets another day."),
        msg("Mark as done"),
        task.due_on,
    )


def issue_next(issue: IssueInView) -> Notice | None:
    """An open issue whose next step has its day; without a day it stands in the list of issues alone."""
    urgency = None if issue.next_on is None or issue.closed else by_day(issue.next_on, issue.today)
    if urgency is None:
        return None
    sentence = msg("The next step of the issue “{title}” has its day.", title=issue.title)
    if issue.next_step:
        sentence = msg("Next step of the issue “{title}”: {step}", title=issue.title, step=issue.next_step)
    return Notice(
        urgency,
        sentence,
        msg("Every open issue has an owner and a next step until it is closed."),
        msg("Open the issues"),
        issue.next_on,
    )


# To add one: a function of one of these views here, and its line under that view.
TASK_ALERTS: tuple[Alert[TaskInView], ...] = (Alert("team_task", team_task),)
ISSUE_ALERTS: tuple[Alert[IssueInView], ...] = (Alert("issue_next", issue_next),)
