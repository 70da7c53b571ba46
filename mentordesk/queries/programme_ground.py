"""What the papers that tell of a programme share: its settings, its days and whom to turn to, asked once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.papers.parties import Contact
from mentordesk.documents.papers.phrases import how_often
from mentordesk.documents.papers.running import Period, Running
from mentordesk.domain.criteria import Criterion, Measure, PaperKind
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import Intake, MeetingSetting, Programme, ProgrammeSettings, Timing
from mentordesk.i18n.message import Message, Sayable, msg, nmsg
from mentordesk.queries.documents import coordinator_over, joint_meetings_over
from mentordesk.queries.letterhead import letterhead_over
from mentordesk.queries.programmes import programme_of


@dataclass(frozen=True, slots=True)
class ProgrammeGround:
    """What all of them share."""

    session: Session
    programme: Programme
    letterhead: Letterhead
    coordinator: Contact | None
    made_on: date

    @property
    def settings(self) -> ProgrammeSettings:
        return self.programme.settings

    def running(self, *roles: Role) -> Running:
        """With the days to which all of these roles are asked."""
        settings = self.settings
        kinds = {meeting.kind for meeting in settings.meetings}
        rolling = settings.intake is Intake.ROLLING
        return Running(
            period=Period(
                self.programme.starts_on,
                self.programme.ends_on,
                settings.semesters,
                settings.months if rolling else 0,
            ),
            conversations=settings.conversations,
            values=settings.values,
            meetings=joint_meetings_over(self.session, self.programme.id, roles),
            network=_network(settings.meetings),
            training="mentor_training" in kinds,
            pair_talks=any(meeting.timing is Timing.PAIR_EACH_SEMESTER for meeting in settings.meetings),
            book=any(criterion.paper is PaperKind.BOOK for criterion in settings.criteria),
        )

    def criteria(self, role: Role) -> tuple[Sayable, ...]:
        """Those that say who somebody is, and the employer's word; other papers come later."""
        return tuple(each.title for each in self.settings.criteria if each.role is role and _tells(each))


def ground_over(session: Session, programme_id: ProgrammeId, made_on: date) -> ProgrammeGround:
    """Raises KeyError for an id that no programme bears."""
    programme = programme_of(session, programme_id)
    head, coordinator = letterhead_over(session, programme), coordinator_over(session, programme_id)
    return ProgrammeGround(session, programme, head, coordinator, made_on)


def _tells(criterion: Criterion) -> bool:
    return criterion.measure is not Measure.PAPER or criterion.paper is PaperKind.CONFIRMATION


def _network(meetings: Sequence[MeetingSetting]) -> Message | None:
    for meeting in meetings:
        if meeting.kind == "mentor_network":
            match meeting.timing:
                case Timing.EACH_SEMESTER:
                    return nmsg("One day each semester", "{count} days each semester", meeting.days)
                case Timing.EACH_ROUND:
                    return how_often(meeting.every_days)
                case _:
                    return msg("To be announced")
    return None
