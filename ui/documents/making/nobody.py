"""In place of the list: why there is nobody a kind of paper is for yet, or where else it is made; and the way there."""

from __future__ import annotations

from collections.abc import Mapping

from mentordesk.documents.kinds import Declared, Scope
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.batch_sources import ELSEWHERE, Elsewhere
from mentordesk.queries.batches import MADE_AT
from ui.desk import Desk
from ui.language import say, tr
from ui.widgets.empty_page import EmptyPage, WayOn

_PLACES: Mapping[Elsewhere, tuple[Message, Subject]] = {
    Elsewhere.PARTICIPANTS: (msg("Go to Participants"), Subject.PARTICIPATIONS),
    Elsewhere.MATCHING: (msg("Go to Matching"), Subject.SCENARIOS),
    Elsewhere.CALENDAR: (msg("Go to Calendar"), Subject.MEETINGS),
    Elsewhere.LETTERS: (msg("Go to the letters"), Subject.LETTERS),
}
_WHY: Mapping[Scope, tuple[Message, Message, Message, Subject]] = {
    Scope.PAIR: (
        msg("There is no running pair yet"),
        msg("This paper is for the two of a pair. Pairs are made in Matching."),
        msg("Go to Matching"),
        Subject.SCENARIOS,
    ),
    Scope.PERSON: (
        msg("There is nobody whom this paper is for"),
        msg("It is for participants of one role or status. They are added and imported in Participants."),
        msg("Go to Participants"),
        Subject.PARTICIPATIONS,
    ),
    Scope.MEETING: (
        msg("There is nothing to print for this meeting"),
        msg("Papers of a meeting come from its programme, its people and its groups, which are kept in Calendar."),
        msg("Go to Calendar"),
        Subject.MEETINGS,
    ),
}


def nobody_page(desk: Desk, kind: Declared, why: Message | None = None) -> EmptyPage:
    """`why`: the reason that was given, where there is one."""
    if why is not None:
        heading, text, way, subject = say(kind.title), say(why), msg("Go to Programme"), Subject.PROGRAMMES
    elif kind.key in ELSEWHERE:
        place = ELSEWHERE[kind.key]
        way, subject = _PLACES[place]
        heading, text = say(kind.title), say(MADE_AT[place])
    elif kind.scope in _WHY:
        head, words, way, subject = _WHY[kind.scope]
        heading, text = say(head), say(words)
    else:
        heading, text, way, subject = (
            tr("There is nothing to print yet"),
            "",
            msg("Go to Programme"),
            Subject.PROGRAMMES,
        )
    return EmptyPage(
        desk.look,
        picture="documents",
        heading=heading,
        text=text,
        ways_on=(WayOn(say(way), lambda: desk.please_show(subject, ""), "goThere"),),
    )
