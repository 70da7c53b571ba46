"""The call of the programme (R26): its text in each language and its days, and the channels it goes out by."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from mentordesk.actions.calls import set_call_days, write_call
from mentordesk.actions.files import Store
from mentordesk.domain.fields import LETTER_LENGTH, DateField, Field, FieldValue, TextField
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LANGUAGES, LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.queries.calls import Call, call
from mentordesk.queries.programmes import one_programme
from ui.desk import Desk
from ui.forms.beside import NARROW_FROM
from ui.forms.form import Heading, Row
from ui.programme.channels import Channels
from ui.programme.kept_form import KeptForm
from ui.programme.view import View
from ui.theme import Space
from ui.widgets.frames import column, frame, row, scrolling

_OPENS = DateField("opensOn", msg("Opens on"))
_CLOSES = DateField("closesOn", msg("Closes on"))
_DAYS = (_OPENS.key, _CLOSES.key)
_TEXT = "callText_"
_OWN_NAMES = {each.code: each.own_name for each in LANGUAGES}


def _text_field(code: LanguageCode) -> TextField:
    title = msg("Text ({language})", language=_OWN_NAMES[code])
    return TextField(f"{_TEXT}{code}", title, length=LETTER_LENGTH, lines=True)


def _read(store: Store, programme: ProgrammeId) -> tuple[Call, tuple[LanguageCode, ...]]:
    """The call, and the languages it is written in: the programme's, and those there is a text in already."""
    found = call(store, programme)
    languages = one_programme(store, programme).settings.languages
    return found, tuple(dict.fromkeys((*languages, *found.texts)))


class CallView(View):
    """What was typed stays over a reload; each field is kept when it is left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._call: Call | None = None
        self._languages: tuple[LanguageCode, ...] = ()
        self._form: KeptForm | None = None
        self._texts = frame("card")
        self._room = column(desk.look, within=self._texts)
        self.channels = Channels(desk, self)
        narrow = desk.look.zoom >= NARROW_FROM
        if narrow:
            content = QWidget()
            down = column(desk.look, within=content, space=Space.AROUND)
            down.addWidget(self._texts)
            self.channels.setMinimumHeight(desk.look.px(440))
            down.addWidget(self.channels)
            area = scrolling(content)
            self.channels.form_opened.connect(lambda: area.verticalScrollBar().setValue(self.channels.y()))
            column(desk.look, within=self).addWidget(area)
        else:
            across = row(desk.look, within=self, space=Space.AROUND)
            across.addWidget(self._texts, 1)
            across.addWidget(self.channels, 1)

    def reload(self, programme: ProgrammeId) -> None:
        self.programme = programme
        self.desk.work.ask("programme call", lambda store: _read(store, programme), self._show, self.refused.emit)

    def enter(self) -> None:
        if self._form is not None:
            self._form.focus(_OPENS.key)

    def add(self) -> None:
        self.channels.add()

    def _show(self, found: tuple[Call, tuple[LanguageCode, ...]]) -> None:
        shown, languages = found
        if shown.programme != self.programme:
            return
        same = self._call is not None and self._call.programme == shown.programme
        if self._form is None or languages != self._languages or not same:
            self._make_form(languages)
        self._call, self._languages = shown, languages
        values: dict[str, FieldValue] = {_OPENS.key: shown.opens_on, _CLOSES.key: shown.closes_on}
        values |= {_text_field(code).key: shown.texts.get(code) for code in languages}
        if self._form is not None:
            self._form.show_kept(values, anew=not same)
        self.channels.show_call(shown)
        self.told.emit()

    def _make_form(self, languages: tuple[LanguageCode, ...]) -> None:
        days = Row(_CLOSES, hint=msg("The deadline for applications in the calendar moves along."))
        fields: list[Field | Row | Heading] = [Heading(msg("The call")), _OPENS, days]
        fields += [_text_field(code) for code in languages]
        self._form = KeptForm.within(self._room, self, fields, name="callForm", keep=self._keep)

    def _keep(self, key: str, value: FieldValue) -> None:
        known, form = self._call, self._form
        if known is None or form is None or not self.desk.may_change():
            return
        programme = known.programme
        if key not in _DAYS:
            texts = {LanguageCode(key.removeprefix(_TEXT)): str(value or "")}
            form.keep(self, lambda store: write_call(store, programme, texts), key, value)
            return
        days = _days_of(form)
        if days is not None:
            opens, closes = days
            form.keep(
                self,
                lambda store: set_call_days(store, programme, opens_on=opens, closes_on=closes),
                key,
                value,
                mends=_DAYS,
            )


def _days_of(form: KeptForm) -> tuple[date | None, date | None] | None:
    """Both as they are written, for one alone may be wrong until the other is; None where one is no day."""
    try:
        opens, closes = (form.editor(key).read() for key in _DAYS)
    except Refused:
        return None  # it stands at the field already
    return opens if isinstance(opens, date) else None, closes if isinstance(closes, date) else None
