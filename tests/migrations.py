"""Migrations: written from the records, and equal to them.

`python -m tests.migrations "add a person's pronoun"` writes the next step from what the records now say and
the last step does not; read it before you keep it. `python -m tests.migrations --first` writes step 0001
anew, which is right only until the first release. `--check` never writes.
"""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any, Literal

from alembic.autogenerate import compare_metadata, produce_migrations, render_python_code
from alembic.autogenerate.api import AutogenContext
from alembic.runtime.migration import MigrationContext
from sqlalchemy import DateTime, String

from mentordesk.storage import soundness, upgrade
from mentordesk.storage.connection import engine_of
from mentordesk.storage.opening import lay_out, now
from mentordesk.storage.records import Row
from mentordesk.storage.records.foundation import WORD_LENGTH, Moment, Word

_TEMPLATE = '''"""{what}"""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = {before}


def upgrade() -> None:
{body}
'''


def check(versions: Path = upgrade.VERSIONS) -> list[str]:
    """What the migrations make otherwise than the records say, a line each; empty when all is well."""
    with closing(_migrated(versions)) as grown, closing(_memory()) as made:
        lay_out(made, now())
        found = [f"not in the migrations: {difference}" for difference in _differences(grown)]
        before, after = soundness.shape(grown), soundness.shape(made)
        found += [f"only in migrated files: {part}" for part in sorted(map(str, before - after))]
        found += [f"only in new files: {part}" for part in sorted(map(str, after - before))]
    return found


def new(what: str, versions: Path = upgrade.VERSIONS) -> Path:
    """Writes the step that leads from the last one to the records as they are.

    Raises:
        ValueError: the records say nothing that the migrations don't.
    """
    number = 1 + (upgrade.newest(versions) if any(versions.glob("[0-9]*_*.py")) else 0)
    with closing(_migrated(versions) if number > 1 else _memory()) as grown, engine_of(grown).connect() as connection:
        context = MigrationContext.configure(connection, opts=_OPTIONS)
        operations = produce_migrations(context, Row.metadata).upgrade_ops
        if operations is None or operations.is_empty():
            raise ValueError("the migrations say all that the records say")
        body = render_python_code(
            operations, render_as_batch=number > 1, render_item=_render, migration_context=context
        )
    word = re.sub(r"[^a-z0-9]+", "_", what.lower()).strip("_")
    path = versions / f"{upgrade.revision(number)}_{word}.py"
    before = f'"{upgrade.revision(number - 1)}"' if number > 1 else "None"
    text = _TEMPLATE.format(
        what=what[0].upper() + what[1:] + ".",
        revision=upgrade.revision(number),
        before=before,
        body=_without_comments(body),
    )
    path.write_text(text, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(path)], check=True)
    return path


def first() -> Path:
    """Step 0001 anew, all that the records say."""
    for old in upgrade.VERSIONS.glob("[0-9]*_*.py"):
        old.unlink()
    return new("first")


def _render(kind: str, thing: object, _: AutogenContext) -> str | Literal[False]:
    """Migrations name plain column types: ours may change, old steps must not."""
    if kind == "type" and isinstance(thing, Word):
        return f"sa.{String(WORD_LENGTH)!r}"
    if kind == "type" and isinstance(thing, Moment):
        return f"sa.{DateTime(timezone=True)!r}"
    return False


_OPTIONS: dict[str, Any] = {"compare_type": True, "compare_server_default": True, "render_as_batch": True}


def _differences(file: sqlite3.Connection) -> list[object]:
    with engine_of(file).connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection, opts=_OPTIONS), Row.metadata))


def _migrated(versions: Path) -> sqlite3.Connection:
    file = _memory()
    upgrade.migrate(file, versions)
    return file


def _memory() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)


def _without_comments(body: str) -> str:
    return "\n".join(line for line in body.splitlines() if not line.strip().startswith("#")).rstrip()


def main(words: list[str]) -> int:
    match words:
        case ["--check"]:
            found = check()
            print("\n".join(found), end="\n" if found else "")
            return 1 if found else 0
        case ["--first"]:
            print(first())
        case [what] if not what.startswith("-"):
            print(new(what))
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
