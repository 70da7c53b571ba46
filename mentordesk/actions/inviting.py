"""Asking people to a joint meeting, and noting what they answer (R53, R55, R80). Nothing is sent from here.

What a reply in a calendar file says is taken in by calendar_reading.py; who came is attendance.py's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.drafting import WrittenLetters, lacking, write_drafts
from mentordesk.documents import file_names
from mentordesk.domain.ids import MeetingId, PersonId
from mentordesk.domain.meetings import InviteAnswer, MeetingStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import Catalog, catalog
from mentordesk.i18n.message import Listed, Message, msg, nmsg
from mentordesk.messages.calendar_file import CalendarMessage, calendar_bytes, invitation_files
from mentordesk.messages.letters import LetterKind, letter_name
from mentordesk.messages.mail_draft import Attachment, MailAddress, calendar_part, eml
from mentordesk.progress import SILENT, Progress
from mentordesk.queries.gathering import Asked, Gathering, gathering_over
from mentordesk.queries.invited import Invitee, MeetingLetters, absence_letters, invitations
from mentordesk.queries.who_is_asked import asked_by_itself
from mentordesk.storage.records import InvitationRecord, LetterRecord, MeetingRecord, PersonRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class WrittenInvitations(WrittenLetters):
    answerable: bool = True  # calendars know whom to answer


def invite(
    store: Store,
    meeting: MeetingId,
    people: Collection[PersonId],
    *,
    folder: Path,
    progress: Progress = SILENT,
) -> WrittenInvitations:
    """A draft for each, in her language, with the calendar entry for her alone; that they are asked is one change.

    Whoever was invited before gets the entry as it is now, under the same identifier; an answer to an earlier date is
    forgotten. Of a cancelled meeting those who were invited learn that it is; whoever is not asked any more, that the
    invitation no longer holds, with a cancellation for her alone. Left out, with the reason: a letter in which
    something is missing, and an address that is none.

    Raises:
        Refused: the meeting was held, is a pair's, an interview or not there, or somebody is not asked to it; nobody
            is left to write to; the folder cannot be written.
    """
    found = invitations(store, meeting, people)
    if not found.letters:
        raise Refused(msg("There is nobody to write to."))
    return _write(store, found, folder, progress, with_calendar=True)


def write_to_absent(
    store: Store, meeting: MeetingId, *, folder: Path, progress: Progress = SILENT
) -> WrittenInvitations:
    """A draft for each who was absent and whom nobody has followed up; following up is noted when it is done.

    Raises:
        Refused: nobody is to be followed up, no such meeting, a pair's or an interview; the folder cannot be written.
    """
    found = absence_letters(store, meeting)
    if not found.letters:
        raise Refused(msg("Nobody is left to follow up."))
    return _write(store, found, folder, progress, with_calendar=False)


def note_answer(store: Store, meeting: MeetingId, people: Collection[PersonId], answer: InviteAnswer | None) -> None:
    """By hand, of whoever told it; None: it is not known any more. What is noted already stays without a trace.

    Raises:
        Refused: the meeting is cancelled, a pair's, an interview or not there, or somebody is not asked to it.
    """
    found = _found(store, meeting)
    asked = _asked(found, people)
    changed = [each for each in asked if each.answer is not answer]
    if not changed:
        return
    with store.changing(_said(changed, answer)) as session:
        for record in _records(session, meeting, [each.person for each in changed]):
            record.answer = answer
            record.answered_at = None if answer is None else store.clock()


def ask_too(store: Store, meeting: MeetingId, people: Collection[PersonId]) -> int:
    """Beyond its audience, or again after they were left out; how many are asked that were not.

    Raises:
        Refused: the meeting is cancelled, a pair's, an interview or not there; somebody is not in the file, or has
            restricted what is done with the data.
    """
    found = _found(store, meeting)
    here = {each.person for each in found.people}
    wanted = [person for person in dict.fromkeys(people) if person not in here]
    with store.reading() as session:
        names = [_name(session, person) for person in wanted]
        by_itself = asked_by_itself(session, session.get_one(MeetingRecord, meeting))
    if not wanted:
        return 0
    what = nmsg(
        "Ask {count} more person to “{title}”", "Ask {count} more people to “{title}”", len(wanted), title=found.title
    )
    if len(wanted) == 1:
        what = msg("Ask {name} to “{title}”, too", name=names[0], title=found.title)
    with store.changing(what) as session:
        for record in _records(session, meeting, wanted):
            record.left_out = False
            record.extra = record.extra or record.person_id not in by_itself
    return len(wanted)


def leave_out(store: Store, meeting: MeetingId, people: Collection[PersonId]) -> None:
    """They are not asked to this meeting, whatever their role; `ask_too` takes it back.

    Whoever was invited is told of it by `invite`.

    Raises:
        Refused: the meeting is cancelled, a pair's, an interview or not there, or somebody is not asked to it; or it
            is noted that she was there.
    """
    found = _found(store, meeting)
    asked = _asked(found, people)
    for each in asked:
        if each.came:
            raise Refused(msg("Attendance is noted for {name}, so they stay in the list.", name=each.name))
    if not asked:
        return
    what = nmsg(
        "Leave {count} person out of “{title}”", "Leave {count} people out of “{title}”", len(asked), title=found.title
    )
    if len(asked) == 1:
        what = msg("Leave {name} out of “{title}”", name=asked[0].name, title=found.title)
    with store.changing(what) as session:
        for record in _records(session, meeting, [each.person for each in asked]):
            record.left_out = True


def _write(
    store: Store, found: MeetingLetters, folder: Path, progress: Progress, *, with_calendar: bool
) -> WrittenInvitations:
    made = write_drafts(
        found.letters,
        folder,
        why_not=lacking,
        draft=lambda each: _draft(found, each, with_calendar=with_calendar),
        note=lambda written: _note(store, found, written),
        progress=progress,
    )
    answerable = not with_calendar or found.event.organizer is not None
    return WrittenInvitations(made.paths, made.without_address, made.left_out, answerable)


def _draft(found: MeetingLetters, each: Invitee, *, with_calendar: bool) -> bytes:
    to = MailAddress(each.name, each.email) if each.email else None
    return eml(each.letter, to, tuple(_entries(found, each)) if with_calendar else ())


def _entries(found: MeetingLetters, each: Invitee) -> Iterable[Attachment]:
    say = catalog(each.letter.language)
    taken: set[str] = set()
    for message in _messages(found, each, say):
        title = say.say(found.seen.title)
        name = file_names.file_name(f"{title} {message.day.date().isoformat()}", ".ics", taken)
        taken.add(name)
        yield calendar_part(name, message.content, message.method)


def _messages(found: MeetingLetters, each: Invitee, say: Catalog) -> Sequence[CalendarMessage]:
    event = replace(found.event, sequence=each.sequence, withdrawn=each.withdrawn)
    zone, name = found.calendar.zone, found.calendar.name
    if each.attendee is None:
        content = calendar_bytes([event], say, zone=zone, name=name)
        return (CalendarMessage("PUBLISH", event.days[0][0], content),)
    return invitation_files(event, say, zone=zone, name=name, attendee=each.attendee)


def _note(store: Store, found: MeetingLetters, written: Sequence[Invitee]) -> None:
    now, seen = store.clock(), found.seen
    kinds = tuple(dict.fromkeys(letter_name(each.letter.kind) for each in written))
    what = nmsg("Write {count} letter: {kind}", "Write {count} letters: {kind}", len(written), kind=Listed(kinds))
    with store.changing(what) as session:
        session.add_all(
            LetterRecord(
                programme_id=seen.programme.id,
                participation_id=each.participation,
                kind=each.letter.kind.value,
                language=each.letter.language,
                made_at=now,
            )
            for each in written
            if each.participation is not None
        )
        told = {each.person: each for each in written if each.letter.kind is not LetterKind.GATHERING_MISSED}
        for record in _records(session, seen.meeting, list(told)):
            each = told[record.person_id]
            if record.sequence_sent != each.sequence:
                record.answer = record.answered_at = None
            record.invited_on = None if each.withdrawn else store.today()
            record.sequence_sent = each.sequence


def _found(store: Store, meeting: MeetingId) -> Gathering:
    with store.reading() as session:
        found = gathering_over(session, meeting)
    if found.status is MeetingStatus.CANCELLED:
        raise Refused(msg("“{title}” is cancelled.", title=found.title))
    return found


def _asked(found: Gathering, people: Collection[PersonId]) -> Sequence[Asked]:
    asked = [each for each in found.people if each.person in people]
    if len(asked) < len(set(people)):
        raise Refused(msg("One of them is not asked to “{title}”.", title=found.title))
    return asked


def _records(session: Session, meeting: MeetingId, people: Sequence[PersonId]) -> Sequence[InvitationRecord]:
    """Of each of them, made where there is none yet."""
    rows = session.scalars(select(InvitationRecord).where(InvitationRecord.meeting_id == meeting))
    known = {record.person_id: record for record in rows}
    for person in people:
        if person not in known:
            known[person] = InvitationRecord(meeting_id=meeting, person_id=person)
            session.add(known[person])
    return [known[person] for person in people]


def _name(session: Session, person: PersonId) -> str:
    record = session.get(PersonRecord, person)
    if record is None:
        raise Refused(msg("There is nobody with the number {id}.", id=person))
    name = f"{record.given_name} {record.family_name}".strip()
    if record.restricted_on is not None:
        raise Refused(msg("{name} has restricted what is done with the data, so nothing is written.", name=name))
    return name


def _said(people: Sequence[Asked], answer: InviteAnswer | None) -> Message:
    name, count = people[0].name, len(people)
    one = count == 1
    match answer:
        case InviteAnswer.ACCEPTED if one:
            return msg("Note that {name} comes", name=name)
        case InviteAnswer.ACCEPTED:
            return nmsg("Note that {count} person comes", "Note that {count} people come", count)
        case InviteAnswer.TENTATIVE if one:
            return msg("Note that {name} comes perhaps", name=name)
        case InviteAnswer.TENTATIVE:
            return nmsg("Note that {count} person comes perhaps", "Note that {count} people come perhaps", count)
        case InviteAnswer.DECLINED if one:
            return msg("Note that {name} does not come", name=name)
        case InviteAnswer.DECLINED:
            return nmsg("Note that {count} person does not come", "Note that {count} people do not come", count)
        case _:
            return nmsg("Take back the answer of {count} person", "Take back the answers of {count} people", count)
