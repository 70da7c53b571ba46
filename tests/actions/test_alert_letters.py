"""A row of Today can be written a letter about: its figures stand in it, and that it was written is a step."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest

from mentordesk.actions.files import new_file
from mentordesk.actions.letters import write_about
from mentordesk.actions.team_tasks import add_task
from mentordesk.domain import alerts
from mentordesk.domain.alert_steps import LadderStep
from mentordesk.domain.pairs import FitValue, PairStatus, Side
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.messages.letters import ALERT_LETTER_NAMES, LetterKind
from mentordesk.queries.alert_letters import ALERT_LETTERS, NO_LETTER
from mentordesk.queries.today import today
from mentordesk.storage.records import FitRecord, LetterRecord, PersonRecord
from tests.queries.small_programme import DAY, START, add, change, held, made


@pytest.fixture
def store(tmp_path):
    noon = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)
    with new_file(tmp_path / "file.mentordesk", clock=lambda: noon) as store:
        yield store


def entry_of(store, alert, day=DAY):
    return next(entry for entry in today(store, day).entries if entry.alert == alert)


def bodies(made):
    """What each reader will read, by the file's name."""
    return {
        path.name: message_from_bytes(path.read_bytes(), policy=policy.default).get_body().get_content()
        for path in made.paths
    }


def test_every_alert_has_a_letter_or_says_why_it_has_none():
    keys = {alert.key for name in alerts.__all__ if name.endswith("_ALERTS") for alert in getattr(alerts, name)}

    assert set(ALERT_LETTERS) | set(NO_LETTER) == keys
    assert not set(ALERT_LETTERS) & set(NO_LETTER)


def test_every_letter_about_an_alert_is_written_for_one():
    silent = {LetterKind.SILENCE_ASK, LetterKind.SILENCE_TALK, LetterKind.ENDING_TALK}

    assert set(ALERT_LETTER_NAMES) - silent <= set(ALERT_LETTERS.values())


def test_both_of_a_silent_pair_are_asked_each_in_their_language(store, tmp_path):
    pair = made(store, pairs=1).pairs[0]
    add(store, *held(pair, DAY - timedelta(43)))
    change(store, PersonRecord, pair.mentor_person, language=LanguageCode.SV)
    change(store, PersonRecord, pair.mentee_person, language=LanguageCode.EN)

    found = bodies(write_about(store, entry_of(store, "rhythm"), folder=tmp_path / "drafts"))

    assert len(found) == 2
    mentee = next(body for body in found.values() if body.startswith("Dear Mentee"))
    mentor = next(body for body in found.values() if body.startswith("Hej Mentor"))
    assert "It is 43 days since we heard of a conversation between you and Mentor 1" in mentee
    assert "43 dagar" in mentor
    assert "Mentee 1" in mentor


def test_writing_is_one_step_with_its_place_on_the_ladder(store, tmp_path):
    pair = made(store, pairs=1).pairs[0]
    add(store, *held(pair, DAY - timedelta(43)))

    write_about(store, entry_of(store, "rhythm"), folder=tmp_path / "drafts")

    after = entry_of(store, "rhythm")
    assert [taken.step for taken in after.steps] == [LadderStep.ASKED]
    assert after.step is LadderStep.TALKED
    store.undo()
    assert entry_of(store, "rhythm").steps == ()
    with store.reading() as session:
        assert session.query(LetterRecord).count() == 0


def test_only_whoever_has_not_answered_is_asked_how_well_they_fit(store, tmp_path):
    pair = made(store, pairs=1).pairs[0]
    day = DAY - timedelta(9)
    add(store, *held(pair, day))
    add(
        store,
        FitRecord(pair_id=pair.id, side=Side.MENTOR, after_meeting=1, answered_on=day, value=FitValue.NOT_GOOD),
    )

    found = bodies(write_about(store, entry_of(store, "fit_after_first"), folder=tmp_path / "drafts"))

    assert [name.rsplit(" - ", 1)[1] for name in found] == ["Mentee 1.eml"]


def test_the_first_contact_is_asked_of_whoever_takes_it(store, tmp_path):
    made(store, "nu", pairs=1)

    found = bodies(write_about(store, entry_of(store, "first_contact"), folder=tmp_path / "drafts"))

    assert [name.rsplit(" - ", 1)[1] for name in found] == ["Mentor 1.eml"]


def test_the_days_of_a_talk_stand_in_its_invitation(store, tmp_path):
    pair = made(store, status=PairStatus.PROPOSED, pairs=1).pairs[0]
    entry = entry_of(store, "contract", START + timedelta(20))

    found = bodies(write_about(store, entry, folder=tmp_path / "drafts"))

    assert len(found) == 2
    assert all(" 20 " in body for body in found.values())
    assert pair.id not in "".join(found.values())


def test_where_no_letter_fits_the_reason_is_said(store, tmp_path):
    made(store, pairs=1)

    with pytest.raises(Refused) as no:
        write_about(store, entry_of(store, "meeting_past"), folder=tmp_path / "drafts")

    assert "written from its page in the calendar" in catalog("en").say(no.value.message)
    assert not (tmp_path / "drafts").exists()


def test_whoever_took_a_task_on_is_reminded_of_it(store, tmp_path):
    cohort = made(store, pairs=1)
    owner = cohort.pairs[0].mentor
    add_task(store, programme=cohort.programme, text="Book the rooms", due_on=DAY, owner=owner)

    found = bodies(write_about(store, entry_of(store, "team_task"), folder=tmp_path / "drafts"))

    assert [name.rsplit(" - ", 1)[1] for name in found] == ["Mentor 1.eml"]
    assert "Book the rooms" in next(iter(found.values()))


def test_a_reminder_of_one_s_own_has_nobody_to_write_to(store, tmp_path):
    cohort = made(store, pairs=1)
    add_task(store, programme=cohort.programme, text="Book the rooms", due_on=DAY)

    with pytest.raises(Refused):
        write_about(store, entry_of(store, "team_task"), folder=tmp_path / "drafts")
