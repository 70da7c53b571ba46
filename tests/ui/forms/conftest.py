"""Forms stand alone: no file is open, a look and a day are enough."""

from __future__ import annotations

from datetime import date

import pytest

from mentordesk.domain.fields import (
    ChoiceField,
    DateField,
    EmailField,
    Field,
    LanguageField,
    ListField,
    NameField,
    NumberField,
    PaperField,
    SinceField,
    TextField,
    YesNoField,
)
from mentordesk.domain.people import LEVELS
from mentordesk.i18n.message import Wording
from ui.forms.form import Form

TODAY = date(2026, 11, 22)


def title(text: str) -> Wording:
    return Wording.everywhere(text)


ONE_OF_EACH: tuple[Field, ...] = (
    NameField("name", title("Name")),
    EmailField("email", title("E-mail")),
    TextField("place", title("Place"), length=40),
    TextField("notes", title("Notes"), length=1_000, lines=True),
    DateField("day", title("Day")),
    SinceField("since", title("Since")),
    NumberField("places", title("Places"), low=0, high=10),
    YesNoField("retired", title("Retired")),
    PaperField("letter", title("Letter")),
    ListField("topics", title("Topics")),
    ChoiceField("level", title("Level"), choices=LEVELS),
    LanguageField("language", title("Language")),
)


@pytest.fixture
def form_of(qtbot, look):
    """`form_of(*fields, **options)`: a form on the screen, with the focus in its window."""

    def make(*fields, **options) -> Form:
        form = Form(options.pop("look", look), fields, today=TODAY, name="form", **options)
        qtbot.addWidget(form)
        form.resize(760, 800)
        with qtbot.waitActive(form):
            form.show()
            form.activateWindow()
        return form

    return make
