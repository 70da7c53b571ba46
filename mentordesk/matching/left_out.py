"""Why a mentee has no mentor, in sentences: who competes for too few places, which rules stand in the way (R32).

The counting is in `shortage`; a decision not to match somebody (R36) is not made here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Listed, Message, msg, nmsg
from mentordesk.matching.candidates import Candidate
from mentordesk.matching.levels import Mask, Whole
from mentordesk.matching.rules import RULES
from mentordesk.matching.shortage import Shortage, lifting, shortages
from mentordesk.matching.terms import term

_NAMED = 6
"""So many people a sentence can name; more are counted."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A mentee without a mentor, with the others she competes with and all reasons in words."""

    mentee: ParticipationId
    competing: tuple[ParticipationId, ...]
    mentors: tuple[ParticipationId, ...]
    places: int
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """Those who were to be placed, and where they sit; planes and `mentor_of` have a row for each of `mentees`."""

    mentees: Sequence[Candidate]
    mentors: Sequence[Candidate]
    allowed: Mask
    places: Whole
    broken: Mapping[str, Mask]
    mentor_of: Whole

    def left_out(self) -> tuple[LeftOut, ...]:
        """Everybody without a mentor, in the order of the mentees."""
        return tuple(self._told(found) for found in shortages(self.allowed, self.places, self.mentor_of))

    def _told(self, shortage: Shortage) -> LeftOut:
        competing = tuple(self.mentees[row].id for row in shortage.mentees if row != shortage.mentee)
        return LeftOut(
            self.mentees[shortage.mentee].id,
            competing,
            tuple(self.mentors[column].id for column in shortage.mentors),
            shortage.places,
            (self._competition(shortage), *self._hindrances(shortage), *self._relief(shortage)),
        )

    def _competition(self, shortage: Shortage) -> Message:
        name = self.mentees[shortage.mentee].name
        if not shortage.mentors:
            return msg("No mentor with a free place may be matched with {mentee}.", mentee=name)
        if len(shortage.mentees) > _NAMED:
            return msg(
                "{mentee} and {others} other mentees compete for {places} places.",
                mentee=name,
                others=len(shortage.mentees) - 1,
                places=shortage.places,
            )
        others = tuple(self.mentees[row].name for row in shortage.mentees if row != shortage.mentee)
        mentors = tuple(self.mentors[column].name for column in shortage.mentors)
        return nmsg(
            "{mentee} competes with {others} for {count} place, with {mentors}.",
            "{mentee} competes with {others} for {count} places, with {mentors}.",
            shortage.places,
            mentee=name,
            others=Listed(others),
            mentors=Listed(mentors),
        )

    def _hindrances(self, shortage: Shortage) -> Iterator[Message]:
        """The rules that take mentors with a place from her."""
        open_ = self.places > 0
        for rule in RULES:
            if rule.key in self.broken and (stopped := int((self.broken[rule.key][shortage.mentee] & open_).sum())):
                yield nmsg(
                    "The rule “{rule}” stands between {mentee} and {count} mentor with a free place.",
                    "The rule “{rule}” stands between {mentee} and {count} mentors with a free place.",
                    stopped,
                    rule=rule.title,
                    mentee=self.mentees[shortage.mentee].name,
                )

    def _relief(self, shortage: Shortage) -> Iterator[Message]:
        """What would help: a rule lifted, or one place more."""
        titles = {rule.key: rule.title for rule in RULES}
        for relief in lifting(self.broken, self.allowed, self.places, self.mentor_of, shortage):
            if relief.rule != "own_mentor":
                yield nmsg(
                    "If “{rule}” did not hold for those who compete, {count} more mentee would have a mentor.",
                    "If “{rule}” did not hold for those who compete, {count} more mentees would have a mentor.",
                    relief.seated,
                    rule=titles[relief.rule],
                )
        if shortage.mentors:
            yield self._place_more(shortage)

    def _place_more(self, shortage: Shortage) -> Message:
        """With any one of the mentors they compete for; many of them are told by the areas that have no others."""
        mentee = self.mentees[shortage.mentee].name
        if len(shortage.mentors) <= _NAMED:
            mentors = Listed(tuple(self.mentors[column].name for column in shortage.mentors), any_of=True)
            return msg("One more place with {mentors} would be enough for {mentee}.", mentors=mentors, mentee=mentee)
        if areas := self._areas(shortage):
            return msg(
                "One more place with mentors in {areas} would be enough for {mentee}.",
                areas=Listed(areas, any_of=True),
                mentee=mentee,
            )
        return msg(
            "One more place with any of the {mentors} mentors they compete for would be enough for {mentee}.",
            mentors=len(shortage.mentors),
            mentee=mentee,
        )

    def _areas(self, shortage: Shortage) -> tuple[str, ...]:
        """Those in which every mentor with a place is one they compete for, the largest first."""
        inside = Counter(term(self.mentors[column].area) for column in shortage.mentors)
        everywhere = Counter(term(self.mentors[column].area) for column in (self.places > 0).nonzero()[0].tolist())
        names = {term(self.mentors[column].area): self.mentors[column].area for column in shortage.mentors}
        whole = [(area, many) for area, many in inside.items() if area and many == everywhere[area]]
        whole.sort(key=lambda one: (-one[1], one[0]))
        return tuple(names[area] for area, _ in whole[:_NAMED])
