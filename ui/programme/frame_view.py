"""The frame of the programme (R1): its name, owner, places and languages, edited; its days, to be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from mentordesk.actions.files import Store
from mentordesk.actions.programme_settings import edit_programme, set_capacity
from mentordesk.domain.fields import ChoiceField, Choices, Field, FieldValue, LanguageField, NumberField, TextField
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.legal_form import LEGAL_FORM_NAMES, LegalForm
from mentordesk.domain.privacy_notice import LONGEST_RETENTION, PrivacyNotice
from mentordesk.domain.programmes import CostRule, Intake, Programme
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, Wording, msg
from mentordesk.queries.programmes import one_programme
from ui.desk import Desk
from ui.forms.beside import NARROW_FROM
from ui.forms.form import Heading, Row
from ui.language import ntr, say, tr
from ui.programme.kept_form import KeptForm
from ui.programme.view import View
from ui.theme import Space
from ui.widgets.frames import clear, column, frame, row, scrolling
from ui.widgets.labels import label

COST_RULES: dict[CostRule, Message] = {
    CostRule.OWN_UNITS: msg("Each one's own unit"),
    CostRule.PROGRAMME: msg("The programme"),
}
_NAME = TextField("programmeName", msg("Name of the programme"))
_OWNER = TextField("programmeOwner", msg("Programme owner"))
_FORM = ChoiceField(
    "legalForm", msg("Kind of organisation"), choices=Choices(tuple((f, w, "") for f, w in LEGAL_FORM_NAMES.items()))
)
_CAPACITY = NumberField("programmeCapacity", msg("Places for mentees"), low=1, high=10_000)
_LANGUAGES = (
    LanguageField("firstLanguage", msg("Language of the programme")),
    LanguageField("secondLanguage", msg("Second language")),
    LanguageField("thirdLanguage", msg("Third language")),
)
_COSTS = ChoiceField(
    "costRule", msg("Who bears the costs"), choices=Choices(tuple((r, w, "") for r, w in COST_RULES.items()))
)
_CONTROLLER = TextField("privacyController", msg("Responsible for personal data"))
_CONTACT = TextField("privacyContact", msg("Contact for questions about personal data"))
_OFFICER = TextField("privacyOfficer", msg("Data protection officer"))
_RETENTION = NumberField("retentionMonths", msg("Kept after the end"), low=0, high=LONGEST_RETENTION)
_PRIVACY = (_CONTROLLER, _CONTACT, _OFFICER, _RETENTION)
_REGIONAL = TextField("regionalProgramme", msg("Programme that managers are referred to"))


def _signer(number: int, title: Wording) -> TextField:
    return TextField(f"signer_{number}", msg("{title}, name", title=title))


class FrameView(View):
    """Each field is kept when it is left; what was typed stays over a reload."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("programmeFrame")
        self._known: Programme | None = None
        self._form: KeptForm | None = None
        narrow = desk.look.zoom >= NARROW_FROM
        self._fields = frame("card")
        self._room = column(desk.look, within=self._fields)
        self._days = frame("card")
        self._lines = column(desk.look, within=self._days, space=Space.BETWEEN, edge=16)
        if narrow:
            content = QWidget()
            down = column(desk.look, within=content, space=Space.AROUND)
            down.addWidget(self._fields)
            down.addWidget(self._days)
            down.addStretch(1)
            column(desk.look, within=self).addWidget(scrolling(content))
        else:
            across = row(desk.look, within=self, space=Space.AROUND)
            across.addWidget(self._fields, 3)
            side = column(desk.look)
            side.addWidget(self._days)
            side.addStretch(1)
            across.addLayout(side, 2)

    def reload(self, programme: ProgrammeId) -> None:
        self.programme = programme
        self.desk.work.ask(
            "programme frame", lambda store: one_programme(store, programme), self._show, self.refused.emit
        )

    def enter(self) -> None:
        if self._form is not None:
            self._form.focus(_NAME.key)

    def _show(self, known: Programme) -> None:
        if known.id != self.programme:
            return
        before, self._known = self._known, known
        same = before is not None and before.id == known.id
        titles = [signer.title for signer in known.settings.signers]
        if not same or before is None or titles != [signer.title for signer in before.settings.signers]:
            self._make_form(known)
        if self._form is not None:
            self._form.show_kept(_values(known), anew=not same)
        self._show_days(known)
        self.told.emit()

    def _make_form(self, known: Programme) -> None:
        signers = [_signer(number, signer.title) for number, signer in enumerate(known.settings.signers)]
        fields: list[Field | Row | Heading] = [
            Row(_NAME, required=True),
            _OWNER,
            Row(_FORM, required=True, hint=msg("It decides who may ask to read what is written of applicants.")),
            Row(_CAPACITY, hint=msg("Empty: no limit.")),
            Row(_LANGUAGES[0], required=True),
            *_LANGUAGES[1:],
            Row(_COSTS, required=True),
        ]
        if known.settings.intake is Intake.ROLLING:
            fields.append(_REGIONAL)
        if signers:
            fields += [Heading(msg("Who signs for the programme")), *signers]
        fields += [
            Heading(msg("Personal data")),
            Row(_CONTROLLER, hint=msg("Empty: the programme owner. It stands in the information on personal data.")),
            _CONTACT,
            _OFFICER,
            Row(_RETENTION, required=True, unit=msg("months")),
        ]
        self._form = KeptForm.within(self._room, self, fields, name="frameForm", keep=self._keep)

    def _show_days(self, known: Programme) -> None:
        clear(self._lines)
        settings = known.settings
        self._lines.addWidget(label(tr("Time"), "heading", wrap=True))
        self._lines.addWidget(
            label(tr("From {first} to {last}", first=known.starts_on, last=known.ends_on), "strong", wrap=True)
        )
        months = ntr("{count} month", "{count} months", settings.months)
        self._lines.addWidget(label(months, wrap=True))
        self._lines.addWidget(label(ntr("{count} semester", "{count} semesters", settings.semesters), wrap=True))
        intake = (
            tr("Everybody begins together.")
            if settings.intake is Intake.COHORT
            else tr("New managers join one at a time.")
        )
        self._lines.addWidget(label(intake, wrap=True))
        hint = tr("Meetings and deadlines hang on these days, so they are not changed here.")
        self._lines.addWidget(label(hint, "second", wrap=True))
        if settings.purposes:
            self._lines.addSpacing(self.look.px(Space.BETWEEN))
            self._lines.addWidget(label(tr("What it is for"), "heading", wrap=True))
            for purpose in settings.purposes:
                self._lines.addWidget(label(say(purpose), wrap=True))

    def _keep(self, key: str, value: FieldValue) -> None:
        known, form = self._known, self._form
        if known is not None and form is not None and self.desk.may_change():
            form.keep(self, _deed(known, key, value, form), key, value)


def _values(known: Programme) -> dict[str, FieldValue]:
    settings = known.settings
    languages: list[LanguageCode | None] = [*settings.languages, None, None, None]
    values: dict[str, FieldValue] = {
        _NAME.key: known.name,
        _OWNER.key: settings.owner or None,
        _FORM.key: settings.legal_form,
        _CAPACITY.key: settings.capacity,
        _COSTS.key: settings.cost_rule,
        _REGIONAL.key: settings.regional_programme or None,
        _CONTROLLER.key: settings.privacy.controller or None,
        _CONTACT.key: settings.privacy.contact or None,
        _OFFICER.key: settings.privacy.officer or None,
        _RETENTION.key: settings.privacy.retention_months,
    }
    values |= {field.key: language for field, language in zip(_LANGUAGES, languages, strict=False)}
    values |= {f"signer_{number}": signer.name or None for number, signer in enumerate(settings.signers)}
    return values


def _deed(known: Programme, key: str, value: FieldValue, form: KeptForm) -> Callable[[Store], None]:
    """What keeps one field; a language and a signer's name are kept with their like."""
    programme, text = known.id, str(value or "")
    if key == _CAPACITY.key:
        places = value if isinstance(value, int) else None
        return lambda store: set_capacity(store, programme, places)
    if key in {field.key for field in _LANGUAGES}:
        read = [form.editor(field.key).read() for field in _LANGUAGES]
        languages = [LanguageCode(str(code)) for code in read if code is not None]
        return lambda store: edit_programme(store, programme, languages=languages)
    if key.startswith("signer_"):
        names = [signer.name for signer in known.settings.signers]
        names[int(key.removeprefix("signer_"))] = text
        return lambda store: edit_programme(store, programme, signers=names)
    if key in {field.key for field in _PRIVACY}:
        return partial(edit_programme, programme=programme, privacy=_notice(known, key, value))
    if key == _FORM.key:
        return partial(edit_programme, programme=programme, legal_form=LegalForm(text))
    if key == _COSTS.key:
        return partial(edit_programme, programme=programme, cost_rule=CostRule(text))
    if key == _NAME.key:
        return partial(edit_programme, programme=programme, name=text)
    if key == _OWNER.key:
        return partial(edit_programme, programme=programme, owner=text)
    return partial(edit_programme, programme=programme, regional_programme=text)


def _notice(known: Programme, key: str, value: FieldValue) -> PrivacyNotice:
    """The notice with one of its fields as it was written."""
    notice, text = known.settings.privacy, str(value or "")
    if key == _RETENTION.key:
        return replace(notice, retention_months=value if isinstance(value, int) else notice.retention_months)
    if key == _CONTROLLER.key:
        return replace(notice, controller=text)
    return replace(notice, contact=text) if key == _CONTACT.key else replace(notice, officer=text)
