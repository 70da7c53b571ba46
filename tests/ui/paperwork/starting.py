"""NU's own papers, in Swedish: the introduction of a new manager, and an evaluation that comes back (R11, R75)."""

from __future__ import annotations

from sqlalchemy import select

from mentordesk.storage.records import SurveyAnswerRecord
from tests.ui.paperwork.story import came_back, fill, saved, words

EVALUATION = "Utvärdering av programmet"


def checklist(w, folder):
    [paper] = saved(w, "Checklista för introduktion av nya chefer", folder)
    assert "Gun Ek" in words(paper)


def evaluation(w, folder):
    """One form for each role and moment; an answer that comes back is kept for nobody in particular."""
    papers = saved(w, EVALUATION, folder)
    swedish = [path for path in papers if path.stem.startswith(EVALUATION)]
    assert len(swedish) == 6
    first = swedish[0]
    fill(first, {"goal.1.answer": "4"})
    for path in papers:
        if path != first:
            path.unlink()
    came_back(w, folder, first=True)
    w.key("Return")
    [kept] = _kept(w)
    assert 4 in kept.values()


def _kept(w):
    found = []
    w.program.work.ask("answers", _scores, found.append)
    w.settle()
    return found[0]


def _scores(store):
    with store.reading() as session:
        return [dict(each.scores) for each in session.scalars(select(SurveyAnswerRecord))]
