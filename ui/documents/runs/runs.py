"""Papers looked at, saved into a folder and printed: written beside the window, and noted where they were taken."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mentordesk.actions.documents import WrittenPaper, note_written, write_papers
from mentordesk.documents.batch import Addressed, as_one
from mentordesk.documents.edition import Edition
from mentordesk.documents.file_names import file_name
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Listed, Message, msg, nmsg
from mentordesk.progress import Cancelled, Progress
from mentordesk.queries.batch_ground import BatchPaper, LeftOut
from mentordesk.whole_file import write_whole
from ui.ask import FileKind
from ui.desk import Desk, NoticeKind
from ui.documents.words import languages_named
from ui.language import say, spoken, tr
from ui.widgets.printing import choose_printer

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.widgets.paper_preview import PaperPreview

_WRITING = msg("Writing the papers")
LISTS = frozenset({"participant-list", "badges", "group-list", "follow-up-list", "gathering-programme"})
"""Kinds on which nobody writes: several of their pages may go on one side of paper."""


@dataclass(frozen=True, slots=True)
class Job:
    """The papers that are wanted; `languages` in place of their readers' own."""

    programme: ProgrammeId
    papers: tuple[BatchPaper, ...]
    languages: tuple[LanguageCode, ...] | None = None

    @property
    def title(self) -> Message:
        return self.papers[0].kind.title

    @property
    def are_lists(self) -> bool:
        return all(paper.kind.key in LISTS for paper in self.papers)


@dataclass(frozen=True, slots=True)
class _Made:
    written: tuple[WrittenPaper, ...]
    left_out: tuple[LeftOut, ...]
    stopped: bool


class Runs(QObject):
    """One at a time for a view; what was left out is told, and what was taken is noted as one change."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over
        self.preview: PaperPreview | None = None  # of what was looked at last
        self.choose = choose_printer

    def look_at(self, job: Job) -> None:
        """In a window of its own; whatever is saved or printed from there is noted."""
        kept = _folder()
        folder = Path(kept.name)
        self._desk.work.compute(
            "documents preview",
            functools.partial(_write, job, folder / "files", folder / "paper", Edition.SCREEN),
            functools.partial(self._show, job, kept),
            title=_WRITING,
            refused=functools.partial(self._refuse, kept),
        )

    def save(self, job: Job) -> None:
        folder = self._desk.ask.folder(tr("Save the papers in …"))
        if folder is not None:
            self._desk.work.compute(
                "documents saving",
                functools.partial(_write, job, folder, None, Edition.SCREEN),
                functools.partial(self._saved, job, folder),
                title=_WRITING,
                refused=self._tell_refusal,
            )

    def save_as_one(self, job: Job) -> None:
        """One file for whoever prints them elsewhere, each paper on a sheet of its own; without fields."""
        suggested = file_name(say(job.title), ".pdf")
        path = self._desk.ask.save_file(tr("Save the papers in one file"), suggested, FileKind(tr("PDF"), (".pdf",)))
        if path is not None:
            self._desk.work.compute(
                "documents as one",
                functools.partial(_write_as_one, job, path),
                functools.partial(self._saved, job, path.parent),
                title=_WRITING,
                refused=self._tell_refusal,
            )

    def print(self, job: Job) -> None:
        """The printer first: whoever turns back there has made nothing."""
        printer = self.choose(self._over)
        if printer is None:
            return
        kept = _folder()
        self._desk.work.compute(
            "documents printing",
            functools.partial(_write, job, Path(kept.name), None, Edition.PAPER),
            functools.partial(self._send, job, kept, printer),
            title=_WRITING,
            refused=functools.partial(self._refuse, kept),
        )

    def _show(self, job: Job, kept: tempfile.TemporaryDirectory[str], made: _Made) -> None:
        self._tell_left_out(made)
        if not made.written or made.stopped:
            kept.cleanup()
            return
        from ui.widgets.kept_papers import preview_of  # QtPdf, which nobody needs who prints nothing

        papers = [(_called(paper, job), paper.path) for paper in made.written]
        shown = {paper.path: paper.shown for paper in made.written}
        self.preview = preview_of(self._desk, kept, papers, self._over, shown=shown, lists=job.are_lists)
        self.preview.taken.connect(functools.partial(self._note_taken, job, made.written))

    def _note_taken(self, job: Job, written: Sequence[WrittenPaper], taken: Sequence[Path]) -> None:
        self._note(job, [paper for paper in written if paper.path in taken])

    def _saved(self, job: Job, folder: Path, made: _Made) -> None:
        self._note(job, made.written)
        self._tell_left_out(made)
        count = len(made.written)
        if made.stopped:
            self._desk.tell(nmsg("Stopped; {count} paper was saved.", "Stopped; {count} papers were saved.", count))
        elif self._desk.file.read_only is not None and count:  # nothing is noted that the strip could tell of
            saved = nmsg(
                "{count} paper saved in {folder}.", "{count} papers saved in {folder}.", count, folder=folder.name
            )
            self._desk.tell(saved, NoticeKind.DONE)

    def _send(self, job: Job, kept: tempfile.TemporaryDirectory[str], printer: QPrinter, made: _Made) -> None:
        self._tell_left_out(made)
        if not made.written or made.stopped:
            kept.cleanup()
            return
        title = nmsg("Printing the paper", "Printing {count} papers", len(made.written))
        self._desk.work.compute(
            "documents on the printer",
            functools.partial(_send_all, made.written, printer),
            functools.partial(self._sent, job, kept, made.written),
            title=title,
            refused=functools.partial(self._refuse, kept),
        )

    def _sent(
        self, job: Job, kept: tempfile.TemporaryDirectory[str], written: Sequence[WrittenPaper], pages: int
    ) -> None:
        """`pages`: -1 where somebody stopped it."""
        kept.cleanup()
        self._note(job, written)
        if pages < 0:
            self._desk.tell(msg("Stopped; some pages may have been printed already."))
        else:
            sent = nmsg("{count} page sent to the printer.", "{count} pages sent to the printer.", pages)
            self._desk.tell(sent, NoticeKind.DONE)

    def _note(self, job: Job, written: Sequence[WrittenPaper]) -> None:
        """In a file that is open for reading nothing can be noted; its papers can be made all the same."""
        if written and self._desk.file.read_only is None:
            self._desk.work.change(lambda store: note_written(store, job.programme, written))

    def _tell_left_out(self, made: _Made) -> None:
        for each in made.left_out[:1]:
            sentence = each.reason
            if each.people:
                people = Listed(each.people)
                sentence = msg("Not printed for {people}: {reason}", people=people, reason=each.reason)
            self._desk.tell(sentence, NoticeKind.WARNING)

    def _refuse(self, kept: tempfile.TemporaryDirectory[str], no: Refused) -> None:
        kept.cleanup()
        self._tell_refusal(no)

    def _tell_refusal(self, no: Refused) -> None:
        self._desk.tell(no.message, NoticeKind.WARNING)


def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="mentordesk-", ignore_cleanup_errors=True)  # a viewer may hold one


def _write(job: Job, folder: Path, shown: Path | None, edition: Edition, progress: Progress) -> _Made:
    written: list[WrittenPaper] = []
    left_out: list[LeftOut] = []
    stopped = False
    papers = write_papers(job.papers, folder, languages=job.languages, edition=edition, shown=shown, progress=progress)
    try:
        for each in papers:
            if isinstance(each, WrittenPaper):
                written.append(each)
            else:
                left_out.append(each)
    except Cancelled:
        stopped = True
    return _Made(tuple(written), tuple(left_out), stopped)


def _write_as_one(job: Job, path: Path, _: Progress) -> _Made:
    addressed = [Addressed(paper.ready, job.languages or paper.languages) for paper in job.papers]
    write_whole(as_one(addressed, both_sides=True).data, path)
    written = (
        WrittenPaper(
            paper.kind.key,
            paper.people,
            each.languages,
            path,
            0,  # nobody counted those of one paper
            paper.pair,
            paper.participation,
            paper.meeting,
        )
        for paper, each in zip(job.papers, addressed, strict=True)
    )
    return _Made(tuple(written), (), stopped=False)


def _send_all(written: Sequence[WrittenPaper], printer: QPrinter, progress: Progress) -> int:
    from ui.widgets.printing import print_papers

    try:
        return print_papers([paper.path for paper in written], printer, progress)
    except Cancelled:
        return -1


def _called(paper: WrittenPaper, job: Job) -> str:
    """By whom it is for; where it is everybody's, by what it is and in which language."""
    if paper.people:
        return spoken().listed(paper.people)
    title = say(paper.says or job.title)
    if len(job.papers) == 1:
        return title
    return tr("{paper}, {language}", paper=title, language=languages_named(paper.languages))
