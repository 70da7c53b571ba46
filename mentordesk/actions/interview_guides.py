"""Printing interview guides (R23): one participant's, or those of several, into a folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from mentordesk.actions.documents import write_papers
from mentordesk.documents.declared.recruitment_kinds import INTERVIEW_GUIDE
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.progress import SILENT, Progress
from mentordesk.queries.batch_ground import LeftOut
from mentordesk.queries.batches import batch_of
from mentordesk.storage.store import Store


def print_guides(
    store: Store, ids: Sequence[ParticipationId], *, folder: Path, made_on: date, progress: Progress = SILENT
) -> tuple[Path, ...]:
    """A PDF for each, by family name; a guide of the same name is replaced. The team's own: nothing is noted.

    Raises:
        Refused: the folder cannot be written, somebody is restricted or takes part no more, a letter cannot be printed.
    """
    found = batch_of(store, INTERVIEW_GUIDE.key, tuple(dict.fromkeys(ids)), made_on=made_on)
    for one in found.left_out:
        raise Refused(one.reason)
    paths = []
    for each in write_papers(found.papers, folder, processes=1, progress=progress):
        if isinstance(each, LeftOut):
            raise Refused(each.reason)
        paths.append(each.path)
    return tuple(paths)
