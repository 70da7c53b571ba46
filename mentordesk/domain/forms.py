"""What comes back on a form: its fields by name, and which of them may be read (R22, R60, R61, R65).

A form is declared once; the paper that prints it, the process that reads it and the change that takes it all use
these names. How a field looks is documents/typesetting/entries.py's, where a value goes is actions/taking_forms.py's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from mentordesk.i18n.message import Sayable

_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")  # ASCII: a field's name is a key in a PDF


class AnswerKind(StrEnum):
    TEXT = "text"  # on one line
    LINES = "lines"
    DAY = "day"
    NUMBER = "number"
    TICK = "tick"
    ONE_OF = "one_of"


TICKED = "yes"  # the value of a box that is ticked; of one that is not, it is ""
YES, NO = "yes", "no"  # the keys of the two answers to a question that has no others


@dataclass(frozen=True, slots=True)
class Option:
    """An answer of which one is chosen; the key is what the form gives back."""

    key: str
    title: Sayable


@dataclass(frozen=True, slots=True)
class FormField:
    """A field to fill in; with `taken` false it is the writer's own: printed and typed in, and never read (R60)."""

    name: str
    label: Sayable
    kind: AnswerKind = AnswerKind.TEXT
    options: tuple[Option, ...] = ()
    taken: bool = True
    lines: int = 1  # of room on the paper
    longest: int = 1_000  # letters that are read

    def __post_init__(self) -> None:
        assert _NAME.fullmatch(self.name), self.name
        assert bool(self.options) == (self.kind is AnswerKind.ONE_OF), self.name


@dataclass(frozen=True, slots=True)
class Form:
    """`key` is that of its kind of document; whoever changes the fields gives it a higher version.

    `keeps_file`: the returned file is kept beside what was read, as the paper that it is.
    """

    key: str
    version: int
    fields: tuple[FormField, ...]
    keeps_file: bool = False
    earlier: tuple[Form, ...] = ()  # versions that are still out among people

    def __post_init__(self) -> None:
        names = [field.name for field in self.fields]
        assert len(set(names)) == len(names), self.key

    def field(self, name: str) -> FormField:
        """Raises KeyError: the form has no such field."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    def of_version(self, version: int) -> Form | None:
        """As it was printed then; None for a version that never was."""
        return next((each for each in (self, *self.earlier) if each.version == version), None)


def rows(name: str, fields: Iterable[FormField], most: int) -> tuple[FormField, ...]:
    """The same fields `most` times: "goal.1.due", "goal.2.due" and so on."""
    pattern = tuple(fields)
    return tuple(
        replace(field, name=f"{name}.{number}.{field.name}") for number in range(1, most + 1) for field in pattern
    )
