"""What a letter says beyond its reader's name and programme, by its kind; asked once for all its readers.

A kind that tells of something, such as a pair, a loan or its end, has fields for those only of whom that is true.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.documents.papers.phrases import how_long, how_often
from mentordesk.domain.criteria import PAPER_NAMES, Measure, PaperKind
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.pairs import RUNNING, PairStatus, Side
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import Programme, Timing
from mentordesk.i18n.message import Listed, Message, Value, Wording, msg, nmsg, pmsg
from mentordesk.messages.letters import LetterKind
from mentordesk.queries.taking_part import restricted_over
from mentordesk.storage.records import (
    LibraryItemRecord,
    LoanRecord,
    PairRecord,
    PaperRecord,
    ParticipationRecord,
    PersonRecord,
)

Fields: TypeAlias = "Mapping[str, Value | None]"
FieldsOf: TypeAlias = "Mapping[ParticipationId, Fields]"
_Programmes: TypeAlias = "Mapping[ProgrammeId, Programme]"

_AS_WHAT: Mapping[Role, Message] = {
    Role.MENTEE: pmsg("takes part as a", "mentee"),
    Role.MENTOR: pmsg("takes part as a", "mentor"),
}
_YOU_BEGIN = msg("It is you who takes the first contact: ring or write this week.")
_BEGINS: Mapping[Role, Message] = {
    Role.MENTEE: msg("Your mentee will get in touch with you."),
    Role.MENTOR: msg("Your mentor will get in touch with you."),
}
_WE_BEGIN = msg("We will get in touch with both of you first.")


def letter_fields(
    session: Session, kind: LetterKind, ids: Sequence[ParticipationId], programmes: _Programmes
) -> FieldsOf:
    """Nothing of those of whom the letter is not true."""
    find = _FINDERS.get(kind)
    return {} if find is None else find(session, kind, ids, programmes)


def tells_of_something(kind: LetterKind) -> bool:
    """Whether the letter is only for those for whom it has fields."""
    return kind in _TRUE_OF_SOME


def _papers_asked_for(
    session: Session, _: LetterKind, ids: Sequence[ParticipationId], programmes: _Programmes
) -> FieldsOf:
    """Those asked for that are not in; where none was, those that the programme asks of everybody."""
    papers = _papers(session, ids)
    return {
        each.id: _missing(papers[each.id], each.role, programmes[each.programme_id])
        for each in _participations(session, ids)
    }


def _missing(theirs: Mapping[PaperKind, PaperRecord], role: Role, programme: Programme) -> Fields:
    came = {kind for kind, paper in theirs.items() if paper.received}
    wanted = [kind for kind, paper in theirs.items() if paper.asked_by is not None and kind not in came]
    if not wanted:
        wanted = [
            criterion.paper
            for criterion in programme.settings.criteria
            if criterion.measure is Measure.PAPER
            and criterion.role is role
            and criterion.paper is not None
            and criterion.paper not in came
        ]
    days = [paper.asked_by for kind, paper in theirs.items() if kind in wanted and paper.asked_by is not None]
    names = tuple(PAPER_NAMES[kind] for kind in dict.fromkeys(wanted))
    return {"papers": Listed(names) if names else None, "due_on": min(days, default=None)}


def _of_employer(session: Session, _: LetterKind, ids: Sequence[ParticipationId], programmes: _Programmes) -> FieldsOf:
    papers = _papers(session, ids)
    found: dict[ParticipationId, Fields] = {}
    for each in _participations(session, ids):
        settings = programmes[each.programme_id].settings
        confirmation = papers[each.id].get(PaperKind.CONFIRMATION)
        if each.role in _AS_WHAT:
            found[each.id] = {
                "as_what": _AS_WHAT[each.role],
                "rhythm": how_often(settings.conversations.rhythm_days, settings.conversations.minimum),
                "length": how_long(settings.conversations.length_minutes),
                "gathering_days": _gathering_days(programmes[each.programme_id], each.role),
                "due_on": None if confirmation is None else confirmation.asked_by,
            }
    return found


def _gathering_days(programme: Programme, role: Role) -> Message:
    """Joint meetings, training and network; not the talks of pairs, and none that come by a rhythm of their own."""
    times = {Timing.EACH_SEMESTER: programme.settings.semesters, Timing.PAIR_EACH_SEMESTER: 0, Timing.EACH_ROUND: 0}
    days = sum(each.days * times.get(each.timing, 1) for each in programme.settings.meetings if role in each.audience)
    return nmsg("{count} day in all", "{count} days in all", days) if days else msg("as they are announced")


def _of_pair(session: Session, kind: LetterKind, ids: Sequence[ParticipationId], programmes: _Programmes) -> FieldsOf:
    """Of the newest pair of each in which she is on the letter's side; several mentees are written about one by one."""
    side = Side.MENTEE if kind in (LetterKind.MATCHED_MENTEE, LetterKind.ENDED_MENTEE) else Side.MENTOR
    matched = kind in (LetterKind.MATCHED_MENTEE, LetterKind.MATCHED_MENTOR)
    mine = PairRecord.mentee_id if side is Side.MENTEE else PairRecord.mentor_id
    theirs = PairRecord.mentor_id if side is Side.MENTEE else PairRecord.mentee_id
    restricted = restricted_over(session)
    rows = session.execute(
        select(PairRecord, mine, PersonRecord)
        .join(ParticipationRecord, ParticipationRecord.id == theirs)
        .join(PersonRecord, PersonRecord.id == ParticipationRecord.person_id)
        .where(mine.in_(ids), PairRecord.status.in_(list(RUNNING if matched else {PairStatus.DISSOLVED})))
        .order_by(PairRecord.approved_on if matched else PairRecord.ended_on, PairRecord.id)
    )
    found: dict[ParticipationId, Fields] = {}
    for pair, reader, other in rows:
        reach = tuple(each for each in (other.email, other.phone) if each)
        known: dict[str, Value | None] = {"other": f"{other.given_name} {other.family_name}".strip()}
        if matched:
            begins = programmes[pair.programme_id].settings.conversations.first_contact
            known |= {
                "contact": Listed(reach, any_of=True) if reach and other.id not in restricted else None,
                "first_step": _first_step(begins, Role(side.value)),
            }
        else:
            known |= {"ended_on": pair.ended_on, "new_mentor": _new_mentor(wanted=bool(pair.new_mentor_wanted))}
        found[reader] = known
    return found


def _first_step(begins: Role, reader: Role) -> Message:
    return _YOU_BEGIN if begins is reader else _BEGINS.get(begins, _WE_BEGIN)


def _new_mentor(*, wanted: bool) -> Message:
    if wanted:
        return msg("You would like to have a new mentor. We are looking for one, and you will hear from us.")
    return msg("If you would like to have a new mentor, now or later, just tell us.")


def _of_loan(session: Session, _: LetterKind, ids: Sequence[ParticipationId], __: _Programmes) -> FieldsOf:
    """Of what is not back; where that are several things, of the one that is due first."""
    rows = session.execute(
        select(LoanRecord, LibraryItemRecord.title)
        .join(LibraryItemRecord, LibraryItemRecord.id == LoanRecord.item_id)
        .where(LoanRecord.participation_id.in_(ids), LoanRecord.returned_on.is_(None), LoanRecord.due_on.is_not(None))
        .order_by(LoanRecord.due_on.desc(), LoanRecord.id)
    )
    return {
        loan.participation_id: {"loan": Wording.of(title), "lent_on": loan.handed_on, "back_by": loan.due_on}
        for loan, title in rows
    }


_Finder: TypeAlias = "Callable[[Session, LetterKind, Sequence[ParticipationId], _Programmes], FieldsOf]"
_FINDERS: Mapping[LetterKind, _Finder] = {
    LetterKind.ASK_FOR_PAPER: _papers_asked_for,
    LetterKind.ASK_EMPLOYER: _of_employer,
    LetterKind.LOAN_REMIND: _of_loan,
    **dict.fromkeys(
        (LetterKind.MATCHED_MENTEE, LetterKind.MATCHED_MENTOR, LetterKind.ENDED_MENTEE, LetterKind.ENDED_MENTOR),
        _of_pair,
    ),
}
_TRUE_OF_SOME = frozenset(_FINDERS) - {LetterKind.ASK_FOR_PAPER}


def _participations(session: Session, ids: Sequence[ParticipationId]) -> Iterable[ParticipationRecord]:
    return session.scalars(select(ParticipationRecord).where(ParticipationRecord.id.in_(ids)))


def _papers(
    session: Session, ids: Sequence[ParticipationId]
) -> defaultdict[ParticipationId, dict[PaperKind, PaperRecord]]:
    found: defaultdict[ParticipationId, dict[PaperKind, PaperRecord]] = defaultdict(dict)
    for paper in session.scalars(select(PaperRecord).where(PaperRecord.participation_id.in_(ids))):
        found[paper.participation_id][paper.kind] = paper
    return found
