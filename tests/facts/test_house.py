"""What the project says of itself holds: one test command everywhere, no addresses in the lock, nothing too large."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from tests import catalogs

ROOT = Path(__file__).parent.parent.parent
LARGEST = 300  # lines of a room


def commands(text):
    return re.findall(r"^\s*(apt-get update.*)$", text, re.MULTILINE)


def test_ci_runs_the_readmes_test_command():
    (in_ci,) = commands((ROOT / ".ci" / "run").read_text("utf-8"))
    in_readme = commands((ROOT / "README.md").read_text("utf-8"))

    assert len(in_readme) == 2
    assert in_ci == in_readme[1]
    assert in_ci.endswith("python -m tests")


def test_the_lock_has_hashes_and_no_addresses():
    lock = (ROOT / "requirements.lock").read_text("utf-8")

    assert "://" not in lock
    assert "--index" not in lock
    packages = [line for line in lock.splitlines() if "==" in line and not line.startswith(" ")]
    assert len(packages) > 40
    assert all(line.endswith("\\") for line in packages)


def test_every_dependency_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text("utf-8").lower()
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]

    names = [re.split("[<>=]", name)[0].lower().replace("_", "-") for name in wanted]

    assert [name for name in names if f"\n{name}==" not in f"\n{lock}"] == []


def test_no_room_is_too_large():
    lines = {
        path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines())
        for package in ("mentordesk", "ui")
        for path in (ROOT / package).rglob("*.py")
        if "migrations" not in path.parts
    }

    assert {path: count for path, count in lines.items() if count > LARGEST} == {}


def test_catalogs_are_complete_and_current():
    assert catalogs.problems() == []


def test_no_sentence_is_made_of_pieces():
    """An f-string inside msg is never translated."""
    pieces = re.compile(r"\b(?:[np]?msg|[np]?tr)\(\s*f[\"']")
    rooms = [path for package in ("mentordesk", "ui") for path in (ROOT / package).rglob("*.py")]
    found = [path.name for path in rooms if pieces.search(path.read_text("utf-8"))]

    assert found == []
