"""The goal document and the sheet of a talk: what is filled in, what is left to a pen, and no word too many."""

from __future__ import annotations

import pytest

from mentordesk.documents.edition import Edition
from mentordesk.documents.papers.goal_document import goal_document
from mentordesk.documents.papers.talk_sheet import talk_sheet
from mentordesk.documents.typesetting.press import pdf
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from tests.documents.reading import plain, read
from tests.documents.samples import LEAST, NNO, goals_of, talk_of

CANARY = "Xylophonecanary"


def printed(document, *codes):
    """On paper all that is known stands on the page itself."""
    return pdf(document, [catalog(code) for code in codes], Edition.PAPER).data


@pytest.mark.parametrize("code", ["nb", "sv", "en"])
def test_a_blank_goal_document_has_room_for_three_goals_on_two_pages(code):
    data = printed(goal_document(goals_of(LEAST)), code)
    assert read(data).pages == 2
    words = plain(data)
    assert all(str(number) in words for number in (1, 2, 3))
    assert words.count(catalog(code).say(msg("Halfway"))) == 3


def test_a_filled_in_goal_document_says_what_is_known_and_leaves_the_rest_to_a_pen():
    words = plain(printed(goal_document(goals_of(NNO)), "en"))
    assert "Gi fra meg mer av det daglige" in words
    assert "1 February 2027" in words
    assert "Reached" in words
    assert words.count("Halfway") == 3  # nobody has noted that the goals were looked at
    assert words.count("✓") == 2  # the two steps of the first goal


@pytest.mark.parametrize("code", ["nb", "sv", "en"])
def test_a_talk_sheet_asks_three_questions_and_bears_no_words_of_a_goal(code):
    data = printed(talk_sheet(talk_of(NNO)), code)
    assert read(data).pages <= 2
    assert "Gi fra meg" not in plain(data)
    assert plain(data).count("☐") == 2 * 4 + 4 + 3 + 3 + 2  # two goals, and the answers
