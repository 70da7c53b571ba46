"""A term walked in the real window by keyboard alone; what a person sees is asserted at each step.

The plan and its timeline, the start a week later, the pairs, the mid-term meeting moved and held with its attendance,
conversations registered, and pair talks held. The steps are in tests/ui/term.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.ui.recruiter import Walker, begin
from tests.ui.term import gathering, planning, talking

BEGAN = 290  # days ago: the mid-term meeting lies ahead then


@pytest.mark.timeout(600)
def test_a_term_from_the_plan_to_the_pair_talks(program_in, calm, tmp_path):
    today = datetime.now().astimezone().date()
    begins = today - timedelta(days=BEGAN)
    w = Walker(program_in("en"), calm)
    begin(w, "template_nno", "Cohort 2027", begins, tmp_path / "term.mentordesk")
    planning.the_plan_as_it_lies(w)
    planning.a_week_later(w, begins)
    planning.the_pairs(w)
    planning.mid_term_to(w, today)
    gathering.attendance(w)
    gathering.absent(w)
    talking.conversations(w)
    talking.talks(w)
