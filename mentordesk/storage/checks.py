"""What `mentordesk check` says of a file, and the signature by which two states of one are compared.

What must be true of pairs and meetings is no matter of storage: whoever asks brings such rules along.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.storage import opening, replay, soundness, upgrade
from mentordesk.storage.connection import connect_reading, engine_of
from mentordesk.storage.doors import reading_session
from mentordesk.storage.encoding import as_json
from mentordesk.storage.failures import in_words
from mentordesk.storage.going_forward import forward_only
from mentordesk.storage.records import Record, Row
from mentordesk.storage.replay import Step
from mentordesk.storage.soundness import Faults
from mentordesk.storage.store import Store
from mentordesk.storage.upgrade import VERSIONS

Invariant = Callable[[Session], Iterable[Message]]  # says what is not as it must be


@dataclass(frozen=True, slots=True)
class FileReport:
    path: Path
    size: int  # bytes
    version: int  # of its schema
    current: bool  # it needs no upgrade
    rows: tuple[tuple[str, int], ...]  # per table
    last_change: Step | None
    problems: tuple[Message, ...]

    def sentences(self) -> tuple[Message, ...]:
        total = sum(count for _, count in self.rows)
        said = list(self.problems) or [msg("{file} is whole: no damage was found.", file=self.path.name)]
        said.append(nmsg("It holds {count} row.", "It holds {count} rows.", total))
        if self.last_change is not None:
            said.append(
                msg(
                    "The last change was “{change}” on {moment}.",
                    change=self.last_change.what,
                    moment=self.last_change.at.astimezone(),
                )
            )
        if not self.current:
            said.append(msg("It is of an older version; when it is opened, a backup is made and it is upgraded."))
        return tuple(said)


def check(path: Path, invariants: Sequence[Invariant] = (), versions: Path = VERSIONS) -> FileReport:
    """A file that nobody has open; it is neither upgraded nor repaired, only a crashed change is rolled back.

    Raises:
        UnusableInput: not ours, newer, or so damaged that nothing can be said of it.
        FileInUse: somebody works in it.
    """
    path = path.resolve()
    opening.look(path)
    version = opening.schema_version(path, versions)
    opening.settle(path)
    with in_words(path), closing(connect_reading(path)) as file:
        report = _examined(file, path, soundness.faults(file, path), version, versions)
        if report.problems or not report.current:
            return report
        with engine_of(file, writing=False).connect() as connection:
            report = replace(report, last_change=next(iter(replay.steps(connection, 1)), None))
            connection.rollback()
            with reading_session(connection) as session:
                return replace(report, problems=_broken(invariants, session))


def check_open(store: Store, invariants: Sequence[Invariant] = ()) -> FileReport:
    """The same of a file that we have open."""
    with store.whole_file() as file:
        report = _examined(file, store.path, soundness.faults(file), upgrade.newest(), VERSIONS)
    if report.problems:
        return report
    with store.reading() as session:
        problems = _broken(invariants, session)
    return replace(report, problems=problems, last_change=next(iter(store.history(1)), None))


def signature(store: Store) -> str:
    """A hash of all that the user knows of, row by row in the order of keys.

    The journal is not in it, nor what no undo takes back (`Forward`).
    """
    digest = hashlib.sha256()
    kinds = [mapper.class_ for mapper in Row.registry.mappers if issubclass(mapper.class_, Record)]
    with store.reading() as session:
        for name in sorted(kind.__tablename__ for kind in kinds):
            table = Row.metadata.tables[name]
            digest.update(name.encode())
            known = [column for column in table.columns if column.name not in forward_only(table)]
            for row in session.execute(select(*known).order_by(*table.primary_key)).mappings():
                digest.update(as_json(dict(row)).encode())
    return digest.hexdigest()


def _examined(file: sqlite3.Connection, path: Path, found: Faults, version: int, versions: Path) -> FileReport:
    problems = []
    if found.damaged_places:
        problems.append(
            nmsg(
                "The file is damaged in {count} place. Keep it, and restore the newest backup.",
                "The file is damaged in {count} places. Keep it, and restore the newest backup.",
                len(found.damaged_places),
            )
        )
    if found.lost_references:
        problems.append(
            nmsg(
                "{count} row points at something that is not in the file.",
                "{count} rows point at something that is not in the file.",
                found.lost_references,
            )
        )
    if soundness.strange_parts(file):
        problems.append(msg("The file holds parts that MentorDesk did not make."))
    rows = () if found.damaged_places else tuple(soundness.counts(file).items())
    current = version == upgrade.newest(versions)
    return FileReport(path, soundness.size(file), version, current, rows, None, tuple(problems))


def _broken(invariants: Sequence[Invariant], session: Session) -> tuple[Message, ...]:
    return tuple(problem for invariant in invariants for problem in invariant(session))
