"""A form whose fields are kept one by one as they are left, and in which a refused entry stays until it is mended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from mentordesk.domain.fields import Field, FieldValue
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message
from ui.forms.form import Form, Heading, Row
from ui.theme import Look


class KeptForm(Form):
    def __init__(
        self, look: Look, fields: Sequence[Field | Row | Heading], *, today: date, name: str, edge: int = 16
    ) -> None:
        super().__init__(look, fields, today=today, name=name, edge=edge)
        self._refused: dict[str, tuple[FieldValue, Message]] = {}

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
