"""Which programme is in view: the switcher's menu, and making another programme in the open file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.domain.subjects import Subject
from mentordesk.domain.template_names import TEMPLATES
from ui.desk import Desk
from ui.language import say, tr
from ui.welcome.new_programme import NewProgrammeForm, WantedProgramme
from ui.widgets.labels import unaccelerated

if TYPE_CHECKING:
    from mentordesk.actions.files import Store
    from mentordesk.domain.ids import ProgrammeId
    from mentordesk.domain.programmes import Programme


class ProgrammeSwitcher(QObject):
    named = Signal(str)  # what stands on the rail
    form_wanted = Signal(object)  # QWidget that takes the place of the page
    form_done = Signal()

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over
        self._programmes: tuple[Programme, ...] = ()
        self._wanted: ProgrammeId | None = None
        self.menu = QMenu(over)
        self.menu.setObjectName("programmeMenu")
        desk.programme_chosen.connect(self._name)
        desk.changes.touched.connect(self._on_touched)

    def ask(self) -> None:
        self._desk.work.ask("programmes", _programmes, self._take)

    def offer_templates(self) -> None:
        """A menu of the templates; the one chosen opens its form."""
        if not self._desk.may_change():
            return
        offered = QMenu(self._over)
        offered.setObjectName("templateMenu")
        for key, title in TEMPLATES.items():
            action = offered.addAction(unaccelerated(say(title)))
            action.setObjectName(f"template_{key}")
            action.triggered.connect(lambda _=False, one=key: self._show_form(one))
        offered.popup(self._over.mapToGlobal(self._over.rect().center()))

    def _show_form(self, template: str) -> None:
        form = NewProgrammeForm(self._desk.look, template, self._desk.today, button_text=tr("Make the programme"))
        form.setMaximumWidth(self._desk.look.px(560))
        form.wanted.connect(self._make)
        form.turned_back.connect(self.form_done)
        self.form_wanted.emit(form)

    def _make(self, wanted: WantedProgramme) -> None:
        self._desk.work.change(lambda store: _create(store, wanted), self._made)

    def _made(self, programme: ProgrammeId) -> None:
        self._wanted = programme
        self.ask()
        self.form_done.emit()

    def _on_touched(self, subjects: frozenset[Subject]) -> None:
        if Subject.PROGRAMMES in subjects:
            self.ask()

    def _take(self, programmes: tuple[Programme, ...]) -> None:
        """The newest programme is what she works with; one that was undone leaves the switcher."""
        self._programmes = programmes
        wanted = self._wanted or self._desk.programme_id
        self._wanted = None
        self._fill()
        fitting = next((one for one in programmes if one.id == wanted), None)
        self._desk.choose(fitting or (programmes[-1] if programmes else None))
        self._name()

    def _fill(self) -> None:
        self.menu.clear()
        for programme in self._programmes:
            self.menu.addAction(unaccelerated(programme.name)).triggered.connect(
                lambda _=False, one=programme: self._desk.choose(one)
            )
        if len(self._programmes) > 1:
            self.menu.addAction(tr("All programmes")).triggered.connect(lambda: self._desk.choose(None))
        self.menu.addSeparator()
        new = self.menu.addAction(tr("New programme …"))
        new.setObjectName("newProgramme")
        new.triggered.connect(self.offer_templates)

    def _name(self) -> None:
        programme = self._desk.programme
        if programme is not None:
            self.named.emit(programme.name)
        else:
            self.named.emit(tr("All programmes") if self._programmes else tr("No programme yet"))


def _programmes(store: Store) -> tuple[Programme, ...]:
    from mentordesk.queries.programmes import programmes

    return programmes(store)


def _create(store: Store, wanted: WantedProgramme) -> ProgrammeId:
    from mentordesk.actions.programmes import create_programme

    return create_programme(store, template_key=wanted.template, name=wanted.name, starts_on=wanted.starts_on).id
