"""The list of applications tells everything of every applicant in words, and nothing of whoever is restricted."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from mentordesk.actions.criteria import except_criterion, note_paper
from mentordesk.actions.participants import set_status
from mentordesk.actions.programmes import create_programme
from mentordesk.actions.restricting import restrict
from mentordesk.domain.applications import Origin
from mentordesk.domain.criteria import PaperKind, Standing
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.people import ALL_FIELDS, Role
from mentordesk.domain.programmes import Mode
from mentordesk.domain.statuses import ParticipationStatus
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.queries.lists import listed
from mentordesk.queries.programmes import one_programme
from mentordesk.queries.standings import standings
from mentordesk.spreadsheets.headings import guess
from mentordesk.storage.records import (
    ApplicationRecord,
    AttachmentRecord,
    CallChannelRecord,
    InterviewRecord,
    MeetingDayRecord,
    MeetingRecord,
    ParticipationRecord,
    PersonRecord,
)
from tests.queries.applicants import applied
from tests.queries.small_programme import START

SAY = catalog("en")


def rows(store, programme=None, code="en"):
    found = listed(store, "applications", programme)
    keys = [column.key for column in found.columns]
    return [dict(zip(keys, row, strict=True)) for row in found.cells(catalog(code))]


def of(store, id_):
    return next(row for row in rows(store) if row["id"] == id_)


@pytest.fixture
def there(store):
    return applied(store, mentees=3, mentors=2)


def test_every_mentee_and_mentor_has_a_row(store, there):
    assert {row["id"] for row in rows(store)} == {each.id for each in (*there.mentees, *there.mentors)}


def test_the_application_its_files_interviews_and_decision_are_told(store, there):
    me, today = there.mentees[0].id, store.today()
    with store.changing(msg("what is kept")) as session:
        channel = CallChannelRecord(programme_id=there.programme, name="Intranet")
        session.add(channel)
        session.flush()
        session.add(
            ApplicationRecord(
                participation_id=me,
                received_on=today,
                origin=Origin.APPLIED,
                channel_id=channel.id,
                heard_of="A colleague",
                letter="=I want to learn\nmore",
            )
        )
        for name in ("cv.pdf", "letter.docx"):
            file = {"ending": name[-3:], "size": 1, "sha256": "0", "added_on": today, "added_by": ""}
            session.add(AttachmentRecord(participation_id=me, file_name=name, **file))
        for held_on, who in ((today - timedelta(days=3), "Åse"), (today, "Per")):
            session.add(InterviewRecord(participation_id=me, held_on=held_on, interviewer=who))
        meeting = MeetingRecord(
            programme_id=there.programme,
            participation_id=me,
            kind="interview",
            mode=Mode.PHYSICAL,
            audience=[],
            status=MeetingStatus.PLANNED,
            changed_at=store.clock(),
        )
        session.add(meeting)
        session.flush()
        at = datetime.combine(today + timedelta(days=9), datetime.min.time())
        session.add(MeetingDayRecord(meeting_id=meeting.id, number=1, starts_at=at, ends_at=at + timedelta(hours=1)))
    set_status(store, [me], ParticipationStatus.DECLINED, today=today, by="Mette", reason="The round is full")

    told = of(store, me)
    assert (
        told
        | {
            "received_on": today,
            "origin": "Applied",
            "channel": "Intranet",
            "heard_of": "A colleague",
            "letter": "=I want to learn\nmore",
            "files": "cv.pdf; letter.docx",
            "interviewed_on": today,
            "interviewers": "Åse; Per",
            "interview_planned": today + timedelta(days=9),
            "status": "Declined",
            "decided_by": "Mette",
            "reason": "The round is full",
        }
        == told
    )


def test_papers_say_yes_no_or_their_day_and_which_are_missing(store, there):
    me, today = there.mentees[0].id, store.today()
    note_paper(store, me, PaperKind.MOTIVATION, received=True, on=today)
    note_paper(store, me, PaperKind.CONFIRMATION, received=False, on=None)
    note_paper(store, me, PaperKind.BOOK, received=True, on=None)

    told = of(store, me)
    assert (told["motivation"], told["confirmation"], told["book"], told["goals"]) == (today, "no", "yes", None)
    assert "Letter of motivation" not in told["papers_missing"]
    assert "Employer's confirmation" in told["papers_missing"]


def test_every_requirement_stands_in_a_word_and_exceptions_with_their_reason(store, there):
    me, today = there.mentees[0].id, store.today()
    criterion = one_programme(store, there.programme).settings.criteria
    asked = next(each for each in criterion if each.role.value == "mentee")
    except_criterion(store, me, asked.key, reason="Long experience", by="Mette", today=today)

    told = of(store, me)
    programme = one_programme(store, there.programme)
    with store.reading() as session:
        known = standings(session, programme, today)[me]
    words = {Standing.MET: "met", Standing.NOT_MET: "not met", Standing.UNKNOWN: "unknown"}
    for finding in known.findings:
        wanted = "exception" if finding.criterion is asked or finding.criterion == asked else words[finding.standing]
        assert told[f"criterion_{finding.criterion.key}"] == wanted
    assert told["exceptions"] == f"{SAY.say(asked.title)}: Long experience (Mette)"
    others = [each.key for each in criterion if each.role.value == "mentor"]
    assert {told[f"criterion_{key}"] for key in others} == {None}, "a mentee is not asked what mentors are"


def test_whoever_is_restricted_is_in_no_list(store, there):
    restrict(store, there.mentees[1].person, reason="asked for", today=store.today())
    assert there.mentees[1].id not in {row["id"] for row in rows(store, there.programme)}


def test_several_programmes_stand_in_one_list_each_with_its_own_requirements(store, there):
    other = create_programme(store, template_key="nu", name="Kull 2", starts_on=START).id
    with store.changing(msg("one more")) as session:
        added = {"programme_id": other, "person_id": there.mentees[0].person, "role": Role.MENTEE, "since": START}
        session.add(ParticipationRecord(**added))
    found = rows(store)
    assert (len(found), len(rows(store, other))) == (6, 1)
    first, last = found[0], found[-1]
    mine = {key for key, value in first.items() if key.startswith("criterion_") and value}
    theirs = {key for key, value in last.items() if key.startswith("criterion_") and value}
    assert mine
    assert theirs
    assert not mine & theirs


@pytest.mark.parametrize("code", list(LanguageCode))
def test_an_import_takes_only_what_a_list_of_people_has(store, there, code):
    """No standing is read as an answer, whatever the requirement is called."""
    for programme in (there.programme, None):
        found = listed(store, "applications", programme)
        headings = found.headings(catalog(code))
        assert len(set(headings)) == len(headings)
        taken = {field.key for _, field in guess(headings, ALL_FIELDS, found.cells(catalog(code))).taken}
        assert taken == {"role", "given_name", "family_name", "email", "unit", "title", "motivation", "confirmation"}


def test_names_and_dates_are_as_people_know_them(store, there):
    with store.changing(msg("rename")) as session:
        session.get_one(PersonRecord, there.mentees[0].person).given_name = "Åse"
    (told,) = (row for row in rows(store, code="nb") if row["given_name"] == "Åse")
    assert (told["role"], told["status"]) == ("Adept", catalog("nb").say(msg("Application received")))
    assert isinstance(told["since"], date)
