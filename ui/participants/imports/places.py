"""Where in a sheet a line of a table belongs: the row's number and the column's heading, the same in every table."""

from __future__ import annotations

from collections.abc import Callable

from mentordesk.i18n.message import msg
from ui.tables.columns import Align, Column, Row


def row_column(number: Callable[[Row], int], *, width: int = 70) -> Column[Row]:
    return Column(
        key="row",
        title=msg("Row"),
        text=lambda line: str(number(line)),
        sort=number,
        align=Align.RIGHT,
        width=width,
    )


def heading_column(heading: Callable[[Row], str]) -> Column[Row]:
    return Column(key="column", title=msg("Column"), text=heading, width=150)
