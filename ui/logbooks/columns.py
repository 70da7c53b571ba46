"""What the tables of the Logbooks tab show of a row: the pairs, their twin in words, the conversations of one pair."""

from __future__ import annotations

from mentordesk.domain.programmes import MODE_NAMES
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.conversations import ConversationMark, Outcome
from mentordesk.queries.logbooks import PairStrip, StripState
from ui.language import ntr, say, spoken, tr
from ui.logbooks.strip import SIGN_NAMES, Sign, days_of, last_held, silences_of, strip_in_words
from ui.tables.columns import Align, Column

STATE_TONES: dict[StripState, str] = {
    StripState.ON_TRACK: "good",
    StripState.LONG_SINCE: "warn",
    StripState.BEHIND: "warn",
    StripState.NOT_STARTED: "warn",
    StripState.TOO_EARLY: "plain",
    StripState.ON_HOLD: "plain",
    StripState.ENDED: "plain",
}
_ORDER = (  # who needs to be looked at first
    StripState.LONG_SINCE,
    StripState.NOT_STARTED,
    StripState.BEHIND,
    StripState.TOO_EARLY,
    StripState.ON_TRACK,
    StripState.ON_HOLD,
    StripState.ENDED,
)
_SHORT: dict[StripState, Message] = {
    StripState.LONG_SINCE: msg("Long since last"),
    StripState.BEHIND: msg("Too few so far"),
}


def pair_name(strip: PairStrip) -> str:
    return tr("{mentee} and {mentor}", mentee=strip.mentee, mentor=strip.mentor)


def state_in_words(strip: PairStrip) -> str:
    """As the query says it, but short where that is more than a chip holds; the whole stands in the pane."""
    return say(_SHORT.get(strip.state, strip.sentence))


def count_in_words(strip: PairStrip) -> str:
    """Against the minimum, where the programme has one."""
    if not strip.minimum:
        return spoken().number(strip.held)
    return tr("{held} of {minimum}", held=strip.held, minimum=strip.minimum)


def pair_columns() -> tuple[Column[PairStrip], ...]:
    return (_pair(), _strip(), _next(), _count(), _state())


def twin_columns() -> tuple[Column[PairStrip], ...]:
    """The same rows with each kind of mark in words of its own."""
    signs = tuple(_sign(sign, name) for sign, name in SIGN_NAMES.items())
    silences: Column[PairStrip] = Column(
        key="silences", title=msg("Long silences"), text=silences_of, sort=_longest_silence, width=240
    )
    return (_pair(width=260), *signs, silences, _next(), _count(), _state())


def conversation_columns() -> tuple[Column[ConversationMark], ...]:
    """One column: a conversation is read as two lines."""
    return (
        Column(
            key="conversation",
            title=msg("Conversation"),
            text=conversation_in_words,
            sort=lambda mark: mark.day,
            hint=conversation_in_words,
            width=320,
        ),
    )


def conversation_in_words(mark: ConversationMark) -> str:
    return "; ".join(line for line in (first_line(mark), second_line(mark)) if line)


def first_line(mark: ConversationMark) -> str:
    """When, how long and in what form; of a cancelled one, that it was."""
    parts = [spoken().date(mark.day)]
    if mark.outcome is Outcome.CANCELLED:
        return " · ".join((*parts, tr("cancelled")))
    if mark.minutes is not None:
        parts.append(tr("{minutes} min", minutes=mark.minutes))
    if mark.mode is not None:
        parts.append(say(MODE_NAMES[mark.mode]))
    return " · ".join(parts)


def second_line(mark: ConversationMark) -> str:
    """What else is kept of it: where, from when it was moved, what the mentee has done."""
    parts = [mark.place]
    if mark.outcome is Outcome.MOVED and mark.planned_on is not None:
        parts.append(tr("moved from {day}", day=spoken().day_month(mark.planned_on)))
    if mark.topic_sent:
        parts.append(tr("topic sent"))
    if mark.summary_written:
        parts.append(tr("summary written"))
    return " · ".join(part for part in parts if part)


def conversation_number(mark: ConversationMark) -> str:
    """The entry's id; of one that only the calendar knows, the meeting's."""
    return mark.entry or mark.meeting or ""


def _pair(width: int = 192) -> Column[PairStrip]:
    return Column(key="pair", title=msg("Pair"), text=pair_name, hint=_hint, disc=True, width=width)


def _strip() -> Column[PairStrip]:
    return Column(
        key="strip", title=msg("Conversations"), text=strip_in_words, hint=strip_in_words, sort=_last, width=196
    )


def _next() -> Column[PairStrip]:
    return Column(
        key="next",
        title=msg("Next"),
        text=lambda strip: spoken().day_month(strip.next_on) if strip.next_on else "",
        sort=lambda strip: strip.next_on,
        width=72,
    )


def _count() -> Column[PairStrip]:
    return Column(
        key="held",
        title=msg("Held"),
        text=count_in_words,
        sort=lambda strip: strip.held / max(1, strip.minimum),
        align=Align.RIGHT,
        width=60,
    )


def _state() -> Column[PairStrip]:
    return Column(
        key="state",
        title=msg("State"),
        text=state_in_words,
        sort=lambda strip: _ORDER.index(strip.state),
        tone=lambda strip: STATE_TONES[strip.state],
        hint=lambda strip: say(strip.sentence),
        width=144,
    )


def _sign(sign: Sign, name: Message) -> Column[PairStrip]:
    return Column(key=sign.name.lower(), title=name, text=lambda strip: days_of(strip, sign), width=200)


def _hint(strip: PairStrip) -> str:
    return tr("{pair}, {programme}", pair=pair_name(strip), programme=strip.programme_name)


def _last(strip: PairStrip) -> str | None:
    day = last_held(strip.conversations)
    return None if day is None else day.isoformat()


def _longest_silence(strip: PairStrip) -> int | None:
    return max((gap.days for gap in strip.gaps), default=None)


def figures(strips: tuple[PairStrip, ...]) -> str:
    """The line of figures in the page's head."""
    late = sum(strip.state is StripState.LONG_SINCE for strip in strips)
    held, asked = sum(strip.held for strip in strips), sum(strip.minimum for strip in strips)
    parts = [ntr("{count} pair", "{count} pairs", len(strips))]
    if late:
        parts.append(tr("{count} long since last", count=late))
    if asked:
        parts.append(tr("{held} of {asked} conversations", held=spoken().number(held), asked=spoken().number(asked)))
    else:
        parts.append(ntr("{count} conversation held", "{count} conversations held", held))
    return " · ".join(parts)
