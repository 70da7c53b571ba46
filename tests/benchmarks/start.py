"""How long until the window is painted, beside a bare PySide6 window with five tabs, in one run (goal: 1.3 times).

    python -m tests.benchmarks.start [ROUNDS]

Each start is a process of its own, in turn; the ratio is of the medians, and beside it of the fastest of each, which a
machine that does other things disturbs least. It also says which heavy rooms were loaded.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QTabWidget
app = QApplication(sys.argv[:1])
window = QMainWindow()
tabs = QTabWidget()
for number in range(5):
    tabs.addTab(QLabel(f"Page {number}"), f"Tab {number}")
window.setCentralWidget(tabs)
window.resize(1280, 800)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
window.grab()
"""
OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from mentordesk import places
from ui.preferences import Preferences
from ui.start import first_window
app = QApplication(sys.argv[:1])
window = first_window(app, Preferences(places.settings(), system_locale="nb_NO"), file_comes=True)
window.resize(1280, 800)
QTimer.singleShot(0, app.quit)
app.exec()
window.grab()
"""
FURNISHED = OURS.replace("file_comes=True", "file_comes=False").replace(
    "QTimer.singleShot(0, app.quit)",
    """
from ui.start import furnish
preferences = Preferences(places.settings(), system_locale="nb_NO")
def go():
    global program
    program = furnish(app, window, preferences)
    program.show_welcome()
    QTimer.singleShot(0, app.quit)
QTimer.singleShot(0, go)
""",
)
TELL = """
import json, time
heavy = [name for name in ("scipy", "numpy", "reportlab", "alembic", "sqlalchemy", "openpyxl") if name in sys.modules]
print(json.dumps({"seconds": time.perf_counter() - begun, "heavy": heavy}))
sys.stdout.flush()
import os
os._exit(0)
"""


def started(program: str, home: Path) -> dict[str, object]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(home),
        "XDG_CACHE_HOME": str(home),
        "PYTHONPATH": str(ROOT),
    }
    whole = f"import time; begun = time.perf_counter()\n{program}{TELL}"
    done = subprocess.run(
        [sys.executable, "-c", whole], env=environment, capture_output=True, text=True, check=True, cwd=home
    )
    return json.loads(done.stdout)


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for program in (BARE, OURS, FURNISHED):  # warm: files in memory, compiled code written
            started(program, home)
        kinds = {"bare window": BARE, "our first frame": OURS, "our start page": FURNISHED}
        ones = {name: [] for name in kinds}
        for _ in range(rounds):
            for name, program in kinds.items():
                ones[name].append(started(program, home))
    seconds = {name: [float(str(one["seconds"])) for one in found] for name, found in ones.items()}
    bare = seconds["bare window"]
    for name, measured in seconds.items():
        heavy = ", ".join(ones[name][-1]["heavy"]) or "none"
        middle = statistics.median(measured)
        ratio, of_fastest = middle / statistics.median(bare), min(measured) / min(bare)
        print(
            f"{name}: {middle:.3f} s, {ratio:.2f} of the bare one, the fastest {of_fastest:.2f} "
            f"(goal for the first frame 1.3); heavy rooms: {heavy}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
