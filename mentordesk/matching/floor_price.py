"""What a plan's floor costs in points, and what it buys; said of every plan (R32)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.matching.comparison import changes
from mentordesk.matching.scenario import Solution, solve

_SHOWN = 0.05  # points from which one decimal shows something


@dataclass(frozen=True, slots=True)
class FloorPrice:
    """The plan beside the one with most points, which knows no floor and raises nobody; points are 0 to 100 a pair."""

    floor: float
    raised: bool  # the lowest pair was raised too
    points: float  # given up, never below zero
    total: float  # of the plan with most points
    weak_without: int
    weak: int
    worst_without: float | None
    worst: float | None
    moved: int  # mentees who sit with somebody else because of it

    @property
    def share(self) -> float:
        """Of all points, given up: 0 to 1."""
        return self.points / self.total if self.total else 0.0

    @property
    def words(self) -> tuple[Message, ...]:
        """What it costs, then what it buys."""
        if self.floor <= 0 and not self.raised:
            return (msg("This plan has no floor."),)
        return (self._cost(), *self._bought())

    def _cost(self) -> Message:
        floor, total = round(self.floor), round(self.total)
        if self.moved == 0:
            return msg("The floor of {floor} points changes nothing here.", floor=floor)
        if self.points < _SHOWN:
            return msg("The floor of {floor} points costs less than a tenth of a point.", floor=floor)
        if self.raised:
            return msg(
                "The floor of {floor} points and the raised lowest pair cost {points} of {total} points.",
                floor=floor,
                points=self.points,
                total=total,
            )
        return msg(
            "The floor of {floor} points costs {points} of {total} points.",
            floor=floor,
            points=self.points,
            total=total,
        )

    def _bought(self) -> tuple[Message, ...]:
        said = []
        if spared := self.weak_without - self.weak:
            said.append(
                nmsg(
                    "Without it {count} more pair would be under {floor} points.",
                    "Without it {count} more pairs would be under {floor} points.",
                    spared,
                    floor=round(self.floor),
                )
            )
        if self.worst is not None and self.worst_without is not None and self.worst > self.worst_without:
            said.append(
                msg(
                    "The lowest pair has {worst} points instead of {before}.",
                    worst=self.worst,
                    before=self.worst_without,
                )
            )
        return tuple(said)


def floor_price(solution: Solution) -> FloorPrice:
    """With the same locks and vetoes; one more solve."""
    settings = solution.question.settings
    free = replace(solution.question, settings=replace(settings, floor=0.0))
    most = solve(free, shown=solution.mentor_of, raise_lowest=False, numbers=solution.numbers)
    return FloorPrice(
        settings.floor,
        solution.raise_lowest,
        round(most.total - solution.total, 2),
        most.total,
        sum(pair.score < settings.floor for pair in most.pairs),
        solution.weak,
        most.worst,
        solution.worst,
        len(changes(free, most.mentor_of, solution.mentor_of)),
    )
