"""Writing letters as drafts into a folder, and noting that they were (R24, R69, R80). Nothing is sent."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mentordesk.actions.drafting import WrittenLetters, lacking, write_drafts
from mentordesk.actions.laddering import add_step
from mentordesk.documents import file_names
from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.messages.calendar_file import calendar_bytes
from mentordesk.messages.letters import LetterKind, letter_name
from mentordesk.messages.mail_draft import Attachment, MailAddress, calendar_part, eml
from mentordesk.progress import SILENT, Progress
from mentordesk.queries.alert_letters import Occasion, occasion_of
from mentordesk.queries.calendar import meeting_calendar
from mentordesk.queries.letters import Addressee, addressees
from mentordesk.queries.today import Entry
from mentordesk.storage.records import LetterRecord
from mentordesk.storage.store import Store


def write_about(store: Store, entry: Entry, *, folder: Path, progress: Progress = SILENT) -> WrittenLetters:
    """The letters that an alert calls for, to those of its pair, participant or task; the step is noted with them.

    Raises:
        Refused: no letter fits here, with the reason; and as in `write_letters`.
    """
    occasion = occasion_of(store, entry)
    return _write(
        store,
        addressees(store, tuple(occasion.told), occasion.kind, occasion.told),
        folder,
        progress,
        (entry, occasion),
    )


def write_letters(
    store: Store,
    ids: Sequence[ParticipationId],
    kind: LetterKind | None,
    *,
    folder: Path,
    progress: Progress = SILENT,
) -> WrittenLetters:
    """A draft for each in `folder`, in its reader's language; that they were written is one change.

    `kind`: None is for each what fits where she stands.

    Each file is there whole or not at all, and none replaces another. Left out, with the reason: whoever restricted
    what is done with her data, a letter in which a field is missing or that tells of a decision nobody made of her,
    and an address that is none.

    Raises:
        Refused: the folder cannot be written, or somebody takes part no more.
    """
    return _write(store, addressees(store, ids, kind), folder, progress, None)


def _write(
    store: Store,
    found: Sequence[Addressee],
    folder: Path,
    progress: Progress,
    about: tuple[Entry, Occasion] | None,
) -> WrittenLetters:
    return write_drafts(
        found,
        folder,
        why_not=why_not,
        draft=lambda each: _draft(store, each),
        note=lambda written: _note(store, written, about),
        progress=progress,
    )


def why_not(each: Addressee) -> Message | None:
    """Why a letter cannot be written as it is."""
    if each.restricted:
        return msg("{name} has restricted what is done with the data, so nothing is written.", name=each.about)
    if not each.fits:
        return msg("{name}: this was not decided, so the letter is not for them.", name=each.about)
    return lacking(each)


def _draft(store: Store, each: Addressee) -> bytes:
    to = MailAddress(each.name, each.email) if each.email else None
    return eml(each.letter, to, _invitation(store, each))


def _invitation(store: Store, each: Addressee) -> tuple[Attachment, ...]:
    """The interview as an entry for the reader's calendar; it names nobody."""
    if each.meeting is None:
        return ()
    content, say = meeting_calendar(store, each.meeting), catalog(each.letter.language)
    data = calendar_bytes(content.events, say, zone=content.zone, name=content.name)
    name = file_names.file_name(say.say(msg("Interview")), ".ics")
    return (calendar_part(name, data, "PUBLISH"),)


def _note(store: Store, written: Sequence[Addressee], about: tuple[Entry, Occasion] | None) -> None:
    now = store.clock()
    kinds = {each.letter.kind for each in written}
    what = nmsg("Write {count} letter", "Write {count} letters", len(written))
    if len(kinds) == 1:
        name = letter_name(kinds.pop())
        what = nmsg("Write {count} letter: {kind}", "Write {count} letters: {kind}", len(written), kind=name)
    with store.changing(what) as session:
        for each in written:
            session.add(
                LetterRecord(
                    programme_id=each.programme,
                    participation_id=each.id,
                    kind=each.letter.kind.value,
                    language=each.letter.language,
                    made_at=now,
                )
            )
        if about is not None:
            entry, occasion = about
            of = entry.subject
            add_step(
                session,
                programme=of.programme,
                alert=entry.alert,
                about=of.about,
                step=occasion.step,
                on=store.today(),
            )
