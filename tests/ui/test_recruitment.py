"""NNO's recruitment walked in the real window by keyboard alone; what a person sees is asserted at each step.

A cohort of 32 places: fifty pasted rows with two doubles, applications complete by themselves, the missing
confirmations asked for and written about, a paper attached and a program refused, an exception, letters read,
interviews by two, the selection (open requirements refused by name, places, waiting list, a decline with its reason,
undone and done again), a letter to each in the language they read, the mentor bank, that only the selected are
matched, all undone and redone, and the lists it leaves. The steps are in tests/ui/recruiting; the call before it is
in test_call.py, the rolling intake in test_rolling_recruitment.py.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.recruitment import applicants
from tests.ui.recruiter import Walker, begin
from tests.ui.recruiting import applying, choosing, ending, talking


@pytest.fixture
def walker(program_in, calm):
    return lambda code: Walker(program_in(code), calm)


@pytest.mark.timeout(600)
def test_nno_from_the_pasted_list_to_the_selected_cohort(walker, shell, tmp_path):
    today = datetime.now().astimezone().date()
    people = applicants(today)
    file, drafts, letters = tmp_path / "nno.mentordesk", tmp_path / "drafts", tmp_path / "letters"
    drafts.mkdir()
    letters.mkdir()
    w = walker("en")
    begin(w, "template_nno", "Cohort 2027", today + timedelta(days=120), file)
    applying.list_comes(w, people)
    applying.complete_by_itself(w, people)
    applying.missing_confirmation(w, people, drafts)
    applying.evidence(w, people, tmp_path)
    applying.exception(w, people)
    talking.reading(w, people)
    mentors = talking.mentors_come(w, today)
    talking.interviews(w, people, mentors, today)
    choosing.selection(w, people)
    choosing.letters(w, people, letters)
    ending.mentors_and_matching(w, mentors)
    ending.list_leaves(w, people, tmp_path / "people.xlsx")
    ending.all_undone_and_redone(w)
    w.program.window.close()
    ending.read_again(shell, file, tmp_path / "people.xlsx", tmp_path)
