"""NU's bank across programmes, its units, two people side by side, and somebody restricted, by keyboard (B6 to B9)."""

from __future__ import annotations

import json

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QListWidget

from mentordesk.actions.people_import import import_people
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.people import Role
from mentordesk.spreadsheets.headings import guess
from mentordesk.spreadsheets.people import parse
from mentordesk.spreadsheets.sheet import read_text
from tests.recruitment import MENTORS, mentors_as_pasted
from tests.ui.hands import find
from tests.ui.recruiter import go_to_person, lines_of, mark, row_of
from tests.ui.test_whole_job import chips, said
from ui.tables.view import TableView

UNIT, CLINIC = "Avdelning 4", "Kirurgkliniken"


def mentors_of_another_programme(w, today):
    """Last year's, taken in as their import does it: it is walked in NNO's recruitment."""

    def taken(store):
        programme = create_programme(store, template_key="nno", name="Förra året", starts_on=today.replace(month=1))
        sheet = read_text(mentors_as_pasted(today), "mentors")
        mapping = guess(sheet.headings, rows=sheet.rows)
        rows = parse(sheet, mapping, today).rows
        import_people(store, rows, programme=programme.id, role=Role.MENTOR, today=today, mapping=mapping)

    w.program.work.change(taken)
    w.settle()


def bank(w):
    """Across programmes: who is free, who rests and until when, who stays; one is taken into this programme (B6)."""
    w.key("Ctrl+2")
    every = w.cells("bankTable")
    assert len(every) == MENTORS
    w.stop_at("bankAll")
    w.key("Right")
    assert len(w.cells("bankTable")) == MENTORS - 1
    w.key("Right")
    [resting] = w.cells("bankTable")
    assert resting["Nu"].startswith("Vilar till "), resting
    w.key("Left", "Left")
    w.stop_at("bankTable")
    name = w.text("bankName")
    w.do("askToStay")
    assert w.text("stayWords").startswith("Tillfrågad ")
    w.do("noteStays")
    assert "att de stannar; tillfrågas igen " in w.text("stayWords")
    w.reads("Förra året: ")
    w.do("takeIntoProgramme")
    w.reads("NU: Föreslagen")
    w.key("Ctrl+1")
    assert row_of(w, name, title="Namn")["Roll"] == "Mentor"
    return name


def units(w):
    """A ward is renamed, put under a clinic, never under itself; its people follow (B7)."""
    w.key("Ctrl+3")
    tree = find(w.program.window, "unitTree")
    assert isinstance(tree, QAbstractItemView)
    w.key("Ctrl+N")
    w.tell("unit_name", CLINIC)
    w.key("Ctrl+Return")
    assert _tree(tree)[CLINIC], "it stands under the unit that was in view"
    _go_to_unit(w, tree, CLINIC)
    w.key("Ctrl+M", "Return")  # the first place that is offered is the top
    assert not _tree(tree)[CLINIC]
    _go_to_unit(w, tree, UNIT)
    w.key("F2")
    _type(w, "Avdelning 4 B")
    w.key("Return")
    assert "Avdelning 4 B" in _tree(tree)
    _go_to_unit(w, tree, "Avdelning 4 B")
    w.key("Ctrl+M")
    _type(w, CLINIC)
    w.key("Return")
    assert _tree(tree)["Avdelning 4 B"] == CLINIC
    _go_to_unit(w, tree, CLINIC)
    w.key("Ctrl+M")
    offered = find(w.program.window, "unitsToChoose")
    assert isinstance(offered, QListWidget)
    places = [offered.item(at).text() for at in range(offered.count())]
    assert not any("Avdelning 4 B" in place or place.endswith(CLINIC) for place in places), "no circle is offered"
    w.key("Esc", "Ctrl+1")
    assert row_of(w, "Åsa Nilsson", title="Namn")["Enhet"] == "Avdelning 4 B"


def same_line(w, mentor):
    """Somebody's mentor is made her line manager: side by side it is said that they are in one line."""
    go_to_person(w, "Åsa Nilsson")
    w.part("Översikt")
    w.tell("line_manager", mentor)
    w.key("Tab")
    mark(w, ["Åsa Nilsson", mentor], "participantsTable", count="bulkCount")
    w.key("Ctrl+Shift+C")
    assert w.text("compareSameLine").startswith("Samma linje: ")
    assert "Åsa Nilsson" in w.text("compareSameLine")
    w.key("Esc")


def restricted(w, name):
    """Grey, with a padlock and a reason; not found, not matched, not written to; lifted, undone, done again (B8)."""
    go_to_person(w, name)
    w.part("Dataskydd")
    w.tell("restrictReason", "Hon har bett om det")
    w.do("restrictPerson")
    assert said(w.program) == f"Begränsa uppgifterna om {name}"
    w.reads("Skäl: Hon har bett om det")
    assert _restriction(w)
    w.stop_at("participantsTable")
    table = find(w.program.window, "participantsTable")
    assert isinstance(table, TableView)
    while table.current_key() != "unit":
        w.key("Right")
    w.key("F2")
    assert said(w.program).startswith(f"Uppgifterna om {name} är begränsade sedan ")
    _not_found(w, name)
    go_to_person(w, name)
    w.key("Ctrl+E")
    assert [line for line in lines_of(w, "lettersMissing") if name in line], lines_of(w, "lettersMissing")
    w.key("Esc")
    go_to_person(w, name)
    w.part("Dataskydd")
    w.do("liftRestriction")
    assert not _restriction(w)
    w.undo()
    w.settle()
    assert _restriction(w)
    w.redo()
    w.settle()
    assert not _restriction(w)


def own_report(w, shell, file, folder, name):
    """On paper and for machines, with her letter and nobody else's name; from the window and the command line (B9)."""
    go_to_person(w, name)
    w.part("Ansökan")
    w.tell("letter", "Jag vill leda bra.")
    w.key("Tab")
    w.part("Dataskydd")
    others = [each["Namn"] for each in w.cells("participantsTable") if each["Namn"] != name]
    number = w.program.workplace_shown().page.grid.view.current_id()
    w.program.ask.answers.append(folder / "window")
    w.do("personReport")
    assert said(w.program).startswith("2 filer "), said(w.program)
    assert str(folder / "window") in said(w.program)
    w.program.window.close()
    assert shell("person", file, number, "--to", folder / "typed").status == 0
    for made in (folder / "window", folder / "typed"):
        assert sorted(each.suffix for each in made.iterdir()) == [".json", ".pdf"]
        text = next(made.glob("*.json")).read_text(encoding="utf-8")
        assert "Jag vill leda bra." in json.dumps(json.loads(text), ensure_ascii=False)
        assert not [other for other in others if other in text]


def _not_found(w, name):
    w.key("Ctrl+F")
    _type(w, name.split()[0])
    assert find(w.program.window, "showEverybody"), "nobody is found, and the way back is offered"
    w.key("Esc", "Esc")


def _restriction(w):
    return any(each.startswith("Begränsad sedan ") for each in chips(w.program))


def _type(w, text):
    """Over what is there, where the keyboard is."""
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit), line
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.qWait(200)  # searches wait for whoever goes on typing
    w.settle()


def _go_to_unit(w, tree, name):
    w.stop_at("unitTree")
    w.key("Home")
    for _ in range(60):
        if str(tree.currentIndex().siblingAtColumn(0).data()) == name:
            return
        w.key("Down")
    raise AssertionError(f"no unit “{name}”")


def _tree(tree):
    """Each unit with what it stands under."""
    found, to_go = {}, [QModelIndex()]
    while to_go:
        above = to_go.pop()
        for row in range(tree.model().rowCount(above)):
            index = tree.model().index(row, 0, above)
            found[str(index.data(Qt.ItemDataRole.DisplayRole))] = str(above.data() or "")
            to_go.append(index)
    return found
