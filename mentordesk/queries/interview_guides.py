"""What the printed interview guide of one participant says (R23)."""

from __future__ import annotations

from datetime import date

from mentordesk.documents.papers.interview_guide import GuideContent, GuideLine
from mentordesk.documents.papers.parties import Party
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.interviews import banner
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.queries.interviews import InterviewForm, interviews_of
from mentordesk.queries.letterhead import letterhead_over
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import ParticipationRecord, PersonRecord, UnitRecord
from mentordesk.storage.store import Store


def guide_of(
    store: Store, participation: ParticipationId, *, made_on: date
) -> tuple[GuideContent, tuple[LanguageCode, ...]]:
    """The guide with the interview that is planned next, and the language it is read in: the programme's.

    Raises:
        Refused: a restricted person, or one who takes part no more.
    """
    forms = interviews_of(store, participation)
    form = _next(forms)
    if form.restricted:
        raise Refused(msg("{name} is restricted, so nothing is printed.", name=form.name))
    with store.reading() as session:
        record = session.get_one(ParticipationRecord, participation)
        programme = programme_of(session, record.programme_id)
        head = letterhead_over(session, programme)
        person = session.get_one(PersonRecord, record.person_id)
        unit = session.get(UnitRecord, person.unit_id) if person.unit_id else None
        party = Party(form.name, person.title or "", unit.name if unit else "")
    settings = programme.settings
    content = GuideContent(
        letterhead=head,
        role=form.role,
        banner=banner(settings.legal_form),
        made_on=made_on,
        party=party,
        interviewer=form.interviewer if form.held_on is None else "",
        when=form.planned.starts_at if form.planned and form.held_on is None else None,
        place=form.planned.place if form.planned and form.held_on is None else "",
        questions=tuple(GuideLine(each.title, each.hint) for each in form.answers if each.asked),
        rated=tuple(each.title for each in form.ratings),
    )
    return content, (settings.languages[0],)


def _next(forms: tuple[InterviewForm, ...]) -> InterviewForm:
    """The first that is planned and not held, else the newest."""
    return next((form for form in forms if form.held_on is None), forms[-1])
