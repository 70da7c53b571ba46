"""Programme templates (R2): data in resources/programmes/, and settings to plain values and back.

To add one: a .toml file there, a line in template_names.py. A coordinator's own template is the same shape as JSON;
the file's shape is programmes.ProgrammeSettings itself.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from mentordesk import places
from mentordesk.domain.criteria import Criterion, Measure
from mentordesk.domain.meetings import meeting_kind
from mentordesk.domain.plain_values import JSON, from_plain, to_plain
from mentordesk.domain.privacy_notice import LONGEST_RETENTION
from mentordesk.domain.programmes import (
    FACTOR_KEYS,
    NOTED_MEASURES,
    RULE_KEYS,
    AvoidedSpan,
    ConversationRule,
    MatchingSettings,
    MeetingSetting,
    PriorityGroup,
    ProgrammeSettings,
    Timing,
)
from mentordesk.domain.template_names import TEMPLATES


@cache
def template(key: str) -> ProgrammeSettings:
    """The settings that a programme starts from.

    Raises:
        KeyError: a key that is no template of ours.
    """
    if key not in TEMPLATES:
        raise KeyError(key)
    with places.resource(f"programmes/{key}.toml").open("rb") as file:
        return settings_from(tomllib.load(file))


def settings_from(mapping: Mapping[str, object]) -> ProgrammeSettings:
    """Settings out of a template's TOML or the database's JSON; what `settings_as` gave comes back equal.

    Raises:
        ValueError: something is unknown, missing or cannot be; the sentence begins with its place.
    """
    settings = from_plain(ProgrammeSettings, mapping)
    for fault in _faults(settings):
        raise ValueError(fault)
    return settings


def settings_as(settings: ProgrammeSettings) -> dict[str, JSON]:
    """Settings as plain values, every one of them, so that a later default changes no stored programme."""
    plain = to_plain(settings)
    assert isinstance(plain, dict)
    return plain


def _faults(settings: ProgrammeSettings) -> Iterator[str]:
    """What cannot be, though each value alone is of its type."""
    if settings.months < 1:
        yield "months: must be at least 1"
    if not 1 <= settings.semesters <= settings.months:
        yield "semesters: at least 1, and each at least a month"
    if settings.capacity is not None and settings.capacity < 1:
        yield "capacity: must be at least 1; leave it out where there is no limit"
    if not settings.languages:
        yield "languages: at least one"
    yield from _conversation_faults(settings.conversations)
    yield from _matching_faults(settings.matching)
    yield from _repeated("criteria", [criterion.key for criterion in settings.criteria])
    for index, criterion in enumerate(settings.criteria):
        yield from _criterion_faults(f"criteria[{index}]", criterion)
    for index, group in enumerate(settings.priority):
        yield from _priority_faults(f"priority[{index}]", group)
    if settings.smallest_group < 2:
        yield "smallest_group: at least 2, for one answer is always somebody's"
    if not 0 <= settings.privacy.retention_months <= LONGEST_RETENTION:
        yield f"privacy.retention_months: from 0 to {LONGEST_RETENTION}"
    for place, keyed in (
        ("priority", settings.priority),
        ("introduction", settings.introduction),
        ("guide", settings.guide),
    ):
        yield from _repeated(place, [item.key for item in keyed])
    yield from _repeated("meetings", [meeting.key for meeting in settings.meetings])
    for index, meeting in enumerate(settings.meetings):
        yield from _meeting_faults(f"meetings[{index}]", meeting)
    yield from _repeated("deadlines", [deadline.key for deadline in settings.deadlines])
    for index, deadline in enumerate(settings.deadlines):
        if deadline.timing in (Timing.EACH_ROUND, Timing.PAIR_EACH_SEMESTER):
            yield f"deadlines[{index}].timing: a deadline cannot be {deadline.timing}"
    for index, span in enumerate(settings.avoided):
        yield from _span_faults(f"avoided[{index}]", span)


def _conversation_faults(rule: ConversationRule) -> Iterator[str]:
    if rule.rhythm_days < 1:
        yield "conversations.rhythm_days: must be at least 1"
    if not 1 <= rule.length_minutes <= 600:
        yield "conversations.length_minutes: from 1 to 600"
    if rule.starts_at.hour * 60 + rule.starts_at.minute + rule.length_minutes >= 24 * 60:
        yield "conversations.starts_at: a conversation ends before midnight"
    if rule.minimum < 0:
        yield "conversations.minimum: cannot be below 0"
    if rule.dense < 0 or (rule.dense > 0 and rule.later_days < 1):
        yield "conversations.dense: cannot be below 0, and needs later_days"


def _matching_faults(matching: MatchingSettings) -> Iterator[str]:
    yield from _unknown("matching.weights", matching.weights, FACTOR_KEYS)
    yield from _unknown("matching.rules", matching.rules, RULE_KEYS)
    for key, weight in matching.weights.items():
        if not 0 <= weight <= 100:
            yield f"matching.weights.{key}: from 0 to 100"
    if not matching.rules.get("capacity", True):
        yield "matching.rules.capacity: is always on"
    if not 0 <= matching.floor <= 100:
        yield "matching.floor: from 0 to 100"
    if not 0 <= matching.gap_years[0] <= matching.gap_years[1]:
        yield "matching.gap_years: the smaller number first, none below 0"
    if matching.places < 0:
        yield "matching.places: cannot be below 0"


def _criterion_faults(place: str, criterion: Criterion) -> Iterator[str]:
    if (criterion.measure is Measure.PAPER) != (criterion.paper is not None):
        yield f"{place}.paper: is named with the measure paper, and only there"
    if criterion.figure < 0:
        yield f"{place}.figure: cannot be below 0"


def _priority_faults(place: str, group: PriorityGroup) -> Iterator[str]:
    if group.measure in NOTED_MEASURES:
        yield f"{place}.measure: a group is found by what is known of people, not by {group.measure}"
    if group.figure < 0:
        yield f"{place}.figure: cannot be below 0"


def _meeting_faults(place: str, meeting: MeetingSetting) -> Iterator[str]:
    try:
        kind = meeting_kind(meeting.kind)
    except KeyError:
        yield f"{place}.kind: {meeting.kind!r} is no kind of meeting"
        return
    if kind.of_a_pair != (meeting.timing is Timing.PAIR_EACH_SEMESTER):
        yield f"{place}.timing: {Timing.PAIR_EACH_SEMESTER} is for meetings of a pair, and only for those"
    if not 1 <= meeting.days <= 5:
        yield f"{place}.days: from 1 to 5, the working days of a week"
    if (meeting.timing is Timing.EACH_ROUND) != (meeting.every_days > 0):
        yield f"{place}.every_days: above 0 with the timing {Timing.EACH_ROUND}, and only there"
    if meeting.window_days < 0:
        yield f"{place}.window_days: cannot be below 0"
    if not 1 <= meeting.at_once <= 50:
        yield f"{place}.at_once: from 1 to 50"
    if meeting.at_once > 1 and not kind.of_a_pair:
        yield f"{place}.at_once: above 1 for meetings of a pair only"
    if meeting.ends_at <= meeting.starts_at:
        yield f"{place}.ends_at: must be later than starts_at"


def _span_faults(place: str, span: AvoidedSpan) -> Iterator[str]:
    once = span.days is not None
    forms = (span.weeks is not None, span.dates is not None, span.easter_week, span.midsummer_eve, once)
    if sum(forms) != 1:
        yield f"{place}: one of weeks, dates, easter_week, midsummer_eve and days"
    if span.weeks is not None and not all(1 <= week <= 53 for week in span.weeks):
        yield f"{place}.weeks: from 1 to 53"
    if span.dates is not None and not all(1 <= month <= 12 and 1 <= day <= 31 for month, day in span.dates):
        yield f"{place}.dates: [month, day] to [month, day]"
    if span.days is not None and span.days[1] < span.days[0]:
        yield f"{place}.days: the first day first"


def _unknown(place: str, keys: Collection[str], known: tuple[str, ...]) -> Iterator[str]:
    for key in sorted(set(keys) - set(known)):
        yield f"{place}.{key}: is none of {', '.join(known)}"


def _repeated(place: str, keys: list[str]) -> Iterator[str]:
    for key, times in Counter(keys).items():
        if times > 1:
            yield f"{place}: the key {key!r} stands {times} times"
