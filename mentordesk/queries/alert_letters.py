"""Which letter an alert calls for, to whom, and what it says of the alert's figures (R69).

To add one: a kind in messages/letters.py with its texts, and a line here; where no letter fits, why not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.alert_steps import LadderStep
from mentordesk.domain.alerts import SIDE_WORDS
from mentordesk.domain.ids import LibraryItemId, MeetingId, PairId, ParticipationId, ProgrammeId
from mentordesk.domain.pairs import Side
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Listed, Message, Value, Wording, msg, nmsg
from mentordesk.messages.letters import LetterKind
from mentordesk.queries.gathering import gathering_over
from mentordesk.queries.invited import meeting_fields, participation_of, to_follow_up
from mentordesk.queries.letters import Addressee, Told, addressees
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.today import Entry
from mentordesk.storage.records import (
    LibraryItemRecord,
    LoanRecord,
    PairRecord,
    ParticipationRecord,
    PersonRecord,
    TeamTaskRecord,
)
from mentordesk.storage.store import Store

ALERT_LETTERS: Mapping[str, LetterKind] = {
    "contract": LetterKind.CONTRACT_REMIND,
    "fit_after_first": LetterKind.FIT_ASK,
    "fit_after_third": LetterKind.FIT_ASK,
    "third_meeting": LetterKind.FIT_ASK,
    "pair_talk": LetterKind.TALK_INVITE,
    "goal_document": LetterKind.GOALS_ASK,
    "first_contact": LetterKind.FIRST_CONTACT,
    "rhythm": LetterKind.SILENCE_REMIND,
    "topics": LetterKind.TOPIC_REMIND,
    "summaries": LetterKind.TOPIC_REMIND,
    "last_conversation": LetterKind.LAST_CONVERSATION,
    "offer": LetterKind.OFFER,
    "application": LetterKind.RECEIVED,
    "interview": LetterKind.INVITED,
    "papers": LetterKind.ASK_FOR_PAPER,
    "team_task": LetterKind.TASK_REMIND,
    "missed": LetterKind.GATHERING_MISSED,
    "loan_overdue": LetterKind.LOAN_REMIND,
}
_SILENCE: Mapping[LadderStep, tuple[LetterKind, LadderStep]] = {
    LadderStep.REMINDED: (LetterKind.SILENCE_REMIND, LadderStep.REMINDED),
    LadderStep.ASKED: (LetterKind.SILENCE_ASK, LadderStep.ASKED),
    LadderStep.TALKED: (LetterKind.SILENCE_TALK, LadderStep.ASKED),  # asked for; the talk itself is noted when held
    LadderStep.ENDING_DISCUSSED: (LetterKind.ENDING_TALK, LadderStep.TALKED),
}

_TALK = msg("This is for a talk, not for a letter: ring, or meet.")
_HERE = msg("Nobody has to be written to: it is done with the button of the task.")
_MEETING = msg("Letters about a joint meeting are written from its page in the calendar.")
_MANY = msg("This concerns several people: choose them in their list, and write to them from there.")
NO_LETTER: Mapping[str, Message] = {
    **dict.fromkeys(("bad_fit", "not_worth_meeting", "on_hold", "decision", "reply", "rhythm_unset"), _TALK),
    **dict.fromkeys(("talk_ahead", "talk_unregistered", "goal_due", "to_close", "minimum"), _HERE),
    **dict.fromkeys(("conversation_today", "unregistered", "deadline", "not_planned", "without_mentor"), _HERE),
    **dict.fromkeys(("contracts_to_print", "checklists_to_print", "issue_next", "request_open"), _HERE),
    **dict.fromkeys(("meeting_ahead", "meeting_past", "invitation"), _MEETING),
    **dict.fromkeys(("stay", "stay_reply", "criterion", "places", "unit_unknown"), _MANY),
}
"""Alerts without a letter, and why."""

_OF_MENTEE = frozenset({LetterKind.GOALS_ASK, LetterKind.TOPIC_REMIND})


@dataclass(frozen=True, slots=True)
class Occasion:
    """The letter that fits, what each of its readers is told, and the step that is taken by writing it."""

    kind: LetterKind
    told: Told
    step: LadderStep = LadderStep.REMINDED


def occasion_of(store: Store, entry: Entry) -> Occasion:
    """
    Raises:
        Refused: no letter fits here, with the reason; or what the entry is about is gone.
    """
    if entry.alert not in ALERT_LETTERS:
        raise Refused(NO_LETTER[entry.alert])
    kind, step = ALERT_LETTERS[entry.alert], LadderStep.REMINDED
    if entry.step is not None:
        kind, step = _SILENCE[entry.step]
    about = entry.subject
    with store.reading() as session:
        if about.pair is not None:
            return Occasion(kind, _told_of_pair(session, about.pair, kind, entry), step)
        if about.meeting is not None:
            return Occasion(kind, _told_of_absent(session, about.meeting), step)
        if about.item is not None:
            return Occasion(kind, _told_of_loans(session, about.programme, about.item, store.today()))
        if about.participation is not None and session.get(ParticipationRecord, about.participation) is not None:
            return Occasion(kind, {about.participation: {}}, step)
        if about.task is not None and (task := session.get(TeamTaskRecord, about.task)) is not None:
            if task.owner_id is None or task.due_on is None:
                raise Refused(msg("Nobody has taken this task on, so there is nobody to write to."))
            return Occasion(kind, {task.owner_id: {"task": task.text, "due_on": task.due_on}}, step)
    raise _gone()


def _told_of_absent(session: Session, meeting: MeetingId) -> Told:
    """To each who was absent and takes part in the programme; a guest is written to from the meeting's page.

    Raises:
        Refused: none of them takes part in it.
    """
    seen = gathering_over(session, meeting)
    told = {
        id_: {name: value for name, value in meeting_fields(seen).items() if value is not None}
        for each in to_follow_up(seen)
        if (id_ := participation_of(session, seen, each)) is not None
    }
    if not told:
        raise Refused(_MEETING)
    return told


def _told_of_loans(session: Session, programme: ProgrammeId, item: LibraryItemId, today: date) -> Told:
    """To each of the programme who should have returned it.

    Raises:
        Refused: all of it is back meanwhile.
    """
    rows = session.execute(
        select(LoanRecord, LibraryItemRecord.title)
        .join(LibraryItemRecord, LibraryItemRecord.id == LoanRecord.item_id)
        .join(ParticipationRecord, ParticipationRecord.id == LoanRecord.participation_id)
        .where(
            ParticipationRecord.programme_id == programme,
            LoanRecord.item_id == item,
            LoanRecord.returned_on.is_(None),
            LoanRecord.due_on < today,
        )
        .order_by(LoanRecord.due_on.desc(), LoanRecord.id)
    )
    told: dict[ParticipationId, Mapping[str, Value]] = {
        loan.participation_id: {"loan": Wording.of(title), "lent_on": loan.handed_on, "back_by": loan.due_on}
        for loan, title in rows
        if loan.due_on is not None
    }
    if not told:
        raise _gone()
    return told


@dataclass(frozen=True, slots=True)
class Drafts:
    """What would be written, before anything is."""

    kind: LetterKind
    readers: tuple[Addressee, ...]


def drafts_about(store: Store, entry: Entry) -> Drafts:
    """The letters that `actions.letters.write_about` would write.

    Raises:
        Refused: as `occasion_of` does.
    """
    occasion = occasion_of(store, entry)
    return Drafts(occasion.kind, addressees(store, tuple(occasion.told), occasion.kind, occasion.told))


def _told_of_pair(session: Session, id_: PairId, kind: LetterKind, entry: Entry) -> Told:
    pair = session.get(PairRecord, id_)
    if pair is None:
        raise _gone()
    sides = {Side.MENTEE: pair.mentee_id, Side.MENTOR: pair.mentor_id}
    names = {side: _name(session, of) for side, of in sides.items()}
    other = {Side.MENTEE: names[Side.MENTOR], Side.MENTOR: names[Side.MENTEE]}
    figures = _figures(kind, entry)
    return {sides[side]: {**figures, "other": other[side]} for side in _readers(session, pair, kind, entry)}


def _readers(session: Session, pair: PairRecord, kind: LetterKind, entry: Entry) -> tuple[Side, ...]:
    """Whoever has to do something: who takes the first contact, who has not answered, who writes; else both."""
    if kind is LetterKind.FIRST_CONTACT:
        takes = programme_of(session, pair.programme_id).settings.conversations.first_contact
        return (Side.MENTOR,) if takes is Role.MENTOR else (Side.MENTEE,)
    if kind is LetterKind.FIT_ASK:
        who = dict(entry.sentence.values).get("who")
        return tuple(side for side in Side if isinstance(who, Listed) and SIDE_WORDS[side] in who.items)
    return (Side.MENTEE,) if kind in _OF_MENTEE else (Side.MENTEE, Side.MENTOR)


def _figures(kind: LetterKind, entry: Entry) -> Mapping[str, Value]:
    """As the row says them, so that letter and row agree."""
    said, rule = dict(entry.sentence.values), dict(entry.rule.values)
    match kind:
        case LetterKind.TALK_INVITE:
            return {"first_day": rule["first"], "last_day": rule["last"]}
        case LetterKind.LAST_CONVERSATION:
            return {"ends_on": said["day"]}
        case LetterKind.CONTRACT_REMIND | LetterKind.GOALS_ASK:
            return {"days": _days(said["count"])}
        case LetterKind.SILENCE_REMIND | LetterKind.SILENCE_ASK | LetterKind.SILENCE_TALK | LetterKind.ENDING_TALK:
            return {"days": _days(said["count"])}
        case _:
            return {}


def _days(count: Value) -> Message:
    """Raises TypeError where the sentence counts something that is no number."""
    if not isinstance(count, int):
        raise TypeError(f"not a number of days: {count!r}")
    return nmsg("{count} day", "{count} days", count)


def _name(session: Session, id_: ParticipationId) -> str:
    person = session.get_one(PersonRecord, session.get_one(ParticipationRecord, id_).person_id)
    return f"{person.given_name} {person.family_name}".strip()


def _gone() -> Refused:
    return Refused(msg("What this task was about is not in the file any more."))
