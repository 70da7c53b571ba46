"""Printing what is known of plans: pair list, comparison, and "why you two" for everybody in a running pair (R34).

Papers of a plan are for those who decide, so nobody is noted as having got one; those for a pair are noted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from mentordesk.actions.documents import PrintedPapers, make_folder, print_papers
from mentordesk.documents import printing
from mentordesk.documents.declared.plan_kinds import PAIR_LIST, PLAN_COMPARISON, WHY_YOU_TWO
from mentordesk.documents.kinds import DocumentKind
from mentordesk.documents.papers.plan_comparison import MOST_PLANS
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.progress import SILENT, Progress
from mentordesk.queries.comparison import comparison
from mentordesk.queries.letterhead import letterhead, letterhead_over
from mentordesk.queries.plan_list import planned_pairs
from mentordesk.queries.plan_papers import comparison_content, pair_list_content
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.store import Store

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class PlanPaper:
    kind: str
    path: Path
    pages: int


def print_pair_list(
    store: Store, *, programme: ProgrammeId, scenario: str, folder: Path, made_on: date, language: LanguageCode
) -> PlanPaper:
    """The pairs of a plan, approved or not; one of the same name is replaced.

    Raises:
        Refused: there is no such plan, or the folder cannot be written, or a letter cannot be printed.
    """
    head = letterhead(store, programme)
    content = pair_list_content(planned_pairs(store, programme, scenario), head, made_on=made_on)
    return _print(PAIR_LIST, content, language, folder)


def print_comparison(
    store: Store,
    *,
    programme: ProgrammeId,
    scenarios: Sequence[str],
    folder: Path,
    made_on: date,
    language: LanguageCode,
) -> PlanPaper:
    """Plans side by side, as `queries.comparison` tells them.

    Raises:
        Refused: fewer than two plans or more than six, or what cannot be compared; or as `print_pair_list` does.
    """
    if len(scenarios) > MOST_PLANS:
        raise Refused(msg("At most {most} plans fit side by side on paper.", most=MOST_PLANS))
    with store.reading() as session:
        known = programme_of(session, programme)
        head = letterhead_over(session, known)
    found = comparison(store, programme, scenarios, today=made_on)
    return _print(PLAN_COMPARISON, comparison_content(found, known, head, made_on=made_on), language, folder)


def print_why_you_two(
    store: Store,
    *,
    programme: ProgrammeId,
    folder: Path,
    made_on: date,
    languages: Sequence[LanguageCode] | None = None,
    progress: Progress = SILENT,
) -> PrintedPapers:
    """A page for each of every running pair, in the reader's language or those given; noted, in one change.

    A page with a letter that cannot be printed is left out, and the others are made.

    Raises:
        Refused: the folder cannot be written.
    """
    return print_papers(
        store,
        WHY_YOU_TWO.key,
        programme=programme,
        folder=folder,
        languages=languages,
        today=made_on,
        progress=progress,
    )


def _print(kind: DocumentKind[C], content: C, language: LanguageCode, folder: Path) -> PlanPaper:
    make_folder(folder)
    ready = kind.ready(content)
    made = printing.write(ready, (language,), folder / printing.file_name(ready, (language,)))
    return PlanPaper(kind.key, made.path, made.pages)
