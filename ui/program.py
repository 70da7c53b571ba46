"""What is in the window: the start page or a workplace over the open file, rebuilt with language, theme or size (D13).

Everything heavier than the first frame begins here, in the event loop's first idle turn.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from mentordesk.domain.refusals import FileInUse, Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message
from ui import language, opening
from ui.ask import Ask, AskInDialogs, FileKind
from ui.changes import Changes
from ui.desk import Desk, Notice, NoticeKind, OpenFile
from ui.failures import Failures
from ui.language import tr
from ui.menus import VIEW, Menus
from ui.preferences import Preferences
from ui.theme import ZOOMS, Look, ThemeName, tokens_for
from ui.view_choices import ViewChoices
from ui.wearing import wear
from ui.welcome.page import WelcomePage
from ui.widgets.focus_ring import FocusRing
from ui.window import MainWindow
from ui.work import Work

if TYPE_CHECKING:
    from mentordesk.actions.files import Store
    from ui.welcome.new_programme import WantedProgramme
    from ui.workplace import Workplace

ENDING = ".mentordesk"
_PAINTED_BY = 80  # ms


class Program(QObject):
    """One for the process; the menus find what they do in it by name (`run`)."""

    def __init__(self, app: QApplication, window: MainWindow, preferences: Preferences, failures: Failures) -> None:
        super().__init__(window)
        self._app = app
        self.window = window
        self._preferences = preferences
        self.ask: Ask = AskInDialogs(window)
        self._changes = Changes()
        self.work = Work(self._changes)
        self.work.failed.connect(failures.report)
        failures.noticed.connect(self._on_fault)
        window.closing.connect(self.work.close)
        self._file: OpenFile | None = None
        self._wanted: Path | None = None
        self.workplace: Workplace | None = None
        self.welcome: WelcomePage | None = None
        self._ring: FocusRing | None = None
        self._rooms = QTimer(self)  # loads them when the start page was painted
        self._rooms.setSingleShot(True)
        self._rooms.setInterval(_PAINTED_BY)
        self._rooms.timeout.connect(lambda: self.work.prepare(opening.load_rooms))
        self._rooms.timeout.connect(lambda: self.work.prepare(opening.sweep))
        self._dress()

    def begin(self, path: Path | None) -> None:
        """With a file, which the first frame waits for; without one, the start page, behind which rooms are loaded."""
        if path is not None:
            self.open_path(path)
        else:
            self.show_welcome()
            self._rooms.start()

    def show_welcome(self) -> None:
        """The start page; a file that is open stays so behind it until another one is chosen."""
        today = self._file.today if self._file else date.today()  # noqa: DTZ011  # the user's own day
        self.welcome = WelcomePage(self._look(), self._preferences.recent_files, today)
        self.welcome.open_wanted.connect(self.open_file)
        self.welcome.example_wanted.connect(self.open_example)
        self.welcome.file_chosen.connect(self.open_path)
        self.welcome.programme_wanted.connect(self._make_file)
        self.welcome.language_chosen.connect(self._set_language)
        self.workplace = None
        self._menus.with_file(False)
        self._put(self.welcome, "MentorDesk")

    def open_path(self, path: Path) -> None:
        self._open(path, lambda: opening.open_path(path))

    def open_with(self, opener: Callable[[], Store]) -> None:
        """Whatever `opener` opens on the file's thread; pictures and tests open files of their own day."""
        self._wanted = None
        self.work.open(opener, self._opened_elsewhere, self._not_opened)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is asked, computed or being made."""
        making = self.workplace is not None and self.workplace.is_making_pages
        return self.work.idle and not making and not self._rooms.isActive()

    def workplace_shown(self) -> Workplace:
        assert self.workplace is not None
        return self.workplace

    def open_file(self) -> None:
        path = self.ask.open_file(tr("Open"), _kind())
        if path is not None:
            self.open_path(path)

    def open_example(self) -> None:
        self._wanted = None
        self.work.open(opening.open_example, self._opened_example, self._not_opened)

    def run(self, name: str) -> Callable[[], object]:
        """What the menu item of this name does; see menus.ITEMS."""
        here: dict[str, Callable[[], object]] = {
            "show_welcome": self.show_welcome,
            "open_file": self.open_file,
            "open_example": self.open_example,
            "close": self.window.close,
            "zoom_in": lambda: self._zoom(1),
            "zoom_out": lambda: self._zoom(-1),
            "zoom_back": lambda: self._set_zoom(100),
        }
        return here.get(name) or (lambda: self._at_work(name))

    def _at_work(self, name: str) -> None:
        place = self.workplace
        if place is None or not place.isVisible():
            return
        steps: dict[str, Callable[[], object]] = {
            "undo": place.undo,
            "redo": place.redo,
            "quick_add": place.quick_add,
            "read_forms": place.read_forms,
            "next_tab": lambda: place.next_tab(1),
            "last_tab": lambda: place.next_tab(-1),
            "next_pane": lambda: place.next_pane(1),
            "last_pane": lambda: place.next_pane(-1),
            "back": place.back,
            "forward": place.forward,
            "messages": place.show_earlier_messages,
            "main_menu": place.rail.open_menu,
            "palette": place.open_palette,
            "new_programme": place.switcher.offer_templates,
            "back_up": place.save_copy,
        }
        steps[name]()

    def _open(self, path: Path, opener: Callable[[], Store]) -> None:
        if self._file is not None and path == self._file.path:
            self._show_workplace("today", None)  # it is open behind the start page
            return
        self._wanted = path
        self.work.open(opener, self._opened, self._not_opened)

    def _opened(self, store: Store) -> None:
        self._preferences.used(store.path)
        self._take(store, example=False)

    def _opened_elsewhere(self, store: Store) -> None:
        self._take(store, example=False)

    def _opened_example(self, store: Store) -> None:
        self._take(store, example=True)

    def _take(self, store: Store, *, example: bool) -> None:
        self._file = OpenFile(store.path, store.today(), store.read_only, example)
        self._show_workplace("today", None)

    def _not_opened(self, no: Refused) -> None:
        self.show_welcome()
        assert self.welcome is not None
        path = self._wanted
        if isinstance(no, FileInUse) and path is not None:
            way = (tr("Open a read-only copy"), lambda: self._open(path, lambda: opening.open_copy(path)), "openCopy")
            self.welcome.show_refusal(no, way)
        else:
            self.welcome.show_refusal(no, (tr("Open another file …"), self.open_file, "openAnother"))

    def _make_file(self, wanted: WantedProgramme) -> None:
        path = self.ask.save_file(tr("Keep the programme in"), wanted.name + ENDING, _kind())
        if path is None:
            return
        if path.suffix != ENDING:
            path = path.with_name(path.name + ENDING)
        self._open(path, lambda: opening.make(path, wanted.template, wanted.name, wanted.starts_on))

    def _show_workplace(self, tab: str, before: Workplace | None) -> None:
        assert self._file is not None
        from ui.workplace import Workplace

        desk = Desk(
            work=self.work,
            changes=self._changes,
            ask=self.ask,
            look=self._look(),
            preferences=self._preferences,
            file=self._file,
        )
        if before is not None:
            desk.programme = before.desk.programme
        place = Workplace(desk, self._menus)
        place.language_wanted.connect(self._choices.offer_languages)
        place.zoom_wanted.connect(self._choices.offer_sizes)
        place.undo_names_changed.connect(self._menus.name_undo)
        if before is not None:
            place.messages.earlier = before.messages.earlier
        self.workplace = place
        self.welcome = None
        self._menus.with_file(True)
        self._menus.name_undo(None, None)
        self._put(place, tr("{file} – MentorDesk", file=self._file.path.stem))
        place.show_tab(tab)

    def _put(self, inside: QWidget, title: str) -> None:
        old = self.window.takeCentralWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.window.setCentralWidget(inside)
        self.window.setWindowTitle(title)
        if self._ring is not None:
            self._ring.raise_()

    def _rebuild(self) -> None:
        """Everything anew in the language and look of the preferences."""
        self._dress()
        if self.workplace is not None:
            self._show_workplace(self.workplace.current, self.workplace)
        else:
            self.show_welcome()

    def _dress(self) -> None:
        language.use(self._preferences.language)
        wear(self._app, self._look(), self.window)
        for action in self.window.actions():
            self.window.removeAction(action)
            action.deleteLater()
        if self._ring is not None:
            self._ring.deleteLater()
        self._ring = FocusRing(self.window, self._look())
        self._menus = Menus(self.window, self.run, self._show_tab)
        self._choices = ViewChoices(self._menus.menu(VIEW), self._preferences)
        self._choices.language_chosen.connect(self._set_language)
        self._choices.theme_chosen.connect(self._set_theme)
        self._choices.zoom_chosen.connect(self._set_zoom)

    def _look(self) -> Look:
        return Look(tokens_for(self._preferences.theme), self._preferences.zoom)

    def _show_tab(self, key: str) -> None:
        if self.workplace is not None:
            self.workplace.show_tab(key)

    def _set_language(self, code: LanguageCode) -> None:
        self._preferences.language = code
        self._rebuild()

    def _set_theme(self, name: ThemeName) -> None:
        self._preferences.theme = name
        self._rebuild()

    def _zoom(self, step: int) -> None:
        at = ZOOMS.index(self._preferences.zoom) + step
        self._set_zoom(ZOOMS[max(0, min(at, len(ZOOMS) - 1))])

    def _set_zoom(self, per_cent: int) -> None:
        if per_cent != self._preferences.zoom:
            self._preferences.zoom = per_cent
            self._rebuild()

    def _on_fault(self, sentence: Message) -> None:
        if self.workplace is not None:
            self.workplace.tell(Notice(sentence, NoticeKind.ERROR))
        elif self.welcome is not None:
            self.welcome.show_refusal(Refused(sentence))


def _kind() -> FileKind:
    return FileKind(tr("MentorDesk files"), (ENDING,))
