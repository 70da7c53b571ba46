"""What an application is written down by: its Fields, with the channels of the call among them (R20, R26)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from mentordesk.actions.applications import ApplicationForm
from mentordesk.domain.applications import ORIGIN_NAMES, Origin
from mentordesk.domain.fields import (
    LETTER_LENGTH,
    ChoiceField,
    Choices,
    DateField,
    Field,
    FieldValue,
    TextField,
)
from mentordesk.i18n.message import msg
from mentordesk.queries.applications import ApplicationDetail, ChannelChoice
from ui.forms.form import Row

_ORIGINS = Choices(tuple((origin, ORIGIN_NAMES[origin], "") for origin in Origin))
_RECEIVED = DateField("received_on", msg("Application received on"))
_ORIGIN = ChoiceField("origin", msg("How it came"), choices=_ORIGINS)
_HEARD_OF = TextField("heard_of", msg("Where they heard of it"))
_INFORMED = DateField("informed_on", msg("Informed about the use of the data on"))
_LETTER = TextField("letter", msg("Letter"), length=LETTER_LENGTH, lines=True)
_CHANNEL_KEY = "channel"


def application_fields(channels: Sequence[ChannelChoice]) -> tuple[Field | Row, ...]:
    """In the order of the form; without channels nobody is asked for one."""
    ids = _ids(channels)
    options = tuple((ids(each.id), msg("{name}", name=each.name), "") for each in channels)
    asked = ChoiceField(_CHANNEL_KEY, msg("Channel of the call"), choices=Choices(options))
    return (_RECEIVED, _ORIGIN, *((asked,) if channels else ()), _HEARD_OF, _INFORMED, _LETTER)


def values_of(known: ApplicationDetail) -> Mapping[str, FieldValue]:
    return {
        _RECEIVED.key: known.received_on,
        _ORIGIN.key: known.origin,
        _CHANNEL_KEY: None if known.channel is None else _ids(known.channels)(known.channel),
        _HEARD_OF.key: known.heard_of or None,
        _INFORMED.key: known.informed_on,
        _LETTER.key: known.letter or None,
    }


def form_of(values: Mapping[str, FieldValue], channels: Sequence[ChannelChoice]) -> ApplicationForm:
    received, origin, informed = values[_RECEIVED.key], values[_ORIGIN.key], values[_INFORMED.key]
    return ApplicationForm(
        received if isinstance(received, date) else None,
        origin if isinstance(origin, Origin) else None,
        str(values[_LETTER.key] or ""),
        next((each.id for each in channels if each.id == values[_CHANNEL_KEY]), None),
        str(values[_HEARD_OF.key] or ""),
        informed if isinstance(informed, date) else None,
    )


def _ids(channels: Sequence[ChannelChoice]) -> type[StrEnum]:
    """As a choice wants its values."""
    found: type[StrEnum] = StrEnum("ChannelIds", {f"channel_{at}": each.id for at, each in enumerate(channels)})  # type: ignore[misc]  # known when they are read
    return found
