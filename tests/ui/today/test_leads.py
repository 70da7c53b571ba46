"""Every alert leads somewhere: to a tab that holds it, or to paper."""

from __future__ import annotations

import re
from datetime import date

import pytest

from mentordesk.documents.registry import kind_of
from mentordesk.domain import alerts
from mentordesk.domain.alerts import Urgency
from mentordesk.i18n.message import msg
from mentordesk.queries.today import SECTIONS, Entry
from mentordesk.queries.today.rows import Subject as About
from tests.domain.alert_cases import SPEAKS
from ui.desk import LIBRARY_OF, OWN_PAGE, TALKS_OF
from ui.icons import NAMES
from ui.tabs import TABS
from ui.today.leads import COUNT_DAYS, LEADS, Finished, Place, Printed, Shown, Signed, TaskDone, way_of
from ui.today.row_shape import GROUNDS, SECTION_SIGNS

ALL = {name: getattr(alerts, name) for name in alerts.__all__ if name.endswith("_ALERTS")}
ABOUT = {
    "PAIR_ALERTS": About("programme", "A – B", pair="pair"),
    "PARTICIPANT_ALERTS": About("programme", "A", participation="participation"),
    "MEETING_ALERTS": About("programme", meeting="meeting"),
    "DEADLINE_ALERTS": About("programme", deadline="deadline"),
    "TASK_ALERTS": About("programme", task="task"),
    "ISSUE_ALERTS": About("programme", issue="issue"),
    "LOAN_ALERTS": About("programme", item="item"),
    "REQUEST_ALERTS": About("programme", request="request"),
}
ABOUT_ONE = (
    *(Place.PAIR, Place.LOGBOOK, Place.GOALS, Place.TALKS, Place.PARTICIPANT, Place.MEETING, Place.ISSUES),
    Place.LIBRARY,
)
BEFORE = {Place.MEETING: OWN_PAGE, Place.TALKS: TALKS_OF, Place.LIBRARY: LIBRARY_OF}


def test_there_is_a_lead_for_every_alert_and_no_other():
    assert set(LEADS) == {alert.key for each in ALL.values() for alert in each}


@pytest.mark.parametrize(("kind", "key"), [(kind, alert.key) for kind, each in ALL.items() for alert in each])
def test_every_alert_leads_to_a_tab_or_to_paper(kind, key):
    about = ABOUT.get(kind, About("programme"))
    entry = Entry(Urgency.TODAY, "Programme", about, key, msg("Text"), msg("Rule"), msg("Next"), date(2027, 1, 1))

    way = way_of(entry)

    if isinstance(way, Printed):
        assert kind_of(way.kind).key == way.kind
        return
    if isinstance(way, Finished):
        assert way.deadline == about.deadline
        return
    if isinstance(way, TaskDone):
        assert way.task == about.task
        return
    if isinstance(way, Signed):
        assert way.pair == about.pair
        return
    assert isinstance(way, Shown)
    assert any(way.subject in tab.holds for tab in TABS)
    number = about.pair or about.participation or about.meeting or about.issue
    number = number or about.item or about.request
    about_one = LEADS[key].place in ABOUT_ONE
    number = f"{BEFORE.get(LEADS[key].place, '')}{number}"
    assert way.number == (number if about_one else "")
    assert not about_one or number


@pytest.mark.parametrize("case", SPEAKS, ids=lambda case: case[0])
def test_how_long_it_has_been_is_said_once_in_the_sentence_or_beside_it(case):
    """What Today says of every alert is in the cases of the alerts themselves."""
    key, sentence = case[0], case[-1]
    assert bool(re.search(r"\d days?\b", sentence)) <= (key in COUNT_DAYS)


def test_every_alert_that_counts_days_is_one(qapp):
    said = {case[0] for case in SPEAKS if re.search(r"\d days?\b", case[-1])}
    assert said == COUNT_DAYS


def test_every_sign_is_drawn():
    assert {lead.picture for lead in LEADS.values()} <= set(NAMES)
    assert set(SECTION_SIGNS) == set(SECTIONS)
    assert {colour for _, colour in SECTION_SIGNS.values()} == set(GROUNDS)
