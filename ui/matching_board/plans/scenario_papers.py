"""Papers and spreadsheets of a plan: its pair list, plans compared, "why you two"; looked at before they are printed.

Contracts and checklists of approved pairs are `papers`.
"""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mentordesk.actions.documents import PrintedPapers
from mentordesk.actions.files import Store
from mentordesk.actions.matching import PlanPaper, print_comparison, print_pair_list, print_why_you_two
from mentordesk.documents.declared.plan_kinds import PAIR_LIST, PLAN_COMPARISON, WHY_YOU_TWO
from mentordesk.documents.file_names import file_name
from mentordesk.domain.fields import Cell
from mentordesk.domain.ids import ProgrammeId
from mentordesk.i18n.catalog import Catalog
from mentordesk.i18n.message import Listed, Message, msg, nmsg
from mentordesk.progress import Progress
from mentordesk.queries.plan_list import planned_pairs, planned_pairs_as_list
from mentordesk.spreadsheets.export import write_table
from ui.ask import FileKind
from ui.desk import Desk, NoticeKind
from ui.language import say, spoken, tr
from ui.widgets.kept_papers import preview_of
from ui.widgets.paper_preview import PaperPreview

_WRITING = msg("Writing the papers")
_ENDINGS = (".xlsx", ".csv")
_TITLES: dict[str, Message] = {kind.key: kind.title for kind in (PAIR_LIST, PLAN_COMPARISON)}
_T = TypeVar("_T")


class ScenarioPapers(QObject):
    """The folder with people's names in it is gone when the preview is."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over
        self.preview: PaperPreview | None = None

    def print_pair_list(self, plan: str) -> None:
        """Also of an approved plan, and of one in a file that can only be read."""
        today, language = self._desk.today, spoken().code

        def printing(store: Store, programme: ProgrammeId, folder: Path, _: Progress) -> PlanPaper:
            return print_pair_list(
                store, programme=programme, scenario=plan, folder=folder, made_on=today, language=language
            )

        self._print(printing, self._show_one)

    def print_comparison(self, plans: Sequence[str]) -> None:
        today, language, names = self._desk.today, spoken().code, tuple(plans)

        def printing(store: Store, programme: ProgrammeId, folder: Path, _: Progress) -> PlanPaper:
            return print_comparison(
                store, programme=programme, scenarios=names, folder=folder, made_on=today, language=language
            )

        self._print(printing, self._show_one)

    def print_why_you_two(self) -> None:
        """For everybody in a running pair, in the reader's language; that they got one is noted in the file."""
        today = self._desk.today
        if self._desk.file.read_only is not None:
            self._desk.tell(self._desk.file.read_only, NoticeKind.NOTE)
            return

        def printing(store: Store, programme: ProgrammeId, folder: Path, progress: Progress) -> PrintedPapers:
            return print_why_you_two(store, programme=programme, folder=folder, made_on=today, progress=progress)

        self._print(printing, self._show_pages)

    def export_pairs(self, plan: str) -> None:
        """To a spreadsheet of her choice; the rows are those of `export pairs --scenario`."""
        programme, catalog = self._desk.programme_id, spoken()
        if programme is None:
            return
        suggested = file_name(tr("Pairs of the plan {plan}", plan=plan), _ENDINGS[0])
        path = self._desk.ask.save_file(tr("Export the pairs"), suggested, FileKind(tr("Spreadsheets"), _ENDINGS))
        if path is None:
            return
        target = path if path.suffix.lower() in _ENDINGS else path.with_name(path.name + _ENDINGS[0])
        self._desk.work.ask(
            "export pairs",
            lambda store: _export(store, programme, plan, target, catalog),
            functools.partial(self._on_exported, target),
        )

    def _print(
        self,
        printing: Callable[[Store, ProgrammeId, Path, Progress], _T],
        show: Callable[[tempfile.TemporaryDirectory[str], _T], None],
    ) -> None:
        programme = self._desk.programme_id
        if programme is None:
            return
        kept = tempfile.TemporaryDirectory(prefix="mentordesk-", ignore_cleanup_errors=True)  # a viewer may hold one
        folder = Path(kept.name)
        self._desk.work.change_at_length(
            _WRITING,
            lambda store, progress: printing(store, programme, folder, progress),
            functools.partial(show, kept),
        )

    def _show_one(self, kept: tempfile.TemporaryDirectory[str], made: PlanPaper) -> None:
        self._preview(kept, [(say(_TITLES[made.kind]), made.path)])

    def _show_pages(self, kept: tempfile.TemporaryDirectory[str], made: PrintedPapers) -> None:
        if made.left_out:
            first = made.left_out[0]
            self._desk.tell(
                msg("Not printed for {people}: {reason}", people=Listed(first.people), reason=first.reason),
                NoticeKind.WARNING,
            )
        elif not made.written:
            self._desk.tell(msg("There is no running pair to print for. Approve a plan first."), NoticeKind.NOTE)
        if made.written:
            title = say(WHY_YOU_TWO.title)
            self._preview(kept, [(f"{title} – {spoken().listed(paper.people)}", paper.path) for paper in made.written])
        else:
            kept.cleanup()

    def _preview(self, kept: tempfile.TemporaryDirectory[str], papers: Sequence[tuple[str, Path]]) -> None:
        self.preview = preview_of(self._desk, kept, papers, self._over)

    def _on_exported(self, target: Path, rows: int) -> None:
        self._desk.tell(
            nmsg("{count} row written to {path}.", "{count} rows written to {path}.", rows, path=str(target)),
            NoticeKind.DONE,
        )


def _export(store: Store, programme: ProgrammeId, plan: str, target: Path, catalog: Catalog) -> int:
    """How many rows were written. Raises Refused where there is no such plan, or no place to write to."""
    found = planned_pairs_as_list(planned_pairs(store, programme, plan))
    rows: list[list[Cell]] = [
        [catalog.say(value) if isinstance(value, Message) else _cell(value) for value in row] for row in found.rows
    ]
    headings = [catalog.say(column.title) for column in found.columns]
    write_table(target, headings, rows, subject=found.subject, keys=[column.key for column in found.columns])
    return len(rows)


def _cell(value: object) -> Cell:
    """The list of pairs has texts and numbers only."""
    return value if isinstance(value, (str, int, float)) else None
