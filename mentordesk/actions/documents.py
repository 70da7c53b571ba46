"""Printing papers of any kind into a folder, and noting what was made for whom (R67): the one road there is.

What the papers say, and whose they are, is queries/batches.py's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mentordesk.documents.batch import Addressed, NotWritten, Outcome, write_all
from mentordesk.documents.edition import Edition
from mentordesk.documents.printing import Written
from mentordesk.domain.ids import MeetingId, PairId, ParticipationId, ProgrammeId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, Sayable, msg, nmsg
from mentordesk.progress import SILENT, Progress
from mentordesk.queries.batch_ground import BatchPaper, LeftOut
from mentordesk.queries.batches import Order, batch
from mentordesk.storage.records import DocumentRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class WrittenPaper:
    """`people` are those on its title; () where it is everybody's."""

    kind: str
    people: tuple[str, ...]
    languages: tuple[LanguageCode, ...]
    path: Path
    pages: int
    pair: PairId | None = None
    participation: ParticipationId | None = None
    meeting: MeetingId | None = None
    shown: Path = Path()  # as the program shows and prints it; the file itself where it is no form
    says: Sayable | None = None  # which of several it is, where nobody's name tells


@dataclass(frozen=True, slots=True)
class PrintedPapers:
    written: tuple[WrittenPaper, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def shown(self) -> Mapping[Path, Path]:
        """Of each file, what the program shows and prints."""
        return {paper.path: paper.shown for paper in self.written}


def print_papers(
    store: Store,
    kind: str,
    *,
    programme: ProgrammeId,
    about: Collection[str] = (),
    folder: Path,
    languages: Sequence[LanguageCode] | None = None,
    edition: Edition = Edition.SCREEN,
    order: Order = Order.SURNAME,
    today: date,
    progress: Progress = SILENT,
) -> PrintedPapers:
    """The papers of a kind into `folder`, in their readers' languages or those given; one change.

    `about`: those of these participations, pairs or meetings; else of all whom the kind is for. Each file is there
    whole or not at all; a paper of the same name is replaced. A paper with a letter that cannot be printed is left
    out, and the others are made.

    Raises:
        KeyError: no such kind.
        Refused: the kind is made elsewhere, there is nobody of an id, or the folder cannot be written.
    """
    found = batch(store, kind, programme, about=about, made_on=today, order=order)
    return print_found(
        store,
        programme,
        found.papers,
        left_out=found.left_out,
        folder=folder,
        languages=languages,
        edition=edition,
        processes=None,
        progress=progress,
    )


def print_documents(
    store: Store,
    *,
    kinds: Sequence[str],
    folder: Path,
    programme: ProgrammeId,
    made_on: date,
    only: PairId | None = None,
    languages: Sequence[LanguageCode] | None = None,
    shown: Path | None = None,
    progress: Progress = SILENT,
) -> PrintedPapers:
    """Several kinds at once, for each running pair or for the one named; as `print_papers`, in one change."""
    about = () if only is None else (only,)
    found = [batch(store, kind, programme, about=about, made_on=made_on) for kind in kinds]
    return print_found(
        store,
        programme,
        [paper for each in found for paper in each.papers],
        left_out=[each for one in found for each in one.left_out],
        folder=folder,
        languages=languages,
        shown=shown,
        progress=progress,
    )


def print_found(
    store: Store,
    programme: ProgrammeId,
    papers: Sequence[BatchPaper],
    *,
    folder: Path,
    left_out: Iterable[LeftOut] = (),
    languages: Sequence[LanguageCode] | None = None,
    edition: Edition = Edition.SCREEN,
    shown: Path | None = None,
    named: Callable[[int], Message] | None = None,
    processes: int | None = 1,
    progress: Progress = SILENT,
) -> PrintedPapers:
    """Papers that were asked for already; `named` gives the change its name, by how many they are.

    In one process unless more are asked for: whoever calls from the window holds the file's thread.

    Raises:
        Refused: the folder cannot be written.
    """
    written: list[WrittenPaper] = []
    without = list(left_out)
    try:
        made = write_papers(
            papers,
            folder,
            languages=languages,
            edition=edition,
            shown=shown,
            processes=processes,
            progress=progress,
        )
        for each in made:
            if isinstance(each, WrittenPaper):
                written.append(each)
            else:
                without.append(each)
    finally:  # also when the disk is full half-way: those before it lie in the folder
        note_written(store, programme, written, named)
    return PrintedPapers(tuple(written), tuple(without))


def write_papers(
    papers: Sequence[BatchPaper],
    folder: Path,
    *,
    languages: Sequence[LanguageCode] | None = None,
    edition: Edition = Edition.SCREEN,
    shown: Path | None = None,
    processes: int | None = None,
    progress: Progress = SILENT,
) -> Iterator[WrittenPaper | LeftOut]:
    """One after the other, in their order; nothing is noted. `processes`: as `documents.batch.write_all`.

    `shown`: a folder in which forms lie once more, as they are looked at in the program and printed.

    Raises:
        Refused: the folder cannot be written.
        Cancelled: in the middle; those before it lie in the folder.
    """
    make_folder(folder)
    spoken = [tuple(languages) if languages else paper.languages for paper in papers]
    addressed = [Addressed(paper.ready, codes) for paper, codes in zip(papers, spoken, strict=True)]
    told = write_all(addressed, folder, total=len(papers), edition=edition, processes=processes, progress=progress)
    for_the_pen: Iterator[Outcome] = iter(())
    if shown is not None:
        make_folder(shown)
        forms = (each for each in addressed if each.paper.kind.fillable)
        for_the_pen = write_all(forms, shown, edition=Edition.PAPER, processes=1)
    for each, paper, codes in zip(told, papers, spoken, strict=False):  # stopped, fewer are told of
        seen = next(for_the_pen, None) if paper.kind.fillable else None
        if isinstance(each, NotWritten):
            yield LeftOut(paper.people, each.reason)
        else:
            yield WrittenPaper(
                paper.kind.key,
                paper.people,
                codes,
                each.path,
                each.pages,
                paper.pair,
                paper.participation,
                paper.meeting,
                seen.path if isinstance(seen, Written) else each.path,
                paper.says,
            )


def make_folder(folder: Path) -> None:
    """Raises Refused where it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Refused(msg("The folder {folder} cannot be made. Choose another one.", folder=str(folder))) from problem


def note_written(
    store: Store,
    programme: ProgrammeId,
    written: Sequence[WrittenPaper],
    named: Callable[[int], Message] | None = None,
) -> None:
    """That these papers were made, as one change. Nothing where there are none."""
    if not written:
        return
    with store.changing((named or _documents)(len(written))) as session:
        session.add_all(
            DocumentRecord(
                programme_id=programme,
                pair_id=paper.pair,
                participation_id=paper.participation,
                meeting_id=paper.meeting,
                kind=paper.kind,
                languages=[code.value for code in paper.languages],
                file_name=paper.path.name,
                pages=paper.pages,
                made_at=store.clock(),
            )
            for paper in written
        )


def _documents(count: int) -> Message:
    return nmsg("Print {count} document", "Print {count} documents", count)
