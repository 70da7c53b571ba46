"""PySide6 6.12 under Python 3.11 loses references to None; the window must outlive that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
CALLS = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication, QLabel
{first}
app = QApplication([])
label = QLabel()
for _ in range(50_000):
    label.setText("x")
print("alive")
"""
KEPT = "from ui.immortals import keep_constants; keep_constants()"


def run(first: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CALLS.format(first=first)], capture_output=True, text=True, check=False, cwd=ROOT
    )


def test_fifty_thousand_calls_do_not_end_the_process():
    assert run(KEPT).stdout == "alive\n"


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="there the constants live for ever")
def test_without_it_they_would():
    done = run("")

    assert done.returncode != 0, "PySide6 is mended: drop ui/immortals.py"
    assert "none_dealloc" in done.stderr
