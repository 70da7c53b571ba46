"""Printing the papers of a programme, and noting what was made for whom (R67)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from mentordesk.documents import printing
from mentordesk.documents.kinds import DocumentKind, document_kind
from mentordesk.domain.ids import PairId, ProgrammeId
from mentordesk.domain.refusals import Refused, Unprintable
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.progress import SILENT, Progress
from mentordesk.queries.documents import Content, papers
from mentordesk.storage.records import DocumentRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class WrittenPaper:
    kind: str
    pair: PairId
    people: tuple[str, ...]
    languages: tuple[LanguageCode, ...]
    path: Path
    pages: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A paper that was not printed, and why."""

    people: tuple[str, ...]
    reason: Message


@dataclass(frozen=True, slots=True)
class PrintedPapers:
    written: tuple[WrittenPaper, ...]
    left_out: tuple[LeftOut, ...] = ()


def print_documents(
    store: Store,
    *,
    kinds: Sequence[str],
    folder: Path,
    programme: ProgrammeId,
    made_on: date,
    only: PairId | None = None,
    languages: Sequence[LanguageCode] | None = None,
    progress: Progress = SILENT,
) -> PrintedPapers:
    """A PDF of each kind for each running pair in `folder`, in its readers' languages or those given; one change.

    `only`: those of one pair.

    Each file is there whole or not at all; a paper of the same name is replaced. A paper with a letter that
    cannot be printed is left out, and the others are made.

    Raises:
        Refused: the folder cannot be written.
    """
    # Which content a kind takes is decided by its key, in both tables alike (tests/facts/test_documents.py).
    ready = [
        (cast("DocumentKind[Content]", document_kind(kind)), paper)
        for kind in kinds
        for paper in papers(store, kind, programme, made_on=made_on, only=only)
    ]
    make_folder(folder)
    names: set[str] = set()
    written: list[WrittenPaper] = []
    left_out: list[LeftOut] = []
    try:
        for known, paper in progress.over(ready, len(ready)):
            spoken = tuple(languages) if languages else paper.languages
            name = printing.file_name(known, paper.content, spoken, names)
            names.add(name)
            try:
                made = printing.write(known, paper.content, spoken, folder / name)
            except Unprintable as no:
                left_out.append(LeftOut(paper.people, no.message))
            else:
                written.append(WrittenPaper(known.key, paper.pair, paper.people, spoken, made.path, made.pages))
    finally:  # also when the disk is full half-way: those before it lie in the folder
        if written:
            note_written(store, programme, written)
    return PrintedPapers(tuple(written), tuple(left_out))


def make_folder(folder: Path) -> None:
    """Raises Refused where it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Refused(msg("The folder {folder} cannot be made. Choose another one.", folder=str(folder))) from problem


def note_written(store: Store, programme: ProgrammeId, written: Sequence[WrittenPaper]) -> None:
    """That these papers of pairs were made, as one change."""
    with store.changing(nmsg("Print {count} document", "Print {count} documents", len(written))) as session:
        for paper in written:
            session.add(
                DocumentRecord(
                    programme_id=programme,
                    pair_id=paper.pair,
                    kind=paper.kind,
                    languages=[code.value for code in paper.languages],
                    file_name=paper.path.name,
                    pages=paper.pages,
                    made_at=store.clock(),
                )
            )
