"""One program at a time, and no hand work after a crash."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from mentordesk.domain.refusals import FileInUse
from mentordesk.i18n.catalog import catalog
from mentordesk.storage.lock import InstanceLock, side_file
from mentordesk.storage.opening import open_store
from tests.storage.children import opened_elsewhere


def said(path: Path) -> str:
    with pytest.raises(FileInUse) as caught:
        open_store(path)
    return catalog("en").say(caught.value.message)


def test_a_second_process_is_refused_at_once_and_told_by_whom(path: Path) -> None:
    with opened_elsewhere(path) as child:
        assert said(path) == (
            "programme.mentordesk is already open in MentorDesk on this computer"
            f" (process {child.pid}). Close it there first."
        )
    open_store(path).close()


def test_a_killed_process_leaves_no_lock(path: Path) -> None:
    with opened_elsewhere(path) as child:
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert side_file(path).exists()
        open_store(path).close()


def test_a_stopped_process_still_holds_it(path: Path) -> None:
    with opened_elsewhere(path) as child:
        child.send_signal(signal.SIGSTOP)
        assert "already open" in said(path)
        child.send_signal(signal.SIGCONT)


def test_this_process_is_refused_too_and_keeps_what_it_has(path: Path) -> None:
    """Another process must stay out afterwards: a careless close would have dropped SQLite's lock."""
    with open_store(path):
        assert f"process {os.getpid()}" in said(path)
        script = f"import sqlite3; sqlite3.connect({str(path)!r}, timeout=0).execute('SELECT count(*) FROM unit')"
        other = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
        assert "database is locked" in other.stderr


def test_a_symbolic_link_leads_to_the_same_lock(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.mentordesk"
    link.symlink_to(path)
    with open_store(link) as store:
        assert store.path == path
        assert "already open" in said(path)


def test_a_forged_or_broken_side_file_holds_nobody_up(path: Path) -> None:
    for text in ("", "{", '{"process": 1, "computer": "elsewhere"}', "\x00" * 500):
        side_file(path).write_text(text)
        open_store(path).close()
    assert not side_file(path).exists()


def test_a_holder_on_another_computer_is_named(path: Path) -> None:
    lock = InstanceLock(path)
    side_file(path).write_text(json.dumps({"process": 7, "computer": "pc-042"}))
    assert "is open on the computer pc-042" in said(path)
    side_file(path).write_text("")
    assert said(path) == "programme.mentordesk is open in another program. Close it there first."
    lock.release()


def test_the_side_file_names_process_and_computer_and_goes_away(path: Path) -> None:
    lock = InstanceLock(path)
    assert json.loads(side_file(path).read_text()) == {"process": os.getpid(), "computer": socket.gethostname()}
    assert side_file(path).stat().st_mode & 0o777 == 0o600
    lock.release()
    lock.release()
    assert not side_file(path).exists()


def test_a_side_file_that_is_taken_away_meanwhile_is_made_anew(path: Path) -> None:
    """The lock stands behind SQLite's own then; who lets go removes no side file but its own."""
    first = InstanceLock(path)
    side_file(path).unlink()
    second = InstanceLock(path)
    first.release()
    assert "already open" in said(path)
    second.release()
    assert not side_file(path).exists()


def test_another_program_at_work_in_the_file_is_noticed(path: Path) -> None:
    script = (
        f"import sqlite3, sys; c = sqlite3.connect({str(path)!r}, isolation_level=None); c.execute('BEGIN EXCLUSIVE');"
        "print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        assert said(path) == "programme.mentordesk is open in another program. Close it there first."
        child.communicate()
    open_store(path).close()
