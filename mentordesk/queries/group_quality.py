"""How good the groups of a joint meeting are, in a sentence; and its people as the division sees them."""

from __future__ import annotations

from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.matching.groups import Division, Seat, quality
from mentordesk.queries.gathering import Gathering


def seats_of(found: Gathering) -> tuple[Seat, ...]:
    """Everybody who is asked; whoever was put into a group by hand is held in it."""
    held = {person: group.number for group in found.groups for person in group.held}
    return tuple(
        Seat(person.person, person.employer, frozenset(person.pairs), person.role, held.get(person.person))
        for person in found.people
    )


def standing_division(found: Gathering) -> Division | None:
    """Of the groups as they are; None where there are none."""
    if not found.groups:
        return None
    return quality(seats_of(found), [group.people for group in found.groups])


def in_words(division: Division) -> tuple[Message, ...]:
    """Pairs first, then employers with what is possible at best."""
    pairs = (
        msg("Nobody sits with the own mentor or mentee.")
        if not division.pairs_together
        else nmsg("{count} pair sits together.", "{count} pairs sit together.", division.pairs_together)
    )
    return pairs, _employers(division)


def _employers(division: Division) -> Message:
    if not division.together:
        return msg("Nobody sits with a colleague of the same employer.")
    if division.together == division.best:
        return nmsg(
            "{count} time two of one employer sit together; fewer is impossible.",
            "{count} times two of one employer sit together; fewer is impossible.",
            division.together,
        )
    return nmsg(
        "{count} time two of one employer sit together; {best} is the least that could be.",
        "{count} times two of one employer sit together; {best} is the least that could be.",
        division.together,
        best=division.best,
    )
