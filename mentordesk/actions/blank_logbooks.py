"""Blank logbooks without names, to hand out before there are pairs; those of pairs are documents.py's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mentordesk.documents import printing
from mentordesk.documents.kinds import LOGBOOK
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.queries.documents import blank_logbook
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class BlankLogbook:
    language: LanguageCode
    path: Path
    pages: int


def print_blank_logbooks(
    store: Store, *, folder: Path, programme: ProgrammeId, made_on: date
) -> tuple[BlankLogbook, ...]:
    """One in each language of the programme; noted nowhere, for they are nobody's.

    Raises:
        Refused: the folder cannot be written.
    """
    content, of = blank_logbook(store, programme, made_on=made_on)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Refused(msg("The folder {folder} cannot be made. Choose another one.", folder=str(folder))) from problem
    names: set[str] = set()
    made: list[BlankLogbook] = []
    for code in of.settings.languages:
        name = printing.file_name(LOGBOOK, content, [code], names)
        names.add(name)
        written = printing.write(LOGBOOK, content, [code], folder / name)
        made.append(BlankLogbook(code, written.path, written.pages))
    return tuple(made)
