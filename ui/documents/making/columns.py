"""What the list of those whom papers are for shows of each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from mentordesk.i18n.message import msg
from mentordesk.queries.batch_ground import BatchPaper
from ui.documents.making.ticked import TickedTable
from ui.documents.words import languages_named
from ui.language import say, spoken, tr
from ui.tables.columns import Column, day_column
from ui.tables.model import ShownCell


@dataclass(frozen=True, slots=True)
class ForRow:
    """`made_on`: when the paper was made last."""

    paper: BatchPaper
    made_on: date | None

    @property
    def number(self) -> str:
        return self.paper.number


class ForTable(TickedTable[ForRow]):
    def __init__(self) -> None:
        super().__init__(columns(), lambda each: each.number, msg("Chosen"))

    def cell(self, place: int, column: int) -> ShownCell:
        """Initials stand beside names only."""
        shown = super().cell(place, column)
        return shown if self.rows.row(place).paper.people else replace(shown, disc=False)


def whom(paper: BatchPaper) -> str:
    if paper.people:
        return spoken().listed(paper.people)
    return say(paper.says) if paper.says is not None else tr("Everybody")


def _missing(row: ForRow) -> str:
    return spoken().listed([say(what) for what in row.paper.missing]) if row.paper.missing else ""


def columns() -> tuple[Column[ForRow], ...]:
    return (
        Column(key="whom", title=msg("For whom"), text=lambda row: whom(row.paper), width=290, disc=True),
        Column(
            key="unit",
            title=msg("Unit"),
            text=lambda row: row.paper.bearer.unit if row.paper.bearer else "",
            width=130,
        ),
        Column(
            key="language",
            title=msg("Language"),
            text=lambda row: languages_named(row.paper.languages),
            width=128,
        ),
        Column(
            key="missing",
            title=msg("Missing"),
            text=_missing,
            tone=lambda row: "warn" if row.paper.missing else None,
            width=130,
        ),
        day_column("made", msg("Made last"), lambda row: row.made_on),
    )
