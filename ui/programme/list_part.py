"""A part of the Programme tab that is a list with a form beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from mentordesk.i18n.message import Message
from ui import list_part
from ui.desk import Desk
from ui.programme.view import View
from ui.tables.columns import Column

T = TypeVar("T")


class ListPart(list_part.ListPart[T], View):
    """Subclasses answer `reload`, `number_of` and what their keys do; `show_rows` is where an answer ends."""

    def __init__(
        self, desk: Desk, columns: Sequence[Column[T]], title: Message, *, key: str, table: str, form: str
    ) -> None:
        super().__init__(desk, columns, title, tab="programme", key=key, table=table, form=form)
