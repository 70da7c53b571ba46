"""Keys that survive a move to a server and a merge of two files: UUID version 7 (RFC 9562) as text."""

from __future__ import annotations

import os
import time
from typing import NewType

UnitId = NewType("UnitId", str)
PersonId = NewType("PersonId", str)
ProgrammeId = NewType("ProgrammeId", str)
ParticipationId = NewType("ParticipationId", str)
ScenarioId = NewType("ScenarioId", str)
PairId = NewType("PairId", str)
MeetingId = NewType("MeetingId", str)
DocumentId = NewType("DocumentId", str)
InterviewId = NewType("InterviewId", str)
AttachmentId = NewType("AttachmentId", str)
ChannelId = NewType("ChannelId", str)
AgendaItemId = NewType("AgendaItemId", str)
GroupId = NewType("GroupId", str)
GoalId = NewType("GoalId", str)
ConsentId = NewType("ConsentId", str)
TalkId = NewType("TalkId", str)
IssueId = NewType("IssueId", str)
TaskId = NewType("TaskId", str)
SnoozeId = NewType("SnoozeId", str)
TextId = NewType("TextId", str)
LibraryItemId = NewType("LibraryItemId", str)
LoanId = NewType("LoanId", str)
RequestId = NewType("RequestId", str)


def new_id() -> str:
    """Sorts by the time of its making; 74 of its bits are random."""
    milliseconds = time.time_ns() // 1_000_000
    bits = (milliseconds << 80) | int.from_bytes(os.urandom(10), "big")
    bits = (bits & ~(0xF << 76)) | (0x7 << 76)  # version
    bits = (bits & ~(0x3 << 62)) | (0x2 << 62)  # variant
    text = f"{bits:032x}"  # a UUID object would take three times as long, and an import makes thousands
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
