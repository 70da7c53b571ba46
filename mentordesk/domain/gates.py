"""What each gate of a programme waits for (R22): selection, matching and start, with what is open before them.

Approving a plan lists its obstacles in approval.py, which names the people too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from mentordesk.domain.criteria import Finding, Gate, Standing

# A gate waits for those before it too; but a start only for its own: the others were settled at the approval, and
# what was settled then, such as "new as a leader", changes with time.
_BEFORE: dict[Gate, frozenset[Gate]] = {
    Gate.SELECTION: frozenset({Gate.SELECTION}),
    Gate.MATCHING: frozenset({Gate.SELECTION, Gate.MATCHING}),
    Gate.START: frozenset({Gate.START}),
}


def open_at(gate: Gate, findings: Iterable[Finding], excepted: Collection[str]) -> tuple[Finding, ...]:
    """What keeps the gate shut: unknown or not met, and excepted by nobody; in the programme's order."""
    return tuple(
        finding
        for finding in findings
        if finding.standing is not Standing.MET
        and finding.criterion.gate in _BEFORE[gate]
        and finding.criterion.key not in excepted
    )
