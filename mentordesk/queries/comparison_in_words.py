"""A comparison of plans in sentences (R34): what differs, and what it comes to. The figures are `comparison`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mentordesk.domain.scenarios import asks_another_area, said
from mentordesk.i18n.message import Listed, Message, msg, nmsg
from mentordesk.matching.factors import FACTORS
from mentordesk.queries.comparison import Comparison, Differing, PlanCompared, weights_by_factor

_YES, _NO = msg("yes"), msg("no")


@dataclass(frozen=True, slots=True)
class SettingCompared:
    """A setting that is not the same in all plans: its value in each, as shown."""

    title: Message
    values: tuple[Message | int, ...]


def settings_compared(comparison: Comparison) -> tuple[SettingCompared, ...]:
    """Weights first, in the order of the factors; empty where the plans are asked alike."""
    plans, differing = comparison.plans, comparison.differing_weights
    found = [
        SettingCompared(
            msg("Weight of {factor}", factor=factor.title),
            tuple(weights_by_factor(plan.settings)[factor.key] for plan in plans),
        )
        for factor in FACTORS
        if factor.key in differing
    ]
    return (*found, *_others(plans))


def _others(plans: Sequence[PlanCompared]) -> Iterator[SettingCompared]:
    kinds: tuple[tuple[Message, Callable[[PlanCompared], Message | int]], ...] = (
        (msg("Floor, in points"), lambda plan: round(plan.settings.floor)),
        (msg("Raise the lowest pair"), lambda plan: _YES if plan.settings.raise_lowest else _NO),
        (msg("Only mentors from another area"), lambda plan: _YES if asks_another_area(plan.settings) else _NO),
    )
    for title, of in kinds:
        values = tuple(of(plan) for plan in plans)
        if len(set(values)) > 1:
            yield SettingCompared(title, values)
    for title, decided in (
        (msg("Locked pairs"), [plan.locked for plan in plans]),
        (msg("Pairs kept apart"), [plan.apart for plan in plans]),
    ):
        if len(set(decided)) > 1:
            yield SettingCompared(title, tuple(map(len, decided)))


def in_words(comparison: Comparison) -> tuple[Message, ...]:
    """How far the plans agree, then a sentence for whatever sets one apart from the others."""
    return (_agreement(comparison), *_by_level(comparison.plans), *_outdated(comparison.plans))


def differs_in_words(differing: Differing, plans: Sequence[PlanCompared]) -> Message:
    """Such as: Kari Vik: Per Lund in Calm and nobody in Bold."""
    seats = [
        msg("{mentor} in {plan}", mentor=seat.name, plan=said(plan.name))
        if seat.mentor is not None
        else msg("nobody in {plan}", plan=said(plan.name))
        for seat, plan in zip(differing.seats, plans, strict=True)
    ]
    return msg("{mentee}: {seats}.", mentee=differing.name, seats=Listed(tuple(seats)))


def _agreement(comparison: Comparison) -> Message:
    if not comparison.differing:
        return msg("Everybody is with the same mentor in all of these plans.")
    return nmsg(
        "{count} of {all} mentees is with the same mentor in all of these plans.",
        "{count} of {all} mentees are with the same mentor in all of these plans.",
        comparison.alike,
        all=comparison.mentees,
    )


def _by_level(plans: Sequence[PlanCompared]) -> Iterator[Message]:
    """Level by level, as plans are chosen; points by the programme's own weights, the only common measure."""
    if ahead := _ahead(plans, lambda plan: plan.by_programme.unmatched):
        fewest = min(plan.by_programme.unmatched for plan in plans)
        yield nmsg(
            "Fewest are without a mentor in {plans}: {count} mentee.",
            "Fewest are without a mentor in {plans}: {count} mentees.",
            fewest,
            plans=ahead,
        )
    if ahead := _ahead(plans, lambda plan: plan.by_programme.weak):
        fewest = min(plan.by_programme.weak for plan in plans)
        yield nmsg(
            "By the programme’s own weights, fewest pairs are under its floor in {plans}: {count} pair.",
            "By the programme’s own weights, fewest pairs are under its floor in {plans}: {count} pairs.",
            fewest,
            plans=ahead,
        )
    if ahead := _ahead(plans, lambda plan: -(plan.by_programme.worst or 0.0)):
        highest = max(plan.by_programme.worst or 0.0 for plan in plans)
        yield msg(
            "By the programme’s own weights, the lowest pair stands highest in {plans}: {points} points.",
            plans=ahead,
            points=highest,
        )
    if ahead := _ahead(plans, lambda plan: -plan.by_programme.total):
        most = max(plan.by_programme.total for plan in plans)
        yield msg("By the programme’s own weights, most points are in {plans}: {points}.", plans=ahead, points=most)


def _ahead(plans: Sequence[PlanCompared], value: Callable[[PlanCompared], float]) -> Listed | None:
    """The plans with the least value; None where all have it."""
    least = min(map(value, plans))
    ahead = tuple(said(plan.name) for plan in plans if value(plan) == least)
    return None if len(ahead) == len(plans) else Listed(ahead)


def _outdated(plans: Sequence[PlanCompared]) -> Iterator[Message]:
    for plan in plans:
        if not plan.best:
            yield msg("{plan} is no longer the best under its own settings: match again.", plan=said(plan.name))
