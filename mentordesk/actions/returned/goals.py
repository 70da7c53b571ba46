"""A goal document that came back (R62): days and status of every goal; its words only where the pair shares them.

That the form's own box for sharing is ticked the process that reads the file has seen to.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from mentordesk.actions.goals import move_over, share_over
from mentordesk.actions.returned.proposals import Asked, Proposal, Proposed, differing
from mentordesk.actions.returned.whose_pair import names_of
from mentordesk.domain.goal_form import DAYS, GOAL, MOST_GOALS
from mentordesk.domain.goals import GOAL_STATUS_NAMES, GoalStatus
from mentordesk.domain.ids import GoalId, PairId
from mentordesk.domain.pairs import RUNNING
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, Sayable, msg
from mentordesk.queries.pairs import pair_record
from mentordesk.storage.records import (
    ConsentRecord,
    GoalDocumentRecord,
    GoalRecord,
    GoalStepRecord,
    PairRecord,
    SharedTextRecord,
)

_BEEN = ("agreed_on", "mid_seen_on", "closed_on")


def goals(asked: Asked) -> Proposed:
    """
    Raises:
        Refused: the pair is not there, or has ended and there would be a new goal.
    """
    session = asked.session
    pair = pair_record(session, PairId(asked.identity.about))
    who = names_of(session, pair.id)
    days = {each.name: asked.day_been(each.name) if each.name in _BEEN else asked.day(each.name) for each in DAYS}
    _check_days(asked, days)
    there = {each.number: each for each in session.scalars(select(GoalRecord).where(GoalRecord.pair_id == pair.id))}
    read = [_Goal(asked, pair, number, there.get(number), days) for number in range(1, MOST_GOALS + 1)]
    document = session.scalar(select(GoalDocumentRecord).where(GoalDocumentRecord.pair_id == pair.id))
    proposals = [each for goal in read for each in goal.proposals()]
    for field in DAYS:
        proposals += differing(field.name, field.label, _day(document, field.name), days[field.name])
    if pair.status not in RUNNING and any(goal.is_new for goal in read):
        raise Refused(msg("The pair has ended, so no more goals are set for it."))

    def apply(chosen: frozenset[str]) -> None:
        for goal in read:
            goal.apply(chosen)
        told = {name: day for name, day in days.items() if name in chosen}
        if told:
            kept = document or GoalDocumentRecord(pair_id=pair.id, version=1)
            session.add(kept)
            for name, day in told.items():
                setattr(kept, name, day)

    return Proposed(who, tuple(proposals), apply, pair=pair.id)


class _Goal:
    """One goal of the form beside the one that the file has under its number."""

    def __init__(
        self, asked: Asked, pair: PairRecord, number: int, kept: GoalRecord | None, days: dict[str, date | None]
    ) -> None:
        self._asked, self._pair, self._number, self._kept = asked, pair, number, kept
        self._due = asked.day(self._name("due_on"))
        self._statuses = [
            (name, asked.one_of(self._name(name), GoalStatus), days[day] or asked.today)
            for name, day in (("halfway", "mid_seen_on"), ("at_end", "closed_on"))
        ]
        self._set_on = days["agreed_on"] or asked.today
        self._words = {name: asked.lines(self._name(name)) for name in ("words", "measure")}
        if not pair.goals_shared:
            for name, text in self._words.items():
                if text:
                    asked.tell(self._name(name), _NOT_SHARED)
            self._words = dict.fromkeys(self._words, "")
        set_on = self._set_on if kept is None else kept.set_on
        if self._due is not None and set_on is not None and self._due < set_on:
            asked.tell(self._name("due_on"), msg("The goal was set on {day}, so it cannot be due before.", day=set_on))
            self._due = None

    @property
    def is_new(self) -> bool:
        told = (self._due, *self._words.values(), *(status for _, status, _ in self._statuses))
        return self._kept is None and any(told)

    def proposals(self) -> Sequence[Proposal]:
        found: list[Proposal] = []
        found += differing(
            self._name("due_on"),
            self._titled(msg("To be reached by")),
            None if self._kept is None else self._kept.due_on,
            self._due,
        )
        for name, status, day in self._statuses:
            known = self._status_of(day)
            if status is not None and status is not (known or GoalStatus.OPEN):
                now = None if known is None else GOAL_STATUS_NAMES[known]
                title = self._titled(msg("status on {day}", day=day))
                found.append(Proposal(self._name(name), title, now, GOAL_STATUS_NAMES[status]))
        for (name, text), consent in zip(self._words.items(), self._consents(), strict=True):
            label = self._asked.form.field(self._name(name)).label
            shared = None if consent is None else self._asked.session.get(SharedTextRecord, consent)
            found += differing(self._name(name), self._titled(label), None if shared is None else shared.text, text)
        if self.is_new and not found:  # a goal that is only known to stand as every goal begins
            found.append(Proposal(self._name("halfway"), self._titled(msg("new")), None, msg("Not started")))
        return found

    def apply(self, chosen: frozenset[str]) -> None:
        mine = {name for name in chosen if name.startswith(self._name(""))}
        if not mine:
            return
        session, today = self._asked.session, self._asked.today
        if self._kept is None:
            self._kept = GoalRecord(pair_id=self._pair.id, number=self._number, set_on=self._set_on)
            session.add(self._kept)
            session.flush()
        if self._name("due_on") in mine:
            self._kept.due_on = self._due
        for name, status, day in self._statuses:
            if status is not None and self._name(name) in mine:
                move_over(session, GoalId(self._kept.id), status, on=day, today=today)
        texts = [text if self._name(name) in mine else "" for name, text in self._words.items()]
        share_over(session, self._pair, self._kept, (texts[0], texts[1]), on=self._shared_on(), today=today)

    def _shared_on(self) -> date:
        return min(self._set_on, self._asked.today)

    def _status_of(self, day: date) -> GoalStatus | None:
        """As the file has it noted for that very day."""
        if self._kept is None:
            return None
        asked = select(GoalStepRecord.status).where(
            GoalStepRecord.goal_id == self._kept.id, GoalStepRecord.reached_on == day
        )
        return self._asked.session.scalar(asked) or self._kept.status

    def _consents(self) -> tuple[str | None, str | None]:
        if self._kept is None:
            return None, None
        return self._live(self._kept.consent_id), self._live(self._kept.measure_consent_id)

    def _live(self, consent: str | None) -> str | None:
        if consent is None or self._asked.session.get_one(ConsentRecord, consent).revoked_on is not None:
            return None
        return consent

    def _name(self, field: str) -> str:
        return f"{GOAL}.{self._number}.{field}"

    def _titled(self, field: Sayable) -> Message:
        return msg("Goal {number}: {field}", number=self._number, field=field)


def _day(document: GoalDocumentRecord | None, name: str) -> date | None:
    day: date | None = None if document is None else getattr(document, name)
    return day


def _check_days(asked: Asked, days: dict[str, date | None]) -> None:
    """Halfway and the end lie after the agreement, if both are told."""
    agreed = days["agreed_on"]
    for name in ("mid_seen_on", "closed_on"):
        day = days[name]
        if agreed is not None and day is not None and day < agreed:
            asked.tell(name, msg("The goal document was agreed on {day}, so this cannot be before.", day=agreed))
            days[name] = None


_NOT_SHARED = msg(
    "The pair does not share its goals, so only their number, dates and status are kept. If it ticked "
    "“shared” in its contract, note that first."
)
