"""What the papers of every kind say in every case: one module a room, merged here for the walk and for the sheets.

A module is `tests/documents/contents/<room>.py` with

    CONTENTS: dict[str, Callable[[Case], object]] = {"loan-slip": loan_slip, ...}

by the kinds' keys. A content is composed from the words that the case gives (tests/documents/cases.py), so that one
function has all five papers:

    def loan_slip(case: Case) -> LoanSlipContent:
        return LoanSlipContent(
            letterhead=case.letterhead,
            made_on=MADE_ON,
            party=case.party(),                  # or case.person(at), .words(at), .passage(at), .wording(at)
            due_on=case.day(30),                 # None where it is missing; so is case.maybe(value)
            titles=tuple(case.words(at) for at in case.some(3)),   # 12 rows where longest, none where missing
            stamp=case.stamp("loan-slip"),       # of a fillable kind
        )

It says at least once whatever a user can write (a name, a unit, a place, a passage, rows), with another `at` for each:
the walk looks for every text on the page. A kind without contents fails tests/documents/walk by its name.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable

from mentordesk.documents.blocks import Document
from mentordesk.documents.kinds import Declared, DocumentKind, ReadyPaper
from tests.documents.cases import Case


def _merged() -> dict[str, Callable[[Case], object]]:
    merged: dict[str, Callable[[Case], object]] = {}
    for found in pkgutil.iter_modules(__path__):
        theirs = importlib.import_module(f"{__name__}.{found.name}").CONTENTS
        twice = merged.keys() & theirs.keys()
        assert not twice, f"two contents for {', '.join(sorted(twice))}"
        merged |= theirs
    return merged


CONTENTS = _merged()


def ready(kind: Declared, case: Case) -> ReadyPaper:
    """The kind's paper in this case. Raises KeyError: it has no contents."""
    content = CONTENTS[kind.key](case)
    assert isinstance(kind, DocumentKind)
    assert isinstance(content, kind.content), f"{kind.key}: {type(content).__name__} is not what it is made from"
    document = kind.build(content)
    assert isinstance(document, Document)
    return ReadyPaper(kind, document)
