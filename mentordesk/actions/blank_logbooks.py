"""Blank logbooks without names, to hand out before there are pairs; those of pairs are documents.py's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mentordesk.actions.documents import WrittenPaper, write_papers
from mentordesk.documents.declared.pair_kinds import LOGBOOK
from mentordesk.domain.ids import ProgrammeId
from mentordesk.i18n.languages import LanguageCode
from mentordesk.queries.batch_ground import BatchPaper
from mentordesk.queries.documents import blank_logbook
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class BlankLogbook:
    language: LanguageCode
    path: Path
    pages: int
    shown: Path  # as the program shows and prints it


def print_blank_logbooks(
    store: Store, *, folder: Path, programme: ProgrammeId, made_on: date, shown: Path | None = None
) -> tuple[BlankLogbook, ...]:
    """One in each language of the programme; noted nowhere, for they are nobody's. `shown` as in `write_papers`.

    Raises:
        Refused: the folder cannot be written.
    """
    content, of = blank_logbook(store, programme, made_on=made_on)
    ready = LOGBOOK.ready(content)
    blank = [BatchPaper(ready, (), (code,)) for code in of.settings.languages]
    return tuple(
        BlankLogbook(each.languages[0], each.path, each.pages, each.shown)
        for each in write_papers(blank, folder, shown=shown)
        if isinstance(each, WrittenPaper)
    )
