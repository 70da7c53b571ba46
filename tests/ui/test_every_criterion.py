"""Every criterion of both programmes in the real window: met, not met and unknown, with what shows it (R21, R22).

Which sentence belongs to which fact, in three languages, is tests/domain/test_criteria.py's.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from mentordesk.actions.criteria import answer_criterion, note_paper
from mentordesk.actions.files import new_file
from mentordesk.actions.participants import add_participant
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.criteria import PaperKind, months_since
from mentordesk.domain.people import LeadershipLevel, Role
from mentordesk.domain.templates import template
from tests.ui.hands import find
from tests.ui.recruiter import Walker, go_to_person
from tests.ui.test_window import seen
from ui.language import spoken
from ui.widgets.chip import Chip

TODAY = datetime.now().astimezone().date()
CAME = TODAY - timedelta(days=9)
NEW, LONG = TODAY - timedelta(days=200), TODAY.replace(year=TODAY.year - 11, day=1)
NO, NOTHING = "noted by the team: no", "nothing known"
_WORDS = {"Met": "met", "Open": "not met", "Unknown": "unknown"}
_PAPERS = (PaperKind.MOTIVATION, PaperKind.CONFIRMATION, PaperKind.BOOK)


def received():
    return f"received on {spoken().date(CAME)}"


def shown(role, key):
    """What shows it where it is met, and where it is not."""
    months = {True: months_since(NEW, TODAY), False: months_since(LONG, TODAY)}
    return {
        "mentor_leadership_years": ("11 years of leadership", "0 years of leadership"),
        "mentor_leadership_education": ("has leadership education", "no leadership education"),
        "mentor_background": ("background: surgery", NO),
        "mentor_trained": (f"trained on {spoken().date(CAME)}", NO),
        "mentor_first_line": ("First-line manager", NO),
        "mentee_in_leadership": ("in a leadership position", NO),
        "mentee_new": (f"leader for {months[True]} months", f"leader for {months[False]} months"),
        "mentee_wants_support": ("noted by the team: yes", NO),
    }.get(key, (received(), "answered no"))


@pytest.fixture
def file(tmp_path):
    """`file("nno")`: a mentee and a mentor of each standing."""

    def make(key):
        path = tmp_path / f"{key}.mentordesk"
        with new_file(path) as store:
            programme = create_programme(store, template_key=key, name="Programme", starts_on=TODAY).id
            asked = [(each.key, each.role) for each in template(key).criteria]
            for role in (Role.MENTOR, Role.MENTEE):
                _of_each_standing(store, programme, role, [each for each, of in asked if of is role])
        return path

    return make


def _of_each_standing(store, programme, role, asked):
    known = {"leadership_since": LONG if role is Role.MENTOR else NEW}
    other = {"leadership_since": TODAY - timedelta(days=200) if role is Role.MENTOR else LONG}
    if role is Role.MENTOR:
        known |= {"leadership_education": True, "leadership_level": LeadershipLevel.FIRST_LINE}
        known |= {"backgrounds": ("surgery",), "trained_on": CAME}
        other |= {"leadership_education": False}
    for given, values in (("Met", known), ("Open", other), ("Unknown", {})):
        name = {"given_name": given, "family_name": role.value.title()}
        id_ = add_participant(store, programme=programme, role=role, values={**name, **values}, today=TODAY)
        if given == "Unknown":
            continue
        for paper in _PAPERS:
            is_in = given == "Met"
            note_paper(store, id_, paper, received=is_in, on=CAME if is_in else None)
        for key in asked:
            if key == "mentee_wants_support" or (given == "Open" and shown(role, key)[1] == NO):
                answer_criterion(store, id_, key, given == "Met", evidence="")


@pytest.mark.parametrize("key", ["nno", "nu"])
def test_every_criterion_is_shown_with_its_standing_and_its_evidence(program_in, calm, file, key):
    w = Walker(program_in("en"), calm)
    w.program.open_path(file(key))
    w.settle()
    w.tab("participants")
    criteria = template(key).criteria
    for role in (Role.MENTOR, Role.MENTEE):
        asked = [each for each in criteria if each.role is role]
        assert asked
        for given, word in _WORDS.items():
            go_to_person(w, f"{given} {role.value.title()}")
            w.part("Requirements")
            for criterion in asked:
                assert _read(w, criterion.key) == (word, _evidence(role, criterion.key, given)), criterion.key


def _evidence(role, key, given):
    return NOTHING if given == "Unknown" else shown(role, key)[given != "Met"]


def _read(w, key):
    """The word of the chip and the sentence under it, both in view; a screen reader is told the same word."""
    card = find(w.program.window, f"criterion_{key}")
    [word] = [chip.text for chip in card.findChildren(Chip) if not chip.isHidden()]
    evidence = find(card, "evidence")
    assert card.accessibleName().endswith(f": {word}")
    assert evidence.text() in seen(w.program.window)
    return word, evidence.text()
