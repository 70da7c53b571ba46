"""What must be answered before a plan becomes pairs, and before a pair starts (R22): unknown and not met criteria."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentordesk.domain.criteria import STANDING_NAMES, Finding, Gate, Standing
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import ROLE_NAMES
from mentordesk.i18n.message import Message, msg

BEFORE_APPROVAL = frozenset({Gate.SELECTION, Gate.MATCHING})
BEFORE_START = frozenset({Gate.START})


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A criterion of one participant that stands in the way."""

    participation: ParticipationId
    name: str
    finding: Finding

    def said(self) -> Message:
        return msg(
            "{name} ({role}): {criterion} – {standing}, {evidence}",
            name=self.name,
            role=ROLE_NAMES[self.finding.criterion.role],
            criterion=self.finding.criterion.title,
            standing=STANDING_NAMES[self.finding.standing],
            evidence=self.finding.evidence,
        )


def obstacles(
    participation: ParticipationId,
    name: str,
    findings: Iterable[Finding],
    excepted: Iterable[str],
    gates: frozenset[Gate] = BEFORE_APPROVAL,
) -> list[Obstacle]:
    """Those of one participant; a criterion excepted before no longer stands in the way."""
    waived = set(excepted)
    return [
        Obstacle(participation, name, finding)
        for finding in findings
        if finding.standing is not Standing.MET
        and finding.criterion.gate in gates
        and finding.criterion.key not in waived
    ]
