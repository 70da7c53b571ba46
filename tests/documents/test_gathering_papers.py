"""Papers of a joint meeting: each says whom and which days it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.declared.gathering_kinds import (
    ATTENDANCE_SHEET,
    BADGES,
    CERTIFICATE,
    FEEDBACK_FORM,
    FOLLOW_UP_LIST,
    GATHERING_INVITATION,
    GATHERING_KINDS,
    GATHERING_PROGRAMME,
    GROUP_LIST,
    PARTICIPANT_LIST,
)
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
from mentordesk.documents.typesetting.press import pdf
from mentordesk.domain.feedback import FEEDBACK
from mentordesk.domain.meetings import KINDS
from mentordesk.domain.people import Role
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.i18n.message import Wording, msg
from mentordesk.queries.gathering_papers import GATHERING_CONTENTS
from tests.documents.reading import plain, read

DAYS = tuple(Times(datetime(2027, 1, day, 9), datetime(2027, 1, day, 16)) for day in (26, 27))
OCCASION = Occasion(
    letterhead=Letterhead("Norsk Sykepleierforbund", "Mentorprogram for sykepleierledere 2027–2028"),
    made_on=date(2026, 11, 22),
    title=msg("Start-up meeting"),
    days=DAYS,
    place="Oslo, Tollbugata 22",
)
PEOPLE = tuple(
    Listed(
        f"Čáhppe Ŋilas-Mikkelsen {number}",
        "" if number % 7 == 0 else "Rus og avhengighet, Finnmarkssykehuset",
        (Role.MENTEE, Role.MENTOR, None)[number % 3],
    )
    for number in range(64)
)
GROUPS = GroupsContent(
    occasion=OCCASION,
    groups=tuple(ListedGroup(msg("Group {number}", number=at + 1), PEOPLE[at::8]) for at in range(8)),
)
EVERYBODY = PeopleContent(occasion=OCCASION, people=PEOPLE)
CERTIFIED = CertificateContent(
    occasion=OCCASION,
    name="Åse Ødegård",
    sentence=Wording.everywhere("Åse Ødegård har deltatt."),
    unit="Ringerike sykehus",
    attended=DAYS[1:],
    signer="Kari Nygård",
)
ITEMS = (
    (
        ProgrammeItem(DAYS[0].starts_at, DAYS[0].starts_at.replace(hour=10), KINDS[6].agenda[0]),
        ProgrammeItem(
            DAYS[0].starts_at.replace(hour=10, minute=30),
            DAYS[0].starts_at.replace(hour=12),
            Wording.everywhere("Å lede når ŋåvttoš er borte"),
            "Sal 2",
            "Film",
            ("Čáhppe Ŋilas", "Professor Dahl"),
        ),
    ),
    (),
)
INVITED = InvitationContent(
    occasion=OCCASION,
    name="Åse Ødegård",
    place=OCCASION.place,
    reply_by=date(2027, 1, 19),
    sender="Kari Nygård, Norsk Sykepleierforbund",
    items=ITEMS,
)
ABSENT = tuple(
    Absent(person.name, person.unit, person.role, (DAYS[at % 2].day,), date(2027, 2, 1) if at % 3 == 0 else None)
    for at, person in enumerate(PEOPLE[:30])
)
CASES = {
    PARTICIPANT_LIST.key: (PARTICIPANT_LIST, EVERYBODY),
    BADGES.key: (BADGES, EVERYBODY),
    ATTENDANCE_SHEET.key: (ATTENDANCE_SHEET, EVERYBODY),
    GROUP_LIST.key: (GROUP_LIST, GROUPS),
    CERTIFICATE.key: (CERTIFICATE, CERTIFIED),
    FEEDBACK_FORM.key: (FEEDBACK_FORM, FeedbackContent(occasion=OCCASION)),
    GATHERING_PROGRAMME.key: (GATHERING_PROGRAMME, ProgrammeContent(occasion=OCCASION, items=ITEMS)),
    GATHERING_INVITATION.key: (GATHERING_INVITATION, INVITED),
    FOLLOW_UP_LIST.key: (FOLLOW_UP_LIST, FollowUpContent(occasion=OCCASION, people=ABSENT, by="Kari Nygård")),
}


def printed(kind, content, code="en"):
    return pdf(kind.build(content), [catalog(code)])


def test_every_kind_has_its_content_and_stands_in_a_kind_of_meeting():
    keys = [kind.key for kind in GATHERING_KINDS]

    assert set(keys) == set(CASES) == set(GATHERING_CONTENTS)
    assert len(keys) == len(set(keys))
    assert set(keys) <= {paper for kind in KINDS for paper in kind.papers}


def test_the_attendance_sheet_has_a_page_of_its_own_for_each_day_with_everybody_on_it():
    one = printed(ATTENDANCE_SHEET, replace(EVERYBODY, people=PEOPLE[:13]))
    text = plain(one.data)

    assert one.pages == 2
    assert text.count("Čáhppe Ŋilas-Mikkelsen 12") == 2
    assert "Day 1 of 2: 26 Jan 2027" in text
    assert "Day 2 of 2: 27 Jan 2027" in text


def test_a_certificate_names_the_days_attended_and_no_other_on_one_page():
    made = printed(CERTIFICATE, CERTIFIED)
    text = plain(made.data)

    assert made.pages == 1
    assert "27 Jan 2027, 09:00 to 16:00" in text
    assert "26 Jan" not in text
    assert "Kari Nygård" in text


def test_twenty_badges_need_two_pages_and_each_is_read_once():
    made = printed(BADGES, replace(EVERYBODY, people=PEOPLE[:20]))

    assert made.pages == 2
    assert len(list(read(made.data).root.all("LI"))) == 20


def test_a_group_is_never_cut_by_the_end_of_a_page():
    tables = list(read(printed(GROUP_LIST, GROUPS).data).root.all("Table"))

    assert len(tables) == 8
    assert all(len(table.on_pages()) == 1 for table in tables)


def test_the_feedback_form_asks_every_point_in_its_language_on_one_page_and_no_name():
    for known in LANGUAGES:
        made = printed(FEEDBACK_FORM, FeedbackContent(occasion=OCCASION), known.code)
        text = " ".join(plain(made.data).split())
        assert made.pages == 1
        for point in (*FEEDBACK.statements, *FEEDBACK.questions):
            assert catalog(known.code).say(point.text) in text
    ids = [point.id for point in (*FEEDBACK.statements, *FEEDBACK.questions)]
    assert len(ids) == len(set(ids))


def test_the_programme_says_times_items_speakers_rooms_and_breaks():
    text = plain(printed(*CASES[GATHERING_PROGRAMME.key]).data)

    assert "09:00 to 10:00" in text
    assert "10:00 to 10:30 Break" in text
    assert "Čáhppe Ŋilas, Professor Dahl" in text
    assert "Sal 2" in text
    assert "Day 2 of 2" in text


@pytest.mark.parametrize("code", [known.code for known in LANGUAGES])
def test_an_invitation_stays_one_page(code):
    many = tuple((ITEMS[0] * 3) for _ in DAYS)
    made = printed(GATHERING_INVITATION, replace(INVITED, items=many), code)

    assert made.pages == 1
    assert "Åse Ødegård" in plain(made.data)


def test_the_follow_up_list_has_a_box_until_somebody_was_followed_up_and_no_room_for_reasons():
    text = plain(printed(*CASES[FOLLOW_UP_LIST.key]).data)

    assert text.count("☐") == 20
    assert "No reason is asked for" in text
