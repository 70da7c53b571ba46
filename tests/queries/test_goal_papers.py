"""A pair's goal document and talk sheet are read from the file: shared words only while they are shared (R62)."""

from __future__ import annotations

from datetime import date

from pypdf import PdfReader

from mentordesk.actions.documents import print_documents
from mentordesk.actions.goals import note_goals_shared, set_goal, unshare_goal
from mentordesk.i18n.languages import LanguageCode
from mentordesk.queries.documents import papers
from mentordesk.storage.records import PersonRecord
from tests.documents.reading import plain
from tests.queries.small_programme import DAY, START, change, made

CANARY = "Xylophonecanary"


def test_a_pair_s_papers_are_read_from_the_file_and_shared_words_only_while_they_are_shared(store, tmp_path):
    small = made(store, pairs=1)
    (pair,) = small.pairs
    change(store, PersonRecord, pair.mentee_person, language=LanguageCode.NB)
    change(store, PersonRecord, pair.mentor_person, language=LanguageCode.SV)
    note_goals_shared(store, pair.id, shared=True, today=DAY)
    goal = set_goal(store, pair.id, set_on=START, due_on=date(2027, 6, 1), words=CANARY, measure="Calm", today=DAY)

    (paper,) = papers(store, "goal-document", small.programme, made_on=DAY)
    assert paper.languages == (LanguageCode.NB, LanguageCode.SV)
    (line,) = paper.content.goals
    assert (line.words, line.measure, line.due_on) == (CANARY, "Calm", date(2027, 6, 1))
    (sheet,) = papers(store, "talk-sheet", small.programme, made_on=DAY)
    assert sheet.content.talk_on is not None
    assert CANARY not in repr(sheet)
    made_now = print_documents(
        store, kinds=("goal-document", "talk-sheet"), folder=tmp_path / "out", programme=small.programme, made_on=DAY
    )
    first, second = (PdfReader(each.path).get_fields() or {} for each in made_now.written)
    assert first["goal.1.words"].value == CANARY
    assert CANARY not in repr(second)
    assert CANARY not in plain(made_now.written[1].path.read_bytes())

    unshare_goal(store, goal, on=DAY, today=DAY)
    (paper,) = papers(store, "goal-document", small.programme, made_on=DAY)
    assert CANARY not in repr(paper)
