"""Who can take something on: whoever runs the programme, as a choice in a form."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from mentordesk.domain.fields import ChoiceField, Choices, FieldValue
from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import msg
from mentordesk.queries.team import TeamMember

OWNER = "owner"


class Owners:
    def __init__(self, members: Iterable[TeamMember], *, also: tuple[ParticipationId | None, str] = (None, "")) -> None:
        """`also`: who has it now, though she may run the programme no more."""
        self.named = {member.id: member.name for member in members}
        now, name = also
        if now is not None:
            self.named.setdefault(now, name)
        self._ids: type[StrEnum] = StrEnum(  # type: ignore[misc]  # known when they are read
            "OwnerIds", {f"member_{at}": id_ for at, id_ in enumerate(self.named)}
        )

    def field(self) -> tuple[ChoiceField, ...]:
        """No field where nobody runs the programme yet."""
        options = tuple((self._ids(id_), msg("{name}", name=name), "") for id_, name in self.named.items())
        return (ChoiceField(OWNER, msg("Owner"), choices=Choices(options)),) if options else ()

    def value(self, owner: ParticipationId | None) -> FieldValue:
        """As the form shows it."""
        return None if owner is None else self._ids(str(owner))


def owner_told(value: FieldValue) -> ParticipationId | None:
    """Of the field's value."""
    return None if value is None else ParticipationId(str(value))
