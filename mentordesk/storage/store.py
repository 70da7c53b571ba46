"""The Store: one file, one connection, one thread, and the two doors to it.

How a file is found good and opened is opening.py's work; copying and checking whole files is backup.py's.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Transaction
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from mentordesk.domain.refusals import Refused
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message
from mentordesk.storage import replay
from mentordesk.storage.connection import engine_of
from mentordesk.storage.doors import Guard, changing_session, reading_session
from mentordesk.storage.failures import in_words, moved_away
from mentordesk.storage.journal import Recorder
from mentordesk.storage.lock import InstanceLock

Listener = Callable[[frozenset[Subject]], None]


class Store:
    """Made by `opening.open_store` or `reading_only.open_for_reading`; every method is for the thread that opened it.

    Errors of disk and file come as Refused with a sentence; then nothing was changed.
    """

    def __init__(
        self,
        path: Path,
        file: sqlite3.Connection,
        lock: InstanceLock | None,
        clock: Callable[[], datetime],
        who: str,
        *,
        read_only: Message | None = None,
    ) -> None:
        self.path = path
        self.read_only = read_only  # why nothing can be changed; None where it can
        self.who = who  # stands in the history beside each change
        self.clock = clock
        self._file = file
        self._opened = path.stat()
        self._lock = lock
        self._connection = engine_of(file, writing=read_only is None).connect()
        self._guard = Guard(self._connection)
        self._listeners: list[Listener] = []
        self._thread = threading.get_ident()
        self._in_use = False
        self._closed = False

    def today(self) -> date:
        return self.clock().astimezone().date()

    def on_commit(self, listener: Listener) -> None:
        """Called after each change, undo and redo with the subjects it touched."""
        self._listeners.append(listener)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that can only ask; what it gave must be plain values before the `with` ends."""
        with self._transaction():
            session = reading_session(self._connection)
            try:
                yield session
            finally:
                session.close()

    @contextmanager
    def changing(self, what: Message, *, undoable: bool = True) -> Iterator[Session]:
        """One transaction, whole or not at all, that undo and history know as `what`.

        With `undoable=False` undo goes no further back than this. A `with` that changes no row leaves no trace.
        Foreign keys are checked at its end, so that rows may come in any order.

        Raises:
            Refused: the store is for reading; the sentence is `read_only`.
        """
        self._refuse_if_read_only()
        with self._transaction() as transaction:
            session = changing_session(self._connection, self._guard)
            try:
                recorder = Recorder(session)
                yield session
                session.flush()
                if not (transaction.is_active and self._file.in_transaction):
                    raise RuntimeError("the change was rolled back inside its `with`")
                with self._guard.lifted():
                    touched = recorder.write(
                        self._connection, what=what, who=self.who, at=self.clock(), undoable=undoable
                    )
            finally:
                session.close()
            if touched:
                self._commit(transaction)
        self._tell(touched)

    def undo(self) -> Message | None:
        """Takes the newest change back and returns its name; None if there is none that can be undone."""
        return self._replay(back=True)

    def redo(self) -> Message | None:
        return self._replay(back=False)

    def undo_name(self) -> Message | None:
        with self._transaction():
            step = replay.next_undo(self._connection)
        return None if step is None or self.read_only is not None else step.what

    def redo_name(self) -> Message | None:
        with self._transaction():
            step = replay.next_redo(self._connection)
        return None if step is None or self.read_only is not None else step.what

    def history(self, limit: int = 200) -> tuple[replay.Step, ...]:
        """The last changes, the newest first."""
        with self._transaction():
            return replay.steps(self._connection, limit)

    def close(self) -> None:
        """Twice is as good as once."""
        if self._closed:
            return
        self._check_thread()
        self._closed = True
        try:
            self._connection.close()
            self._file.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def whole_file(self) -> Iterator[sqlite3.Connection]:
        """The bare connection, outside a transaction, for what concerns the file and no rows: copies and checks."""
        with self._door():
            yield self._file

    def _refuse_if_read_only(self) -> None:
        if self.read_only is not None:
            raise Refused(self.read_only)

    def _replay(self, *, back: bool) -> Message | None:
        self._refuse_if_read_only()
        with self._transaction() as transaction:
            step = replay.next_undo(self._connection) if back else replay.next_redo(self._connection)
            if step is None:
                return None
            with self._guard.lifted():
                touched = replay.replay(self._connection, step, back=back, at=self.clock())
            self._commit(transaction)
        self._tell(touched)
        return step.what

    def _tell(self, touched: frozenset[Subject]) -> None:
        if touched:
            for listener in self._listeners:
                listener(touched)

    @contextmanager
    def _transaction(self) -> Iterator[Transaction]:
        """What is not committed inside is rolled back."""
        with self._door():
            transaction = self._connection.begin()
            try:
                self._file.execute("PRAGMA defer_foreign_keys = ON")  # until this transaction's end
                yield transaction
            finally:
                transaction.close()

    def _commit(self, transaction: Transaction) -> None:
        if not self._is_in_place():
            raise moved_away(self.path)
        try:
            transaction.commit()
        except IntegrityError as error:
            for table, _, parent, _ in self._file.execute("PRAGMA foreign_key_check"):
                error.add_note(f"a row of {table} points at no row of {parent}")
            raise

    def _is_in_place(self) -> bool:
        """Whether our path still leads to our file: SQLite asks only at the first change of an exclusive lock."""
        try:
            return os.path.samestat(self.path.stat(), self._opened)
        except FileNotFoundError:
            return False

    @contextmanager
    def _door(self) -> Iterator[None]:
        """One at a time; whatever went wrong inside, no transaction stays open behind it."""
        self._check_thread()
        if self._closed:
            raise RuntimeError("the store is closed")
        if self._in_use:
            raise RuntimeError("a session is open already; one `with` must end before the next begins")
        self._in_use = True
        try:
            with in_words(self.path):
                try:
                    yield
                finally:
                    if self._file.in_transaction:  # SQLite may have rolled back by itself, as on a full disk
                        self._file.execute("ROLLBACK")
        finally:
            self._in_use = False
            self._guard.after_flush()

    def _check_thread(self) -> None:
        if threading.get_ident() != self._thread:
            raise RuntimeError("a store is used by the thread that opened it, and by no other")
