"""Whom a meeting asks by itself, before anybody is asked too or left out by hand (R50, R53).

Who that is in a file, and what was changed by hand, is asked in queries/who_is_asked.py.
"""

from __future__ import annotations

from collections.abc import Collection

from mentordesk.domain.pairs import RUNNING, PairStatus
from mentordesk.domain.people import Role
from mentordesk.domain.statuses import ParticipationStatus

NOT_IN_IT = frozenset(  # not yet, or no longer
    {
        ParticipationStatus.SUGGESTED,
        ParticipationStatus.ASKED,
        ParticipationStatus.WAITING,
        ParticipationStatus.DECLINED,
        ParticipationStatus.WITHDRAWN,
    }
)
OF_A_PAIR = frozenset({Role.MENTEE, Role.MENTOR})
MAKING_A_MENTOR = RUNNING | {PairStatus.COMPLETED}  # who went the whole way is asked to the last meeting, too


def asks(audience: Collection[str], role: str, *, of_a_pair: bool, with_mentee: bool, pairs_made: bool) -> bool:
    """Whether the meeting asks somebody for that role, in which she takes part in its programme.

    Where mentees and mentors meet, a mentor whom the bank keeps in reserve stays at home; before the programme has
    its first pair nobody knows who that is. Training and network are the mentors' own, and ask them all.

    Args:
        audience: the meeting's roles, as words or Roles.
        of_a_pair: the meeting is one pair's; its two are asked as such, not for their roles.
        with_mentee: she is the mentor of a pair that goes on, or went to its end.
        pairs_made: the programme has such a pair.
    """
    if role not in audience or (of_a_pair and role in OF_A_PAIR):
        return False
    in_reserve = role == Role.MENTOR and pairs_made and not with_mentee
    return not (in_reserve and Role.MENTEE in audience)
