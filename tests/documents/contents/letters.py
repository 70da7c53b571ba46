"""A letter on paper: a line to a paragraph, and a list."""

from __future__ import annotations

from collections.abc import Callable

from mentordesk.documents.papers.letter_paper import LetterContent
from tests.documents.cases import MADE_ON, Case


def letter(case: Case) -> LetterContent:
    paragraphs = (case.person(2), case.passage(), case.passage(1))
    items = "\n".join(f"– {case.words(at)}" for at in case.some(2))
    return LetterContent(
        letterhead=case.letterhead,
        made_on=MADE_ON,
        to=case.person(),
        subject=case.words(3),
        body="\n\n".join((*paragraphs, items, f"{case.words(4)}\n{case.person(5)}")),
    )


CONTENTS: dict[str, Callable[[Case], object]] = {"letter": letter}
