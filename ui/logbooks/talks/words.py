"""What the tables say of talks with the programme manager, and what came out of one, in words."""

from __future__ import annotations

from datetime import date

from mentordesk.domain.goals import GOAL_STATUS_NAMES
from mentordesk.domain.talks import COLLABORATION_NAMES, TALK_CHALLENGES_NAMES, TALK_GOALS_NAMES
from mentordesk.i18n.message import msg
from mentordesk.queries.talks import TALK_STATE_NAMES, HeldTalk, PairTalks, TalkRow, TalkState
from ui.language import ntr, say, spoken, tr
from ui.tables.columns import Align, Column, day_column

STATE_TONES: dict[TalkState, str] = {
    TalkState.NOT_NOTED: "warn",
    TalkState.LATE: "bad",
    TalkState.TO_PLAN: "warn",
    TalkState.PLANNED: "accent",
    TalkState.HELD: "good",
    TalkState.TOO_EARLY: "plain",
    TalkState.NOT_ASKED: "plain",
    TalkState.ENDED: "plain",
}
_STATES = tuple(TalkState)  # who needs to be looked at first


def pair_columns() -> tuple[Column[TalkRow], ...]:
    return (
        Column(key="pair", title=msg("Pair"), text=pair_name, disc=True, width=200),
        Column(
            key="state",
            title=msg("Talk"),
            text=lambda row: say(TALK_STATE_NAMES[row.state]),
            sort=lambda row: _STATES.index(row.state),
            tone=lambda row: STATE_TONES[row.state],
            hint=lambda row: "" if row.rule is None else say(row.rule),
            width=130,
        ),
        day_column("planned", msg("Planned for"), planned_on, width=110),
        day_column("held", msg("Held on"), held_on, width=105),
        Column(key="outcome", title=msg("What came out"), text=_outcome, hint=_outcome, width=200),
        Column(
            key="issues",
            title=msg("Open issues"),
            text=lambda row: "" if row.held is None else spoken().number(row.held.open_issues),
            sort=lambda row: None if row.held is None else row.held.open_issues,
            align=Align.RIGHT,
            width=110,
        ),
        Column(key="window", title=msg("Window"), text=window, sort=lambda row: row.window, width=190),
    )


def talk_columns() -> tuple[Column[HeldTalk], ...]:
    return (
        day_column("held", msg("Held on"), lambda talk: talk.held_on, width=110),
        Column(key="outcome", title=msg("What came out"), text=outcome, hint=talk_in_words, width=215),
    )


def pair_name(row: TalkRow) -> str:
    return tr("{mentee} and {mentor}", mentee=row.mentee, mentor=row.mentor)


def window(row: TalkRow) -> str:
    if row.window is None:
        return ""
    return f"{spoken().day_month(row.window[0])} – {spoken().date(row.window[1])}"


def planned_on(row: TalkRow) -> date | None:
    return None if row.planned is None else row.planned.starts_at.date()


def held_on(row: TalkRow) -> date | None:
    return None if row.held is None else row.held.held_on


def outcome(talk: HeldTalk) -> str:
    """The three answers on a line."""
    return " · ".join(
        (
            say(TALK_GOALS_NAMES[talk.goals]),
            tr("collaboration: {answer}", answer=COLLABORATION_NAMES[talk.collaboration]),
            say(TALK_CHALLENGES_NAMES[talk.challenges]),
        )
    )


def talk_in_words(talk: HeldTalk) -> str:
    lines = [outcome(talk)]
    lines += [
        tr("Goal {number}: {status}", number=number, status=GOAL_STATUS_NAMES[step.status])
        for number, step in talk.steps
    ]
    for issue in talk.issues:
        if issue.closed_on is None:
            lines.append(tr("Issue: {title}", title=issue.title))
        else:
            lines.append(tr("Issue, closed on {day}: {title}", day=issue.closed_on, title=issue.title))
    lines += [tr("For the report: {words}", words=words) for words in talk.experiences]
    if talk.next_on is not None:
        lines.append(tr("Next talk on {day}", day=talk.next_on))
    return "\n".join(lines)


def standing(found: PairTalks) -> str:
    """What is to be done next, or what is planned, and why then."""
    row = found.row
    if row is None:
        return ""
    if row.state in (TalkState.PLANNED, TalkState.HELD) and row.planned is not None:
        return tr("Planned for {day} at {time}", day=row.planned.starts_at.date(), time=row.planned.starts_at.time())
    return "" if row.rule is None else say(row.rule)


def figures(rows: tuple[TalkRow, ...]) -> str:
    """Of the pairs that are asked for a talk this semester."""
    asked = [row for row in rows if row.state not in (TalkState.NOT_ASKED, TalkState.ENDED)]
    if not asked:
        return tr("No talk is asked for now. One can be noted all the same.")
    held = sum(row.held is not None for row in asked)
    planned = sum(row.held is None and row.state is TalkState.PLANNED for row in asked)
    said = ntr(
        "{held} of {count} pair has had its talk this semester",
        "{held} of {count} pairs have had their talk this semester",
        len(asked),
        held=held,
    )
    ahead = ntr("{count} is planned", "{count} are planned", planned)
    return f"{said} · {ahead}"


def day_to_plan(row: TalkRow | None, today: date) -> date:
    """The planned one; else the first day of the window, or today within it."""
    if row is not None and row.planned is not None:
        return row.planned.starts_at.date()
    if row is not None and row.window is not None:
        return max(today, row.window[0])
    return today


def _outcome(row: TalkRow) -> str:
    return "" if row.held is None else outcome(row.held)
