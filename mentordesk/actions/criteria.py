"""What the team notes of criteria and papers itself: an answer, an exception, a paper that came (R21, R22)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.completing import complete_what_is
from mentordesk.actions.dossiers import note_of, paper_of
from mentordesk.actions.matching.approving import CriteriaException, checked, note_exception
from mentordesk.domain.cleaning import check_length, one_line
from mentordesk.domain.criteria import PAPER_NAMES, Criterion, PaperKind
from mentordesk.domain.fields import TEXT_LENGTH
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.participants import check_unrestricted, names_over
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import ParticipationRecord
from mentordesk.storage.store import Store


def answer_criterion(
    store: Store,
    id_: ParticipationId,
    criterion_key: str,
    answer: bool | None,
    *,
    evidence: str = "",
) -> None:
    """The team's own yes or no, which goes before what is worked out; None takes it back.

    Raises:
        Refused: the evidence is too long, the data on the participant are restricted, or she is gone.
        KeyError: the programme asks no such criterion in this role.
    """
    words = one_line(evidence)
    check_length(words, TEXT_LENGTH)
    name, criterion = _asked(store, id_, criterion_key)
    with store.changing(msg("Answer “{criterion}” for {name}", criterion=criterion.title, name=name)) as session:
        note = note_of(session, id_, criterion_key)
        note.answer, note.evidence = answer, words or None
        complete_what_is(session, [id_], today=store.today())


def note_number(store: Store, id_: ParticipationId, criterion_key: str, number: int | None) -> None:
    """The number of a criterion that asks for one; None takes it back.

    Raises:
        Refused: the participant is gone.
        KeyError: the programme asks no such criterion in this role.
    """
    _note(store, id_, criterion_key, number=number)


def note_day(store: Store, id_: ParticipationId, criterion_key: str, day: date | None) -> None:
    """The day of a criterion that asks for one; it may lie ahead. None takes it back.

    Raises:
        Refused: the participant is gone.
        KeyError: the programme asks no such criterion in this role.
    """
    _note(store, id_, criterion_key, day=day)


def except_criterion(
    store: Store, id_: ParticipationId, criterion_key: str, *, reason: str, by: str, today: date
) -> None:
    """The criterion need not be met; the reason stays visible beside its standing.

    Raises:
        Refused: no reason, nobody who makes the exception, the data on the participant are restricted, or she is gone.
        KeyError: the programme asks no such criterion in this role.
    """
    exception = checked(CriteriaException(reason, by))
    name, criterion = _asked(store, id_, criterion_key)
    what = msg("Make an exception from “{criterion}” for {name}", criterion=criterion.title, name=name)
    with store.changing(what) as session:
        note_exception(session, id_, criterion_key, exception, today)
        complete_what_is(session, [id_], today=today)


def take_back_exception(store: Store, id_: ParticipationId, criterion_key: str) -> None:
    """The criterion counts again.

    Raises:
        Refused: the participant is gone.
        KeyError: the programme asks no such criterion in this role.
    """
    name, criterion = _asked(store, id_, criterion_key)
    what = msg("Take back the exception from “{criterion}” for {name}", criterion=criterion.title, name=name)
    with store.changing(what) as session:
        note = note_of(session, id_, criterion_key)
        note.exception_reason = note.exception_by = note.exception_on = None


def note_paper(store: Store, id_: ParticipationId, kind: PaperKind, *, received: bool | None, on: date | None) -> None:
    """A paper is in, `on` a day where it is known; False is an explicit no, None that nobody knows.

    Raises:
        Refused: the day lies in the future, the data on the participant are restricted, or she is gone.
        ValueError: a day for a paper that did not come.
    """
    if on is not None and not received:
        raise ValueError("only a paper that came has a day")
    if on is not None and on > store.today():
        raise Refused(msg("{day} is in the future. Give the day on which the paper came.", day=on))
    with store.reading() as session:
        name = names_over(session, [id_])[id_]
        check_unrestricted(session, [id_])
    with store.changing(msg("Note “{paper}” for {name}", paper=PAPER_NAMES[kind], name=name)) as session:
        paper = paper_of(session, id_, kind)
        paper.received, paper.received_on = received, on
        complete_what_is(session, [id_], today=store.today())


def _note(store: Store, id_: ParticipationId, key: str, *, number: int | None = None, day: date | None = None) -> None:
    """What was noted of a criterion goes; a yes or no too, for it would go before the number or day."""
    name, criterion = _asked(store, id_, key)
    with store.changing(msg("Answer “{criterion}” for {name}", criterion=criterion.title, name=name)) as session:
        note = note_of(session, id_, key)
        note.answer, note.number, note.day = None, number, day


def _asked(store: Store, id_: ParticipationId, key: str) -> tuple[str, Criterion]:
    """The participant's name, and what is asked of her."""
    with store.reading() as session:
        name = names_over(session, [id_])[id_]
        check_unrestricted(session, [id_])
        return name, _criterion(session, id_, key)


def _criterion(session: Session, id_: ParticipationId, key: str) -> Criterion:
    programme, role = session.execute(
        select(ParticipationRecord.programme_id, ParticipationRecord.role).where(ParticipationRecord.id == id_)
    ).one()
    for criterion in programme_of(session, programme).settings.criteria:
        if criterion.key == key and criterion.role is role:
            return criterion
    raise KeyError(key)
