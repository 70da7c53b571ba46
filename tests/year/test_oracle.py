"""The comparison notices when one thing is false: a rest that was not told, a figure one day off, an alert gone."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.counts import count
from tests.year import oracle, oracle_pairs
from tests.year.facts import Expected, Facts
from tests.year.lived import Lived
from tests.year.oracle import expected
from tests.year.requirements import ONLY_IN_NU, RULES

pytestmark = pytest.mark.timeout(count(240, 36_000))


def _no_rest(facts: Facts) -> None:
    for pair in facts.pairs:
        pair.rests.clear()


def _one_conversation_less(facts: Facts) -> None:
    for pair in facts.pairs[:1]:
        del pair.held[-1:]


def _a_contract_that_was_signed_later(facts: Facts) -> None:
    for pair in facts.pairs:
        pair.signed = None


def _a_meeting_that_nobody_missed(facts: Facts) -> None:
    for meeting in facts.joint:
        meeting.absent.clear()


def _a_deadline_a_day_later(facts: Facts) -> None:
    for due in facts.deadlines:
        due.day += timedelta(1)


def _a_talk_that_was_not_cancelled(facts: Facts) -> None:
    for pair in facts.pairs:
        for each in pair.planned:
            if each.kind == "pair_talk" and each.status == "cancelled":
                each.status = "held"


@pytest.mark.parametrize(
    "false",
    [
        _no_rest,
        _one_conversation_less,
        _a_contract_that_was_signed_later,
        _a_meeting_that_nobody_missed,
        _a_deadline_a_day_later,
        _a_talk_that_was_not_cancelled,
    ],
)
def test_a_false_line_in_the_notebook_is_noticed(nno_year: tuple[Lived, ...], false: Callable[[Facts], None]) -> None:
    assert any(_expected(lived, false) != lived.wanted for lived in nno_year)


def _expected(lived: Lived, false: Callable[[Facts], None]) -> frozenset[Expected]:
    facts = copy.deepcopy(lived.facts)
    false(facts)
    return expected(facts, lived.day)


@pytest.mark.parametrize("rule", sorted({rule.alert for rule in RULES} - ONLY_IN_NU))
def test_an_alert_that_is_silent_is_noticed(nno_year: tuple[Lived, ...], rule: str) -> None:
    silent = [
        replace(lived, said={key: entry for key, entry in lived.said.items() if key.alert != rule})
        for lived in nno_year
    ]

    assert any("should say, and does not: " + rule in line for lived in silent for line in lived.differences)


@pytest.mark.parametrize(
    ("module", "figure"),
    [
        *((oracle_pairs, name) for name in ("SIGN", "FIT", "GOALS", "LAST", "NOTE_TALK", "REMIND", "ASK", "HABIT")),
        *((oracle, name) for name in ("FOLLOW_UP", "FIND_MENTOR")),
    ],
)
def test_a_figure_that_is_off_is_noticed(
    nno_year: tuple[Lived, ...], monkeypatch: pytest.MonkeyPatch, module: object, figure: str
) -> None:
    """By as many days as lie between two that are looked at."""
    monkeypatch.setattr(module, figure, getattr(module, figure) + count(10, 1))

    assert any(expected(lived.facts, lived.day) != lived.wanted for lived in nno_year)


@pytest.mark.parametrize("name", ["facts", "oracle", "oracle_pairs", "requirements", "story"])
def test_the_oracle_and_the_story_know_nothing_of_the_product(name: str) -> None:
    tree = ast.parse((Path(__file__).parent / f"{name}.py").read_text(encoding="utf-8"))
    imported = {each.module or "" for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)}
    imported |= {alias.name for each in ast.walk(tree) if isinstance(each, ast.Import) for alias in each.names}

    assert not {each for each in imported if each.split(".")[0] in ("mentordesk", "ui")}
