"""The call for applications: its text, its days, and the channels it goes out by (R26)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import check_length, clean, one_line
from mentordesk.domain.fields import LETTER_LENGTH, NAME_LENGTH
from mentordesk.domain.ids import ChannelId, ProgrammeId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg, nmsg
from mentordesk.storage.records import ApplicationRecord, CallChannelRecord, CallRecord, DeadlineRecord, ProgrammeRecord
from mentordesk.storage.store import Store

APPLICATIONS_DUE = "applications"
"""The deadline of a programme that says what the call says: the last day to apply."""


def write_call(store: Store, programme: ProgrammeId, texts: Mapping[LanguageCode, str]) -> None:
    """In these languages; those that are not given stay as they are, and an empty text takes one away.

    Raises:
        Refused: a text is too long.
    """
    written = {code.value: _text(text) for code, text in texts.items()}
    with store.changing(msg("Write the call of {name}", name=_name(store, programme))) as session:
        call = _call(session, programme)
        laid = {code: text for code, text in (call.texts | written).items() if text}
        if laid != call.texts:
            call.texts = laid


def set_call_days(store: Store, programme: ProgrammeId, *, opens_on: date | None, closes_on: date | None) -> None:
    """The deadline for applications, if the programme has one that is not done, moves along.

    Raises:
        Refused: it closes before it opens.
    """
    if opens_on is not None and closes_on is not None and closes_on < opens_on:
        raise Refused(msg("The call closes on {last}, before it opens on {first}.", last=closes_on, first=opens_on))
    with store.changing(msg("Set the days of the call of {name}", name=_name(store, programme))) as session:
        call = _call(session, programme)
        call.opens_on, call.closes_on = opens_on, closes_on
        if closes_on is not None:
            for deadline in _deadlines(session, programme):
                deadline.due_on = closes_on


def add_channel(
    store: Store, programme: ProgrammeId, name: str, *, published_on: date | None = None, until_on: date | None = None
) -> ChannelId:
    """
    Raises:
        Refused: no name, or one that another channel of the call bears; it ends before it begins.
    """
    called = _channel_name(name)
    _check_days(published_on, until_on)
    with store.changing(msg("Add the channel {name}", name=called)) as session:
        _check_new(session, programme, called)
        channel = CallChannelRecord(programme_id=programme, name=called, published_on=published_on, until_on=until_on)
        session.add(channel)
        return channel.id


def edit_channel(
    store: Store, channel: ChannelId, *, name: str, published_on: date | None, until_on: date | None
) -> None:
    """
    Raises:
        Refused: no name, or one that another channel of the call bears; it ends before it begins, or is gone.
    """
    called = _channel_name(name)
    _check_days(published_on, until_on)
    with store.changing(msg("Edit the channel {name}", name=called)) as session:
        found = _channel(session, channel)
        _check_new(session, found.programme_id, called, but=channel)
        found.name, found.published_on, found.until_on = called, published_on, until_on


def note_published(store: Store, channel: ChannelId, *, on: date | None) -> None:
    """The call went out by this channel; None takes that back.

    Raises:
        Refused: the channel ends before that day, or is gone.
    """
    with store.reading() as session:
        found = _channel(session, channel)
        name, until = found.name, found.until_on
    _check_days(on, until)
    with store.changing(msg("Note when the call went out by {name}", name=name)) as session:
        _channel(session, channel).published_on = on


def remove_channel(store: Store, channel: ChannelId) -> None:
    """
    Raises:
        Refused: somebody applied by it, or it is gone.
    """
    with store.reading() as session:
        name = _channel(session, channel).name
        came = session.scalar(select(func.count()).where(ApplicationRecord.channel_id == channel)) or 0
    if came:
        raise Refused(
            nmsg("{count} application came by {name}.", "{count} applications came by {name}.", came, name=name)
        )
    with store.changing(msg("Remove the channel {name}", name=name)) as session:
        session.delete(_channel(session, channel))


def _call(session: Session, programme: ProgrammeId) -> CallRecord:
    call = session.get(CallRecord, programme)
    if call is None:
        call = CallRecord(programme_id=programme, texts={})
        session.add(call)
    return call


def _deadlines(session: Session, programme: ProgrammeId) -> list[DeadlineRecord]:
    asked = select(DeadlineRecord).where(
        DeadlineRecord.programme_id == programme,
        DeadlineRecord.setting == APPLICATIONS_DUE,
        DeadlineRecord.done_on.is_(None),
    )
    return list(session.scalars(asked))


def _name(store: Store, programme: ProgrammeId) -> str:
    with store.reading() as session:
        return session.get_one(ProgrammeRecord, programme).name


def _channel(session: Session, channel: ChannelId) -> CallChannelRecord:
    found = session.get(CallChannelRecord, channel)
    if found is None:
        raise Refused(msg("This channel was removed meanwhile."))
    return found


def _check_new(session: Session, programme: ProgrammeId, name: str, but: ChannelId | None = None) -> None:
    same = select(CallChannelRecord.id).where(
        CallChannelRecord.programme_id == programme, CallChannelRecord.name == name, CallChannelRecord.id != but
    )
    if session.scalar(same) is not None:
        raise Refused(msg("The call has a channel named {name} already.", name=name))


def _check_days(published_on: date | None, until_on: date | None) -> None:
    if published_on is not None and until_on is not None and until_on < published_on:
        raise Refused(msg("It ends on {last}, before it begins on {first}.", last=until_on, first=published_on))


def _channel_name(text: str) -> str:
    name = one_line(text)
    if not name:
        raise Refused(msg("The channel needs a name."))
    check_length(name, NAME_LENGTH)
    return name


def _text(text: str) -> str:
    cleaned = clean(text)
    check_length(cleaned, LETTER_LENGTH)
    return cleaned
