"""One returned form and what becomes of it, as values: for the window, the command line, and the change itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentordesk.actions.returned.proposals import Asked, Problem, Proposal, Shown, Take
from mentordesk.documents.returned.form_reading import ReadForm
from mentordesk.documents.returned.form_troubles import Fault
from mentordesk.domain.form_identity import Origin
from mentordesk.i18n.message import Message, Sayable, msg, nmsg

ChoiceKey = tuple[int, str]
"""Number of the form among those given, from 1; name of a Change."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a form would change; `take` says whose value holds."""

    name: str
    title: Sayable
    now: Shown
    then: Shown
    take: Take

    @property
    def is_conflict(self) -> bool:
        """The file says something else already."""
        return self.now not in (None, "", ())


@dataclass(frozen=True, slots=True)
class Taking:
    """One file and what becomes of it; `refused` says why nothing of it is taken."""

    number: int
    file: str
    title: Message | None = None  # what form it is
    who: str | Message = ""
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()  # answers that cannot be taken as they stand
    notes: tuple[Message, ...] = ()
    refused: Message | None = None
    is_readable: bool = True  # it is a form at all
    is_new: bool = False  # about somebody who is not in the file yet
    own: int = 0  # fields that were filled in and not read

    @property
    def taken(self) -> int:
        return 0 if self.refused else sum(change.take is Take.THEIRS for change in self.changes)

    @property
    def left(self) -> tuple[Change, ...]:
        """What the file says otherwise, and goes on saying."""
        return tuple(change for change in self.changes if change.take is Take.OURS and change.is_conflict)


@dataclass(frozen=True, slots=True)
class Choices:
    chosen: Mapping[ChoiceKey, Take]
    conflicts: Take

    def of(self, number: int, proposal: Proposal) -> Take:
        unasked = self.conflicts if proposal.is_conflict else Take.THEIRS
        return self.chosen.get((number, proposal.name), unasked)


def not_ours(origin: Origin, name: str) -> Message:
    if origin is Origin.OTHER_FILE:
        return msg(
            "“{name}” was made over another MentorDesk file, or whose form it is was changed on its way. Nothing of it "
            "was taken.",
            name=name,
        )
    return msg("“{name}” is a form of another program, so nothing of it was read.", name=name)


def problems_of(asked: Asked, read: ReadForm) -> tuple[Problem, ...]:
    faults = [Problem(asked.title(name), _fault(fault, read, name)) for name, fault in read.faults.items()]
    return (*faults, *dict.fromkeys(asked.problems))


def _fault(fault: Fault, read: ReadForm, name: str) -> Message:
    match fault:
        case Fault.LONG:
            return msg("The answer is longer than the {limit} letters that fit.", limit=read.form.field(name).longest)
        case Fault.TWICE:
            return msg("The field stands in the file twice, with different answers.")
        case Fault.OTHER:
            return msg("The field was changed: it holds something that cannot be answered there.")


def read_again(before: date | None) -> tuple[Message, ...]:
    return () if before is None else (msg("The same form was read on {day} already.", day=before),)


def not_read(read: ReadForm) -> tuple[Message, ...]:
    own = nmsg(
        "{count} field is the writer’s own and was not read.",
        "{count} fields are the writer’s own and were not read.",
        read.own,
    )
    strange = nmsg(
        "{count} field is none of the form’s and was not read.",
        "{count} fields are none of the form’s and were not read.",
        read.unknown,
    )
    return tuple(told for count, told in ((read.own, own), (read.unknown, strange)) if count)
