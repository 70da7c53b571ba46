"""A form whose fields are kept one by one as they are left, and in which a refused entry stays until it is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from mentordesk.actions.files import Store
from mentordesk.domain.fields import Field, FieldValue
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message
from ui.forms.beside import NARROW_FROM
from ui.forms.form import Form, Heading, Row
from ui.programme.view import View
from ui.theme import Look
from ui.widgets.frames import clear


class KeptForm(Form):
    def __init__(
        self, look: Look, fields: Sequence[Field | Row | Heading], *, today: date, name: str, edge: int = 16
    ) -> None:
        super().__init__(look, fields, today=today, name=name, edge=edge)
        self._refused: dict[str, tuple[FieldValue, Message]] = {}

    @classmethod
    def within(
        cls,
        room: QVBoxLayout,
        view: View,
        fields: Sequence[Field | Row | Heading],
        *,
        name: str,
        keep: Callable[[str, FieldValue], None],
    ) -> KeptForm:
        """In place of what stood in the room; `keep` is told of each field that was left with another value."""
        clear(room)
        form = cls(view.look, fields, today=view.desk.today, name=name)
        if view.look.zoom >= NARROW_FROM:
            form.be_as_high_as_fields()
        form.set_read_only(view.desk.file.read_only)
        form.committed.connect(keep)
        form.denied.connect(view.desk.tell)
        room.addWidget(form)
        return form

    def keep(
        self, view: View, deed: Callable[[Store], object], key: str, value: FieldValue, *, mends: Iterable[str] = ()
    ) -> None:
        """`mends`: fields that are right when this one is, beside itself."""
        view.desk.work.change(deed, lambda _: self.mend((key, *mends)), partial(self.refuse, key, value))

    def show_kept(self, values: Mapping[str, FieldValue], *, anew: bool) -> None:
        """What is in the file; what is half written or was refused stays, unless it is another programme's: `anew`."""
        if anew:
            self._refused.clear()
        refused = {key: value for key, (value, _) in self._refused.items()}
        self.show_values({**values, **refused}, keep_typed=not anew)
        for key, (_, sentence) in self._refused.items():
            self.mark(key, sentence)

    def refuse(self, key: str, value: FieldValue, no: Refused) -> None:
        self._refused[key] = (value, no.message)
        self.mark(key, no.message)

    def mend(self, keys: Iterable[str]) -> None:
        """These were kept."""
        for key in keys:
            if self._refused.pop(key, None) is not None:
                self.mark(key, None)
