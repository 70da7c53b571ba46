"""A document into a file: whole or not at all, readable only by who made it, under a sensible name.

What is on the page is the kind's builder's; which content, and into which folder, whoever calls knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from mentordesk.documents import file_names
from mentordesk.documents.kinds import DocumentKind
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.whole_file import write_whole

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Written:
    path: Path
    pages: int


def write(kind: DocumentKind[C], content: C, languages: Sequence[LanguageCode], path: Path) -> Written:
    """Writes the document in one language, or in two side by side; an older file of that name is replaced.

    The same content gives the same bytes.

    Raises:
        Refused: a letter that cannot be printed, or a folder that cannot be written to; no file is left.
    """
    from mentordesk.documents.press import pdf  # loads ReportLab, which nobody needs who only lists kinds

    printed = pdf(kind.build(content), [catalog(code) for code in languages])
    write_whole(printed.data, path)
    return Written(path, printed.pages)


def file_name(kind: DocumentKind[C], content: C, languages: Sequence[LanguageCode], taken: Iterable[str] = ()) -> str:
    """Such as "Samarbeidskontrakt - Åse Ødegård og Per Lund.pdf", in the first of the languages."""
    first = catalog(languages[0])
    people = first.listed(kind.build(content).people)
    text = kind.file_name.format(title=first.say(kind.title), people=people) if people else first.say(kind.title)
    return file_names.file_name(text, ".pdf", taken)
