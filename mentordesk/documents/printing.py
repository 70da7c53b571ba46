"""A document into a file: whole or not at all, readable only by who made it, under a sensible name.

What is on the page is the kind's builder's; which content, and into which folder, whoever calls knows. Many at once
are batch.py's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mentordesk.documents import file_names
from mentordesk.documents.edition import Edition
from mentordesk.documents.kinds import ReadyPaper
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.whole_file import write_whole


@dataclass(frozen=True, slots=True)
class Written:
    path: Path
    pages: int


def write(
    paper: ReadyPaper, languages: Sequence[LanguageCode], path: Path, edition: Edition = Edition.SCREEN
) -> Written:
    """Writes the document in one language, or in two side by side; an older file of that name is replaced.

    The same content gives the same bytes.

    Raises:
        Refused: a letter that cannot be printed, or a folder that cannot be written to; no file is left.
    """
    from mentordesk.documents.typesetting.press import pdf  # loads ReportLab, which nobody needs who only lists kinds

    printed = pdf(paper.document, [catalog(code) for code in languages], edition)
    write_whole(printed.data, path)
    return Written(path, printed.pages)


def file_name(paper: ReadyPaper, languages: Sequence[LanguageCode], taken: Iterable[str] = ()) -> str:
    """Such as "Samarbeidskontrakt - Åse Ødegård og Per Lund.pdf", in the first of the languages."""
    return file_names.file_name(called(paper, languages), ".pdf", taken)


def called(paper: ReadyPaper, languages: Sequence[LanguageCode]) -> str:
    """What its file is called, before it is made a name that a folder can hold."""
    first = catalog(languages[0])
    people, title = first.listed(paper.document.people), first.say(paper.kind.title)
    whose = people or (first.say(paper.says) if paper.says else "")
    return paper.kind.file_name.format(title=title, people=whose) if whose else title
