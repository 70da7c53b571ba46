"""Finished papers saved into a folder or sent to a printer, beside the window, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.documents.file_names import file_name
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.progress import Cancelled, Progress
from mentordesk.whole_file import write_whole
from ui.desk import NoticeKind
from ui.widgets.printing import print_papers

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True, slots=True)
class Outcome:
    """`taken`: the papers that lie in the folder or are on paper."""

    sentence: Message
    kind: NoticeKind
    taken: tuple[Path, ...] = ()


def copies_of(papers: Sequence[Path], folder: Path) -> tuple[tuple[Path, Path], ...]:
    """Each paper and where it goes; of two with one name the second is numbered."""
    taken: list[str] = []
    for paper in papers:
        taken.append(file_name(paper.stem, paper.suffix, taken))
    return tuple((paper, folder / name) for paper, name in zip(papers, taken, strict=True))


def same(paper: Path, copy: Path) -> bool:
    """Whether the paper lies there already, letter for letter: then nothing is lost."""
    try:
        return copy.is_file() and copy.read_bytes() == paper.read_bytes()
    except OSError:
        return False


def save_all(copies: Sequence[tuple[Path, Path]], folder: Path, progress: Progress) -> Outcome:
    done: list[Path] = []
    try:
        for paper, copy in progress.over(copies, len(copies)):
            try:
                content = paper.read_bytes()
            except OSError as problem:
                raise Refused(msg("{name} is not there any more. Make it again.", name=paper.name)) from problem
            if not same(paper, copy):
                write_whole(content, copy)
            done.append(paper)
    except Cancelled:
        stopped = nmsg("Stopped; {count} paper was saved.", "Stopped; {count} papers were saved.", len(done))
        return Outcome(stopped, NoticeKind.NOTE, tuple(done))
    saved = nmsg("{count} paper saved in {folder}.", "{count} papers saved in {folder}.", len(done), folder=folder.name)
    return Outcome(saved, NoticeKind.DONE, tuple(done))


def print_all(
    papers: Sequence[Path], shown: Mapping[Path, Path], printer: QPrinter, several: int, progress: Progress
) -> Outcome:
    try:
        pages = print_papers([shown.get(paper, paper) for paper in papers], printer, progress, several=several)
    except Cancelled:
        return Outcome(msg("Stopped; some pages may have been printed already."), NoticeKind.NOTE, tuple(papers))
    sent = nmsg("{count} page sent to the printer.", "{count} pages sent to the printer.", pages)
    return Outcome(sent, NoticeKind.DONE, tuple(papers))
