"""Printing interview guides (R23): one participant's, or those of several, into a folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from mentordesk.actions.documents import make_folder
from mentordesk.documents import printing
from mentordesk.documents.recruitment_kinds import INTERVIEW_GUIDE
from mentordesk.domain.ids import ParticipationId
from mentordesk.progress import SILENT, Progress
from mentordesk.queries.interview_guides import guide_of
from mentordesk.storage.store import Store


def print_guides(
    store: Store, ids: Sequence[ParticipationId], *, folder: Path, made_on: date, progress: Progress = SILENT
) -> tuple[Path, ...]:
    """A PDF for each; a guide of the same name is replaced. Nothing in the file changes.

    Raises:
        Refused: the folder cannot be written, somebody is restricted or takes part no more, a letter cannot be printed.
    """
    ready = [guide_of(store, id_, made_on=made_on) for id_ in dict.fromkeys(ids)]
    make_folder(folder)
    names: set[str] = set()
    paths = []
    for content, languages in progress.over(ready, len(ready)):
        name = printing.file_name(INTERVIEW_GUIDE, content, languages, names)
        names.add(name)
        paths.append(printing.write(INTERVIEW_GUIDE, content, languages, folder / name).path)
    return tuple(paths)
