"""Invented programme settings for property tests: anything that a coordinator could have set."""

from __future__ import annotations

from datetime import date, time

from hypothesis import strategies as st

from mentordesk.domain.criteria import Criterion, Gate, Measure, PaperKind
from mentordesk.domain.introduction import IntroductionItem
from mentordesk.domain.legal_form import LegalForm
from mentordesk.domain.meetings import KINDS
from mentordesk.domain.people import Role
from mentordesk.domain.privacy_notice import PrivacyNotice
from mentordesk.domain.programmes import (
    FACTOR_KEYS,
    NOTED_MEASURES,
    RULE_KEYS,
    AvoidedSpan,
    ConversationRule,
    CostRule,
    Country,
    DeadlineSetting,
    GuideQuestion,
    Intake,
    MatchingSettings,
    MeetingSetting,
    Mode,
    PriorityGroup,
    ProgrammeSettings,
    Signer,
    Timing,
)
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Wording

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
wordings = st.builds(Wording, texts, texts, texts)
keys = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=12)
roles = st.lists(st.sampled_from(Role), max_size=4).map(tuple)
month_days = st.tuples(st.integers(1, 12), st.integers(1, 31))
hours = st.times(time(0), time(11, 59)), st.times(time(12), time(23, 59))
spans = st.one_of(
    st.builds(AvoidedSpan, wordings, weeks=st.tuples(st.integers(1, 53), st.integers(1, 53))),
    st.builds(AvoidedSpan, wordings, dates=st.tuples(month_days, month_days)),
    st.builds(AvoidedSpan, wordings, easter_week=st.just(True)),
    st.builds(AvoidedSpan, wordings, midsummer_eve=st.just(True)),
    st.builds(
        AvoidedSpan,
        wordings,
        days=st.tuples(st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.dates(date(2031, 1, 1), date(2031, 12, 31))),
    ),
)
conversation_rules = st.builds(
    ConversationRule,
    mode=st.sampled_from(Mode),
    rhythm_days=st.integers(1, 400),
    length_minutes=st.integers(1, 300),
    minimum=st.integers(0, 60),
    first_contact=st.sampled_from([Role.MENTEE, Role.MENTOR]),
    starts_at=hours[0],
    neutral_place=st.booleans(),
    dense=st.integers(0, 10),
    later_days=st.integers(1, 400),
)
matchings = st.builds(
    MatchingSettings,
    weights=st.dictionaries(st.sampled_from(FACTOR_KEYS), st.integers(0, 100)),
    rules=st.dictionaries(st.sampled_from(RULE_KEYS[1:]), st.booleans()),
    floor=st.floats(0, 100),
    raise_lowest=st.booleans(),
    gap_years=st.tuples(st.integers(0, 5), st.integers(5, 40)),
    places=st.integers(0, 20),
)


@st.composite
def criteria(draw: st.DrawFn) -> Criterion:
    measure = draw(st.sampled_from(Measure))
    return Criterion(
        key=draw(keys),
        role=draw(st.sampled_from(Role)),
        measure=measure,
        title=draw(wordings),
        gate=draw(st.sampled_from(Gate)),
        figure=draw(st.integers(0, 99)),
        paper=draw(st.sampled_from(PaperKind)) if measure is Measure.PAPER else None,
    )


@st.composite
def meetings(draw: st.DrawFn) -> MeetingSetting:
    kind = draw(st.sampled_from(KINDS))
    others = [timing for timing in Timing if timing is not Timing.PAIR_EACH_SEMESTER]
    timing = Timing.PAIR_EACH_SEMESTER if kind.of_a_pair else draw(st.sampled_from(others))
    return MeetingSetting(
        key=draw(keys),
        kind=kind.key,
        timing=timing,
        title=draw(wordings),
        offset_days=draw(st.integers(-400, 400)),
        days=draw(st.integers(1, 5)),
        every_days=draw(st.integers(1, 400)) if timing is Timing.EACH_ROUND else 0,
        window_days=draw(st.integers(0, 200)),
        starts_at=draw(hours[0]),
        ends_at=draw(hours[1]),
        mode=draw(st.sampled_from(Mode)),
        place=draw(texts),
        audience=draw(roles),
        at_once=draw(st.integers(1, 50)) if kind.of_a_pair else 1,
    )


priorities = st.builds(
    PriorityGroup,
    key=keys,
    role=st.sampled_from(Role),
    title=wordings,
    measure=st.sampled_from([measure for measure in Measure if measure not in NOTED_MEASURES]),
    figure=st.integers(0, 99),
)
deadlines = st.builds(
    DeadlineSetting,
    key=keys,
    title=wordings,
    timing=st.sampled_from([Timing.FROM_START, Timing.MIDDLE, Timing.FROM_END, Timing.EACH_SEMESTER]),
    offset_days=st.integers(-400, 400),
)


def _distinct(things: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(things, max_size=4, unique_by=lambda thing: thing.key).map(tuple)  # type: ignore[attr-defined]


any_settings = st.builds(
    ProgrammeSettings,
    template=keys,
    owner=texts,
    initiative=wordings,
    purposes=st.lists(wordings, max_size=3).map(tuple),
    goals=st.lists(wordings, max_size=3).map(tuple),
    values=st.lists(wordings, max_size=3).map(tuple),
    signers=st.lists(st.builds(Signer, wordings, texts), max_size=2).map(tuple),
    languages=st.lists(st.sampled_from(LanguageCode), min_size=1, max_size=3, unique=True).map(tuple),
    country=st.sampled_from(Country),
    intake=st.sampled_from(Intake),
    months=st.integers(12, 60),
    semesters=st.integers(1, 12),
    capacity=st.none() | st.integers(1, 500),
    cost_rule=st.sampled_from(CostRule),
    conversations=conversation_rules,
    matching=matchings,
    criteria=_distinct(criteria()),
    meetings=_distinct(meetings()),
    deadlines=_distinct(deadlines),
    avoided=st.lists(spans, max_size=3).map(tuple),
    refuse_unknown_units=st.booleans(),
    third_meeting_analysis=st.booleans(),
    value_question=st.booleans(),
    legal_form=st.sampled_from(LegalForm),
    regional_programme=texts,
    priority=_distinct(priorities),
    introduction=_distinct(st.builds(IntroductionItem, keys, wordings, st.booleans(), st.booleans())),
    guide=_distinct(
        st.builds(GuideQuestion, keys, st.sampled_from(Role), wordings, st.none() | wordings, st.booleans())
    ),
    privacy=st.builds(PrivacyNotice, texts, texts, texts, st.integers(0, 120)),
    smallest_group=st.integers(2, 20),
)
