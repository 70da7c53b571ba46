"""One line of text as a meeting, in three languages: “samtale Kari Per tor 14”, “conversation Kari Per Thu 14:30”.

Nothing is guessed (UX 4.4): every word must be understood, and a line with two readings is refused. Days and times
are quick_when.py's. What was read is said in words before it is taken, and those words are read back as the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mentordesk.domain.cleaning import folded, spelling
from mentordesk.domain.dates import shortened
from mentordesk.domain.ids import PairId
from mentordesk.domain.meetings import MeetingKind, meeting_kind
from mentordesk.domain.quick_when import When, missing, words_of, wrong_weekday
from mentordesk.domain.quick_when import readings as when_readings
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Listed, Message, Sayable, msg

KIND_WORDS: dict[str, tuple[str, ...]] = {
    "conversation": ("conversation", "samtale", "samtal", "mentorsamtale", "mentorssamtal"),
    "pair_talk": (
        *("pair talk", "pair talk with the programme manager"),
        *("parsamtale", "parsamtale med programleder"),
        *("uppföljningssamtal", "uppföljningssamtal med programledaren", "avstämning"),
    ),
    "mentor_training": ("mentor training", "mentoropplæring", "mentorsutbildning"),
    "start_up": ("start-up meeting", "start-up", "startup", "oppstartssamling", "uppstartsträff"),
    "mid_term": ("mid-term meeting", "mid-term", "midtveissamling", "mellanträff", "halvtidsträff"),
    "closing": ("closing meeting", "avslutningssamling", "avslutningsträff"),
    "mentor_network": ("mentor network", "mentornettverk", "mentorsnätverk"),
    "team_planning": (
        *("planning meeting", "planning meeting of the team"),
        *("planleggingsmøte", "planleggingsmøte i programgruppen"),
        *("planeringsmöte", "planeringsmöte i programgruppen"),
    ),
    "team_follow_up": (
        *("follow-up meeting", "follow-up meeting of the team"),
        *("oppfølgingsmøte", "oppfølgingsmøte i programgruppen"),
        *("uppföljningsmöte", "uppföljningsmöte i programgruppen"),
    ),
}
"""What each kind is called; of conversations the ordinary one, for which of them it is the file knows."""
_KINDS = {folded(phrase): kind for kind, phrases in KIND_WORDS.items() for phrase in phrases}
_LONGEST = max(len(phrase.split()) for phrases in KIND_WORDS.values() for phrase in phrases)
_BETWEEN = frozenset({"og", "och", "and", "med", "with", "hos", "&"})
_NAMED = 3
_MOST = 200  # letters


@dataclass(frozen=True, slots=True)
class Whom:
    """A running pair, by its names as they are written."""

    pair: PairId
    names: tuple[str, str]

    @property
    def said(self) -> str:
        return " – ".join(self.names)


@dataclass(frozen=True, slots=True)
class Draft:
    kind: str
    whom: Whom | None  # a joint meeting has none
    day: date
    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Unclear:
    """`why` says what is missing, or has two readings."""

    why: Message


def read(text: str, whom: Sequence[Whom], today: date) -> Draft | Unclear:
    """The one reading of a line; `whom`: the pairs that a meeting can be planned for."""
    words = words_of(text[:_MOST])
    if not words:
        return Unclear(msg("Write what, who, which day and when, such as “conversation Kari Per Thu 14”."))
    begun = _begun(words)
    if begun is None:
        return Unclear(
            msg(
                "“{word}” is no kind of meeting. Begin with one, such as “conversation” or “mentor network”.",
                word=shortened(words[0]),
            )
        )
    found: list[Draft] = []
    why: Message | None = None
    kind, rest = begun
    for at in range(len(rest) + 1):
        for when in when_readings(rest[at:], today):
            drafts, why_not = _drafts(kind, rest[:at], when, whom)
            found += [draft for draft in drafts if draft not in found]
            why = why or why_not
    if len(found) == 1:
        return found[0]
    if found:
        return Unclear(msg("This can be read as several meetings. Write whole names, and the date with its year."))
    return Unclear(wrong_weekday(rest, today) or why or missing(rest, today))


def say(draft: Draft, weekday: str) -> Message:
    """`weekday`: the day's name in the reader's language. In every language `read` takes it for the same draft."""
    kind = title_of(draft)
    if draft.whom is None:
        return msg(
            "{kind}: {weekday} {day}, {begin}–{end}",
            kind=kind,
            weekday=weekday,
            day=draft.day,
            begin=draft.start,
            end=draft.end,
        )
    return msg(
        "{kind}: {who}, {weekday} {day}, {begin}–{end}",
        kind=kind,
        who=draft.whom.said,
        weekday=weekday,
        day=draft.day,
        begin=draft.start,
        end=draft.end,
    )


def title_of(draft: Draft) -> Sayable:
    return meeting_kind(draft.kind).title


def _begun(words: Sequence[str]) -> tuple[MeetingKind, Sequence[str]] | None:
    """The kind of the longest phrase that the line begins with, and what is left of it."""
    for count in range(min(_LONGEST, len(words)), 0, -1):
        key = _KINDS.get(folded(" ".join(words[:count])))
        if key is not None:
            return meeting_kind(key), words[count:]
    return None


def _drafts(
    kind: MeetingKind, names: Sequence[str], when: When, whom: Sequence[Whom]
) -> tuple[list[Draft], Message | None]:
    """Those that fit, or why none does."""
    end = when.end
    if end is None:
        until = datetime.combine(when.day, when.start) + timedelta(minutes=kind.minutes)
        if until.date() != when.day:
            return [], msg("It would last past midnight. Write from when to when, such as 14–15:30.")
        end = until.time()
    elif end <= when.start:
        return [], msg("The meeting ends before it begins. Choose a later end.")
    names = [word for word in names if word.casefold() not in _BETWEEN]
    if not kind.of_a_pair:
        if names:
            left = shortened(" ".join(names))
            return [], msg("“{words}” is not understood. A joint meeting is written with its day and time.", words=left)
        return [Draft(kind.key, None, when.day, when.start, end)], None
    if not names:
        return [], msg("Write whose meeting it is: a name or two of the pair.")
    try:
        return [Draft(kind.key, pair_called(" ".join(names), whom), when.day, when.start, end)], None
    except Refused as no:
        return [], no.message


def pair_called(text: str, whom: Sequence[Whom]) -> Whom:
    """The one pair that has the names, or names that begin so.

    Raises:
        Refused: none has, or several have.
    """
    fitting = _fitting(text.split(), whom)
    if len(fitting) == 1:
        return fitting[0]
    written = shortened(text)
    if not fitting:
        raise Refused(msg("No running pair has the names “{words}”.", words=written))
    some = Listed(tuple(each.said for each in fitting[:_NAMED]))
    raise Refused(
        msg("“{words}” fits several pairs, such as {pairs}. Write more of the names.", words=written, pairs=some)
    )


def _fitting(names: Sequence[str], whom: Sequence[Whom]) -> Sequence[Whom]:
    """The pairs that fit best: by all of their names, by whole names, by their beginnings; å is å before it is a."""
    for fits in (_is_all, _are_among, _begin):
        for fold in (_plain, folded):
            wanted = fold(" ".join(names)).split()
            found = [each for each in whom if fits(wanted, fold(" ".join(each.names)).split())]
            if found:
                return found
    return ()


def _plain(text: str) -> str:
    """Without what stands between names, and å still å."""
    return spelling(text.replace("-", " "))


def _is_all(wanted: Sequence[str], there: Sequence[str]) -> bool:
    return sorted(wanted) == sorted(there)


def _are_among(wanted: Sequence[str], there: Sequence[str]) -> bool:
    return _each_its_own(wanted, there, lambda word, name: word == name)


def _begin(wanted: Sequence[str], there: Sequence[str]) -> bool:
    return _each_its_own(wanted, there, lambda word, name: name.startswith(word))


def _each_its_own(wanted: Sequence[str], there: Sequence[str], fits: Callable[[str, str], bool]) -> bool:
    """Whether every word can have a name of its own."""
    if not wanted:
        return True
    return any(
        fits(wanted[0], name) and _each_its_own(wanted[1:], [*there[:at], *there[at + 1 :]], fits)
        for at, name in enumerate(there)
    )
