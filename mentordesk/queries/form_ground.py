"""What the forms of applicants and employers share within a programme: its days, whom to send them to, and by when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.documents.blocks import Said
from mentordesk.documents.papers.application_form import ApplicationContent
from mentordesk.documents.papers.confirmation import ConfirmationContent
from mentordesk.documents.papers.parties import Party
from mentordesk.domain.application_form import APPLICATION_FORM
from mentordesk.domain.confirmations import CONFIRMATION_FORMS
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import Intake, ProgrammeSettings
from mentordesk.queries.form_stamps import stamp_over
from mentordesk.queries.own_texts import passage
from mentordesk.queries.programme_ground import ProgrammeGround, ground_over
from mentordesk.storage.records import CallChannelRecord, CallRecord, DeadlineRecord

_NOTHING: Mapping[str, Said] = MappingProxyType({})
_NOBODY = Party("")


@dataclass(frozen=True, slots=True)
class FormGround:
    ground: ProgrammeGround
    channels: tuple[str, ...]  # of the call
    closes_on: date | None  # the call
    due: Mapping[str, date] = field(default_factory=dict)  # deadlines, by the template's entry

    @property
    def session(self) -> Session:
        return self.ground.session

    @property
    def settings(self) -> ProgrammeSettings:
        return self.ground.settings

    def application(
        self, about: str = "", *, name: str = "", known: Mapping[str, Said] = _NOTHING
    ) -> ApplicationContent:
        ground, settings = self.ground, self.settings
        confirmed = any(each.role is Role.MENTEE and each.paper is PaperKind.CONFIRMATION for each in settings.criteria)
        return ApplicationContent(
            letterhead=ground.letterhead,
            made_on=ground.made_on,
            name=name,
            introduction=passage(ground.session, ground.programme, "application-introduction"),
            known=known,
            newly_appointed=settings.intake is Intake.ROLLING,
            channels=self.channels,
            employer_confirms=confirmed,
            due_on=self._to_come(self.closes_on or self.due.get("applications")),
            coordinator=ground.coordinator,
            stamp=stamp_over(ground.session, APPLICATION_FORM, ground.programme.id, about),
        )

    def confirmation(self, role: Role, about: str = "", party: Party = _NOBODY) -> ConfirmationContent:
        ground, programme = self.ground, self.ground.programme
        running, mentor = ground.running(role), role is Role.MENTOR
        cohort = self.settings.intake is Intake.COHORT  # else each pair has a year of its own
        return ConfirmationContent(
            letterhead=ground.letterhead,
            made_on=ground.made_on,
            role=role,
            party=party,
            starts_on=programme.starts_on if cohort else None,
            ends_on=programme.ends_on if cohort else None,
            meetings=running.meetings,
            training=mentor and running.training,
            network=running.network if mentor else None,
            conversations=self.settings.conversations,
            cost_rule=self.settings.cost_rule,
            due_on=self._to_come(self.due.get("confirmations")),
            coordinator=ground.coordinator,
            stamp=stamp_over(ground.session, CONFIRMATION_FORMS[role], programme.id, about),
        )

    def _to_come(self, day: date | None) -> date | None:
        """A day that is over is asked of nobody."""
        return day if day is not None and day >= self.ground.made_on else None


def form_ground(session: Session, programme: ProgrammeId, made_on: date) -> FormGround:
    """Raises KeyError for an id that no programme bears."""
    call = session.get(CallRecord, programme)
    names = select(CallChannelRecord.name).where(CallChannelRecord.programme_id == programme)
    days = select(DeadlineRecord.setting, DeadlineRecord.due_on).where(DeadlineRecord.programme_id == programme)
    return FormGround(
        ground_over(session, programme, made_on),
        tuple(session.scalars(names.order_by(CallChannelRecord.id))),
        None if call is None else call.closes_on,
        dict(session.execute(days).all()),
    )
