"""The kit of a joint meeting over two days, and what one who came gets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from mentordesk.documents.papers.gathering_day import (
    Absent,
    FollowUpContent,
    InvitationContent,
    ProgrammeContent,
    ProgrammeItem,
)
from mentordesk.documents.papers.gathering_lists import (
    GroupsContent,
    Listed,
    ListedGroup,
    Occasion,
    PeopleContent,
    Times,
)
from mentordesk.documents.papers.gathering_papers import CertificateContent, FeedbackContent
from mentordesk.domain.people import Role
from mentordesk.i18n.message import Sayable, msg
from tests.documents.cases import MADE_ON, Case

_DAYS = tuple(Times(datetime(2027, 1, day, 9), datetime(2027, 1, day, 16)) for day in (26, 27))
_ROLES = (Role.MENTEE, Role.MENTOR, None)


def occasion(case: Case) -> Occasion:
    title: Sayable = case.wording(9) if case.some(1, most=0) else msg("Start-up meeting")
    return Occasion(letterhead=case.letterhead, made_on=MADE_ON, title=title, days=_DAYS, place=case.words(4))


def people(case: Case) -> PeopleContent:
    return PeopleContent(occasion=occasion(case), people=_listed(case))


def groups(case: Case) -> GroupsContent:
    everybody = _listed(case)
    named = tuple(
        ListedGroup(msg("Group {number}", number=at + 1), everybody[at :: len(case.some(2, most=5))])
        for at in case.some(2, most=5)
    )
    return GroupsContent(occasion=occasion(case), groups=named)


def programme(case: Case) -> ProgrammeContent:
    return ProgrammeContent(occasion=occasion(case), items=_items(case))


def invitation(case: Case) -> InvitationContent:
    return InvitationContent(
        occasion=occasion(case),
        name=case.person(),
        place=case.words(4),
        reply_by=MADE_ON,
        sender=case.person(3),
        what_for=case.maybe(case.wording(8)),
        items=_items(case),
    )


def follow_up(case: Case) -> FollowUpContent:
    absent = tuple(
        Absent(case.person(at), case.words(at), _ROLES[at % 3], (_DAYS[0].day,), case.day() if at % 2 else None)
        for at in case.some(3)
    )
    return FollowUpContent(occasion=occasion(case), people=absent, by=case.person(9))


def certificate(case: Case) -> CertificateContent:
    return CertificateContent(
        occasion=occasion(case),
        name=case.person(),
        sentence=case.wording(),
        unit=case.words(),
        attended=_DAYS[1:],
        signer=case.person(1),
    )


def feedback(case: Case) -> FeedbackContent:
    return FeedbackContent(occasion=occasion(case), stamp=case.stamp("feedback-form"))


def _listed(case: Case) -> tuple[Listed, ...]:
    some = case.some(16, most=24)
    return tuple(Listed(case.person(at), "" if at % 7 == 0 else case.words(at), _ROLES[at % 3]) for at in some)


def _items(case: Case) -> tuple[tuple[ProgrammeItem, ...], ...]:
    """The second day's are not known yet."""
    return tuple(
        ProgrammeItem(
            datetime(2027, 1, 26, 9 + at),
            datetime(2027, 1, 26, 9 + at, 50),
            case.wording(at),
            case.words(60 + at),
            case.words(70 + at),
            (case.person(at), case.person(at + 1)),
        )
        for at in case.some(4, most=10)
    ), ()


CONTENTS: dict[str, Callable[[Case], object]] = {
    "gathering-programme": programme,
    "gathering-invitation": invitation,
    "participant-list": people,
    "badges": people,
    "attendance-sheet": people,
    "group-list": groups,
    "feedback-form": feedback,
    "certificate": certificate,
    "follow-up-list": follow_up,
}
