"""All work that is not painting: one thread for the file, a small pool for pure work (design D8).

Questions and changes go through the file's thread in the order in which they came; a newer question of the same key
replaces an older one. Answers come back on the window's thread, and are dropped if their asker is gone.
Each is begun when the window has painted: two threads that both want the interpreter would hold each other up.
Not here: what a question or a change is.
"""

from __future__ import annotations

import functools
import itertools
import queue
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from mentordesk.domain.refusals import Refused
from mentordesk.domain.subjects import Subject
from mentordesk.i18n.message import Message
from mentordesk.progress import SILENT, Cancelled, Progress
from ui.changes import Changes

if TYPE_CHECKING:
    from mentordesk.actions.files import Store

_T = TypeVar("_T")
Then: TypeAlias = Callable[[_T], None]
No: TypeAlias = Callable[[Refused], None]
_Task: TypeAlias = Callable[[], None]


class Work(QObject):
    """One for a window; every method is for the window's thread."""

    done = Signal(object)  # Message: the name of a change that was just made
    saved = Signal(object)  # datetime of the commit
    refused = Signal(object)  # Refused that nobody in particular waits for
    failed = Signal(object)  # BaseException: a fault of ours
    begun = Signal(object, object)  # Message, Progress: long work under way
    stepped = Signal(int, int)  # done, total of the newest long work
    ended = Signal(object)  # Progress of a long work that is over
    _deliver = Signal(object)

    def __init__(self, changes: Changes) -> None:
        super().__init__()
        self._changes = changes
        self._to_come: deque[_Task] = deque()  # for the file's thread, which has one at a time
        self._pure_to_come: list[_Task] = []
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="pure work")
        self._tickets = itertools.count(1)
        self._newest: dict[str, int] = {}
        self._running = 0
        self._is_file_busy = False
        self._store: Store | None = None
        self._subjects: frozenset[Subject] = frozenset()
        self._deliver.connect(self._receive, Qt.ConnectionType.QueuedConnection)
        self._painted = QTimer(self)
        self._painted.setSingleShot(True)
        self._painted.setInterval(0)  # comes after what waits to be laid out and painted
        self._painted.timeout.connect(self._begin_next)
        self._thread = threading.Thread(target=self._run, name="the file", daemon=True)
        self._thread.start()

    @property
    def idle(self) -> bool:
        return self._running == 0

    def open(self, opener: Callable[[], Store], then: Then[Store], refused: No) -> None:
        """Opens a file on the file's thread; one that is open is closed first, but only when the new one is good."""

        def task() -> Store:
            opened = opener()
            if self._store is not None:
                self._store.close()
            self._store = opened
            opened.on_commit(self._touched)
            return opened

        self._put(task, then, refused)

    def prepare(self, loading: Callable[[], None]) -> None:
        """Loads something on the file's thread before anybody needs it."""
        self._put(loading, _ignored, None)

    def ask(self, key: str, question: Callable[[Store], _T], then: Then[_T], refused: No | None = None) -> None:
        """Asks the file; a question of the same key that was not answered yet never will be."""
        ticket = self._newest[key] = next(self._tickets)

        def task() -> _T | None:
            return question(self._open_store()) if self._newest.get(key) == ticket else None

        def answered(answer: _T | None) -> None:
            if self._newest.get(key) == ticket:
                then(answer)  # type: ignore[arg-type]  # None only where _T has it: the newest task always asks

        self._put(task, _for(then, answered), refused)

    def change(self, action: Callable[[Store], _T], then: Then[_T] | None = None, refused: No | None = None) -> None:
        """Does one action; what it touched is told to every page, then `then` is called."""

        def task() -> _T:
            return self._do(action)

        self._put(task, then or _ignored, refused)

    def change_at_length(
        self,
        title: Message,
        action: Callable[[Store, Progress], _T],
        then: Then[_T] | None = None,
        refused: No | None = None,
    ) -> None:
        """As change, for work of seconds: with its progress in the window, and a way to stop it."""
        progress = self._begin(title)

        def task() -> _T:
            return self._do(lambda store: action(store, progress))

        self._put(task, then or _ignored, refused, progress=progress)

    def compute(
        self,
        key: str,
        pure: Callable[[Progress], _T],
        then: Then[_T],
        *,
        title: Message | None = None,
        refused: No | None = None,
    ) -> None:
        """Pure work in the pool: no store. A newer one of the same key takes its place, and stops it."""
        ticket = self._newest[key] = next(self._tickets)
        progress = SILENT if title is None else self._begin(title)

        def task() -> _T:
            if self._newest.get(key) != ticket:  # its place was taken before it began
                raise Cancelled
            return pure(progress)

        def answered(answer: _T) -> None:
            if self._newest.get(key) == ticket:
                then(answer)

        self._running += 1
        self._pure_to_come.append(
            functools.partial(self._perform, task, _for(then, answered), refused, progress, False)
        )
        self._painted.start()

    def undo(self, then: Then[Message | None] | None = None) -> None:
        self._put(lambda: self._do(lambda store: store.undo(), name_it=False), then or _ignored, None)

    def redo(self, then: Then[Message | None] | None = None) -> None:
        self._put(lambda: self._do(lambda store: store.redo(), name_it=False), then or _ignored, None)

    def forget(self, key: str) -> None:
        """Whoever asked under this key is not interested any more."""
        self._newest.pop(key, None)

    def close(self) -> None:
        """Ends the file's thread when everything asked before is done; closes the file."""
        while self._to_come:
            self._tasks.put(self._to_come.popleft())
        self._tasks.put(self._close_store)
        self._tasks.put(None)
        self._thread.join()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _begin(self, title: Message) -> Progress:
        progress = Progress(self.stepped.emit)
        self.begun.emit(title, progress)
        return progress

    def _put(self, task: Callable[[], _T], then: Then[_T], refused: No | None, *, progress: Progress = SILENT) -> None:
        self._running += 1
        self._to_come.append(functools.partial(self._perform, task, then, refused, progress, True))
        self._painted.start()

    def _begin_next(self) -> None:
        for pure in self._pure_to_come:
            self._pool.submit(pure)
        self._pure_to_come.clear()
        if self._to_come and not self._is_file_busy:
            self._is_file_busy = True
            self._tasks.put(self._to_come.popleft())

    def _run(self) -> None:
        while (task := self._tasks.get()) is not None:
            task()

    def _perform(
        self, task: Callable[[], _T], then: Then[_T], refused: No | None, progress: Progress, of_file: bool
    ) -> None:
        """On a worker's thread: does it, and sends what came of it to the window's."""
        outcome: _Task
        try:
            result = task()
            outcome = functools.partial(_tell, then, result)
        except Refused as no:
            outcome = functools.partial(_tell, refused or self.refused.emit, no)
        except Cancelled:
            outcome = _nothing
        except Exception as fault:  # noqa: BLE001  # design D17: the one place for work of the window
            outcome = functools.partial(self.failed.emit, fault)
        self._deliver.emit((outcome, progress, of_file))

    def _receive(self, delivery: tuple[_Task, Progress, bool]) -> None:
        """`delivery`: what to do here, whose progress is over, and whether the file's thread has ended its task."""
        outcome, progress, of_file = delivery
        self._running -= 1
        if of_file:
            self._is_file_busy = False
            self._painted.start()
        if progress is not SILENT:
            self.ended.emit(progress)
        outcome()

    def _do(self, action: Callable[[Store], _T], *, name_it: bool = True) -> _T:
        """On the file's thread."""
        store = self._open_store()
        self._subjects = frozenset()
        try:
            result = action(store)
        finally:
            if self._subjects:  # also of an action that was refused half-way in a later transaction
                self._deliver_news(store, name_it=name_it)
        return result

    def _deliver_news(self, store: Store, *, name_it: bool) -> None:
        name = store.undo_name() if name_it else None
        self._running += 1
        self._deliver.emit((functools.partial(self._news, self._subjects, name), SILENT, False))

    def _news(self, subjects: frozenset[Subject], name: Message | None) -> None:
        self.saved.emit(datetime.now().astimezone())
        self._changes.touched.emit(subjects)
        if name is not None:
            self.done.emit(name)

    def _touched(self, subjects: frozenset[Subject]) -> None:
        self._subjects |= subjects

    def _open_store(self) -> Store:
        if self._store is None:
            raise RuntimeError("no file is open")
        return self._store

    def _close_store(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None


def _for(asker: Callable[..., None], answered: Then[_T]) -> Then[_T]:
    """`answered`, bound to the object that `asker` belongs to."""
    return functools.partial(_for_the_living, _owner(asker), answered)


def _for_the_living(owner: QObject | None, then: Then[_T], result: _T) -> None:
    if owner is None or shiboken6.isValid(owner):
        then(result)


def _owner(then: Callable[..., None]) -> QObject | None:
    while isinstance(then, functools.partial):
        then = then.func
    owner = getattr(then, "__self__", None)
    return owner if isinstance(owner, QObject) else None


def _tell(then: Then[_T], result: _T) -> None:
    _for_the_living(_owner(then), then, result)


def _ignored(_: object) -> None:
    pass


def _nothing() -> None:
    pass
