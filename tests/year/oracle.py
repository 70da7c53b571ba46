"""What the start page should say on a day, written from the requirements; it knows nothing of the product's alerts.

Days are counted awake: a time in which a pair rests is nobody's silence (R40). Figures that the requirements leave to
the programme come from its template; the others stand here, as the requirements say them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tests.year.facts import DueDay, Expected, Facts, Joint, Task
from tests.year.oracle_pairs import CONTRACT, Figures, entry, of_pair, running, urgency_of

FOLLOW_UP, FIND_MENTOR, STAY_REPLY, YEAR = 14, 30, 14, 365
WITH_ATTENDANCE = {"mentor_training", "start_up", "mid_term", "closing", "mentor_network"}


def expected(facts: Facts, day: date) -> frozenset[Expected]:
    found: list[Expected] = []
    for pair in facts.pairs:
        found += of_pair(facts, pair, day)
    for meeting in facts.joint:
        found += _meeting(meeting, day)
    for due in facts.deadlines:
        found += _deadline(due, day)
    for task in facts.tasks:
        found += _task("team_task", task, (("task", task.text),), day)
    for issue in facts.issues:
        found += _task("issue_next", issue, (("title", issue.text), ("step", "ask")), day)
    found += _calendar_gaps(facts, day)
    found += _papers(facts, day)
    found += _people(facts, day)
    return frozenset(found)


def _meeting(meeting: Joint, day: date) -> Iterator[Expected]:
    first, last = meeting.days[0], meeting.days[-1]
    name = ("meeting", meeting.title)
    if meeting.status == "planned" and day <= last:
        if first <= day:
            yield entry("meeting_ahead", meeting.id, "today", (name,), due=last)
        elif (urgency := urgency_of(first, day)) is not None:
            figures = (("count", (first - day).days), ("day", first), name)
            yield entry("meeting_ahead", meeting.id, urgency, figures, due=first)
    if day > last and (
        meeting.status == "planned" or (meeting.status == "held" and _is_attended(meeting) and not meeting.noted)
    ):
        yield entry("meeting_past", meeting.id, "overdue", (("day", first), name), due=last)
    if day >= last and meeting.status == "held" and meeting.absent:  # on the day itself, as soon as it is known
        limit = last + timedelta(FOLLOW_UP)
        urgency, absent = "overdue" if day > limit else "this_week", (("count", len(meeting.absent)), name)
        yield entry("missed", meeting.id, urgency, absent, (("count", FOLLOW_UP),), limit)


def _is_attended(meeting: Joint) -> bool:
    """Who came is noted at joint meetings, not at the team's own."""
    return meeting.kind in WITH_ATTENDANCE


def _deadline(due: DueDay, day: date) -> Iterator[Expected]:
    urgency = None if due.done else urgency_of(due.day, day)
    if urgency is None:
        return
    figures: tuple[tuple[str, object], ...] = (("title", due.title),)
    if urgency != "today":
        figures = (("count", abs((due.day - day).days)), ("day", due.day), *figures)
    yield entry("deadline", due.id, urgency, figures, due=due.day)


def _task(alert: str, task: Task, figures: Figures, day: date) -> Iterator[Expected]:
    urgency = urgency_of(task.day, day) if task.open else None
    if urgency is not None:
        yield entry(alert, task.id, urgency, figures, due=task.day)


def _calendar_gaps(facts: Facts, day: date) -> Iterator[Expected]:
    """A meeting that the programme asks for and the calendar lacks."""
    meetings = facts.template["meetings"]
    assert isinstance(meetings, list)
    semester = next((each for each in reversed(facts.semesters) if each[0] <= day), facts.semesters[0])
    for asked in meetings:
        days = sorted(
            each.days[0] for each in facts.joint if each.setting == asked["key"] and each.status != "cancelled"
        )
        name = ("meeting", asked["title"]["en"])
        if day > facts.ends:
            continue
        if asked["timing"] == "each_semester":
            if not any(semester[0] <= each <= semester[1] for each in days):
                yield entry("not_planned", "", "this_week", (name,), due=semester[1])
        elif asked["timing"] == "each_round":
            since = max((each for each in days if each <= day), default=facts.starts)
            gap, every = (day - since).days, asked["every_days"]
            if gap > every and not any(each > day for each in days):
                figures = (("count", gap), ("every", every), name)
                due = since + timedelta(every)
                yield entry("not_planned", "", "overdue", figures, (("count", every),), due)
        elif asked["timing"] != "pair_each_semester" and not days:
            yield entry("not_planned", "", "this_week", (name,), due=facts.ends)


def _papers(facts: Facts, day: date) -> Iterator[Expected]:
    proposed = [pair for pair in facts.pairs if pair.signed is None and running(facts, pair, day)]
    fresh = [pair for pair in facts.pairs if running(facts, pair, day) and not pair.held]
    for alert, pairs, paper in (
        ("contracts_to_print", proposed, CONTRACT),
        ("checklists_to_print", fresh, "first-meeting-checklist"),
    ):
        count = sum(paper not in pair.printed for pair in pairs)
        if count:
            yield entry(alert, "", "this_week", (("count", count),))


def _people(facts: Facts, day: date) -> Iterator[Expected]:
    living = [pair for pair in facts.pairs if pair.ended is None]
    if day <= facts.ends:
        for mentor in {pair.mentor for pair in living} & facts.without_book:
            title = next(each["title"]["en"] for each in _criteria(facts) if each["key"] == "mentor_book")
            figures = (("gate", "the start"), ("papers", (title,)))
            yield entry("papers", mentor, "waiting", figures, (("gate", "the start"),))
    for pair in facts.pairs:
        if pair.dissolved and pair.new_mentor_wanted and pair.ended is not None:
            due = pair.ended + timedelta(FIND_MENTOR)
            urgency = "overdue" if day > due else "this_week"
            rule = (("count", FIND_MENTOR),)
            yield entry("without_mentor", pair.mentee, urgency, (("day", pair.ended),), rule, due)
    sides = [side for pair in living if running(facts, pair, day) for side in (pair.mentee, pair.mentor)]
    lacking = sum(side in facts.without_unit for side in sides)
    if lacking:
        yield entry("unit_unknown", "", "this_week", (("count", lacking),))
    asked = [due for due in facts.ask_on.values() if due <= day]
    if asked:
        limit = min(asked) + timedelta(STAY_REPLY)
        urgency = "overdue" if day > limit else "this_week"
        yield entry("stay", "", urgency, (("count", len(asked)),), (("count", YEAR),), limit)


def _criteria(facts: Facts) -> list[dict[str, Any]]:
    criteria = facts.template["criteria"]
    assert isinstance(criteria, list)
    return criteria
