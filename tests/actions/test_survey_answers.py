"""Surveys (R53, R75, R76): no way back to a person, no answer moved to another question, and few are not shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentordesk.actions.survey_answers import SURVEY_FORMS, keep_sheet
from mentordesk.domain.evaluation import EVALUATION_FORM, evaluation, goals_of, purposes_of, wording
from mentordesk.domain.feedback import FEEDBACK, FEEDBACK_FORM
from mentordesk.domain.form_identity import FormIdentity, read_stamp
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import Mode
from mentordesk.domain.refusals import Refused
from mentordesk.domain.surveys import SurveyMoment
from mentordesk.domain.templates import settings_as, template
from mentordesk.i18n.message import Wording, msg
from mentordesk.queries.form_stamps import file_id_over, stamp_over
from mentordesk.queries.surveys import evaluation_content, evaluation_summaries, feedback_summary
from mentordesk.storage.records import MeetingRecord, ProgrammeRecord, SurveyAnswerRecord
from mentordesk.storage.records.foundation import Row
from tests.queries.small_programme import DAY, made


@pytest.fixture
def programme(store):
    return made(store, pairs=1).programme


@pytest.fixture
def meeting(store, programme):
    with store.changing(msg("a meeting")) as session:
        record = MeetingRecord(
            programme_id=programme,
            kind="start_up",
            title=Wording.everywhere("A").texts(),
            mode=Mode.DIGITAL,
            audience=[],
            changed_at=store.clock(),
        )
        session.add(record)
        return record.id


def sheet(store, identity, **values):
    with store.changing(msg("taken")) as session:
        return keep_sheet(session, identity, values, returned_on=DAY)


def feedback_of(programme, meeting):
    return FormIdentity(FEEDBACK_FORM.key, FEEDBACK_FORM.version, programme, meeting)


def evaluation_of(programme, words=None):
    told = wording(template("nno")) if words is None else words
    return FormIdentity(EVALUATION_FORM.key, EVALUATION_FORM.version, programme, "", told)


def test_fewer_than_five_sheets_are_counted_and_not_told(store, programme, meeting):
    for points in ("5", "4", "3", "5"):
        sheet(store, feedback_of(programme, meeting), worth=points, best="The talks")
    few = feedback_summary(store, meeting)
    assert (few.returned, few.hidden, few.statements, few.questions) == (4, True, (), ())

    sheet(store, feedback_of(programme, meeting), worth="3", useful="1")
    told = feedback_summary(store, meeting)
    figures = {each.id: (each.count, each.mean) for each in told.statements}
    assert not told.hidden
    assert figures["worth"] == (5, 4.0)
    assert figures["useful"] == (None, None), "one answer is somebody's"
    assert told.questions[0].said == ("The talks",) * 4


def test_an_answer_has_no_way_back_to_a_person_or_a_form(store, programme, meeting):
    points_at = {key.column.table.name for key in Row.metadata.tables[SurveyAnswerRecord.__tablename__].foreign_keys}
    assert points_at == {"programme", "meeting"}


def test_what_is_no_answer_of_the_scale_is_none(store, programme, meeting):
    assert sheet(store, feedback_of(programme, meeting), worth="6", useful="", content="2", best="  ", other="5") == 1
    with pytest.raises(Refused):
        sheet(store, feedback_of(programme, meeting), worth="0", best=" ")
    with pytest.raises(Refused):
        sheet(store, feedback_of(programme, "gone"), worth="1")


def test_the_evaluation_asks_every_purpose_and_goal_in_both_languages(programme):
    for key in ("nno", "nu"):
        settings = template(key)
        asked = evaluation(settings, Role.MENTOR, SurveyMoment.AFTER)
        texts = {point.text for point in asked.statements}
        assert {*settings.purposes, *settings.goals} <= texts
        assert len(purposes_of(settings)) + len(goals_of(settings)) + 5 == len(asked.statements)
        assert all(EVALUATION_FORM.field(point.name) for point in (*asked.statements, *asked.questions))
        assert len({point.id for point in asked.statements}) == len(asked.statements)


def test_an_evaluation_is_told_by_role_and_moment(store, programme):
    identity = evaluation_of(programme)
    goal = goals_of(template("nno"))[0]
    for _ in range(5):
        sheet(store, identity, role="mentee", moment="after", **{goal.name: "4", "helped": "talks"})
    sheet(store, identity, role="mentor", moment="after", learning="5")

    told = {(each.role, each.moment): each.figures for each in evaluation_summaries(store, programme)}
    assert set(told) == {(Role.MENTEE, SurveyMoment.AFTER), (Role.MENTOR, SurveyMoment.AFTER)}
    figures = {each.id: (each.count, each.mean) for each in told[Role.MENTEE, SurveyMoment.AFTER].statements}
    assert figures[goal.id] == (5, 4.0)
    assert told[Role.MENTOR, SurveyMoment.AFTER].hidden


@pytest.mark.parametrize("values", [{"role": "mentee"}, {"moment": "mid"}, {"role": "owner", "moment": "mid"}])
def test_a_sheet_that_does_not_say_of_whom_or_when_is_refused(store, programme, values):
    with pytest.raises(Refused):
        sheet(store, evaluation_of(programme), stay="5", **values)


def test_answers_never_move_to_another_question(store, programme):
    goal = goals_of(template("nno"))[0]
    old = evaluation_of(programme)
    settings = template("nno")
    reworded = replace(settings, goals=(Wording.everywhere("Something else"), *settings.goals[1:]))
    with store.changing(msg("reworded")) as session:
        session.get_one(ProgrammeRecord, programme).settings = settings_as(reworded)

    with pytest.raises(Refused):
        sheet(store, old, role="mentee", moment="after", **{goal.name: "5"})
    assert sheet(store, evaluation_of(programme, wording(reworded)), role="mentee", moment="after", stay="5") == 1


def test_a_form_is_stamped_by_the_file(store, programme):
    with store.reading() as session:
        content = evaluation_content(session, programme, Role.MENTEE, SurveyMoment.BEFORE, made_on=DAY)
        origin, identity = read_stamp(content.stamp.hidden, file_id_over(session))
        assert stamp_over(session, EVALUATION_FORM, programme, wording=wording(template("nno"))) == content.stamp
    assert (origin.value, identity) == ("ours", evaluation_of(programme))
    assert {form.key for form in SURVEY_FORMS} == {FEEDBACK.key, EVALUATION_FORM.key}
