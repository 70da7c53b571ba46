"""Over the whole window: Ctrl+Shift+R asks for a form from any tab; a drop leads to where forms come back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentordesk.domain.application_form import APPLICATION_FORM
from mentordesk.domain.form_identity import FormIdentity
from tests.returned_forms import by_pikepdf, issued
from tests.ui.documents.returned.test_returned import dropped

pytestmark = pytest.mark.filterwarnings("ignore")  # of pikepdf while it fills in


def test_a_form_is_read_from_any_tab_by_key_and_by_drop(program_in, calm, example, tmp_path):
    form = tmp_path / "form.pdf"
    identity = FormIdentity("application-form", 1, "programme", "")
    form.write_bytes(by_pikepdf(issued(APPLICATION_FORM, identity, "another file"), {"given_name": "Kari"}))
    program = program_in("en")
    program.open_path(example)
    calm(program)
    program.ask.answers.append(form)
    QTest.keyClick(
        QApplication.focusWidget() or program.window,
        Qt.Key.Key_R,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    calm(program)
    place = program.workplace
    assert place.current == "documents"
    notes = place.page.findChild(object, "returnedNotes")
    assert "another MentorDesk file" in notes.text()

    place.show_tab("today")
    calm(program)
    other = tmp_path / "other.pdf"
    other.write_bytes(b"no form")
    assert dropped(place, other)
    calm(program)
    assert place.current == "documents"
    assert "is not a PDF file" in place.page.findChild(object, "returnedNotes").text()
