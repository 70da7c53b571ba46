"""A conversation slip or a logbook that came back (R60, R61): exactly what the file may hold, by the day of each.

A topic and an answer at check-out come only under a consent of the day that the mentee wrote; without the mentee's
tick and day the process that reads the file has dropped them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from mentordesk.actions.consenting import consent_over, live_consent, reword_over, shared_row
from mentordesk.actions.logbooks import Told, check_day, register_over
from mentordesk.actions.returned.proposals import Asked, Proposal, Proposed, Shown, differing
from mentordesk.actions.returned.whose_pair import names_of
from mentordesk.domain.cleaning import check_length
from mentordesk.domain.conversation_slip import CONVERSATION_SLIP, ENTRY, MOST_ROWS, SHARED_ON
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.forms import YES
from mentordesk.domain.ids import PairId
from mentordesk.domain.logbook_form import MOST_PAGES
from mentordesk.domain.logbooks import ConsentItem
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.privacy import TOPIC_LENGTH
from mentordesk.domain.programmes import MODE_NAMES, Mode
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.conversations import near_meeting
from mentordesk.queries.pairs import pair_record
from mentordesk.storage.records import CheckOutRecord, LogbookEntryRecord, SharedTopicRecord

_MINUTES_OF_A_DAY = 1440
_TICKS = ("topic_sent", "summary_written")
_SAID = {True: msg("Yes"), False: msg("No")}


@dataclass(frozen=True, slots=True)
class _Row:
    """One conversation as the form tells it; None and False: it says nothing."""

    name: str  # "entry.3"
    held_on: date
    minutes: int | None
    mode: Mode | None
    place: str
    topic_sent: bool
    summary_written: bool
    topic: str
    check_out: bool | None

    def field(self, of: str) -> str:
        return f"{self.name}.{of}"


def conversations(asked: Asked) -> Proposed:
    """
    Raises:
        Refused: the pair is not there, or has ended and there would be a new conversation.
    """
    session = asked.session
    pair = PairId(asked.identity.about)
    who, of = names_of(session, pair), pair_record(session, pair)
    shared_on = asked.day_been(SHARED_ON.name) if asked.form.key == CONVERSATION_SLIP.key else None
    rows = _rows(asked)
    there = {
        each.held_on: each
        for each in session.scalars(select(LogbookEntryRecord).where(LogbookEntryRecord.pair_id == pair))
    }
    proposals: list[Proposal] = []
    for row in rows:
        entry = there.get(row.held_on)
        if entry is None:
            if of.status not in RUNNING:
                raise Refused(msg("The pair has ended, so no more conversations are registered for it."))
            title = msg("Conversation of {day}", day=row.held_on)
            proposals.append(Proposal(row.field("held_on"), title, None, _in_short(row)))
        else:
            proposals += _corrections(row, entry)
        if shared_on is not None:
            proposals += _shared(asked, row, entry)

    def apply(chosen: frozenset[str]) -> None:
        for row in rows:
            entry = there.get(row.held_on)
            if entry is None and row.field("held_on") in chosen:
                told = Told(row.held_on, row.minutes, row.mode, row.place, row.topic_sent, row.summary_written)
                made = register_over(session, pair, told, near_meeting(session, pair, row.held_on), asked.today)
                entry = session.get_one(LogbookEntryRecord, made)
            elif entry is not None:
                _correct(row, entry, chosen)
            if entry is not None and shared_on is not None:
                _share(asked, pair, row, entry.id, shared_on, chosen)

    return Proposed(who, tuple(proposals), apply, pair=pair)


def _rows(asked: Asked) -> Sequence[_Row]:
    """Those that tell a day that can be; of two of the same day the first."""
    found: dict[date, _Row] = {}
    most = MOST_ROWS if asked.form.key == CONVERSATION_SLIP.key else MOST_PAGES
    for number in range(1, most + 1):
        row = _row(asked, f"{ENTRY}.{number}")
        if row is None:
            continue
        if row.held_on in found:
            asked.tell(row.field("held_on"), msg("{day} stands on the form twice.", day=row.held_on))
        else:
            found[row.held_on] = row
    return list(found.values())


def _row(asked: Asked, name: str) -> _Row | None:
    mode = asked.one_of(f"{name}.mode", Mode)
    minutes = asked.number(f"{name}.minutes", 1, _MINUTES_OF_A_DAY)
    place, topic = asked.text(f"{name}.place"), asked.text(f"{name}.topic")
    check_out = asked.values.get(f"{name}.worth_meeting_again", "")
    sent, written = (asked.ticked(f"{name}.{each}") for each in _TICKS)
    told = any((mode, minutes, place, topic, check_out, sent, written))
    day_name = f"{name}.held_on"
    problems = len(asked.problems)
    day = asked.day_been(day_name)
    if day is None:
        if told and len(asked.problems) == problems:
            asked.tell(day_name, msg("The day of the conversation is missing."))
        return None
    try:
        check_length(place, NAME_LENGTH)
        check_length(topic, TOPIC_LENGTH)
        pair = pair_record(asked.session, PairId(asked.identity.about))
        registered = select(LogbookEntryRecord.id).where(
            LogbookEntryRecord.pair_id == pair.id, LogbookEntryRecord.held_on == day
        )
        check_day(asked.session, pair, day, asked.session.scalar(registered))
    except Refused as no:
        asked.tell(day_name, no.message)
        return None
    said = None if not check_out else check_out == YES
    return _Row(name, day, minutes, mode, place, sent, written, topic, said)


def _in_short(row: _Row) -> tuple[str | Message, ...]:
    """A new conversation in a line."""
    parts: list[Message | str] = []
    if row.minutes is not None:
        parts.append(msg("{minutes} minutes", minutes=row.minutes))
    if row.mode is not None:
        parts.append(MODE_NAMES[row.mode])
    if row.place:
        parts.append(row.place)
    if row.topic_sent:
        parts.append(msg("topic sent"))
    if row.summary_written:
        parts.append(msg("summary written"))
    return tuple(parts) or (msg("held"),)


def _corrections(row: _Row, entry: LogbookEntryRecord) -> Sequence[Proposal]:
    def of(what: str, title: Message, now: Shown, then: Shown) -> Sequence[Proposal]:
        named = msg("{day}: {field}", day=row.held_on, field=title)
        return differing(row.field(what), named, now, then)

    return (
        *of("minutes", msg("Minutes"), entry.minutes, row.minutes),
        *of("mode", msg("Digitally or in person"), _mode(entry.mode), _mode(row.mode)),
        *of("place", msg("Place"), entry.place, row.place),
        *of("topic_sent", msg("Topic sent in advance"), _said(entry.topic_sent), _said(row.topic_sent)),
        *of("summary_written", msg("Summary written"), _said(entry.summary_written), _said(row.summary_written)),
    )


def _said(told: bool) -> Message | None:
    """A box that nobody ticked is not known to be a no."""
    return _SAID[True] if told else None


def _mode(mode: Mode | None) -> Message | None:
    return None if mode is None else MODE_NAMES[mode]


def _correct(row: _Row, entry: LogbookEntryRecord, chosen: frozenset[str]) -> None:
    for column in ("minutes", "mode", "place", *_TICKS):
        if row.field(column) in chosen:
            setattr(entry, column, getattr(row, column))


def _shared(asked: Asked, row: _Row, entry: LogbookEntryRecord | None) -> Sequence[Proposal]:
    def now(item: ConsentItem) -> SharedTopicRecord | CheckOutRecord | None:
        consent = None if entry is None else live_consent(asked.session, entry.id, item)
        found = None if consent is None else shared_row(asked.session, consent)
        return found if isinstance(found, SharedTopicRecord | CheckOutRecord) else None

    topic, answer = now(ConsentItem.TOPIC), now(ConsentItem.CHECK_OUT)
    known = topic.topic if isinstance(topic, SharedTopicRecord) else None
    said = _SAID[answer.worth_meeting_again] if isinstance(answer, CheckOutRecord) else None
    return (
        *differing(row.field("topic"), msg("{day}: topic, shared", day=row.held_on), known, row.topic),
        *differing(
            row.field("worth_meeting_again"),
            msg("{day}: worth meeting again, shared", day=row.held_on),
            said,
            None if row.check_out is None else _SAID[row.check_out],
        ),
    )


def _share(asked: Asked, pair: PairId, row: _Row, entry: str, shared_on: date, chosen: frozenset[str]) -> None:
    told = ((ConsentItem.TOPIC, "topic", row.topic), (ConsentItem.CHECK_OUT, "worth_meeting_again", row.check_out))
    for item, name, words in told:
        if words in (None, "") or row.field(name) not in chosen:
            continue
        assert words is not None
        consent = live_consent(asked.session, entry, item)
        if consent is None:
            consent_over(asked.session, pair, item, words, given_on=shared_on, today=asked.today, entry=entry)
        else:
            reword_over(asked.session, consent, words)
