"""Papers from the form to the file, in the real window by keyboard alone; what a person sees is asserted at each step.

NNO with a pair of two languages: application forms for those who apply, filled in by another program and read back
with a difference settled; a letter in own words, looked at, drafted with a paper; contracts; the slip of a
conversation, and a logbook whose own pages stay nobody else's; the book, and when it should be back; a scan's code.
NU in Swedish: the new manager's checklist and an evaluation form. The steps are in tests/ui/paperwork.
"""

from __future__ import annotations

import pytest

from tests.ui.paperwork import lending, returning, starting, writing
from tests.ui.paperwork.story import DAY, a_new_manager, open_on, three_pairs
from tests.ui.recruiter import Walker

pytestmark = pytest.mark.filterwarnings("ignore")  # of pikepdf while it fills in


@pytest.fixture
def folder(tmp_path):
    """`folder("forms")`: an empty one of this name."""

    def make(name):
        made = tmp_path / name
        made.mkdir()
        return made

    return make


@pytest.fixture
def walker(program_in, calm):
    def make(code, path, day=DAY):
        w = Walker(program_in(code), calm)
        w.settle()
        open_on(w, path, day)
        return w

    return make


@pytest.mark.timeout(300)
def test_nno_from_the_application_form_to_the_book_that_should_be_back(walker, folder, tmp_path):
    path = tmp_path / "nno.mentordesk"
    three_pairs(path)
    w = walker("en", path)
    returning.applications(w, folder("applications"))
    returning.answered(w)
    writing.letter(w)
    writing.readers(w)
    writing.drafts(w, folder("drafts"))
    writing.contracts(w, folder("contracts"))
    code = returning.slip_and_logbook(w, folder("slips"), folder("logbooks"))
    returning.scan(w, code)
    lending.book(w)
    w.program.window.close()
    w = walker("en", path, DAY + lending.LENT)
    lending.overdue(w)
    w.program.window.close()
    returning.nowhere(path, returning.CANARY)


@pytest.mark.timeout(300)
def test_nu_in_swedish_with_its_checklist_and_its_evaluation(walker, folder, tmp_path):
    path = tmp_path / "nu.mentordesk"
    a_new_manager(path)
    w = walker("sv", path)
    starting.checklist(w, folder("checklists"))
    starting.evaluation(w, folder("evaluations"))
