"""What a user wrote is shown as it is: in labels, tips, menus, tabs and lists it is no markup, key or command."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QMenu, QWidget

from mentordesk.actions.editing import Edit, edit_participants
from mentordesk.actions.files import open_file
from mentordesk.queries.participants import participants
from tests.documents.hostile import LITERAL
from ui.rail_tab import RAIL_TABS

NAMES = [name for name in LITERAL if name.strip() and "\n" not in name][:64]


@pytest.fixture
def hostile(matched_example):
    """The approved example, its people renamed to what nobody is called."""
    with open_file(matched_example) as store:
        people = participants(store, None, today=store.today())
        edits = []
        for row, name in zip(people, NAMES, strict=False):
            edits += [
                Edit(row.id, "given_name", name),
                Edit(row.id, "family_name", name),
                Edit(row.id, "title", name),
                Edit(row.id, "place", name),
            ]
        edit_participants(store, edits, today=store.today())
        names = {row.name for row in participants(store, None, today=store.today())}
    return matched_example, names


def readable(view: QAbstractItemView) -> set[str]:
    model = view.model()
    return {
        str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole))
        for row in range(model.rowCount(QModelIndex()))
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex()))
    }


def test_sixty_hostile_names_are_shown_as_written(program_in, calm, hostile):
    path, names = hostile
    assert len(NAMES) >= 60
    program = program_in("en")
    program.open_path(path)
    calm(program)
    markup, tips, listed = [], [], set()
    for tab in RAIL_TABS:
        program.workplace.show_tab(tab.key)
        calm(program)
        for one in program.window.findChildren(QLabel):
            if one.text() and one.textFormat() is not Qt.TextFormat.PlainText:
                markup.append(one.text())
        for one in program.window.findChildren(QWidget):
            tip = one.toolTip()
            if "<" in tip and not (tip.startswith("<span>") and tip.count("<") == 2):
                tips.append(tip)
        for view in program.window.findChildren(QAbstractItemView):
            if view.model() is not None:
                listed |= readable(view)

    assert markup == []
    assert tips == []
    missing = [name for name in names if not any(name in text for text in listed)]
    assert missing == []


@pytest.mark.parametrize("name", ["R&D", "&File", "<b>x</b>", "a&&b", "<img src=x>"])
def test_a_hostile_programme_in_title_switcher_and_menu(program_in, calm, tmp_path, name):
    from mentordesk.actions.files import new_file
    from mentordesk.actions.programmes import create_programme

    path = tmp_path / "hostile.mentordesk"
    with new_file(path) as store:
        create_programme(store, template_key="nu", name=name, starts_on=store.today())
    program = program_in("en")
    program.open_path(path)
    calm(program)
    switcher = program.window.findChild(QAbstractButton, "programmeSwitcher")
    menu = program.window.findChild(QMenu, "programmeMenu")

    assert switcher.text().replace("&&", "&") == name
    assert switcher.accessibleName() == f"Programme: {name}"
    assert menu.actions()[0].text().replace("&&", "&") == name
    assert switcher.shortcut().isEmpty()
    assert name in program._menus.actions["undo"].text().replace("&&", "&")
