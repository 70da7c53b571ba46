"""Asking people to a joint meeting: the drafts with their calendar entries, and what comes back as answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email import message_from_bytes, policy

import pytest

from mentordesk.actions.attendance import note_attendance
from mentordesk.actions.calendar_reading import take
from mentordesk.actions.holding import note_held
from mentordesk.actions.inviting import ask_too, invite, leave_out, note_answer, write_to_absent
from mentordesk.actions.letters import write_about
from mentordesk.actions.meeting_days import change_days
from mentordesk.actions.meetings import cancel_meeting, move_meeting
from mentordesk.domain.meetings import Attendance, InviteAnswer
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.messages.calendar_reading import read
from mentordesk.queries.calendar_replies import look
from mentordesk.queries.invited import Whom, invitations, people_named, whom
from mentordesk.queries.today import today
from mentordesk.storage.records import (
    InvitationRecord,
    LetterRecord,
    MeetingRecord,
    PairRecord,
    ParticipationRecord,
    PersonRecord,
)
from tests.actions.gathered import FIRST, SECOND, opened
from tests.messages.rfc5545 import read_strictly
from tests.queries.small_programme import add, change

YES, NO = InviteAnswer.ACCEPTED, InviteAnswer.DECLINED


@pytest.fixture
def start_up(tmp_path):
    """Everybody has an address, and so has the manager."""
    with opened(tmp_path / "gathered.mentordesk") as found:
        manager = PersonRecord(given_name="Kari", family_name="Ås", email="kari@example.org")
        leads = ParticipationRecord(
            programme_id=found.made.programme,
            person_id=manager.id,
            role=Role.MANAGER,
            status=ParticipationStatus.SELECTED,
            since=date(2026, 11, 1),
        )
        add(found.store, manager, leads)
        for person in found.people:
            change(found.store, PersonRecord, person.person, email=_email(person.name))
        yield found


def _email(name):
    return f"{name.lower().replace(' ', '.')}@example.org"


@dataclass(frozen=True)
class Entry:
    method: str
    uid: str
    sequence: int
    status: str | None
    start: str
    attendees: tuple[str, ...]
    organizer: str | None


def entries(path):
    """What the attached calendar files of a draft say, by a strict reader."""
    found = []
    for part in message_from_bytes(path.read_bytes(), policy=policy.default).iter_attachments():
        calendar = read_strictly(part.get_payload(decode=True))
        events = calendar.all("VEVENT")
        assert calendar.one("METHOD") == "PUBLISH" or len(events) == 1
        assert part.get_param("method") == calendar.one("METHOD")
        assert part.get_content_charset() == "utf-8"
        found += [
            Entry(
                calendar.one("METHOD"),
                event.one("UID"),
                int(event.one("SEQUENCE")),
                event.get("STATUS"),
                event.one("DTSTART"),
                tuple(each.value for each in event.properties if each.name == "ATTENDEE"),
                event.get("ORGANIZER"),
            )
            for event in events
        ]
    return found


def asked(start_up, which=Whom.NOT_YET):
    return [each.person for each in whom(start_up.seen, which)]


def invited(start_up, tmp_path, people=None, name="drafts"):
    people = asked(start_up) if people is None else people
    return invite(start_up.store, start_up.meeting, people, folder=tmp_path / name)


def said(refused):
    return catalog("en").say(refused.value.message)


def test_everybody_gets_a_draft_and_a_request_a_day_in_which_nobody_else_is_named(start_up, tmp_path):
    made = invited(start_up, tmp_path)

    assert len(made.paths) == 8
    assert made.left_out == made.without_address == ()
    assert made.answerable
    first = entries(next(path for path in made.paths if "Mentee 1" in path.name))
    assert [each.method for each in first] == ["REQUEST", "REQUEST"]
    assert [each.uid for each in first] == [f"{start_up.meeting}-{at}@mentordesk" for at in (0, 1)]
    assert {each.attendees for each in first} == {("mailto:mentee.1@example.org",)}
    assert {each.organizer for each in first} == {"mailto:kari@example.org"}
    for path in made.paths:
        others = [p.name for p in start_up.people if p.name not in path.name]
        assert not any(name in path.read_text("utf-8", "replace") for name in others), "names of others"
    assert all(person.invitation.invited_on == start_up.store.today() for person in start_up.people)
    assert asked(start_up) == []
    with start_up.store.reading() as session:
        assert session.query(LetterRecord).filter_by(kind="gathering_invite").count() == 8
    start_up.store.undo()
    assert len(asked(start_up)) == 8, "one change"


def test_a_move_goes_out_under_the_same_identifier_with_a_higher_sequence_and_forgets_the_answer(start_up, tmp_path):
    store, meeting = start_up.store, start_up.meeting
    person = start_up.people[0].person
    before = entries(invited(start_up, tmp_path, [person]).paths[0])
    note_answer(store, meeting, [person], YES)
    move_meeting(store, meeting, to=FIRST + timedelta(7))

    assert asked(start_up, Whom.CHANGED) == [person]
    after = entries(invited(start_up, tmp_path, [person], "again").paths[0])
    assert [each.uid for each in after] == [each.uid for each in before]
    assert all(new.sequence > old.sequence for new, old in zip(after, before, strict=True))
    assert after[0].start == "20270202T090000"
    assert start_up.people[0].answer is None
    assert asked(start_up, Whom.UNANSWERED) == [person]

    # The move is undone: what calendars hold is older than what they get next.
    store.undo()
    store.undo()
    last = entries(invited(start_up, tmp_path, [person], "last").paths[0])
    assert last[0].start == "20270126T090000"
    assert last[0].sequence > after[0].sequence


def test_a_cancelled_meeting_is_taken_back_from_those_who_were_invited_only(start_up, tmp_path):
    one, other = (person.person for person in start_up.people[:2])
    invited(start_up, tmp_path, [one])
    cancel_meeting(start_up.store, start_up.meeting)
    made = invited(start_up, tmp_path, [one, other], "cancelled")

    (path,) = made.paths
    told = entries(path)
    assert [(each.method, each.status) for each in told] == [("CANCEL", "CANCELLED")] * 2
    assert "Avlyst" in message_from_bytes(path.read_bytes(), policy=policy.default)["Subject"]
    with pytest.raises(Refused, match="nobody to write to"):
        invited(start_up, tmp_path, [other])


def test_a_day_that_is_lost_is_cancelled_under_its_identifier(start_up, tmp_path):
    person = start_up.people[0].person
    before = entries(invited(start_up, tmp_path, [person]).paths[0])
    first = start_up.seen.days[0]
    change_days(start_up.store, start_up.meeting, kept={first.number: (first.starts_at, first.ends_at)})

    after = entries(invited(start_up, tmp_path, [person], "short").paths[0])
    assert [(each.uid, each.method, each.status) for each in after] == [
        (before[0].uid, "REQUEST", "CONFIRMED"),
        (before[1].uid, "CANCEL", "CANCELLED"),
    ]
    assert after[1].sequence > before[1].sequence


def test_who_is_left_out_after_an_invitation_gets_a_cancellation_for_herself_alone(start_up, tmp_path):
    store, meeting = start_up.store, start_up.meeting
    out, other = (each.person for each in start_up.people[:2])
    before = entries(invited(start_up, tmp_path, [out, other]).paths[0])
    note_answer(store, meeting, [out, other], YES)
    leave_out(store, meeting, [out])
    assert asked(start_up, Whom.NO_LONGER) == [out]

    (path,) = invited(start_up, tmp_path, [out], "taken back").paths
    told = entries(path)
    assert [(each.method, each.uid) for each in told] == [("CANCEL", each.uid) for each in before]
    assert all(new.sequence > old.sequence for new, old in zip(told, before, strict=True))
    assert {each.status for each in told} == {None}, "the meeting itself stands (RFC 5546, 3.2.5)"
    assert {each.attendees for each in told} == {before[0].attendees} == {("mailto:mentee.1@example.org",)}
    assert "trukket tilbake" in message_from_bytes(path.read_bytes(), policy=policy.default)["Subject"]
    assert asked(start_up, Whom.NO_LONGER) == [], "she knows it"
    assert asked(start_up, Whom.CHANGED) == [], "nobody else need be invited again"
    assert start_up.named("Mentee 2").answer is YES

    ask_too(store, meeting, [out])
    assert out in asked(start_up, Whom.NOT_YET)
    anew = entries(invited(start_up, tmp_path, [out], "anew").paths[0])
    assert {(each.method, each.status) for each in anew} == {("REQUEST", "CONFIRMED")}
    assert anew[0].uid == before[0].uid
    assert anew[0].sequence > told[0].sequence
    assert start_up.named("Mentee 1").answer is None
    _, left = taken(start_up, reply(start_up, sequence=anew[0].sequence))
    assert left == []

    move_meeting(store, meeting, to=FIRST + timedelta(7))
    assert set(asked(start_up, Whom.CHANGED)) == {out, other}
    moved = invited(start_up, tmp_path, [out, other], "moved")
    assert all(entries(path)[0].sequence > anew[0].sequence for path in moved.paths)


def test_a_mentor_whose_pair_ends_is_told_that_the_invitation_no_longer_holds(start_up, tmp_path):
    mentor, guest = start_up.named("Mentor 1").person, start_up.named("Mentor 2").person
    change(start_up.store, PersonRecord, mentor, email=None)
    invited(start_up, tmp_path, [mentor, guest])
    pairs = start_up.made.pairs
    change(start_up.store, PairRecord, pairs[0].id, status=PairStatus.DISSOLVED)
    change(start_up.store, ParticipationRecord, pairs[1].mentor, status=ParticipationStatus.WITHDRAWN)

    assert set(asked(start_up, Whom.NO_LONGER)) == {mentor, guest}
    made = invited(start_up, tmp_path, [mentor, guest, start_up.people[0].person], "taken back")
    said = [[(each.method, each.status) for each in entries(path)] for path in made.paths]
    assert [("PUBLISH", "CANCELLED")] * 2 in said, "without an address nobody is named"
    assert [("CANCEL", None)] * 2 in said
    assert [("REQUEST", "CONFIRMED")] * 2 in said
    assert start_up.seen.left_out == (), "who was never left out by hand leaves the list with that"
    start_up.store.undo()
    assert set(asked(start_up, Whom.NO_LONGER)) == {mentor, guest}, "one change"


def test_a_meeting_that_is_cancelled_is_so_for_who_was_left_out_and_not_told(start_up, tmp_path):
    one, other = (person.person for person in start_up.people[:2])
    invited(start_up, tmp_path, [one, other])
    leave_out(start_up.store, start_up.meeting, [one])
    cancel_meeting(start_up.store, start_up.meeting)
    made = invited(start_up, tmp_path, [one, other], "cancelled")
    assert len(made.paths) == 2
    for path in made.paths:
        assert [(each.method, each.status) for each in entries(path)] == [("CANCEL", "CANCELLED")] * 2
        assert "Avlyst" in message_from_bytes(path.read_bytes(), policy=policy.default)["Subject"]


@pytest.mark.parametrize("how", ["cancelled", "shortened"])
def test_an_undone_cancel_or_shortening_invites_anew_with_a_higher_sequence(start_up, tmp_path, how):
    """What calendars were told meanwhile is taken back under the same identifiers."""
    person = start_up.people[0].person
    before = entries(invited(start_up, tmp_path, [person]).paths[0])
    first = start_up.seen.days[0]
    if how == "cancelled":
        cancel_meeting(start_up.store, start_up.meeting)
    else:
        change_days(start_up.store, start_up.meeting, kept={first.number: (first.starts_at, first.ends_at)})
    gone = entries(invited(start_up, tmp_path, [person], "gone").paths[0])
    assert gone[1].method == "CANCEL"
    assert gone[1].sequence > before[1].sequence
    start_up.store.undo()  # of the letter
    start_up.store.undo()

    assert asked(start_up, Whom.CHANGED) == [person]
    back = entries(invited(start_up, tmp_path, [person], "back").paths[0])
    assert [(each.method, each.status, each.uid, each.start) for each in back] == [
        ("REQUEST", "CONFIRMED", each.uid, each.start) for each in before
    ]
    assert all(new.sequence > old.sequence for new, old in zip(back, gone, strict=True))


def test_without_a_manager_or_an_address_the_entry_can_only_be_seen(start_up, tmp_path):
    change(start_up.store, PersonRecord, start_up.people[0].person, email=None)
    made = invited(start_up, tmp_path, [each.person for each in start_up.people[:1]])
    assert made.without_address == ("Mentee 1",)
    assert {each.method for each in entries(made.paths[0])} == {"PUBLISH"}
    with start_up.store.changing(msg("none")) as session:
        for person in session.query(PersonRecord).filter_by(email="kari@example.org"):
            person.email = "not an address"
    made = invited(start_up, tmp_path, [start_up.people[1].person], "unanswerable")
    assert not made.answerable
    first, _ = entries(made.paths[0])
    assert (first.method, first.organizer, first.attendees) == ("PUBLISH", None, ())


def test_a_letter_without_a_place_is_not_written_and_says_what_it_lacks(start_up, tmp_path):
    change(start_up.store, MeetingRecord, start_up.meeting, place="")
    made = invited(start_up, tmp_path)
    assert made.paths == ()
    assert len(made.left_out) == 8
    assert catalog("en").say(made.left_out[0].reason) == "Mentee 1: the letter lacks the place of the meeting."
    assert len(asked(start_up)) == 8, "nothing is noted of a letter that was not made"


def test_the_mentor_network_has_a_letter_of_its_own_in_each_reader_s_language(start_up):
    with start_up.store.reading() as session:
        network = session.query(MeetingRecord).filter_by(kind="mentor_network").first().id
    mentor = start_up.named("Mentor 1")
    change(start_up.store, PersonRecord, mentor.person, language="sv")
    found = invitations(start_up.store, network, [mentor.person])
    assert found.letters[0].letter.kind == "network_invite"
    assert "Mentorerna" in found.letters[0].letter.body


def test_others_are_asked_and_somebody_left_out_and_each_comes_back(start_up):
    guest = PersonRecord(given_name="Liv", family_name="Moe")
    closed = PersonRecord(given_name="No", family_name="More", restricted_on=date(2026, 11, 1))
    add(start_up.store, guest, closed)
    store, meeting = start_up.store, start_up.meeting
    assert people_named(store, start_up.made.programme, ["liv moe"]) == (guest.id,)
    with pytest.raises(Refused, match="Just one person"):
        people_named(store, start_up.made.programme, ["Liv"])

    assert ask_too(store, meeting, [guest.id, start_up.people[0].person]) == 1
    assert start_up.named("Liv Moe").invitation.extra
    with pytest.raises(Refused, match="restricted"):
        ask_too(store, meeting, [closed.id])
    leave_out(store, meeting, [start_up.people[0].person])
    assert "Mentee 1" not in [each.name for each in start_up.people]
    assert [each.name for each in start_up.seen.left_out] == ["Mentee 1"]
    with pytest.raises(Refused, match="not asked"):
        note_answer(store, meeting, [start_up.seen.left_out[0].person], YES)
    ask_too(store, meeting, [start_up.seen.left_out[0].person])
    assert start_up.seen.left_out == ()
    assert not start_up.named("Mentee 1").invitation.extra


def test_whoever_was_absent_is_written_to_from_the_page_and_from_today(start_up, tmp_path):
    store, meeting = start_up.store, start_up.meeting
    with pytest.raises(Refused, match="Nobody is left"):
        write_to_absent(store, meeting, folder=tmp_path / "none")
    note_held(store, meeting, today=SECOND)
    absent = start_up.people[0].person
    note_attendance(store, meeting, 2, {absent: Attendance.ABSENT}, today=SECOND)

    made = write_to_absent(store, meeting, folder=tmp_path / "page")
    assert len(made.paths) == 1
    assert made.answerable
    assert "Vi savnet deg" in message_from_bytes(made.paths[0].read_bytes(), policy=policy.default)["Subject"]
    assert entries(made.paths[0]) == []
    assert start_up.people[0].invitation.invited_on is None
    entry = next(each for each in today(store, SECOND).entries if each.alert == "missed")
    written = write_about(store, entry, folder=tmp_path / "today")
    assert len(written.paths) == 1
    with pytest.raises(Refused, match="was held"):
        invited(start_up, tmp_path, [absent])


def test_today_asks_for_answers_seven_days_before_and_stops_when_they_are_there(start_up, tmp_path):
    invited(start_up, tmp_path)

    def asked_on(day):
        return [
            (catalog("en").say(each.sentence), each.section.value)
            for each in today(start_up.store, day).entries
            if each.alert == "invitation"
        ]

    assert asked_on(FIRST - timedelta(8)) == []
    assert asked_on(FIRST - timedelta(7)) == [("Start-up meeting: 8 people have not answered the invitation.", "today")]
    note_answer(start_up.store, start_up.meeting, [each.person for each in start_up.people[1:]], NO)
    ((sentence, urgency),) = asked_on(FIRST - timedelta(1))
    assert (sentence, urgency) == ("Start-up meeting: 1 person has not answered the invitation.", "overdue")
    leave_out(start_up.store, start_up.meeting, [start_up.people[0].person])
    assert asked_on(FIRST - timedelta(1)) == []
    assert asked_on(FIRST) == []


def reply(start_up, who="mentee.1@example.org", answer="ACCEPTED", sent="20261124T080000Z", sequence=0, day=0):
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//X//X//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        f"UID:{start_up.meeting}-{day}@mentordesk\r\nDTSTAMP:{sent}\r\nSEQUENCE:{sequence}\r\n"
        "SUMMARY:Godtatt: Samling\r\nORGANIZER:mailto:kari@example.org\r\n"
        f'ATTENDEE;CN="X, Y";PARTSTAT={answer}:MAILTO:{who}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
    ).encode()


def taken(start_up, data, choices=()):
    done = take(start_up.store, read(data), choices=choices)
    return done, [catalog("en").say(each) for each in done.not_taken]


def test_a_reply_is_noted_and_the_newest_answer_wins_whatever_comes_first(start_up, tmp_path):
    invited(start_up, tmp_path)
    later = "20261123T110000Z"
    done, left = taken(start_up, reply(start_up, "MENTEE.1@example.org", "DECLINED", later))
    assert (done.answers, left) == (1, [])
    assert start_up.people[0].answer is NO
    done, left = taken(start_up, reply(start_up, answer="ACCEPTED", sent="20261123T100000Z"))
    assert (done.answers, left) == (0, ["Mentee 1 has given a newer answer to “Start-up meeting”."])
    assert start_up.people[0].answer is NO
    start_up.store.undo()
    assert start_up.people[0].answer is None


def test_what_cannot_be_taken_is_named(start_up, tmp_path):
    invited(start_up, tmp_path)
    done, left = taken(start_up, reply(start_up, "stranger@example.org"))
    assert left == ["stranger@example.org is the address of nobody who is asked to “Start-up meeting”."]
    move_meeting(start_up.store, start_up.meeting, to=FIRST + timedelta(7))
    done, left = taken(start_up, reply(start_up))
    assert left == ["Mentee 1 answered “Start-up meeting” as it was before it changed. Invite again."]
    assert done.answers == 0
    done, left = taken(start_up, reply(start_up, sequence=start_up.seen.sequence))
    assert done.answers == 1
    cancel_meeting(start_up.store, start_up.meeting)
    _, left = taken(start_up, reply(start_up, sequence=9))
    assert left == ["“Start-up meeting” is cancelled."]
    other = reply(start_up).replace(str(start_up.meeting).encode(), b"0199a1b2-0000-7000-8000-000000000001")
    assert taken(start_up, other)[1] == ["A meeting of the file is not in this one. Is another file open?"]


def test_a_clock_that_runs_ahead_keeps_no_later_answer_out(start_up, tmp_path):
    invited(start_up, tmp_path)
    taken(start_up, reply(start_up, sent="20991231T235959Z"))
    done, _ = taken(start_up, reply(start_up, answer="DECLINED", sent="20991231T235959Z"))
    assert done.answers == 1
    assert start_up.people[0].answer is NO


def test_our_own_file_read_back_changes_nothing_and_a_moved_day_is_taken_when_it_is_accepted(start_up):
    from mentordesk.messages.calendar_file import calendar_bytes
    from mentordesk.queries.calendar import meeting_calendar

    content = meeting_calendar(start_up.store, start_up.meeting)
    own = calendar_bytes(content.events, catalog("nb"), zone=content.zone, name=content.name)
    done, left = taken(start_up, own)
    assert (done.moves, len(left)) == (0, 2)

    moved = own.replace(b"20270126T090000", b"20270126T100000").replace(b"\r\nSEQUENCE:0", b"\r\nSEQUENCE:7")
    assert moved != own
    (move,) = look(start_up.store, read(moved)).moves
    assert move.after[0] == datetime(2027, 1, 26, 10)
    assert taken(start_up, moved)[0].moves == 0, "nothing without its tick"
    before = start_up.seen.sequence
    assert taken(start_up, moved, {move.key})[0].moves == 1
    assert start_up.seen.days[0].starts_at == datetime(2027, 1, 26, 10)
    assert start_up.seen.days[1].starts_at == datetime(2027, 1, 27, 9)
    assert start_up.seen.sequence > before
    assert (
        taken(start_up, own)[1] == ["“Start-up meeting”: the file is older than what is here, so it is not taken."] * 2
    )
    start_up.store.undo()
    assert start_up.seen.days[0].starts_at == datetime(2027, 1, 26, 9)


def test_the_default_place_of_a_digital_meeting_is_no_new_place(start_up):
    from mentordesk.domain.programmes import Mode
    from mentordesk.messages.calendar_file import calendar_bytes
    from mentordesk.queries.calendar import meeting_calendar

    change(start_up.store, MeetingRecord, start_up.meeting, place="", mode=Mode.DIGITAL)
    content = meeting_calendar(start_up.store, start_up.meeting)
    for code in ("nb", "sv", "en"):
        own = calendar_bytes(content.events, catalog(code), zone=content.zone, name=content.name)
        assert look(start_up.store, read(own)).moves == []


def test_an_invitation_keeps_what_it_knows_when_somebody_is_asked_again(start_up, tmp_path):
    person = start_up.people[0].person
    invited(start_up, tmp_path, [person])
    note_answer(start_up.store, start_up.meeting, [person], YES)
    invited(start_up, tmp_path, [person], "again")
    assert start_up.people[0].answer is YES
    with start_up.store.reading() as session:
        assert session.query(InvitationRecord).count() == 1
