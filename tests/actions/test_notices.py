"""A new manager from the notice to the answer, with the introduction and referrals (R20, rolling intake)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentordesk.actions.introductions import tick
from mentordesk.actions.notices import note_answer, note_offer, take_notice
from mentordesk.actions.participants import add_participant
from mentordesk.actions.programmes import create_programme
from mentordesk.actions.referrals import note_outcome, refer, take_back_referral
from mentordesk.actions.selecting import decide
from mentordesk.domain.criteria import Standing
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.recruiting import OfferAnswer, ReferralOutcome
from mentordesk.domain.refusals import Refused
from mentordesk.queries.applications import application_of
from mentordesk.queries.participant import participant
from mentordesk.queries.today import today as today_of
from tests.queries.small_programme import NOON, START

TODAY = NOON.date()
LAST_WEEK = TODAY - timedelta(7)
OFFICE = date(2027, 1, 4)
STATUS = ParticipationStatus


@pytest.fixture
def programme(store):
    return create_programme(store, template_key="nu", name="NU", starts_on=START).id


def noticed(store, programme, given="Åsa", manager="Gun Ek", **values):
    return take_notice(
        store,
        programme=programme,
        values={"given_name": given, "family_name": "Öberg", **values},
        appointing_manager=manager,
        takes_office_on=OFFICE,
        known_on=LAST_WEEK,
    )


def alerts(store, id_):
    return {each.alert for each in today_of(store, TODAY, None).entries if each.subject.participation == id_}


def done(store, id_):
    return {row.key: row.done_on for row in application_of(store, id_).introduction if row.done_on}


def test_a_notice_suggests_the_new_manager_and_makes_the_task(store, programme):
    id_ = noticed(store, programme, unit="Avd 5")

    found = application_of(store, id_)
    assert (found.status, found.since) == (STATUS.SUGGESTED, LAST_WEEK)
    assert [(step.status, step.on) for step in found.steps] == [(STATUS.SUGGESTED, LAST_WEEK)]
    assert (found.notice.appointing_manager, found.notice.takes_office_on) == ("Gun Ek", OFFICE)
    assert not done(store, id_)
    assert "offer" in alerts(store, id_)
    new = next(row for row in participant(store, id_, today=TODAY).criteria if row.key == "mentee_new")
    assert new.standing is Standing.MET


def test_the_appointing_manager_is_tied_to_whoever_bears_the_name(store, programme):
    add_participant(
        store,
        programme=programme,
        role=Role.MENTOR,
        values={"given_name": "Gun", "family_name": "Ek", "email": "gun@example.org"},
        today=TODAY,
    )

    notice = application_of(store, noticed(store, programme)).notice

    assert (notice.appointing_manager, notice.appointing_email) == ("Gun Ek", "gun@example.org")


def test_an_offer_ticks_its_item_of_the_introduction_and_ends_the_task(store, programme):
    id_ = noticed(store, programme)

    note_offer(store, id_, on=TODAY)

    assert application_of(store, id_).status is STATUS.ASKED
    assert done(store, id_) == {"mentor": TODAY}
    assert "offer" not in alerts(store, id_)
    store.undo()
    assert application_of(store, id_).status is STATUS.SUGGESTED
    assert not done(store, id_)


def test_whoever_wants_a_mentor_takes_part(store, programme):
    id_ = noticed(store, programme)

    note_answer(store, id_, OfferAnswer.WANTS, on=TODAY)

    found = application_of(store, id_)
    assert (found.status, found.notice.answer, found.received_on) == (STATUS.RECEIVED, OfferAnswer.WANTS, TODAY)
    assert done(store, id_) == {"mentor": TODAY}


@pytest.mark.parametrize("answer", [OfferAnswer.NOT_NOW, OfferAnswer.NO])
def test_whoever_wants_none_is_withdrawn_with_the_reason(store, programme, answer):
    id_ = noticed(store, programme)
    note_offer(store, id_, on=LAST_WEEK)

    note_answer(store, id_, answer, on=TODAY, reason="after the summer")

    found = application_of(store, id_)
    assert (found.status, found.steps[-1].reason) == (STATUS.WITHDRAWN, "after the summer")
    assert [step.status for step in found.steps] == [STATUS.SUGGESTED, STATUS.ASKED, STATUS.WITHDRAWN]
    with pytest.raises(Refused, match="no longer waiting"):
        note_answer(store, id_, OfferAnswer.WANTS, on=TODAY)
    with pytest.raises(Refused, match="answered already"):
        note_offer(store, id_, on=TODAY)


def test_days_that_cannot_be_are_refused(store, programme):
    id_ = noticed(store, programme)
    with pytest.raises(Refused, match="before the notice came"):
        note_offer(store, id_, on=LAST_WEEK - timedelta(1))
    with pytest.raises(Refused, match="in the future"):
        note_answer(store, id_, OfferAnswer.WANTS, on=TODAY + timedelta(1))
    with pytest.raises(Refused, match="already takes part"):
        noticed(store, programme)


def test_an_item_is_ticked_by_hand_and_taken_back(store, programme):
    id_ = noticed(store, programme)

    tick(store, id_, "welcome", on=TODAY)
    assert done(store, id_) == {"welcome": TODAY}

    tick(store, id_, "welcome", on=None)
    assert not done(store, id_)
    with pytest.raises(KeyError):
        tick(store, id_, "nothing of the kind", on=TODAY)


def test_a_referral_is_noted_with_its_day_and_what_came_of_it(store, programme):
    id_ = noticed(store, programme)

    referral = refer(store, id_, to="  Västra Götalandsregionens  mentorprogram", on=LAST_WEEK, by="Eva")
    note_outcome(store, referral, ReferralOutcome.ACCEPTED, on=TODAY)

    (found,) = application_of(store, id_).referrals
    assert (found.to_programme, found.on, found.by) == ("Västra Götalandsregionens mentorprogram", LAST_WEEK, "Eva")
    assert (found.outcome, found.outcome_on) == (ReferralOutcome.ACCEPTED, TODAY)
    assert application_of(store, id_).regional_programme == "Västra Götalandsregionens mentorprogram"
    with pytest.raises(Refused, match="before the referral"):
        note_outcome(store, referral, ReferralOutcome.DECLINED, on=LAST_WEEK - timedelta(1))
    take_back_referral(store, referral)
    assert not application_of(store, id_).referrals
    with pytest.raises(Refused, match="taken back meanwhile"):
        take_back_referral(store, referral)


def test_a_referral_needs_a_programme_and_a_day_that_has_been(store, programme):
    id_ = noticed(store, programme)
    with pytest.raises(Refused, match="Say to which programme"):
        refer(store, id_, to="  ", on=TODAY, by="Eva")
    with pytest.raises(Refused, match="in the future"):
        refer(store, id_, to="VGR", on=TODAY + timedelta(1), by="Eva")


def test_from_the_notice_to_the_selection_no_interview_is_needed(store, programme):
    id_ = noticed(store, programme)
    note_answer(store, id_, OfferAnswer.WANTS, on=TODAY)

    decide(store, [id_], STATUS.SELECTED, reason="", by="Eva", today=TODAY)

    steps = application_of(store, id_).steps
    assert [step.status for step in steps] == [STATUS.SUGGESTED, STATUS.RECEIVED, STATUS.SELECTED]
    assert steps[-1].by == "Eva"
