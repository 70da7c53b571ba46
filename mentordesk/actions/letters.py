"""Letters to participants: drafts in a folder, on paper, handed over one by one; and noting that (R24, R69, R80).

Nothing is sent from here; when a letter was sent is ticked by hand.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import select

from mentordesk.actions.drafting import WrittenLetters, lacking, write_drafts
from mentordesk.actions.laddering import add_step
from mentordesk.documents import file_names, printing
from mentordesk.documents.declared.letter_kinds import LETTER
from mentordesk.documents.edition import Edition
from mentordesk.documents.kinds import ReadyPaper
from mentordesk.documents.papers.letter_paper import LetterContent
from mentordesk.domain.attachments import FILE_BYTES, MEGABYTE
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.letter_ways import LETTER_WAY_NAMES, LetterWay
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.messages.calendar_file import calendar_bytes
from mentordesk.messages.letters import LetterKind, letter_name
from mentordesk.messages.mail_draft import Attachment, MailAddress, calendar_part, eml
from mentordesk.progress import SILENT, Progress
from mentordesk.queries.alert_letters import Occasion, occasion_of
from mentordesk.queries.calendar import meeting_calendar
from mentordesk.queries.enclosures import Enclosing, Enclosure
from mentordesk.queries.letterhead import letterhead
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
    enclosing: Enclosing | None = None,
    progress: Progress = SILENT,
) -> WrittenLetters:
    """A draft for each in `folder`, in its reader's language; that they were written is one change.

    `kind`: None is for each what fits where she stands. `enclosing` finds the papers and files that go with each: a
    paper in the reader's language, to be filled in on screen.

    Each file is there whole or not at all, and none replaces another. Left out, with the reason: whoever restricted
    what is done with her data, a letter in which a field is missing or that tells of a decision nobody made of her,
    one for whom there is nothing of what was to go with it or a paper that cannot be printed, and an address that is
    none.

    Raises:
        Refused: the folder cannot be written, or somebody takes part no more.
    """
    return _write(store, addressees(store, ids, kind, enclosing=enclosing), folder, progress, None)


def print_letters(
    store: Store,
    ids: Sequence[ParticipationId],
    kind: LetterKind | None,
    *,
    folder: Path,
    made_on: date,
    progress: Progress = SILENT,
) -> WrittenLetters:
    """As `write_letters`, on paper: a PDF for each, for the post. What goes with a letter is printed by itself.

    Raises:
        Refused: as `write_letters` does.
    """
    made = write_drafts(
        addressees(store, ids, kind),
        folder,
        why_not=why_not,
        draft=lambda each: _pdf(letter_as_paper(store, each, made_on), each.letter.language, Edition.PAPER),
        note=lambda written: _note(store, written, None, LetterWay.PAPER),
        progress=progress,
        ending=".pdf",
    )
    return replace(made, without_address=())


def letter_as_paper(store: Store, each: Addressee, made_on: date) -> ReadyPaper:
    """The letter as it goes to the printer; whether it may be written as it is, `why_not` knows."""
    head = letterhead(store, each.programme)
    subject, body = each.letter.subject, each.letter.body
    return LETTER.ready(LetterContent(letterhead=head, made_on=made_on, to=each.name, subject=subject, body=body))


def hand_over(store: Store, id_: ParticipationId, kind: LetterKind, way: LetterWay) -> Addressee:
    """The letter as it is now, noted as handed over in this way: copied, or opened in the mail program.

    Raises:
        Refused: it cannot be written as it is, with the reason, or nobody of the id takes part any more.
    """
    (found,) = addressees(store, (id_,), kind)
    if (reason := why_not(found)) is not None:
        raise Refused(reason)
    _note(store, (found,), None, way)
    return found


def tick_sent(store: Store, letters: Collection[str], on: date | None) -> int:
    """The day on which these of the log were sent, as somebody says; None takes it back. How many are changed.

    Raises:
        Refused: the day is to come, or before the letter was made.
    """
    with store.reading() as session:
        rows = session.scalars(select(LetterRecord).where(LetterRecord.id.in_(list(letters)))).all()
    if on is not None and on > store.today():
        raise Refused(msg("{day} is to come: tick a letter when it was sent.", day=on))
    if on is not None and any(row.made_at.date() > on for row in rows):
        raise Refused(msg("On {day} the letter was not written yet.", day=on))
    changed = {row.id for row in rows if row.sent_on != on}
    if not changed:
        return 0
    what = nmsg("{count} letter was sent", "{count} letters were sent", len(changed))
    if on is None:
        what = nmsg("{count} letter was not sent yet", "{count} letters were not sent yet", len(changed))
    with store.changing(what) as session:
        for row in session.scalars(select(LetterRecord).where(LetterRecord.id.in_(changed))):
            row.sent_on = on
    return len(changed)


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
        note=lambda written: _note(store, written, about, LetterWay.DRAFT),
        progress=progress,
    )


def why_not(each: Addressee) -> Message | None:
    """Why a letter cannot be written as it is."""
    if each.restricted:
        return msg("{name} has restricted what is done with the data, so nothing is written.", name=each.about)
    if not each.fits:
        return msg("{name}: this was not decided, so the letter is not for them.", name=each.about)
    if each.lacks_enclosures:
        return msg("{name}: of what was to go with the letter there is nothing yet.", name=each.about)
    return lacking(each)


def _draft(store: Store, each: Addressee) -> bytes:
    to = MailAddress(each.name, each.email) if each.email else None
    return eml(each.letter, to, (*_invitation(store, each), *_enclosed(each)))


def _enclosed(each: Addressee) -> Sequence[Attachment]:
    taken: set[str] = set()
    made: list[Attachment] = []
    for enclosure in each.enclosures:
        one = _attachment(enclosure, each.letter.language, taken)
        taken.add(one.file_name)
        made.append(one)
    size = sum(len(one.content) for one in made)
    if size > FILE_BYTES:
        raise Refused(
            msg(
                "{name}: what goes with the letter has {size} MB, and many mail programs take no more than {most} MB.",
                name=each.about,
                size=-(-size // MEGABYTE),
                most=FILE_BYTES // MEGABYTE,
            )
        )
    return made


def _attachment(enclosure: Enclosure, code: LanguageCode, taken: Collection[str]) -> Attachment:
    content = enclosure.content
    if isinstance(content, Attachment):
        return content
    return Attachment(
        printing.file_name(content, (code,), taken), _pdf(content, code, Edition.SCREEN), "application", "pdf"
    )


def _pdf(paper: ReadyPaper, code: LanguageCode, edition: Edition) -> bytes:
    from mentordesk.documents.typesetting.press import pdf  # loads ReportLab, which no draft without papers needs

    return pdf(paper.document, [catalog(code)], edition).data


def _invitation(store: Store, each: Addressee) -> tuple[Attachment, ...]:
    """The interview as an entry for the reader's calendar; it names nobody."""
    if each.meeting is None:
        return ()
    content, say = meeting_calendar(store, each.meeting), catalog(each.letter.language)
    data = calendar_bytes(content.events, say, zone=content.zone, name=content.name)
    name = file_names.file_name(say.say(msg("Interview")), ".ics")
    return (calendar_part(name, data, "PUBLISH"),)


def _note(store: Store, written: Sequence[Addressee], about: tuple[Entry, Occasion] | None, way: LetterWay) -> None:
    now = store.clock()
    kinds = {each.letter.kind for each in written}
    what = nmsg("Write {count} letter", "Write {count} letters", len(written))
    if len(kinds) == 1:
        name = letter_name(kinds.pop())
        what = nmsg("Write {count} letter: {kind}", "Write {count} letters: {kind}", len(written), kind=name)
    if way is not LetterWay.DRAFT:
        what = msg("{letters}, {way}", letters=what, way=LETTER_WAY_NAMES[way])
    with store.changing(what) as session:
        for each in written:
            session.add(
                LetterRecord(
                    programme_id=each.programme,
                    participation_id=each.id,
                    kind=each.letter.kind.value,
                    language=each.letter.language,
                    made_at=now,
                    way=way,
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
