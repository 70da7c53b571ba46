"""Keys that survive a move to a server and a merge of two files: UUID version 7 (RFC 9562) as text."""

from __future__ import annotations

import os
import time
from typing import NewType
from uuid import UUID

UnitId = NewType("UnitId", str)
PersonId = NewType("PersonId", str)
ProgrammeId = NewType("ProgrammeId", str)
ParticipationId = NewType("ParticipationId", str)
ScenarioId = NewType("ScenarioId", str)
PairId = NewType("PairId", str)
MeetingId = NewType("MeetingId", str)
DocumentId = NewType("DocumentId", str)


def new_id() -> str:
    """Sorts by the time of its making; 74 of its bits are random."""
    milliseconds = time.time_ns() // 1_000_000
    bits = (milliseconds << 80) | int.from_bytes(os.urandom(10), "big")
    bits = (bits & ~(0xF << 76)) | (0x7 << 76)  # version
    bits = (bits & ~(0x3 << 62)) | (0x2 << 62)  # variant
    return str(UUID(int=bits))
