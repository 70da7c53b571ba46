"""What came back of surveys is seen in figures, and of few answers only how many there are."""

from __future__ import annotations

import pytest

from mentordesk.actions.files import new_file
from mentordesk.actions.survey_answers import keep_sheet
from mentordesk.domain.evaluation import EVALUATION_FORM, wording
from mentordesk.domain.form_identity import FormIdentity
from mentordesk.domain.templates import template
from mentordesk.i18n.message import msg
from tests.queries.small_programme import DAY, made
from tests.ui.documents.alone import Alone
from ui.documents.surveys.view import SurveysView


def _answered(path):
    with new_file(path) as store:
        programme = made(store, pairs=1).programme
        identity = FormIdentity(EVALUATION_FORM.key, 1, programme, "", wording(template("nno")))
        with store.changing(msg("taken")) as session:
            for points in "54335":
                values = {"role": "mentee", "moment": "after", "stay": points, "helped": f"Talks {points}"}
                keep_sheet(session, identity, values, returned_on=DAY)
            keep_sheet(session, identity, {"role": "mentor", "moment": "mid", "stay": "1"}, returned_on=DAY)


def _none(path):
    with new_file(path) as store:
        made(store, pairs=1)


@pytest.fixture
def shown(desk_over, settled, copy_of, qtbot):
    def make(write):
        desk = desk_over(copy_of(write))
        return Alone(SurveysView(desk), desk, settled).show(qtbot)

    return make


def rows(one, name):
    model = one.find(name).model()
    return [[model.index(row, at).data() or "" for at in range(model.columnCount())] for row in range(model.rowCount())]


def test_a_survey_is_chosen_and_told_in_figures_and_words(shown):
    one = shown(_answered)
    assert {row[0]: row[1] for row in rows(one, "surveyList")} == {
        "Evaluation, Mentee, after the programme": "5",
        "Evaluation, Mentor, halfway": "1",
    }

    one.view.list.select_ids(("mentee.after",))
    one.settle()
    assert ["I want to go on as a leader.", "4.0", "5"] in rows(one, "surveyFigures")
    assert "– Talks 3" in one.find("surveyWords").toPlainText()

    one.view.list.select_ids(("mentor.mid",))
    one.settle()
    assert rows(one, "surveyFigures") == []
    assert one.find("surveyWords").toPlainText() == ""
    assert one.find("surveyAbout").text().startswith("1 answer came back. From 5 on")


def test_nothing_yet_says_where_forms_are(shown):
    one = shown(_none)
    assert one.view._stack.currentWidget() is one.view._empty
