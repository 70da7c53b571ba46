"""The views of the list under a name (R12): four that every programme needs, and those that somebody kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.saved_views import SavedView
from ui.language import say, tr
from ui.participants.choosing import Choice, choice_of
from ui.theme import Look
from ui.widgets.buttons import button
from ui.widgets.frames import row
from ui.widgets.labels import unaccelerated

_ALL = Choice()
_SHORT = 40  # letters of a name in the button
_WORDS, _SORTED = "words", "sorted"


@dataclass(frozen=True, slots=True)
class ListView:
    """How the list is looked at: whom it takes, the words searched for, and by what it is sorted ("key:up")."""

    choice: Choice = _ALL
    words: str = ""
    sorted: str = ""

    def as_kept(self) -> Mapping[str, object]:
        told = {_WORDS: self.words, _SORTED: self.sorted}
        return {**self.choice.as_view(), **{key: value for key, value in told.items() if value}}

    def is_like(self, other: ListView) -> bool:
        """Whether the same people are in it; the order is not asked."""
        return (self.choice, self.words) == (other.choice, other.words)


def view_of(kept: Mapping[str, object]) -> ListView:
    words, by = kept.get(_WORDS), kept.get(_SORTED)
    return ListView(choice_of(kept), words if isinstance(words, str) else "", by if isinstance(by, str) else "")


SHIPPED: tuple[tuple[str, Message, ListView], ...] = (
    ("toRead", msg("Applicants to read"), ListView(Choice(role=Role.MENTEE, to_read=True))),
    ("noConfirmation", msg("Missing confirmation"), ListView(Choice(paper=PaperKind.CONFIRMATION))),
    ("freeMentors", msg("Mentors with a free place"), ListView(Choice(role=Role.MENTOR, free=True))),
    ("waitingList", msg("Waiting list"), ListView(Choice(status=ParticipationStatus.WAITING), sorted="status:up")),
)
"""Key, name and view."""
EVERYBODY = ListView()


class ViewMenu(QWidget):
    """A button that says which view is shown, and its menu."""

    chosen = Signal(object)  # ListView
    keep_wanted = Signal()
    forget_wanted = Signal(str, str)  # id, name

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._saved: Sequence[SavedView] = ()
        self._now = EVERYBODY
        self._button = button("", self.open, name="savedViews", picture="down", look=look)
        self._button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the words
        row(look, within=self).addWidget(self._button)
        self._name_it()

    def offer(self, saved: Sequence[SavedView]) -> None:
        self._saved = saved
        self._name_it()

    def show_now(self, now: ListView) -> None:
        """How the list is looked at, however that came about."""
        self._now = now
        self._name_it()

    def open(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("viewMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(menu, tr("Everybody"), "viewEverybody", EVERYBODY)
        for key, title, view in SHIPPED:
            self._add(menu, say(title), f"view_{key}", view)
        if self._saved:
            menu.addSeparator()
        for number, kept in enumerate(self._saved):
            self._add(menu, kept.name, f"view_kept{number}", view_of(kept.view))
        menu.addSeparator()
        keep = menu.addAction(unaccelerated(tr("Keep this view …")))
        keep.setObjectName("keepView")
        keep.setEnabled(self._now != EVERYBODY)
        keep.triggered.connect(self.keep_wanted)
        if (shown := self._kept_now()) is not None:
            forget = menu.addAction(unaccelerated(tr("Forget the view “{name}”", name=shown.name)))
            forget.setObjectName("forgetView")
            forget.triggered.connect(partial(self.forget_wanted.emit, shown.id, shown.name))
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))
        menu.setActiveAction(menu.actions()[0])

    def _add(self, menu: QMenu, words: str, name: str, view: ListView) -> None:
        action = menu.addAction(unaccelerated(words))
        action.setObjectName(name)
        action.setCheckable(True)
        action.setChecked(view.is_like(self._now))
        action.triggered.connect(lambda _=False: self.chosen.emit(view))

    def _kept_now(self) -> SavedView | None:
        return next((kept for kept in self._saved if view_of(kept.view).is_like(self._now)), None)

    def _name_it(self) -> None:
        kept = self._kept_now()
        shipped = next((say(title) for _, title, view in SHIPPED if view.is_like(self._now)), None)
        if kept is not None:
            words = kept.name[:_SHORT]
        elif shipped is not None:
            words = shipped
        else:
            words = tr("Everybody") if self._now.is_like(EVERYBODY) else tr("Own filter")
        self._button.setText(" " + unaccelerated(words))
        self._button.setAccessibleName(tr("View of the list: {name}. Choose another", name=words))
