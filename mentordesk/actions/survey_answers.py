"""Keeping the answers of a returned sheet (R53, R75) inside the change that takes it, with no way back to the sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from mentordesk.domain.evaluation import EVALUATED_ROLES, EVALUATION_FORM, MOMENT, ROLE, evaluation, wording
from mentordesk.domain.feedback import FEEDBACK, FEEDBACK_FORM
from mentordesk.domain.form_identity import FormIdentity
from mentordesk.domain.ids import MeetingId, ProgrammeId
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.domain.surveys import SurveyAnswers, SurveyMoment, answers_of
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import MeetingRecord, SurveyAnswerRecord

SURVEY_FORMS = (FEEDBACK_FORM, EVALUATION_FORM)

_NOTHING = msg("Nothing is filled in on the form.")
_NO_MEETING = msg("The meeting that the form asks about is in this file no more.")
_REWORDED = msg(
    "The purposes or goals of the programme have been worded anew since the form was printed, so its answers would"
    " stand beside other statements. They are not taken."
)
_ROLE_MISSING = msg("The form does not say whether a mentee or a mentor answers.")
_MOMENT_MISSING = msg("The form does not say when it was answered: before, halfway or after.")


def keep_sheet(session: Session, identity: FormIdentity, values: Mapping[str, str], *, returned_on: date) -> int:
    """One sheet by the names of its form's fields; how many answers were kept. Twice the same counts as two people's.

    Raises:
        Refused: nothing is filled in, what it asks about is gone or worded anew, or it does not say of whom or when.
        KeyError: the form is none of SURVEY_FORMS.
    """
    sheet = _SHEETS[identity.kind](session, identity, values)
    if not sheet.answers.count:
        raise Refused(_NOTHING)
    session.add(
        SurveyAnswerRecord(
            programme_id=ProgrammeId(identity.programme),
            meeting_id=sheet.meeting,
            survey=identity.kind,
            role=sheet.role,
            moment=sheet.moment,
            scores=dict(sheet.answers.scores),
            words=dict(sheet.answers.words) or None,
            returned_on=returned_on,
        )
    )
    return sheet.answers.count


@dataclass(frozen=True, slots=True)
class _Sheet:
    answers: SurveyAnswers
    meeting: MeetingId | None = None
    role: Role | None = None
    moment: SurveyMoment | None = None


def _feedback(session: Session, identity: FormIdentity, values: Mapping[str, str]) -> _Sheet:
    meeting = session.get(MeetingRecord, identity.about)
    if meeting is None or meeting.programme_id != identity.programme:
        raise Refused(_NO_MEETING)
    return _Sheet(answers_of(FEEDBACK, values), meeting=meeting.id)


def _evaluation(session: Session, identity: FormIdentity, values: Mapping[str, str]) -> _Sheet:
    settings = programme_of(session, ProgrammeId(identity.programme)).settings
    if wording(settings) != identity.wording:
        raise Refused(_REWORDED)
    role, moment = values.get(ROLE.name), values.get(MOMENT.name)
    if role not in EVALUATED_ROLES:
        raise Refused(_ROLE_MISSING)
    if moment not in tuple(SurveyMoment):
        raise Refused(_MOMENT_MISSING)
    asked = evaluation(settings, Role(role), SurveyMoment(moment))
    return _Sheet(answers_of(asked, values), role=Role(role), moment=SurveyMoment(moment))


_SHEETS: Mapping[str, Callable[[Session, FormIdentity, Mapping[str, str]], _Sheet]] = {
    FEEDBACK_FORM.key: _feedback,
    EVALUATION_FORM.key: _evaluation,
}
