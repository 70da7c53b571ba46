"""Many whole rows into one table by one statement of the driver; the journal is not told, whoever calls does that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from sqlalchemy import Connection, Table, insert


def insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Each row says every column of the table; each value is bound as SQLAlchemy binds it.

    A column at a time, for binding row by row takes longer than the database needs to write them.

    Raises:
        KeyError: a row lacks a column.
    """
    if not rows:
        return
    dialect = connection.dialect
    compiled = insert(table).compile(dialect=dialect)
    assert compiled.positiontup is not None, "a driver whose parameters have places"
    columns: list[Sequence[object]] = []
    for name in compiled.positiontup:
        values: list[object] = [row[name] for row in rows]
        bind = table.columns[name].type.dialect_impl(dialect).bind_processor(dialect)
        columns.append(values if bind is None else _bound(values, bind))
    connection.exec_driver_sql(str(compiled), list(zip(*columns, strict=True)))


def _bound(values: Iterable[object], bind: Callable[[object], object]) -> list[object]:
    """Most cells of a column hold nothing, or one of a few words and days: each of those is bound once."""
    known: dict[object, object] = {}
    bound: list[object] = []
    for value in values:
        if isinstance(value, (list, dict)):
            bound.append(bind(value))
            continue
        if value not in known:
            known[value] = bind(value)
        bound.append(known[value])
    return bound
