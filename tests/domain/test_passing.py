"""A warning needs a reason; a position of dependence two confirmations as well; some things nothing passes (UX 5.4)."""

from __future__ import annotations

import pytest

from mentordesk.domain.passing import GRAVENESS, Graveness, PairWarning, Passing, check_passed
from mentordesk.domain.refusals import NotYet, Refused
from mentordesk.i18n.message import msg

SOFT, DEPENDENCE, FIRM = (
    [PairWarning("kari", "per", key, msg("Said")) for key, grave in GRAVENESS.items() if grave is wanted]
    for wanted in (Graveness.SOFT, Graveness.DEPENDENCE, Graveness.FIRM)
)
KEYS = frozenset(each.key for each in DEPENDENCE)
REASON = Passing("They asked for it", "Kari")


def test_nothing_against_a_pair_asks_for_nothing():
    check_passed([], None)


@pytest.mark.parametrize("warning", SOFT, ids=lambda each: each.rule)
def test_a_soft_warning_needs_a_reason_of_one_line(warning):
    with pytest.raises(NotYet) as no:
        check_passed([warning], None)

    assert no.value.details == (warning.sentence,)
    check_passed([warning], REASON)


def test_warnings_can_have_a_reason_each_and_none_passes_another():
    reasons = {each.key: f"For {each.rule}" for each in SOFT}
    check_passed(SOFT, Passing("", "Kari", reasons=reasons))

    for left_out in SOFT:
        fewer = {key: reason for key, reason in reasons.items() if key != left_out.key}
        with pytest.raises(NotYet) as no:
            check_passed(SOFT, Passing("", "Kari", reasons=fewer))
        assert no.value.details == (left_out.sentence,)


def test_a_reason_of_its_own_goes_before_the_common_one():
    first, second = SOFT[:2]
    passing = Passing("For all", "Kari", reasons={first.key: " For  this "})

    assert (passing.reason_for(first), passing.reason_for(second)) == ("For this", "For all")


@pytest.mark.parametrize("passing", [Passing("", "Kari"), Passing("Why", " "), Passing(" \n ", "Kari")])
def test_a_reason_needs_words_and_a_name(passing):
    with pytest.raises(Refused):
        check_passed(SOFT, passing)


@pytest.mark.parametrize("warning", DEPENDENCE, ids=lambda each: each.rule)
def test_a_position_of_dependence_needs_a_reason_and_two_confirmations(warning):
    key = frozenset({warning.key})
    for passing in (
        None,
        REASON,
        Passing("Why", "Kari", confirmed=key),
        Passing("Why", "Kari", confirmed_again=key),
        Passing("Why", "Kari", KEYS - key, KEYS - key),
    ):
        with pytest.raises(NotYet):
            check_passed([warning], passing)
    for passing in (Passing("", "Kari", key, key), Passing("Why", "", key, key)):
        with pytest.raises(Refused):
            check_passed([warning], passing)

    check_passed([warning], Passing("Why", "Kari", key, key))


@pytest.mark.parametrize("warning", FIRM, ids=lambda each: each.rule)
def test_some_things_nothing_passes(warning):
    key = frozenset({warning.key})

    with pytest.raises(Refused, match="cannot be passed") as no:
        check_passed([*SOFT, warning], Passing("Why", "Kari", key, key))

    assert not isinstance(no.value, NotYet)
    assert no.value.details == (warning.sentence,)
