"""Papers for participants, out of the tab into a folder; names are names there, whatever they look like."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from mentordesk.actions.files import open_file
from mentordesk.documents.declared.pair_kinds import FIRST_MEETING_CHECKLIST, LOGBOOK
from mentordesk.i18n.message import msg
from mentordesk.queries.logbooks import logbooks
from mentordesk.storage.records import PairRecord, ParticipationRecord, PersonRecord
from tests.documents.reading import plain
from tests.ui.logbooks.held import DAY, on_the_day


@pytest.mark.parametrize("kind", [LOGBOOK, FIRST_MEETING_CHECKLIST], ids=lambda kind: kind.key)
def test_every_running_pair_gets_its_paper_in_the_folder(page, settled, tmp_path, kind, qtbot):
    page.desk.ask.answers = [tmp_path / "papers"]

    page.views.view._papers.print(kind)
    settled(page.desk)

    made = sorted((tmp_path / "papers").iterdir())
    assert len(made) == 32
    assert all(path.suffix == ".pdf" for path in made)
    preview = page.views.view._papers.preview
    assert preview is not None
    assert preview.isVisible()
    preview.close()


def test_nothing_happens_when_she_turns_back(page, settled):
    page.desk.ask.answers = [None]

    page.views.view._papers.print(LOGBOOK)
    settled(page.desk)

    assert page.views.view._papers.preview is None


def test_with_all_programmes_in_view_it_asks_for_one(page, told):
    page.desk.programme = None

    page.views.view._papers.print(LOGBOOK)

    assert told == ["Papers are printed for one programme at a time. Choose it at the top left."]
    assert page.desk.ask.asked == []


def test_before_there_are_pairs_blank_ones_are_handed_out(open_page, example, settled, tmp_path):
    page = open_page(example)
    page.desk.ask.answers = [tmp_path / "papers"]

    page.findChild(QAbstractButton, "printForParticipants").click()
    settled(page.desk)

    made = sorted(path.name for path in (tmp_path / "papers").iterdir())
    assert "Loggbok.pdf" in made
    assert "Loggboken er adeptens" in plain((tmp_path / "papers" / "Loggbok.pdf").read_bytes())
    page.views.view._papers.preview.close()


@pytest.mark.parametrize("name", ["<b>Per</b>", "Åse & Søn %s {0}", "<img src=x>", "%1 \\n &amp;"])
def test_hostile_names_are_shown_as_they_are(open_page, with_pairs, name):
    with open_file(with_pairs, clock=on_the_day) as store:
        strip = logbooks(store, None, today=DAY)[0]
        with store.changing(msg("Undo")) as session:
            mentee = session.get_one(PairRecord, strip.pair).mentee_id
            person = session.get_one(ParticipationRecord, mentee).person_id
            record = session.get_one(PersonRecord, person)
            record.given_name, record.family_name = name, ""
    page = open_page(with_pairs)

    heading = page.views.view._detail.findChild(QLabel, "pairNames")
    assert heading.text().startswith(name)
    assert heading.textFormat().name == "PlainText"
    assert name in page.views.view._pairs.table.cell(0, 0).text
