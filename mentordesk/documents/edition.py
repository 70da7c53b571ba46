"""For whom a paper is set: for the pen, or for the keyboard as well."""

from __future__ import annotations

from enum import StrEnum


class Edition(StrEnum):
    """Both have the same pages; only a form differs.

    On screen a form's fields are typed in, and what is known already stands in them. On paper the same stands on the
    page itself: the program's own preview and printer draw no fields.
    """

    PAPER = "paper"
    SCREEN = "screen"
