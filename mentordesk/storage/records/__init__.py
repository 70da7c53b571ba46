"""What is remembered: columns and relations, no opinion. A file a subject; all are imported here.

To add one: a Record with its subject and a privacy class on every column (`kept`), a migration
(CONTRIBUTING, "to add a record"), and a line below.
"""

from mentordesk.storage.records.alerts import AlertStepRecord, SnoozeRecord
from mentordesk.storage.records.applications import ApplicationRecord, StatusStepRecord
from mentordesk.storage.records.attachments import AttachmentContentRecord, AttachmentRecord
from mentordesk.storage.records.calls import CallChannelRecord, CallRecord
from mentordesk.storage.records.decisions import NoMatchRecord, PairDecisionRecord
from mentordesk.storage.records.documents import DocumentRecord
from mentordesk.storage.records.file import ThisFile
from mentordesk.storage.records.foundation import Record, Row
from mentordesk.storage.records.gatherings import (
    AgendaItemRecord,
    AgendaSpeakerRecord,
    GroupMemberRecord,
    InvitationRecord,
    MeetingGroupRecord,
)
from mentordesk.storage.records.goals import GoalDocumentRecord, GoalRecord, GoalStepRecord
from mentordesk.storage.records.imports import ImportMappingRecord
from mentordesk.storage.records.interviews import (
    ChemistryRecord,
    InterviewAnswerRecord,
    InterviewRecord,
    RatingRecord,
)
from mentordesk.storage.records.journal import Change, ChangedRow
from mentordesk.storage.records.letters import LetterRecord
from mentordesk.storage.records.library import (
    LibraryContentRecord,
    LibraryItemRecord,
    LoanRecord,
    MaterialRequestRecord,
)
from mentordesk.storage.records.logbooks import (
    CheckOutRecord,
    ConsentRecord,
    LogbookEntryRecord,
    SharedTextRecord,
    SharedTopicRecord,
)
from mentordesk.storage.records.meetings import AttendanceRecord, MeetingDayRecord, MeetingRecord
from mentordesk.storage.records.pairs import (
    FitQuestionRecord,
    FitRecord,
    HoldRecord,
    PairRecord,
    SubstituteRecord,
)
from mentordesk.storage.records.participations import (
    CriterionNoteRecord,
    PaperRecord,
    ParticipationRecord,
    WishRecord,
)
from mentordesk.storage.records.people import DependenceRecord, MentorRecord, PersonRecord
from mentordesk.storage.records.programmes import DeadlineRecord, ProgrammeRecord
from mentordesk.storage.records.recruiting import IntroductionDoneRecord, NewManagerNoticeRecord, ReferralRecord
from mentordesk.storage.records.returned import ReturnedFormRecord, SurveyAnswerRecord
from mentordesk.storage.records.saved_views import SavedViewRecord
from mentordesk.storage.records.scenarios import (
    ApprovalRecord,
    ScenarioPairRecord,
    ScenarioRecord,
    ScenarioVetoRecord,
)
from mentordesk.storage.records.talks import PairTalkRecord
from mentordesk.storage.records.team import ExperienceRecord, IssueRecord, TeamDecisionRecord, TeamTaskRecord
from mentordesk.storage.records.texts import LookRecord, OwnTextRecord
from mentordesk.storage.records.units import UnitRecord

__all__ = [
    "AgendaItemRecord",
    "AgendaSpeakerRecord",
    "AlertStepRecord",
    "ApplicationRecord",
    "ApprovalRecord",
    "AttachmentContentRecord",
    "AttachmentRecord",
    "AttendanceRecord",
    "CallChannelRecord",
    "CallRecord",
    "Change",
    "ChangedRow",
    "CheckOutRecord",
    "ChemistryRecord",
    "ConsentRecord",
    "CriterionNoteRecord",
    "DeadlineRecord",
    "DependenceRecord",
    "DocumentRecord",
    "ExperienceRecord",
    "FitQuestionRecord",
    "FitRecord",
    "GoalDocumentRecord",
    "GoalRecord",
    "GoalStepRecord",
    "GroupMemberRecord",
    "HoldRecord",
    "ImportMappingRecord",
    "InterviewAnswerRecord",
    "InterviewRecord",
    "IntroductionDoneRecord",
    "InvitationRecord",
    "IssueRecord",
    "LetterRecord",
    "LibraryContentRecord",
    "LibraryItemRecord",
    "LoanRecord",
    "LogbookEntryRecord",
    "LookRecord",
    "MaterialRequestRecord",
    "MeetingDayRecord",
    "MeetingGroupRecord",
    "MeetingRecord",
    "MentorRecord",
    "NewManagerNoticeRecord",
    "NoMatchRecord",
    "OwnTextRecord",
    "PairDecisionRecord",
    "PairRecord",
    "PairTalkRecord",
    "PaperRecord",
    "ParticipationRecord",
    "PersonRecord",
    "ProgrammeRecord",
    "RatingRecord",
    "Record",
    "ReferralRecord",
    "ReturnedFormRecord",
    "Row",
    "SavedViewRecord",
    "ScenarioPairRecord",
    "ScenarioRecord",
    "ScenarioVetoRecord",
    "SharedTextRecord",
    "SharedTopicRecord",
    "SnoozeRecord",
    "StatusStepRecord",
    "SubstituteRecord",
    "SurveyAnswerRecord",
    "TeamDecisionRecord",
    "TeamTaskRecord",
    "ThisFile",
    "UnitRecord",
    "WishRecord",
]
