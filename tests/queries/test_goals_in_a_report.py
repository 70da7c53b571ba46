"""What is kept of goals and talks stands in a person's own report, in words (GDPR 15)."""

from __future__ import annotations

import json

import pytest

from mentordesk.actions.goal_documents import agree_document
from mentordesk.actions.goals import move_goal, note_goals_shared, set_goal, unshare_goal
from mentordesk.actions.person_report import write_person_report
from mentordesk.actions.talks import TalkTold, hold_talk
from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.pairs import FitValue
from mentordesk.domain.talks import TalkChallenges, TalkGoals
from tests.documents.reading import plain
from tests.queries.small_programme import DAY, START, made


@pytest.mark.parametrize("side", ["mentee_person", "mentor_person"])
def test_goals_and_talks_are_told_in_words_and_nothing_that_was_taken_back(store, tmp_path, side):
    small = made(store, pairs=1)
    (pair,) = small.pairs
    note_goals_shared(store, pair.id, shared=True, today=DAY)
    goal = set_goal(store, pair.id, set_on=START, words="Delegate more", today=DAY)
    gone = set_goal(store, pair.id, set_on=START, words="Xylophonecanary", today=DAY)
    unshare_goal(store, gone, on=DAY, today=DAY)
    move_goal(store, goal, GoalStatus.ON_THE_WAY, on=DAY, today=DAY)
    agree_document(store, pair.id, on=DAY, today=DAY)
    told = TalkTold(DAY, TalkGoals.ADJUSTED, FitValue.NOT_GOOD, TalkChallenges.FOUND, issues=("Too little time",))
    hold_talk(store, pair.id, told, today=DAY)

    done = write_person_report(store, getattr(pair, side), folder=tmp_path / "out", made_on=DAY)

    paper, data, *_ = done.written
    words = plain(paper.read_bytes())
    answers = ("The goals were adjusted", "It does not work well", "Challenges were found")
    for said in ("Delegate more", "On the way", *answers):
        assert said in words, said
    assert "Goal documents" in words
    assert "Xylophonecanary" not in words
    assert "Xylophonecanary" not in json.dumps(json.loads(data.read_text(encoding="utf-8")))
