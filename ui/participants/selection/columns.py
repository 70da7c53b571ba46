"""The columns of the selection: each criterion in a word, with its evidence as the hint; what was decided, and why."""

from __future__ import annotations

from mentordesk.domain.criteria import STANDING_NAMES, Criterion, Standing
from mentordesk.domain.people import STATUS_NAMES, ParticipationStatus, Role
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.selecting import SelectionRow, SelectionTable
from ui.language import say, spoken, tr
from ui.participants.columns import STATUS_TONES
from ui.tables.columns import Align, Column

_TONES: dict[Standing, str] = {Standing.MET: "good", Standing.NOT_MET: "bad", Standing.UNKNOWN: "warn"}
_WORST_FIRST = {Standing.NOT_MET: 0, Standing.UNKNOWN: 1, Standing.MET: 3}
_EXCEPTED = 2
_ORDER = {status: at for at, status in enumerate(ParticipationStatus)}
_NOBODY_WAITS = 1_000_000


def lock_of(row: SelectionRow) -> Message | None:
    """Why a row is grey, with a padlock."""
    return msg("Restricted: nothing can be decided.") if row.restricted else None


def columns(table: SelectionTable) -> tuple[Column[SelectionRow], ...]:
    return (
        Column(
            key="name",
            title=msg("Name"),
            text=lambda row: row.name,
            width=190,
            disc=True,
            hint=lambda row: row.unit,
        ),
        Column(
            key="status",
            title=msg("Status"),
            text=lambda row: say(STATUS_NAMES[row.status]),
            sort=lambda row: _ORDER[row.status],
            tone=lambda row: STATUS_TONES[row.status],
            hint=_decided,
            width=170,
        ),
        Column(
            key="waiting",
            title=msg("In line"),
            text=lambda row: "" if row.waiting_rank is None else str(row.waiting_rank),
            sort=lambda row: _NOBODY_WAITS if row.waiting_rank is None else row.waiting_rank,
            align=Align.RIGHT,
            width=70,
        ),
        Column(
            key="met",
            title=msg("Requirements"),
            text=lambda row: tr("{met} of {count} met", met=_met(row), count=len(row.findings)),
            sort=_met,
            width=140,
        ),
        *(_criterion(criterion, at) for at, criterion in enumerate(table.criteria)),
        Column(
            key="interviews",
            title=msg("Interviews"),
            text=lambda row: str(row.interviews) if row.interviews else "",
            sort=lambda row: row.interviews,
            align=Align.RIGHT,
            width=90,
        ),
        *((_mean(),) if table.role is Role.MENTOR else ()),
        Column(
            key="first",
            title=msg("Comes first"),
            text=_first,
            width=200,
            shown=table.role is Role.MENTEE,
        ),
        Column(
            key="applied",
            title=msg("Applied"),
            text=lambda row: "" if row.applied_on is None else spoken().date(row.applied_on),
            sort=lambda row: row.applied_on,
            width=110,
        ),
        Column(
            key="reason",
            title=msg("Reason"),
            text=lambda row: "" if row.decision is None else row.decision.reason,
            hint=_decided,
            width=220,
        ),
        Column(key="unit", title=msg("Unit"), text=lambda row: row.unit, width=180, shown=False),
    )


def _criterion(criterion: Criterion, at: int) -> Column[SelectionRow]:
    def standing(row: SelectionRow) -> Standing:
        return row.findings[at].standing

    def excepted(row: SelectionRow) -> bool:
        return criterion.key in row.excepted and standing(row) is not Standing.MET

    def text(row: SelectionRow) -> str:
        return say(msg("exception")) if excepted(row) else say(STANDING_NAMES[standing(row)])

    def hint(row: SelectionRow) -> str:
        return tr(
            "{criterion} – {standing}, {evidence}",
            criterion=criterion.title,
            standing=STANDING_NAMES[standing(row)],
            evidence=row.findings[at].evidence,
        )

    return Column(
        key=f"criterion_{criterion.key}",
        title=criterion.title,
        text=text,
        sort=lambda row: _EXCEPTED if excepted(row) else _WORST_FIRST[standing(row)],
        tone=lambda row: "accent" if excepted(row) else _TONES[standing(row)],
        hint=hint,
        width=130,
    )


def _mean() -> Column[SelectionRow]:
    return Column(
        key="mean",
        title=msg("Rating"),
        text=lambda row: "" if row.mean is None else spoken().number(row.mean, 1),
        sort=lambda row: row.mean,
        align=Align.RIGHT,
        hint=lambda _: tr("The mean of what interviewers rated, 1 to 5. The matching never counts it."),
        width=80,
    )


def _met(row: SelectionRow) -> int:
    return sum(finding.standing is Standing.MET for finding in row.findings)


def _first(row: SelectionRow) -> str:
    parts = [tr("waits since the last round")] if row.waits_from_last_round else []
    if row.group is not None:
        parts.append(say(row.group))
    return ", ".join(parts)


def _decided(row: SelectionRow) -> str:
    if row.decision is None:
        return ""
    told = tr("Decided on {day} by {name}", day=row.decision.on, name=row.decision.by or say(msg("nobody named")))
    return ": ".join(part for part in (told, row.decision.reason) if part)
