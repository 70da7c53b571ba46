"""Any seed invents a cohort with which the demo plays to its end: everybody matched, nothing unanswered."""

from __future__ import annotations

import pytest

from mentordesk.actions.files import new_file, open_file
from mentordesk.actions.matching import approve
from mentordesk.actions.people_import import import_people
from mentordesk.actions.programmes import create_programme
from mentordesk.cli.demo import ROUNDS, _on_the_sample_day
from mentordesk.cli.matching import plan_programme
from mentordesk.queries.programmes import import_fields, programme_named
from mentordesk.sample.cohorts import SAMPLE_DAY, write_cohort
from mentordesk.spreadsheets.headings import guess
from mentordesk.spreadsheets.people import parse
from mentordesk.spreadsheets.sheet import read
from tests.counts import count

PLAN = "1"


@pytest.mark.parametrize("seed", range(count(2, 40)))
@pytest.mark.parametrize("sample", ROUNDS, ids=lambda sample: sample.template)
def test_a_seed_plays_to_its_end(sample, seed, tmp_path):
    file, table = tmp_path / "demo.mentordesk", tmp_path / "people.xlsx"
    write_cohort(sample.people, seed, table)
    with new_file(file, clock=_on_the_sample_day) as store:
        made = create_programme(store, template_key=sample.template, name="Round", starts_on=sample.starts_on)
        sheet = read(table)
        mapping = guess(sheet.headings, import_fields(programme_named(store, None)), sheet.rows)
        parsed = parse(sheet, mapping, SAMPLE_DAY)
        taken = import_people(store, parsed.rows, programme=made.id, role=None, today=SAMPLE_DAY, mapping=mapping)
        solution = plan_programme(store, made.id, PLAN)
        approved = approve(store, programme=made.id, scenario=PLAN, today=SAMPLE_DAY, by="Kari")

    assert (parsed.problems, taken.rejected, mapping.ignored) == ((), (), ())
    assert len(approved.pairs) == solution.matched == len(solution.question.mentees)
    assert solution.optimal
    with open_file(file) as store:
        assert store.undo_name() is not None
