"""What the tables say of goals, and how a goal stood over time, in words."""

from __future__ import annotations

from mentordesk.domain.goal_life import DOCUMENT_STATE_NAMES, DocumentState
from mentordesk.domain.goals import GOAL_STATUS_NAMES, GoalStatus
from mentordesk.domain.pairs import RUNNING
from mentordesk.i18n.message import msg
from mentordesk.queries.goals import GoalRow, GoalSheet, PairGoals
from ui.language import ntr, say, spoken, tr
from ui.tables.columns import Align, Column, day_column

STATUS_TONES: dict[GoalStatus, str] = {
    GoalStatus.OPEN: "plain",
    GoalStatus.ON_THE_WAY: "accent",
    GoalStatus.REACHED: "good",
    GoalStatus.DROPPED: "plain",
}
DOCUMENT_TONES: dict[DocumentState, str] = {
    DocumentState.NONE: "warn",
    DocumentState.DRAFT: "plain",
    DocumentState.AGREED: "accent",
    DocumentState.MID_SEEN: "accent",
    DocumentState.CLOSED: "good",
}
_STATES = tuple(DocumentState)


def pair_columns() -> tuple[Column[PairGoals], ...]:
    return (
        Column(key="pair", title=msg("Pair"), text=pair_name, disc=True, width=200),
        Column(
            key="document",
            title=msg("Goal document"),
            text=lambda pair: say(DOCUMENT_STATE_NAMES[pair.state]),
            sort=lambda pair: _STATES.index(pair.state),
            tone=_document_tone,
            width=150,
        ),
        Column(
            key="goals",
            title=msg("Goals"),
            text=lambda pair: spoken().number(pair.number),
            sort=lambda pair: pair.number,
            align=Align.RIGHT,
            width=65,
        ),
        Column(key="standing", title=msg("How they stand"), text=standing, width=185),
        day_column("due", msg("Next is due"), lambda pair: pair.next_due_on, width=110),
        day_column("review", msg("Next review"), lambda pair: pair.next_review_on, width=120),
        Column(
            key="shared",
            title=msg("Words are shared"),
            text=lambda pair: tr("Yes") if pair.shared else tr("No"),
            width=130,
            shown=False,
        ),
    )


def goal_columns() -> tuple[Column[GoalRow], ...]:
    return (
        Column(
            key="goal", title=msg("Goal"), text=goal_name, sort=lambda goal: goal.number, hint=goal_in_words, width=120
        ),
        Column(
            key="status",
            title=msg("How it stands"),
            text=lambda goal: say(GOAL_STATUS_NAMES[goal.status]),
            tone=lambda goal: STATUS_TONES[goal.status],
            width=115,
        ),
        day_column("due", msg("By"), lambda goal: goal.due_on, width=100),
    )


def pair_name(pair: PairGoals) -> str:
    return tr("{mentee} and {mentor}", mentee=pair.mentee, mentor=pair.mentor)


def standing(pair: PairGoals) -> str:
    """How many goals stand how: “1 on the way, 2 reached”."""
    parts = (_many(status, count) for status in GoalStatus if (count := pair.counts.get(status, 0)))
    return spoken().listed(tuple(parts))


def goal_name(goal: GoalRow) -> str:
    if goal.words is None:
        return tr("Goal {number}", number=goal.number)
    return f"{goal.number} · {' '.join(goal.words.text.split())}"


def goal_in_words(goal: GoalRow) -> str:
    """What is shared of it, since when, and how it stood over time."""
    lines = [goal_name(goal) if goal.words is None else goal.words.text]
    if goal.measure is not None:
        lines.append(tr("Measure: {words}", words=goal.measure.text))
    lines.append(_story(goal))
    given = min((each.given_on for each in (goal.words, goal.measure) if each is not None), default=None)
    if given is not None:
        lines.append(tr("Shared by the mentee since {day}; it can be taken back at any time.", day=given))
    return "\n".join(lines)


def sheet_in_words(sheet: GoalSheet) -> str:
    """The days of the paper that are known."""
    days, said = sheet.document.days, []
    if sheet.document.version > 1:
        said.append(tr("Version {number}", number=sheet.document.version))
    if days.agreed_on is not None:
        said.append(tr("agreed on {day}", day=days.agreed_on))
    if days.mid_seen_on is not None:
        said.append(tr("seen at mid-term on {day}", day=days.mid_seen_on))
    if days.closed_on is not None:
        said.append(tr("closed on {day}", day=days.closed_on))
    if sheet.document.next_review_on is not None:
        said.append(tr("next review on {day}", day=sheet.document.next_review_on))
    return " · ".join(said)


def figures(pairs: tuple[PairGoals, ...]) -> str:
    running = [pair for pair in pairs if pair.status in RUNNING]
    having = sum(bool(pair.number) for pair in running)
    return ntr(
        "{having} of {count} running pair has goals in the file",
        "{having} of {count} running pairs have goals in the file",
        len(running),
        having=having,
    )


def _many(status: GoalStatus, count: int) -> str:
    match status:
        case GoalStatus.OPEN:
            return tr("{count} not started", count=count)
        case GoalStatus.ON_THE_WAY:
            return tr("{count} on the way", count=count)
        case GoalStatus.REACHED:
            return ntr("{count} reached", "{count} reached", count)
        case GoalStatus.DROPPED:
            return ntr("{count} dropped", "{count} dropped", count)


def _story(goal: GoalRow) -> str:
    said = [] if goal.set_on is None else [tr("Set on {day}", day=goal.set_on)]
    said += [
        tr("{status} from {day}", status=GOAL_STATUS_NAMES[step.status], day=step.reached_on) for step in goal.steps
    ]
    return " · ".join(said)


def _document_tone(pair: PairGoals) -> str:
    """Nothing is missing of a pair that has ended."""
    return DOCUMENT_TONES[pair.state] if pair.status in RUNNING else "plain"
