"""Every tab in every state, in every language, two themes and two sizes: pictures to look at before a change is done.

    python -m tests.pictures DIR [--only STATE] [--language nb] [--theme dark] [--zoom 200]

Files are named TAB-STATE-LANGUAGE-THEME-ZOOM.png.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from mentordesk.actions.files import Store, new_file, open_file, open_for_reading
from mentordesk.actions.notices import take_notice
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import programmes
from mentordesk.sample.cohorts import SAMPLE_DAY
from mentordesk.sample.many import fill_meetings, fill_people
from mentordesk.sample.rounds import write_example
from tests.approving import approve_plan
from tests.arranged import OF_CALENDAR, OF_PEOPLE, OF_PROGRAMME, OF_TODAY, Arrange
from tests.arranged_calendar import OF_DATES
from tests.arranged_documents import OF_MAKING
from tests.arranged_logbooks import OF_LETTERS, OF_LOGBOOKS, OF_TEAM
from tests.arranged_papers import OF_PAPERS, PAPERS_EMPTY
from tests.ui.logbooks.held import DAY, approved_example
from tests.ui.participants.selection.selecting_file import written
from ui.pictures import Camera, Setting, application
from ui.theme import ThemeName

ZOOMS = (100, 200)
_SEARCH_WAITS = 300  # ms: for those who type
_UNDER_WAY = SAMPLE_DAY + timedelta(days=140)
THEMES = (ThemeName.LIGHT, ThemeName.DARK)


@dataclass(frozen=True, slots=True)
class State:
    """A state that every tab must have (ux.md 4.2); `file` is a key of Files."""

    name: str
    file: str
    day: date = SAMPLE_DAY
    read_only: bool = False
    filtered: bool = False
    refused: bool = False
    tab: str = ""  # the only one that is photographed
    arrange: Arrange | None = None  # what is done there before


STATES = (
    State("first-run", "empty"),
    State("at-work", "example"),
    State("under-way", "matched", _UNDER_WAY),
    State("filtered-empty", "matched", filtered=True),
    State("many-people", "people"),
    State("many-meetings", "meetings", _UNDER_WAY),
    State("error", "matched", refused=True),
    State("read-only", "matched", read_only=True),
    *(State(name, "example", tab="participants", arrange=arrange) for name, arrange in OF_PEOPLE.items()),
    *(
        State(f"{name}-read-only", "example", tab="participants", read_only=True, arrange=OF_PEOPLE[name])
        for name in ("application", "bank", "units", "selection", "reading")
    ),
    *(
        State(f"{name}-empty", "empty", tab="participants", arrange=OF_PEOPLE[name])
        for name in ("bank", "units", "selection", "reading", "import")
    ),
    State("new-manager", "notices", tab="participants", arrange=OF_PEOPLE["application"]),
    State("selection-short", "applicants", tab="participants", arrange=OF_PEOPLE["selection"]),
    *(State(name, "example", tab="programme", arrange=arrange) for name, arrange in OF_PROGRAMME.items()),
    State("timeline-of-pairs", "matched", _UNDER_WAY, tab="programme", arrange=OF_PROGRAMME["timeline"]),
    *(State(name, "matched", _UNDER_WAY, tab="today", arrange=arrange) for name, arrange in OF_TODAY.items()),
    *(
        State(name, "matched", _UNDER_WAY, tab="calendar", arrange=arrange)
        for name, arrange in {**OF_CALENDAR, **OF_DATES}.items()
    ),
    *(State(name, "met", DAY, tab="logbooks", arrange=arrange) for name, arrange in OF_LOGBOOKS.items()),
    *(
        State(f"{name}-empty", "empty", tab="logbooks", arrange=OF_LOGBOOKS[name])
        for name in ("goals", "talks", "if-sent")
    ),
    *(
        State(f"{name}-read-only", "met", DAY, tab="logbooks", read_only=True, arrange=OF_LOGBOOKS[name])
        for name in ("goals", "shared-alone", "talks")
    ),
    *(State(name, "matched", _UNDER_WAY, tab="programme", arrange=arrange) for name, arrange in OF_TEAM.items()),
    State("team-tasks-empty", "empty", tab="programme", arrange=OF_TEAM["team-tasks-alone"]),
    *(State(name, "matched", _UNDER_WAY, tab="today", arrange=arrange) for name, arrange in OF_LETTERS.items()),
    *(
        State(name, "matched", _UNDER_WAY, tab="documents", arrange=arrange)
        for name, arrange in {**OF_MAKING, **OF_PAPERS}.items()
    ),
    *(State(name, "empty", tab="documents", arrange=arrange) for name, arrange in PAPERS_EMPTY.items()),
    *(
        State(f"{name}-read-only", "matched", _UNDER_WAY, tab="documents", read_only=True, arrange=arrange)
        for name, arrange in {"making": OF_MAKING["making-form"], "texts": OF_PAPERS["texts"]}.items()
    ),
)


def on(day: date) -> Callable[[], datetime]:
    return lambda: datetime.combine(day, time(12), UTC)


class Files:
    """Made once; each picture is taken over a copy."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._makers: dict[str, Callable[[Path], None]] = {
            "empty": self._empty,
            "example": write_example,
            "matched": self._matched,
            "people": self._people,
            "meetings": self._meetings,
            "notices": self._notices,
            "applicants": self._applicants,
            "met": approved_example,
        }

    def copy(self, name: str) -> Path:
        made = self._folder / f"{name}.mentordesk"
        if not made.exists():
            self._makers[name](made)
        copy = Path(tempfile.mkdtemp(dir=self._folder)) / f"{name}.mentordesk"
        shutil.copy(made, copy)
        return copy

    def _empty(self, path: Path) -> None:
        with new_file(path, clock=on(SAMPLE_DAY)) as store:
            create_programme(store, template_key="nno", name="Kull 2027", starts_on=date(2027, 1, 18))

    def _matched(self, path: Path) -> None:
        write_example(path)
        approve_plan(path)

    def _people(self, path: Path) -> None:
        self._empty(path)
        with open_file(path, clock=on(SAMPLE_DAY)) as store:
            fill_people(store, programmes(store)[-1].id)

    def _meetings(self, path: Path) -> None:
        self._empty(path)
        with open_file(path, clock=on(SAMPLE_DAY + timedelta(days=140))) as store:
            fill_meetings(store, programmes(store)[-1].id)

    def _notices(self, path: Path) -> None:
        with new_file(path, clock=on(SAMPLE_DAY)) as store:
            programme = create_programme(store, template_key="nu", name="NU", starts_on=date(2027, 1, 18)).id
            take_notice(
                store,
                programme=programme,
                values={"given_name": "Åsa", "family_name": "Öberg"},
                appointing_manager="Gun Ek",
                takes_office_on=date(2027, 1, 4),
                known_on=SAMPLE_DAY - timedelta(days=7),
            )

    def _applicants(self, path: Path) -> None:
        written(path)


def taken(state: State, setting: Setting, files: Files, folder: Path) -> Iterator[Path]:
    """A picture of each tab in this state."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit

    from ui.tabs import TABS

    path = files.copy(state.file)
    camera = Camera(application(), setting)

    def opened() -> Store:
        from ui.opening import load_rooms

        load_rooms()
        return open_for_reading(path, clock=on(state.day)) if state.read_only else open_file(path, clock=on(state.day))

    try:
        camera.open(opened)
        for tab in TABS:
            if state.tab not in ("", tab.key):
                continue
            place = camera.program.workplace_shown()
            place.show_tab(tab.key)
            camera.settle()
            if state.filtered:
                searches = [command for command in place.page.commands() if command.keys == "Ctrl+F"]
                for command in searches:
                    command.run()
                line = place.page.focusWidget()
                if searches and isinstance(line, QLineEdit):
                    QTest.keyClicks(line, "ås qx")
                    QTest.qWait(_SEARCH_WAITS)
                    camera.settle()
            if state.refused:
                place.page.show_refusal(
                    Refused(msg("The disk is full: {name} was not written. Make room, then try again.", name=path.name))
                )
            if state.arrange is not None:
                state.arrange(place.page, camera.settle)
            name = f"{tab.key}-{state.name}-{setting.language}-{setting.theme}-{setting.zoom}.png"
            yield camera.take(folder / name)
    finally:
        camera.close()


def main(words: list[str]) -> None:
    asked = argparse.ArgumentParser(prog="python -m tests.pictures")
    asked.add_argument("folder", type=Path)
    asked.add_argument("--only", choices=[state.name for state in STATES], action="append")
    asked.add_argument("--language", choices=list(LanguageCode), action="append")
    asked.add_argument("--theme", choices=list(ThemeName)[1:], action="append")
    asked.add_argument("--zoom", type=int, action="append")
    given = asked.parse_args(words)
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        files = Files(Path(scratch))
        for state in STATES:
            if given.only and state.name not in given.only:
                continue
            for code in given.language or LanguageCode:
                for theme in given.theme or THEMES:
                    for zoom in given.zoom or ZOOMS:
                        setting = Setting(LanguageCode(code), ThemeName(theme), zoom)
                        for path in taken(state, setting, files, given.folder):
                            print(path.name, flush=True)
    gc.freeze()


if __name__ == "__main__":
    main(sys.argv[1:])
