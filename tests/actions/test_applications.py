"""Applications taken in and edited, complete by themselves, and their steps with day and reason (R20 to R22, R26)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentordesk.actions.applications import ApplicationForm, edit_application, take_application
from mentordesk.actions.attachments import attach
from mentordesk.actions.calls import add_channel
from mentordesk.actions.criteria import (
    answer_criterion,
    except_criterion,
    note_day,
    note_number,
    note_paper,
    take_back_exception,
)
from mentordesk.actions.papers import ask_for_paper
from mentordesk.actions.participants import add_participant, set_status
from mentordesk.actions.programme_settings import add_criterion
from mentordesk.actions.programmes import create_programme
from mentordesk.actions.reading import invite
from mentordesk.actions.referrals import refer
from mentordesk.actions.restricting import restrict
from mentordesk.domain.applications import Origin
from mentordesk.domain.criteria import Criterion, Gate, Measure, PaperKind, Standing
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Wording
from mentordesk.queries.applications import application_of, application_rows
from mentordesk.queries.participant import participant
from mentordesk.queries.standings import gate_open
from mentordesk.storage.checks import signature
from tests.domain.attached_files import PDF
from tests.queries.small_programme import NOON, START

TODAY = NOON.date()
YESTERDAY = TODAY - timedelta(1)
RECEIVED, COMPLETE = ParticipationStatus.RECEIVED, ParticipationStatus.COMPLETE
KARI = {"given_name": "Kari", "family_name": "Berg", "email": "kari@example.org"}


@pytest.fixture
def programme(store):
    return create_programme(store, template_key="nno", name="Kull 1", starts_on=START).id


def mentee(store, programme, given="Kari", **values):
    told = {"given_name": given, "family_name": "Berg", **values}
    return add_participant(store, programme=programme, role=Role.MENTEE, values=told, today=TODAY)


def status(store, id_):
    return application_of(store, id_).status


def criterion(store, id_, key):
    return next(row for row in participant(store, id_, today=TODAY).criteria if row.key == key)


def say(message):
    return catalog("en").say(message)


def test_an_application_is_taken_with_its_letter_its_day_and_what_brought_it(store, programme):
    channel = add_channel(store, programme, name="Sykepleien", published_on=YESTERDAY)
    form = ApplicationForm(YESTERDAY, Origin.APPLIED, "I want\r\nto learn.", channel, "a  colleague", TODAY)

    id_ = take_application(store, programme=programme, values=KARI, form=form)

    found = application_of(store, id_)
    assert (found.name, found.status, found.since) == ("Kari Berg", RECEIVED, YESTERDAY)
    assert (found.letter, found.heard_of, found.channel) == ("I want\nto learn.", "a colleague", channel)
    assert [(step.status, step.on) for step in found.steps] == [(RECEIVED, YESTERDAY)]
    (row,) = application_rows(store, programme)
    assert (row.channel, row.email, row.letter) == ("Sykepleien", "kari@example.org", "")


def test_a_letter_that_is_written_down_is_a_letter_of_motivation_that_came(store, programme):
    form = ApplicationForm(YESTERDAY, letter="I want to learn.")

    id_ = take_application(store, programme=programme, values=KARI, form=form)

    found = criterion(store, id_, "mentee_motivation")
    assert (found.standing, say(found.evidence)) == (Standing.MET, "received on 22 Nov 2026")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (ApplicationForm(date(2026, 11, 24)), "in the future"),
        (ApplicationForm(informed_on=date(2026, 11, 24)), "in the future"),
        (ApplicationForm(letter="x" * 30_001), "at most 30000 fit"),
        (ApplicationForm(heard_of="x" * 201), "at most 200 fit"),
    ],
)
def test_what_cannot_be_is_refused_and_nobody_is_taken_in(store, programme, form, said):
    before = signature(store)
    with pytest.raises(Refused) as no:
        take_application(store, programme=programme, values=KARI, form=form)
    assert said in say(no.value.message).replace("\u202f", "").replace(",", "")
    assert signature(store) == before


def test_whoever_takes_part_already_has_her_application_edited_instead(store, programme):
    id_ = mentee(store, programme)
    with pytest.raises(Refused, match="already takes part"):
        take_application(store, programme=programme, values=KARI | {"email": None}, form=ApplicationForm(TODAY))

    edit_application(store, id_, ApplicationForm(TODAY, Origin.ASKED, "Late, but here."))

    found = application_of(store, id_)
    assert (found.origin, found.letter) == (Origin.ASKED, "Late, but here.")


def test_an_application_completes_itself_with_its_last_paper_and_undo_takes_both_back(store, programme):
    id_ = mentee(store, programme)
    note_paper(store, id_, PaperKind.MOTIVATION, received=True, on=None)
    assert status(store, id_) is RECEIVED

    note_paper(store, id_, PaperKind.CONFIRMATION, received=True, on=TODAY)

    assert status(store, id_) is COMPLETE
    assert application_of(store, id_).steps[-1].status is COMPLETE
    store.undo()
    assert status(store, id_) is RECEIVED
    store.redo()
    assert status(store, id_) is COMPLETE


def test_it_never_goes_back_by_itself(store, programme):
    id_ = mentee(store, programme)
    for kind in (PaperKind.MOTIVATION, PaperKind.CONFIRMATION):
        note_paper(store, id_, kind, received=True, on=None)

    note_paper(store, id_, PaperKind.CONFIRMATION, received=False, on=None)

    assert status(store, id_) is COMPLETE


def test_an_exception_from_a_paper_and_the_teams_own_yes_complete_it_too(store, programme):
    id_ = mentee(store, programme)
    except_criterion(store, id_, "mentee_confirmation", reason="on leave", by="Per", today=TODAY)
    assert status(store, id_) is RECEIVED

    answer_criterion(store, id_, "mentee_motivation", True)

    assert status(store, id_) is COMPLETE


def test_nothing_completes_itself_where_no_paper_is_asked_for(store):
    nu = create_programme(store, template_key="nu", name="NU", starts_on=START).id
    id_ = mentee(store, nu)

    answer_criterion(store, id_, "mentee_new", True)

    assert status(store, id_) is RECEIVED


def test_an_exception_can_be_taken_back(store, programme):
    id_ = mentee(store, programme)
    except_criterion(store, id_, "mentee_new", reason="came back", by="Per", today=TODAY)
    assert criterion(store, id_, "mentee_new").exception is not None

    take_back_exception(store, id_, "mentee_new")

    assert criterion(store, id_, "mentee_new").exception is None


def test_a_paper_is_asked_for_by_a_day_of_those_who_have_not_given_it(store, programme):
    ids = [mentee(store, programme, given) for given in ("Anne", "Bo", "Cecilie")]
    note_paper(store, ids[0], PaperKind.CONFIRMATION, received=True, on=TODAY)

    assert ask_for_paper(store, ids, PaperKind.CONFIRMATION, TODAY) == 2

    found = criterion(store, ids[1], "mentee_confirmation")
    assert found.standing is Standing.UNKNOWN
    late = participant(store, ids[1], today=TODAY + timedelta(1)).criteria
    assert next(row for row in late if row.key == "mentee_confirmation").standing is Standing.NOT_MET
    store.undo()
    assert all(paper.asked_by is None for paper in participant(store, ids[2], today=TODAY).papers)


def test_a_paper_is_not_asked_for_by_a_day_that_has_passed(store, programme):
    id_ = mentee(store, programme)
    with pytest.raises(Refused, match="has passed"):
        ask_for_paper(store, [id_], PaperKind.CONFIRMATION, YESTERDAY)


def test_the_gate_of_the_selection_opens_as_its_criteria_are_settled(store, programme):
    id_ = mentee(store, programme)

    def shut_by():
        with store.reading() as session:
            return {each.criterion.key for each in gate_open(session, programme, id_, Gate.SELECTION, TODAY)}

    assert shut_by() == {
        "mentee_in_leadership",
        "mentee_new",
        "mentee_wants_support",
        "mentee_motivation",
        "mentee_confirmation",
    }
    for key in sorted(shut_by() - {"mentee_new"}):
        answer_criterion(store, id_, key, True)
    assert shut_by() == {"mentee_new"}
    except_criterion(store, id_, "mentee_new", reason="came back", by="Per", today=TODAY)
    assert shut_by() == set()


@pytest.mark.parametrize(
    ("measure", "note", "value", "standing", "said"),
    [
        (Measure.NUMBER, note_number, 4, Standing.MET, "4; at least 3 is asked for"),
        (Measure.NUMBER, note_number, 0, Standing.NOT_MET, "0; at least 3 is asked for"),
        (Measure.DAY, note_day, TODAY, Standing.MET, "noted for 23 Nov 2026"),
    ],
)
def test_a_criterion_of_ones_own_takes_a_number_or_a_day(store, programme, measure, note, value, standing, said):
    title = Wording.everywhere("Own")
    key = add_criterion(store, programme, Criterion("", Role.MENTEE, measure, title, Gate.SELECTION, figure=3))
    id_ = mentee(store, programme)
    answer_criterion(store, id_, key, False)

    note(store, id_, key, value)

    found = criterion(store, id_, key)
    assert (found.standing, say(found.evidence)) == (standing, said)
    note(store, id_, key, None)
    assert criterion(store, id_, key).standing is Standing.UNKNOWN


def test_applications_come_in_the_order_of_their_days_and_without_the_restricted(store, programme):
    late, early, hidden = (mentee(store, programme, given) for given in ("Anne", "Bo", "Cecilie"))
    edit_application(store, late, ApplicationForm(TODAY))
    edit_application(store, early, ApplicationForm(YESTERDAY))
    restrict(store, application_of(store, hidden).person, reason="by her demand", today=TODAY)

    assert [row.id for row in application_rows(store, programme)] == [early, late]


def test_nothing_is_noted_of_whoever_is_restricted(store, programme):
    id_ = mentee(store, programme)
    restrict(store, application_of(store, id_).person, reason="by her demand", today=TODAY)
    before = signature(store)
    deeds = (
        lambda: edit_application(store, id_, ApplicationForm(TODAY)),
        lambda: note_paper(store, id_, PaperKind.CONFIRMATION, received=True, on=None),
        lambda: answer_criterion(store, id_, "mentee_new", True),
        lambda: ask_for_paper(store, [id_], PaperKind.CONFIRMATION, TODAY),
        lambda: attach(store, id_, name="cv.pdf", content=PDF),
        lambda: refer(store, id_, to="VGR", on=TODAY, by="Eva"),
        lambda: invite(store, id_, tag="to interview", today=TODAY),
    )
    for deed in deeds:
        with pytest.raises(Refused, match="restricted since"):
            deed()
    assert signature(store) == before


def test_an_invitation_completes_the_application_and_tags_it_once(store, programme):
    id_ = mentee(store, programme)

    invite(store, id_, tag=" to  interview ", today=TODAY)
    invite(store, id_, tag="To interview", today=TODAY)

    row = participant(store, id_, today=TODAY).row
    assert (row.status, row.values["tags"]) == (COMPLETE, ("to interview",))
    set_status(store, [id_], ParticipationStatus.WAITING, today=TODAY)
    with pytest.raises(Refused, match="further than an application"):
        invite(store, id_, tag="to interview", today=TODAY)
