"""Killed at any moment of an import or an approval, the file holds none of it or all of it."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mentordesk import places
from mentordesk.actions.files import open_file
from mentordesk.storage.checks import check, signature
from tests.counts import count

ROOT = Path(__file__).parent.parent.parent


def command(*words):
    return [sys.executable, "-m", "ui.main", *map(str, words)]


def signed(path):
    assert check(path).problems == ()
    with open_file(path) as store:
        return signature(store)


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A programme, and the same with its people in."""
    folder = tmp_path_factory.mktemp("begun")
    empty, full = folder / "empty.mentordesk", folder / "full.mentordesk"
    new = command("new", empty, "--template", "nno", "--name", "Kull 1", "--start", "2027-01-18")
    subprocess.run(new, cwd=ROOT, check=True, capture_output=True)
    shutil.copy2(empty, full)
    subprocess.run(
        command("import", full, places.resource("sample/people-nno.xlsx")), cwd=ROOT, check=True, capture_output=True
    )
    return {"empty": empty, "full": full}


ACTIONS = {
    "import": ("empty", lambda file: command("import", file, places.resource("sample/people-nno.xlsx"))),
    "approve": ("full", lambda file: command("match", file, "--approve", "--except", "late papers", "--by", "Kari")),
}


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.timeout(900)
def test_none_or_all(action, begun, tmp_path):
    start, words = ACTIONS[action]
    file = tmp_path / "programme.mentordesk"
    shutil.copy2(begun[start], file)
    began = time.monotonic()
    subprocess.run(words(file), cwd=ROOT, check=True, capture_output=True)
    lasts = time.monotonic() - began
    rows = dict(check(file).rows)
    chance = random.Random(20270118)
    ends = set()
    for _ in range(count(3, 25)):
        file.unlink()
        shutil.copy2(begun[start], file)
        child = subprocess.Popen(words(file), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.5, 1.05) * lasts)
        child.send_signal(signal.SIGKILL)
        child.wait()
        found = check(file)
        assert found.problems == ()
        ends.add(_state(action, dict(found.rows), rows, begun[start]))

    assert ends <= {"none", "all"}


def _state(action, found, done, start):
    before = dict(check(start).rows)
    tables = {"import": ("person", "participation", "unit"), "approve": ("pair", "meeting", "meeting_day", "approval")}
    counted = {table: found[table] for table in tables[action]}
    if counted == {table: before[table] for table in tables[action]}:
        return "none"
    return "all" if counted == {table: done[table] for table in tables[action]} else f"half: {counted}"


def test_the_harness_sees_a_half_done_import(begun, tmp_path):
    """The control: rows taken out by hand are neither none nor all."""
    file = tmp_path / "programme.mentordesk"
    shutil.copy2(begun["full"], file)
    rows = dict(check(file).rows)

    assert _state("import", rows | {"person": rows["person"] - 1}, rows, begun["empty"]).startswith("half")
    assert signed(file) == signed(begun["full"])
