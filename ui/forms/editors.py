"""Which editor a Field gets.

To add one: a class in writing.py, days.py or choosing.py, and a line here; tests/ui/forms/ walks every kind of Field.
"""

from __future__ import annotations

from datetime import date

from mentordesk.domain.fields import (
    ChoiceField,
    DateField,
    Field,
    LanguageField,
    ListField,
    NumberField,
    PaperField,
    SinceField,
    TextField,
    YesNoField,
)
from ui.forms.choosing import ChoiceEditor, LanguageEditor, YesNoEditor
from ui.forms.days import DayEditor, PaperEditor, SinceEditor
from ui.forms.editor import Editor
from ui.forms.writing import LineEditor, LinesEditor, ListEditor, NumberEditor
from ui.theme import Look

EDITORS: dict[type[Field], type[Editor]] = {
    Field: LineEditor,  # and whatever has none of its own
    DateField: DayEditor,
    SinceField: SinceEditor,
    PaperField: PaperEditor,
    NumberField: NumberEditor,
    YesNoField: YesNoEditor,
    ListField: ListEditor,
    ChoiceField: ChoiceEditor,
    LanguageField: LanguageEditor,
}


def editor_for(field: Field, look: Look, *, today: date) -> Editor:
    if isinstance(field, TextField) and field.lines:
        return LinesEditor(look, field, today=today)
    kind = next(kind for kind in type(field).__mro__ if kind in EDITORS)
    return EDITORS[kind](look, field, today=today)
