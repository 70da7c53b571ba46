"""What nobody has filled in for the papers in view, and who is left out: said before anything is made."""

from __future__ import annotations

from mentordesk.i18n.message import Listed, msg
from mentordesk.queries.batch_ground import BatchPaper
from mentordesk.queries.batches import Batch
from ui.documents.making.columns import whom
from ui.language import ntr, say, spoken

_MOST = 3  # named


def said_of_missing(found: Batch) -> str:
    """ "" where nothing is missing."""
    return "\n".join(filter(None, (_missing(found), _left_out(found))))


def _missing(found: Batch) -> str:
    lacking = [paper for paper in found.papers if paper.missing]
    if not lacking:
        return ""
    told = "; ".join(_of_one(paper) for paper in lacking[:_MOST])
    what = f"{told} …" if len(lacking) > _MOST else told
    return ntr(
        "{count} paper lacks something: {what}", "{count} papers lack something: {what}", len(lacking), what=what
    )


def _of_one(paper: BatchPaper) -> str:
    what = spoken().listed([say(each) for each in paper.missing])
    return say(msg("{who}: {what}", who=whom(paper), what=what)) if paper.people else what


def _left_out(found: Batch) -> str:
    if not found.left_out:
        return ""
    first = found.left_out[0]
    if not first.people:
        return say(first.reason)
    people = Listed(tuple(name for each in found.left_out for name in each.people))
    return say(msg("Not printed for {people}: {reason}", people=people, reason=first.reason))
