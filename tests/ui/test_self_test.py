"""`mentordesk --self-test`, as an administrator runs it; and that it says so when a step comes to nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from ui.self_test import steps


@pytest.mark.timeout(300)
def test_a_sound_installation_says_that_everything_works():
    ended = subprocess.run(
        [sys.executable, "-m", "ui.main", "--self-test", "--language", "sv"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=None,
        check=False,
    )
    lines = ended.stdout.splitlines()
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert lines[0] == "Fönstret öppnas."
    assert "Den är godkänd: 32 par." in lines
    assert "64 dokument är utskrivna och kan läsas." in lines
    assert lines[-1] == "Allt fungerar."


def test_where_no_file_can_be_made_it_stops_there(qapp, tmp_path):
    nowhere = tmp_path / "gone"
    tried = steps(nowhere, catalog("en"))
    assert next(tried).text == "The window opens."
    with pytest.raises(Refused) as no:
        next(tried)
    assert catalog("en").say(no.value.message) == f"No file can be made in {nowhere}."
