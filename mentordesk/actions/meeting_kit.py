"""The papers of a joint meeting as one print job (R53)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mentordesk.actions.documents import print_found
from mentordesk.documents.declared.gathering_kinds import GATHERING_KINDS
from mentordesk.documents.registry import kind_of
from mentordesk.domain.ids import MeetingId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.progress import SILENT, Progress
from mentordesk.queries.batch_ground import LeftOut
from mentordesk.queries.batches import batch
from mentordesk.queries.gathering import gathering
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class KitPaper:
    title: Message
    kind: str
    person: str  # "" where it is everybody's
    language: LanguageCode
    path: Path
    pages: int
    shown: Path = Path()  # as the program shows and prints it


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
    shown: Path | None = None,
    today: date,
    progress: Progress = SILENT,
) -> PrintedKit:
    """Every paper of the meeting's kind that there is something to say on; `parts` are the keys of those wanted.

    One change; `shown` as in `actions.documents.write_papers`. A certificate is made for whoever was noted as present.
    A paper with a letter that cannot be printed is left out, and the others are made.

    Raises:
        Refused: no such meeting, one that has no papers, or nothing to print; the folder cannot be written.
    """
    seen = gathering(store, meeting)
    kept = (kind.key for kind in GATHERING_KINDS if kind.key in seen.kind.papers)
    wanted = [kind for kind in kept if parts is None or kind in parts]
    papers = [
        paper
        for kind in wanted
        for paper in batch(store, kind, seen.programme.id, about=(meeting,), made_on=today).papers
    ]
    if not papers:
        raise Refused(msg("There is nothing to print for “{title}”.", title=seen.title))

    def named(count: int) -> Message:
        return nmsg(
            "Print {count} document for “{title}”", "Print {count} documents for “{title}”", count, title=seen.title
        )

    printed = print_found(store, seen.programme.id, papers, folder=folder, shown=shown, named=named, progress=progress)
    written = (
        KitPaper(
            kind_of(each.kind).title,
            each.kind,
            "".join(each.people),
            each.languages[0],
            each.path,
            each.pages,
            each.shown,
        )
        for each in printed.written
    )
    return PrintedKit(tuple(written), printed.left_out)
