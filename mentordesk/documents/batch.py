"""Many papers at once: into a folder, on all the processors there are, or one after another as one print job.

Papers are composed by whoever asks, one at a time; nothing is kept of them here but their names. Noting what was made
is the asker's.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeAlias

from mentordesk.documents import printing
from mentordesk.documents.edition import Edition
from mentordesk.documents.file_names import Names
from mentordesk.documents.kinds import ReadyPaper
from mentordesk.documents.printing import Written
from mentordesk.domain.refusals import Refused, Unprintable
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, Sayable
from mentordesk.progress import SILENT, Cancelled, Progress

if TYPE_CHECKING:
    from mentordesk.documents.typesetting.press import Printed

FEW = 40  # papers that are written before two more processes have begun
_AT_ONCE = 20  # that a process gets
_MOST_PROCESSES = 2


@dataclass(frozen=True, slots=True)
class Addressed:
    """A paper, and in which languages it is read."""

    paper: ReadyPaper
    languages: tuple[LanguageCode, ...]


@dataclass(frozen=True, slots=True)
class NotWritten:
    """A paper with a letter that cannot be printed; the details say which text it is in."""

    reason: Message
    details: tuple[Sayable, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stopped:
    """The folder takes no more: what a process cannot raise, it gives back."""

    reason: Message
    details: tuple[Sayable, ...] = ()


@dataclass(frozen=True, slots=True)
class _ToWrite:
    paper: ReadyPaper
    languages: tuple[LanguageCode, ...]
    path: Path
    edition: Edition


Outcome: TypeAlias = Written | NotWritten
_Begun: TypeAlias = Future[list[Outcome | _Stopped]]


def write_all(
    papers: Iterable[Addressed],
    folder: Path,
    *,
    total: int = 0,
    edition: Edition = Edition.SCREEN,
    processes: int | None = None,
    progress: Progress = SILENT,
) -> Iterator[Outcome]:
    """What became of each paper, in their order; papers of the same name get a number, older files are replaced.

    `total` is how many there are, for the progress; 0: nobody knows. `processes`: as many as are worth it by
    themselves. One paper that cannot be printed does not keep the others.

    Raises:
        Refused: the folder cannot be written; what was written before has been told.
        Cancelled: likewise.
    """
    progress.step(0, total)
    stop = Event()
    cancelled: Cancelled | None = None
    for done, told in enumerate(_told(_to_write(papers, folder, edition), processes, stop), start=1):
        if isinstance(told, _Stopped):
            raise Refused(told.reason, *told.details)
        yield told
        try:
            progress.step(done, total)
        except Cancelled as stopped:  # what other processes wrote meanwhile is there, and is told
            cancelled = stopped
            stop.set()
    if cancelled:
        raise cancelled


def as_one(papers: Sequence[Addressed], *, both_sides: bool = False) -> Printed:
    """All of them as one document for the printer, in their order: for the pen, so no field is in it.

    With `both_sides` each begins on a sheet of its own, also where the sheets are printed on both sides. None is
    merged from files: that would lose the tags.

    Raises:
        Unprintable: a letter of one of them cannot be printed; nothing is made.
    """
    from mentordesk.documents.typesetting.press import print_job

    return print_job(
        [(each.paper.document, [catalog(code) for code in each.languages]) for each in papers], both_sides=both_sides
    )


def _to_write(papers: Iterable[Addressed], folder: Path, edition: Edition) -> Iterator[_ToWrite]:
    names = Names()
    for each in papers:
        name = names.new(printing.called(each.paper, each.languages), ".pdf")
        yield _ToWrite(each.paper, each.languages, folder / name, edition)


def _told(wanted: Iterator[_ToWrite], processes: int | None, stop: Event) -> Iterator[Outcome | _Stopped]:
    first = list(islice(wanted, FEW))
    count = processes or (min(_MOST_PROCESSES, os.cpu_count() or 1) if len(first) == FEW else 1)
    every = chain(first, wanted)
    return _by_several(every, count, stop) if count > 1 else _one_by_one(every, stop)


def _one_by_one(wanted: Iterable[_ToWrite], stop: Event) -> Iterator[Outcome | _Stopped]:
    for each in wanted:
        if stop.is_set():
            return
        yield _write(each)


def _by_several(wanted: Iterator[_ToWrite], count: int, stop: Event) -> Iterator[Outcome | _Stopped]:
    """At most one part more than there are processes is under way, so that nothing piles up."""
    pool = ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"))
    under_way: deque[tuple[list[_ToWrite], _Begun | None]] = deque()
    try:
        while True:
            while len(under_way) <= count and not stop.is_set() and (part := list(islice(wanted, _AT_ONCE))):
                under_way.append((part, _begin(pool, part)))
            if not under_way:
                return
            part, begun = under_way.popleft()
            if stop.is_set() and (begun is None or begun.cancel()):
                continue
            yield from _made(part, begun)
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(pool: ProcessPoolExecutor, part: list[_ToWrite]) -> _Begun | None:
    """None where the system has taken a process away, or gives none; the papers can be written all the same."""
    try:
        return pool.submit(_write_part, part)
    except BrokenProcessPool:
        return None


def _made(part: list[_ToWrite], begun: _Begun | None) -> list[Outcome | _Stopped]:
    if begun is not None:
        with suppress(BrokenProcessPool):
            return begun.result()
    return _write_part(part)


def _write_part(part: list[_ToWrite]) -> list[Outcome | _Stopped]:
    """In a process of its own; ends with the first paper for which there is no room."""
    told: list[Outcome | _Stopped] = []
    for each in part:
        told.append(_write(each))
        if isinstance(told[-1], _Stopped):
            break
    return told


def _write(each: _ToWrite) -> Outcome | _Stopped:
    try:
        return printing.write(each.paper, each.languages, each.path, each.edition)
    except Unprintable as no:
        return NotWritten(no.message, no.details)
    except Refused as no:
        return _Stopped(no.message, no.details)
