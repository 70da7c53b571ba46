"""What every test is given: an English system, its own place for logs, and a shell for the command line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from mentordesk.cli.main import main

settings.register_profile("no clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no clock")  # how fast things are is measured in benchmarks, on no machine's bad day

SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture(autouse=True)
def _alone(tmp_path_factory, monkeypatch):
    """No test speaks the language of the machine, or writes into its logs."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


@dataclass(frozen=True)
class Said:
    status: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def shell(capsys):
    """Runs a command line as a person types it: `shell("check", path)` gives what was said, and the exit status."""

    def run(*words) -> Said:
        capsys.readouterr()
        status = main([str(word) for word in words])
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    return run


@pytest.fixture
def civil_service():
    """The real foreign export; it is not part of the product."""
    folder = SHARED / "data" / "civil-service"
    if not folder.is_dir():
        pytest.skip("the civil-service export is not on this machine")
    return folder
