"""Another mentor who stands in for a time (R40): the pair stays the pair, and she has that mentee meanwhile."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from mentordesk.actions.matching.making import (
    check_answered,
    check_places,
    note_exceptions,
    open_criteria,
    passed_record,
)
from mentordesk.actions.matching.single import Consent
from mentordesk.actions.matching.stepping import check_day, open_substitutes, standing, two_names
from mentordesk.domain.ids import PairId, ParticipationId
from mentordesk.domain.pair_steps import PairStep
from mentordesk.domain.passing import PairWarning, check_passed
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.queries.matching import everybody_over
from mentordesk.queries.pair_warnings import two_of, warnings_of
from mentordesk.queries.participants import names_over
from mentordesk.storage.records import PairRecord, SubstituteRecord
from mentordesk.storage.store import Store


def substitute(
    store: Store,
    pair: PairId,
    *,
    mentor: ParticipationId,
    from_on: date,
    until_on: date,
    today: date,
    consent: Consent,
) -> str:
    """The id of the substitution, both days included; she takes one of her places for it at once.

    The rules of any pair hold for mentee and substitute, and a warning needs the same answers (UX 5.4).

    Raises:
        NotYet: something unknown, not met or not confirmed stands in the way; it is in the details, nothing was done.
        Refused: no such pair, no contract yet or ended; it is her own mentor, somebody stands in already, or the
            mentor has no place or takes no part; an end before the beginning or in the past.
    """
    consent = consent.checked()
    if until_on < max(from_on, today):
        raise Refused(
            msg(
                "{until} is in the past, or before {day}. Give a later last day for the substitute.",
                until=until_on,
                day=from_on,
            )
        )
    two = two_names(store, pair)
    with store.reading() as session:
        name = names_over(session, [mentor])[mentor]
    what = msg(
        "Let {substitute} stand in for {mentor} with {mentee}", substitute=name, mentor=two.mentor, mentee=two.mentee
    )
    with store.changing(what) as session:
        record, _ = standing(session, pair, PairStep.SUBSTITUTE)
        _check_nobody_stands_in(session, record, mentor, name)
        check_places(session, record.programme_id, [mentor], today)
        question = everybody_over(session, record.programme_id, today=today)
        warnings = warnings_of(question, *two_of(question, record.mentee_id, mentor))
        open_ones = open_criteria(session, record.programme_id, [(record.mentee_id, mentor)], today)
        check_answered(open_ones, consent.exception)
        check_passed(warnings, consent.passing)
        note_exceptions(session, open_ones, consent.exception, today)
        _note_passed(session, pair, warnings, consent, today)
        made = SubstituteRecord(pair_id=pair, mentor_id=mentor, from_on=from_on, until_on=until_on)
        session.add(made)
        return made.id


def end_substitute(store: Store, pair: PairId, *, on: date) -> None:
    """The mentor is back earlier than was meant.

    Raises:
        Refused: no such pair, nobody stands in on that day or later, or a day to come.
    """
    check_day(on, store.today())
    two = two_names(store, pair)
    what = msg("{mentor} is back with {mentee}", mentor=two.mentor, mentee=two.mentee)
    with store.changing(what) as session:
        standing(session, pair, PairStep.SUBSTITUTE)
        there = [each for each in session.scalars(open_substitutes(pair)) if each.until_on >= on]
        if not there:
            raise Refused(msg("Nobody stands in for {mentor} on {day}.", mentor=two.mentor, day=on))
        for each in there:
            each.ended_on = on


def _check_nobody_stands_in(session: Session, pair: PairRecord, mentor: ParticipationId, name: str) -> None:
    if mentor == pair.mentor_id:
        raise Refused(msg("{name} is the pair's own mentor. Choose somebody else to stand in.", name=name))
    latest = max((each.until_on for each in session.scalars(open_substitutes(pair.id))), default=None)
    if latest is not None:
        raise Refused(msg("Somebody stands in until {day}. End that first, or wait until it is over.", day=latest))


def _note_passed(
    session: Session, pair: PairId, warnings: tuple[PairWarning, ...], consent: Consent, today: date
) -> None:
    for each in warnings:
        assert consent.passing is not None
        session.add(passed_record(pair, each, consent.passing, today))
