"""Chemistry: what the interviewer noted for just this pair; sparse, so mostly neutral."""

from __future__ import annotations

import numpy as np

from mentordesk.i18n.message import msg
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.factors.factor import FULL, NEUTRAL, Evidence, Factor, Plane

_PARTS = {note: FULL * (note - 1) // 4 for note in range(1, 6)}


def _part(mentee: Candidate, mentor: Candidate, question: Question) -> int | None:
    note = question.notes.get((mentee.id, mentor.id))
    return None if note is None else _PARTS[note]


def _plane(question: Question) -> Plane:
    parts, known = np.full(question.shape, NEUTRAL, dtype=np.int16), np.zeros(question.shape, dtype=bool)
    for (mentee, mentor), note in question.notes.items():
        if mentee in question.row and mentor in question.column:
            cell = question.row[mentee], question.column[mentor]
            parts[cell], known[cell] = _PARTS[note], True
    return Plane(parts, known)


def _evidence(mentee: Candidate, mentor: Candidate, question: Question) -> Evidence:
    note = question.notes.get((mentee.id, mentor.id))
    if note is None:
        return Evidence.missing(
            msg("No note on chemistry for {mentee} and {mentor}.", mentee=mentee.name, mentor=mentor.name)
        )
    said = msg(
        "The interviewer gives the chemistry between {mentee} and {mentor} {note} of 5.",
        mentee=mentee.name,
        mentor=mentor.name,
        note=note,
    )
    return Evidence((said,))


CHEMISTRY = Factor("chemistry", msg("Chemistry"), 10, _part, _plane, _evidence, shareable=False)
