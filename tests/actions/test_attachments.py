"""Files attached to a participant: one change each, what they show, and that undo brings their bytes back (R22)."""

from __future__ import annotations

import pytest

from mentordesk.actions.attachments import attach, detach, file_of
from mentordesk.actions.criteria import note_paper
from mentordesk.actions.participants import add_participant
from mentordesk.actions.programme_settings import add_criterion
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.criteria import Criterion, Gate, Measure, PaperKind, Standing
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Wording
from mentordesk.queries.applications import application_of
from mentordesk.queries.participant import participant
from mentordesk.storage.checks import signature
from mentordesk.storage.records import AttachmentRecord
from tests.domain.attached_files import PDF, REFUSED
from tests.queries.small_programme import NOON, START, add

TODAY = NOON.date()


@pytest.fixture
def programme(store):
    return create_programme(store, template_key="nno", name="Kull 1", starts_on=START).id


@pytest.fixture
def kari(store, programme):
    values = {"given_name": "Kari", "family_name": "Berg"}
    return add_participant(store, programme=programme, role=Role.MENTEE, values=values, today=TODAY)


def paper(store, id_, kind):
    return next(row for row in participant(store, id_, today=TODAY).papers if row.kind is kind)


def test_a_paper_is_in_with_its_file_and_undo_and_redo_bring_the_bytes_back(store, kari):
    before = signature(store)

    made = attach(store, kari, name="from/letter.pdf", content=PDF, paper=PaperKind.CONFIRMATION)

    (row,) = application_of(store, kari).attachments
    assert (row.id, row.name, row.size, row.paper) == (made.id, "letter.pdf", len(PDF), PaperKind.CONFIRMATION)
    assert (paper(store, kari, PaperKind.CONFIRMATION).received_on, made.notice) == (TODAY, None)
    after = signature(store)
    store.undo()
    assert signature(store) == before
    store.redo()
    assert signature(store) == after
    assert file_of(store, made.id).content == PDF


def test_what_was_noted_of_the_paper_stays(store, kari):
    note_paper(store, kari, PaperKind.CONFIRMATION, received=False, on=None)

    attach(store, kari, name="no.pdf", content=PDF, paper=PaperKind.CONFIRMATION)

    assert paper(store, kari, PaperKind.CONFIRMATION).received is False


def test_the_last_paper_as_a_file_completes_the_application(store, kari):
    note_paper(store, kari, PaperKind.MOTIVATION, received=True, on=None)

    attach(store, kari, name="yes.pdf", content=PDF, paper=PaperKind.CONFIRMATION)

    assert application_of(store, kari).status is ParticipationStatus.COMPLETE


def test_a_document_that_a_criterion_asks_for_is_met_by_its_file(store, programme, kari):
    own = Criterion("", Role.MENTEE, Measure.DOCUMENT, Wording.everywhere("CV"), Gate.SELECTION)
    key = add_criterion(store, programme, own)

    def standing():
        row = next(row for row in participant(store, kari, today=TODAY).criteria if row.key == key)
        return row.standing, catalog("en").say(row.evidence)

    assert standing()[0] is Standing.UNKNOWN
    made = attach(store, kari, name="cv.pdf", content=PDF, criterion=key)
    assert standing() == (Standing.MET, "attached: cv.pdf")
    detach(store, made.id)
    assert standing()[0] is Standing.UNKNOWN
    with pytest.raises(KeyError):
        attach(store, kari, name="cv.pdf", content=PDF, criterion="nothing of the kind")


def test_a_file_that_was_taken_away_is_gone_and_undo_brings_it_back(store, kari):
    made = attach(store, kari, name="cv.pdf", content=PDF)

    detach(store, made.id)

    assert not application_of(store, kari).attachments
    with pytest.raises(Refused, match="taken away meanwhile"):
        file_of(store, made.id)
    store.undo()
    assert file_of(store, made.id).content == PDF


def test_the_same_file_twice_for_the_same_is_said(store, kari):
    attach(store, kari, name="cv.pdf", content=PDF)
    with pytest.raises(Refused, match="attached already"):
        attach(store, kari, name="another name.pdf", content=PDF)

    attach(store, kari, name="cv.pdf", content=PDF, paper=PaperKind.APPLICATION)  # for something else it may be


@pytest.mark.parametrize(("name", "content", "_"), REFUSED)
def test_what_is_refused_leaves_no_trace(store, kari, name, content, _):
    before = signature(store)
    with pytest.raises(Refused):
        attach(store, kari, name=name, content=content)
    assert signature(store) == before


def test_much_together_is_said_and_too_much_refused(store, kari):
    heavy = AttachmentRecord(
        participation_id=kari, file_name="scan.tif", ending="tif", size=150_000_000, sha256="0" * 64, added_on=TODAY
    )
    add(store, heavy)

    made = attach(store, kari, name="cv.pdf", content=PDF)

    assert made.notice is not None
    assert "150 MB together" in catalog("en").say(made.notice)
    add(
        store,
        AttachmentRecord(
            **{
                name: getattr(heavy, name) for name in ("participation_id", "file_name", "ending", "sha256", "added_on")
            },
            size=50_000_000,
        ),
    )
    with pytest.raises(Refused, match="All attachments together"):
        attach(store, kari, name="cv.pdf", content=PDF, paper=PaperKind.APPLICATION)
