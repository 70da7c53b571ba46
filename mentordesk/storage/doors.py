"""Sessions that can do no more than their door allows; who opens and closes them is store.py.

A reading session sends SELECTs. A changing session also flushes records, one by one, so that the journal
sees every row; bulk statements, commits and savepoints of one's own are programmer's errors.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, ExecutionContext, event
from sqlalchemy.orm import Session, SessionTransaction, UOWTransaction


class Guard:
    """Stands at the one connection: lets SELECTs pass, and the rest only while it is lifted."""

    def __init__(self, connection: Connection) -> None:
        self._lifted = False
        event.listen(connection, "before_cursor_execute", self._check)

    @contextmanager
    def lifted(self) -> Iterator[None]:
        before = self._lifted
        self._lifted = True
        try:
            yield
        finally:
            self._lifted = before

    def for_flush(self, *_: object) -> None:
        self._lifted = True

    def after_flush(self, *_: object) -> None:
        self._lifted = False

    def _check(
        self,
        connection: Connection,
        cursor: object,
        statement: str,
        parameters: object,
        context: ExecutionContext | None,
        executemany: bool,
    ) -> None:
        if self._lifted:
            return
        compiled = None if context is None else context.compiled
        if compiled is None or not getattr(compiled.statement, "is_select", False):
            raise RuntimeError(f"only SELECTs here; records are changed one by one: {statement[:200]}")


def reading_session(connection: Connection) -> Session:
    session = _session(connection)
    event.listen(session, "before_flush", _refuse_flush)
    return session


def changing_session(connection: Connection, guard: Guard) -> Session:
    session = _session(connection)
    session.info[Guard] = guard
    event.listen(session, "before_flush", guard.for_flush)
    event.listen(session, "after_flush", guard.after_flush)
    return session


def guard_of(session: Session) -> Guard:
    """
    Raises:
        KeyError: the session is not a changing one.
    """
    guard = session.info[Guard]
    assert isinstance(guard, Guard)
    return guard


def _session(connection: Connection) -> Session:
    session = Session(connection, expire_on_commit=False, close_resets_only=False)
    event.listen(session, "before_commit", _refuse_commit)
    event.listen(session, "after_transaction_create", _refuse_savepoint)
    return session


def _refuse_flush(_: Session, __: UOWTransaction, ___: object) -> None:
    raise RuntimeError("nothing can be written while reading; use Store.changing")


def _refuse_commit(_: Session) -> None:
    raise RuntimeError("the store commits at the end of its `with`")


def _refuse_savepoint(_: Session, transaction: SessionTransaction) -> None:
    if transaction.nested:
        raise RuntimeError("a change is done whole or not at all; no savepoints")
