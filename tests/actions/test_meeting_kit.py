"""All papers of a joint meeting in one print job: who stands on which, in which language, and what is noted."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from mentordesk.actions.attendance import note_attendance
from mentordesk.actions.dividing import make_groups
from mentordesk.actions.meeting_kit import print_kit
from mentordesk.domain.meetings import Attendance, InviteAnswer
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.storage.records import (
    DocumentRecord,
    InvitationRecord,
    MeetingRecord,
    ParticipationRecord,
    PersonRecord,
)
from tests.actions.gathered import FIRST, SECOND, opened
from tests.documents.reading import plain
from tests.queries.small_programme import add, change

CANARY = "canary-of-the-notes"


@pytest.fixture
def start_up(tmp_path):
    with opened(tmp_path / "gathered.mentordesk") as made:
        for number, person in enumerate(made.people):
            language = LanguageCode.SV if number == 1 else None
            told = {"notes": CANARY, "email": f"{CANARY}@example.org", "language": language}
            change(made.store, PersonRecord, person.person, **told)
        yield made


@pytest.fixture
def store(start_up):
    return start_up.store


def kit(store, start_up, tmp_path, **more):
    return print_kit(store, start_up.meeting, folder=tmp_path / "kit", today=SECOND, **more)


def become(store, start_up, kind):
    with store.changing(msg("kind")) as session:
        session.get_one(MeetingRecord, start_up.meeting).kind = kind


def texts(made):
    return {paper.path.name: plain(paper.path.read_bytes()) for paper in made.written}


def test_a_kit_has_every_paper_that_there_is_something_to_say_on_in_its_reader_s_language(store, start_up, tmp_path):
    make_groups(store, start_up.meeting, 2)
    one, two, three = (person.person for person in start_up.people[:3])
    note_attendance(store, start_up.meeting, 1, dict.fromkeys((one, two), Attendance.PRESENT), today=SECOND)
    note_attendance(store, start_up.meeting, 1, {three: Attendance.ABSENT}, today=SECOND)
    made = kit(store, start_up, tmp_path)

    assert [(paper.kind, paper.person, paper.language.value) for paper in made.written] == [
        ("participant-list", "", "nb"),
        ("badges", "", "nb"),
        ("attendance-sheet", "", "nb"),
        ("group-list", "", "nb"),
        ("feedback-form", "", "nb"),
        ("feedback-form", "", "sv"),
        ("certificate", "Mentee 1", "nb"),
        ("certificate", "Mentee 2", "sv"),
        ("follow-up-list", "", "nb"),
    ]
    read = texts(made)
    assert "27. jan." not in read["Deltakerbevis - Mentee 1.pdf"]
    assert "26 jan. 2027" in read["Deltagarintyg - Mentee 2.pdf"]
    assert all(CANARY not in text for text in read.values())


def test_what_was_made_is_noted_by_meeting_as_one_change_that_undo_takes_back(store, start_up, tmp_path):
    made = kit(store, start_up, tmp_path)

    def noted():
        with store.reading() as session:
            return {row.kind for row in session.scalars(select(DocumentRecord)) if row.meeting_id == start_up.meeting}

    assert noted() == {paper.kind for paper in made.written}
    store.undo()
    assert noted() == set()


def test_whoever_is_restricted_or_declined_is_on_no_paper(store, start_up, tmp_path):
    hidden, declined = (person.person for person in start_up.people[:2])
    change(store, PersonRecord, hidden, restricted_on=FIRST)
    add(store, InvitationRecord(meeting_id=start_up.meeting, person_id=declined, answer=InviteAnswer.DECLINED))
    read = texts(kit(store, start_up, tmp_path))

    assert all("Mentee 1" not in text and "Mentee 2" not in text for text in read.values())
    assert "Mentee 3" in read["Deltakere på samlingen.pdf"]


def test_only_the_parts_that_are_asked_for_and_the_leader_signs(store, start_up, tmp_path):
    leader = PersonRecord(given_name="Kari", family_name="Nygård")
    role = ParticipationRecord(
        programme_id=start_up.made.programme,
        person_id=leader.id,
        role=Role.MANAGER,
        status=ParticipationStatus.SELECTED,
        since=FIRST,
    )
    add(store, leader, role)
    note_attendance(store, start_up.meeting, 1, {start_up.people[0].person: Attendance.PRESENT}, today=SECOND)
    made = kit(store, start_up, tmp_path, parts={"certificate"})

    assert [paper.path.name for paper in made.written] == ["Deltakerbevis - Mentee 1.pdf"]
    assert "Kari Nygård" in plain(made.written[0].path.read_bytes())


def test_a_paper_with_a_letter_that_cannot_be_printed_is_left_out_and_the_others_are_made(store, start_up, tmp_path):
    change(store, PersonRecord, start_up.people[0].person, family_name="漢字")
    made = kit(store, start_up, tmp_path)

    assert [paper.kind for paper in made.written] == ["feedback-form", "feedback-form"]
    assert len(made.left_out) == 3


def test_a_mentor_training_has_its_own_papers_and_a_team_meeting_none(store, start_up, tmp_path):
    become(store, start_up, "mentor_training")
    kinds = [paper.kind for paper in kit(store, start_up, tmp_path).written]
    assert kinds == ["participant-list", "attendance-sheet", "feedback-form", "feedback-form"]
    become(store, start_up, "team_planning")
    with pytest.raises(Refused, match="nothing to print"):
        kit(store, start_up, tmp_path)
