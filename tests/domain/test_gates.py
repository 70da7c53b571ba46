"""Which findings keep which gate shut (R22)."""

from __future__ import annotations

import pytest

from mentordesk.domain.criteria import Criterion, Finding, Gate, Measure, Standing
from mentordesk.domain.gates import open_at
from mentordesk.domain.people import Role
from mentordesk.i18n.message import Wording, msg


def finding(gate, standing):
    key = f"{gate}_{standing}"
    return Finding(
        Criterion(key, Role.MENTEE, Measure.OWN, Wording.everywhere(key), gate), standing, msg("nothing known")
    )


ALL = tuple(finding(gate, standing) for gate in Gate for standing in Standing)


@pytest.mark.parametrize(
    ("gate", "kept_shut_by"),
    [
        (Gate.SELECTION, {"selection_not_met", "selection_unknown"}),
        (Gate.MATCHING, {"selection_not_met", "selection_unknown", "matching_not_met", "matching_unknown"}),
        (Gate.START, {"start_not_met", "start_unknown"}),
    ],
)
def test_a_gate_is_kept_shut_by_what_is_not_met_or_unknown_before_it(gate, kept_shut_by):
    assert {each.criterion.key for each in open_at(gate, ALL, ())} == kept_shut_by


def test_what_somebody_excepted_keeps_no_gate_shut():
    excepted = {each.criterion.key for each in ALL}

    assert not any(open_at(gate, ALL, excepted) for gate in Gate)
