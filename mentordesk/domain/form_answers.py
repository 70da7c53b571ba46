"""What several forms ask for alike: yes or no, one value out of ours, the day on which it was filled in."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.forms import NO, YES, AnswerKind, FormField, Option
from mentordesk.domain.programmes import Mode
from mentordesk.i18n.message import Message, Sayable, msg

MODES: dict[Mode, Message] = {Mode.DIGITAL: msg("Digitally"), Mode.PHYSICAL: msg("In person")}
V = TypeVar("V", bound=StrEnum)
YES_OR_NO = (Option(YES, msg("Yes")), Option(NO, msg("No")))
SIGNED_ON = FormField("signed_on", msg("Date"), AnswerKind.DAY)
SIGNATURE = FormField("signature", msg("Signature"), lines=2, longest=NAME_LENGTH)  # or the name, on screen


def options(names: Mapping[V, Message]) -> tuple[Option, ...]:
    """Each value's own key, so that what comes back is read by the enumeration itself."""
    return tuple(Option(value.value, name) for value, name in names.items())


def one_of(name: str, label: Sayable, names: Mapping[V, Message]) -> FormField:
    """A question that one of our values answers."""
    return FormField(name, label, AnswerKind.ONE_OF, options(names))


def yes_or_no(name: str, label: Sayable, *, taken: bool = True) -> FormField:
    """A question that is left open where neither is ticked."""
    return FormField(name, label, AnswerKind.ONE_OF, YES_OR_NO, taken=taken)
