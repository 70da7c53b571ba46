"""What each paper of a pair says, out of what the programme's papers share. Which pairs have papers: documents.py."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias, TypedDict

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.papers.checklist import ChecklistContent
from mentordesk.documents.papers.contract import Agreed, ContractContent, JointMeeting
from mentordesk.documents.papers.conversation_sheet import ConversationSheetContent
from mentordesk.documents.papers.conversation_slip import ConversationSlipContent
from mentordesk.documents.papers.fit_form import FitContent
from mentordesk.documents.papers.goal_document import GoalDocumentContent, GoalLine
from mentordesk.documents.papers.logbook import LogbookContent
from mentordesk.documents.papers.parties import Contact, Party
from mentordesk.documents.papers.talk_sheet import TalkSheetContent
from mentordesk.domain import fit_form
from mentordesk.domain.conversation_slip import CONVERSATION_SLIP
from mentordesk.domain.first_meeting_form import FIRST_MEETING_FORM
from mentordesk.domain.form_identity import FormIdentity, Stamp, stamp
from mentordesk.domain.forms import Form
from mentordesk.domain.goal_form import GOAL_FORM
from mentordesk.domain.ids import PairId
from mentordesk.domain.logbook_form import LOGBOOK_FORM, MOST_PAGES
from mentordesk.domain.pairs import Side
from mentordesk.domain.plan import semesters_from
from mentordesk.domain.programmes import Intake, Programme
from mentordesk.domain.talk_form import TALK_FORM
from mentordesk.queries.goals import GoalSheet
from mentordesk.queries.pairs import PairRow

_USUAL_PAGES = 9  # for conversations in the logbook of a term, where the programme names no least number

Content: TypeAlias = (
    ContractContent
    | ChecklistContent
    | ConversationSheetContent
    | LogbookContent
    | GoalDocumentContent
    | TalkSheetContent
    | ConversationSlipContent
    | FitContent
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What all papers of a programme's pairs share, and what is known of each pair by its id."""

    programme: Programme
    letterhead: Letterhead
    coordinator: Contact | None
    joint_meetings: tuple[JointMeeting, ...]
    made_on: date
    file_id: str
    goals: Mapping[PairId, GoalSheet] = field(default_factory=dict)
    talks: Mapping[PairId, date] = field(default_factory=dict)  # the next one that is planned
    planned: Mapping[PairId, tuple[date, ...]] = field(default_factory=dict)  # conversations to come
    asked_after: Mapping[PairId, int] = field(default_factory=dict)  # the conversation of the newest fit question

    def stamp(self, form: Form, about: str) -> Stamp:
        return stamp(FormIdentity(form.key, form.version, self.programme.id, about), self.file_id)


class _OfBoth(TypedDict):
    letterhead: Letterhead
    mentee: Party
    mentor: Party
    made_on: date


def _of_both(frame: Frame, pair: PairRow) -> _OfBoth:
    """What every paper of a pair begins with."""
    mentee, mentor = (Party(each.name, each.title, each.unit) for each in (pair.mentee, pair.mentor))
    return {"letterhead": frame.letterhead, "mentee": mentee, "mentor": mentor, "made_on": frame.made_on}


def _contract(frame: Frame, pair: PairRow) -> ContractContent:
    settings = frame.programme.settings
    rolling = settings.intake is Intake.ROLLING  # then every pair has a year of its own
    starts_on = max(frame.programme.starts_on, pair.approved_on)
    return ContractContent(
        **_of_both(frame, pair),
        starts_on=starts_on,
        ends_on=semesters_from(settings, starts_on)[-1].ends_on if rolling else frame.programme.ends_on,
        purposes=settings.purposes,
        values=settings.values,
        conversations=settings.conversations,
        agreed=Agreed(pair.mode, pair.place, pair.rhythm_days, pair.length_minutes),
        joint_meetings=frame.joint_meetings,
        cost_rule=settings.cost_rule,
        mentor_retired=pair.mentor.retired,
        coordinator=frame.coordinator,
        signers=settings.signers,
    )


def _checklist(frame: Frame, pair: PairRow) -> ChecklistContent:
    return ChecklistContent(
        **_of_both(frame, pair),
        coordinator=frame.coordinator,
        stamp=frame.stamp(FIRST_MEETING_FORM, pair.id),
    )


def _conversation_sheet(frame: Frame, pair: PairRow) -> ConversationSheetContent:
    return ConversationSheetContent(
        **_of_both(frame, pair),
        coordinator=frame.coordinator,
    )


def _logbook(frame: Frame, pair: PairRow) -> LogbookContent:
    return LogbookContent(
        **_of_both(frame, pair),
        conversations=_in_a_term(frame.programme, max(frame.programme.starts_on, pair.approved_on)),
        planned=frame.planned.get(pair.id, ()),
        stamp=frame.stamp(LOGBOOK_FORM, pair.id),
    )


def nobodys_logbook(frame: Frame) -> LogbookContent:
    """One without names."""
    return LogbookContent(
        letterhead=frame.letterhead,
        mentee=Party(""),
        mentor=Party(""),
        made_on=frame.made_on,
        conversations=_in_a_term(frame.programme, frame.programme.starts_on),
        stamp=frame.stamp(LOGBOOK_FORM, ""),
    )


def _in_a_term(programme: Programme, starts_on: date) -> int:
    """The fewest conversations that the programme asks for, spread over its terms; else as many as its rhythm gives."""
    rule, terms = programme.settings.conversations, semesters_from(programme.settings, starts_on)
    if rule.minimum:
        return min(MOST_PAGES, -(-rule.minimum // len(terms)))
    days = (terms[0].ends_on - terms[0].starts_on).days
    return min(_USUAL_PAGES, max(1, days // max(1, rule.rhythm_days)))


def _goal_document(frame: Frame, pair: PairRow) -> GoalDocumentContent:
    sheet = frame.goals[pair.id]
    return GoalDocumentContent(
        **_of_both(frame, pair),
        goals=_goals(sheet, with_words=True),
        days=sheet.document.days,
        next_review_on=sheet.document.next_review_on,
        stamp=frame.stamp(GOAL_FORM, pair.id),
    )


def _talk_sheet(frame: Frame, pair: PairRow) -> TalkSheetContent:
    return TalkSheetContent(
        **_of_both(frame, pair),
        coordinator=frame.coordinator,
        talk_on=frame.talks.get(pair.id),
        goals=_goals(frame.goals[pair.id], with_words=False),
        stamp=frame.stamp(TALK_FORM, pair.id),
    )


def _goals(sheet: GoalSheet, *, with_words: bool) -> tuple[GoalLine, ...]:
    return tuple(
        GoalLine(
            goal.number,
            goal.words.text if with_words and goal.words else "",
            goal.measure.text if with_words and goal.measure else "",
            goal.due_on,
            tuple((step.reached_on, step.status) for step in goal.steps),
        )
        for goal in sheet.goals
    )


def _conversation_slip(frame: Frame, pair: PairRow) -> ConversationSlipContent:
    return ConversationSlipContent(
        **_of_both(frame, pair),
        coordinator=frame.coordinator,
        stamp=frame.stamp(CONVERSATION_SLIP, pair.id),
    )


def _fit(frame: Frame, pair: PairRow, side: Side) -> FitContent:
    return FitContent(
        **_of_both(frame, pair),
        side=side,
        after=frame.asked_after.get(pair.id),
        coordinator=frame.coordinator,
        stamp=frame.stamp(fit_form.FIT_FORM, fit_form.about(pair.id, side)),
    )


def _fit_of_mentee(frame: Frame, pair: PairRow) -> FitContent:
    return _fit(frame, pair, Side.MENTEE)


def _fit_of_mentor(frame: Frame, pair: PairRow) -> FitContent:
    return _fit(frame, pair, Side.MENTOR)


Build: TypeAlias = Callable[[Frame, PairRow], Content]
CONTENTS: Mapping[str, Build] = {
    "contract": _contract,
    "first-meeting-checklist": _checklist,
    "conversation-sheet": _conversation_sheet,
    "logbook": _logbook,
    "goal-document": _goal_document,
    "talk-sheet": _talk_sheet,
}
"""One paper for the two."""

FOR_ONE: Mapping[str, Mapping[Side, Build]] = {
    "conversation-slip": {Side.MENTEE: _conversation_slip},
    "fit-form": {Side.MENTEE: _fit_of_mentee, Side.MENTOR: _fit_of_mentor},
}
"""A paper for one of them, or each of them, in the language of that side."""
