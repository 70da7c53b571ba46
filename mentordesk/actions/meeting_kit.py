"""The papers of a joint meeting as one print job (R53), and noting what was made."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from mentordesk.actions.documents import LeftOut, make_folder
from mentordesk.documents import printing
from mentordesk.documents.gathering_kinds import GATHERING_KINDS
from mentordesk.documents.kinds import DocumentKind
from mentordesk.domain.ids import MeetingId
from mentordesk.domain.refusals import Refused, Unprintable
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.progress import SILENT, Progress
from mentordesk.queries.gathering import Gathering
from mentordesk.queries.gathering_papers import GatheringContent, gathering_papers
from mentordesk.storage.records import DocumentRecord
from mentordesk.storage.store import Store

_KNOWN = {kind.key: cast("DocumentKind[GatheringContent]", kind) for kind in GATHERING_KINDS}


@dataclass(frozen=True, slots=True)
class KitPaper:
    title: Message
    kind: str
    person: str  # "" where it is everybody's
    language: LanguageCode
    path: Path
    pages: int


@dataclass(frozen=True, slots=True)
class PrintedKit:
    written: tuple[KitPaper, ...]
    left_out: tuple[LeftOut, ...] = ()


def print_kit(
    store: Store,
    meeting: MeetingId,
    *,
    folder: Path,
    parts: Collection[str] | None = None,
    today: date,
    progress: Progress = SILENT,
) -> PrintedKit:
    """Every paper of the meeting's kind that there is something to say on; `parts` are the keys of those wanted.

    One change. A certificate is made for whoever was noted as present. A paper with a letter that cannot be printed is
    left out, and the others are made.

    Raises:
        Refused: no such meeting, one that has no papers, or nothing to print; the folder cannot be written.
    """
    wanted = tuple(kind for kind in _KNOWN if parts is None or kind in parts)
    seen, papers = gathering_papers(store, meeting, wanted, made_on=today)
    papers = tuple(paper for paper in papers if paper.kind in seen.kind.papers)
    if not papers:
        raise Refused(msg("There is nothing to print for “{title}”.", title=seen.title))
    make_folder(folder)
    names: set[str] = set()
    written: list[KitPaper] = []
    left_out: list[LeftOut] = []
    try:
        for paper in progress.over(papers, len(papers)):
            kind = _KNOWN[paper.kind]
            name = printing.file_name(kind, paper.content, (paper.language,), names)
            names.add(name)
            try:
                made = printing.write(kind, paper.content, (paper.language,), folder / name)
            except Unprintable as no:
                left_out.append(LeftOut((paper.person,) if paper.person else (), no.message))
            else:
                written.append(KitPaper(kind.title, kind.key, paper.person, paper.language, made.path, made.pages))
    finally:  # also when the disk is full half-way: those before it lie in the folder
        if written:
            _note(store, seen, written)
    return PrintedKit(tuple(written), tuple(left_out))


def _note(store: Store, seen: Gathering, written: list[KitPaper]) -> None:
    what = nmsg(
        "Print {count} document for “{title}”", "Print {count} documents for “{title}”", len(written), title=seen.title
    )
    with store.changing(what) as session:
        session.add_all(
            DocumentRecord(
                programme_id=seen.programme.id,
                meeting_id=seen.meeting,
                kind=paper.kind,
                languages=[paper.language.value],
                file_name=paper.path.name,
                pages=paper.pages,
                made_at=store.clock(),
            )
            for paper in written
        )
