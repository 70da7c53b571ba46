"""The application form of a mentee (R20, R65): what it asks, and which Field of the file each answer belongs to.

To add a question: a FormField under its heading, its sentence in three languages, and a higher version of the form.
"""

from __future__ import annotations

from collections.abc import Mapping

from mentordesk.domain.checklists import Point
from mentordesk.domain.fields import (
    EMAIL_LENGTH,
    LETTER_LENGTH,
    NAME_LENGTH,
    ChoiceField,
    Field,
    LanguageField,
    YesNoField,
)
from mentordesk.domain.form_answers import SIGNATURE, SIGNED_ON, YES_OR_NO
from mentordesk.domain.forms import AnswerKind, Form, FormField, Option
from mentordesk.domain.pairs import Side
from mentordesk.domain.people import PARTICIPATION_FIELDS, PERSON_FIELDS, UNIT_FIELDS
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.i18n.message import Message, Wording, msg

ABOUT_YOU = msg("About you")
YOUR_WORK = msg("Your work as a leader")
YOUR_MOTIVATION = msg("Your letter of motivation")
YOUR_DEVELOPMENT = msg("What you want to develop")
HOW_YOU_SEND_IT = msg("How you send the application")

_MENTEE = (Side.MENTEE,)
_FIELDS = {field.key: field for field in (*PERSON_FIELDS, *UNIT_FIELDS, *PARTICIPATION_FIELDS)}
_LANGUAGES = tuple(Option(known.code.value, Wording.everywhere(known.own_name)) for known in LANGUAGES)


def _of(key: str, label: Message | None = None, kind: AnswerKind = AnswerKind.TEXT, lines: int = 1) -> FormField:
    """A question that a Field of the file keeps the answer to; both bear the same name."""
    field = _FIELDS[key]
    title = label or field.title
    if isinstance(field, ChoiceField):
        choices = tuple(Option(value.value, name) for value, name, _ in field.choices.options)
        return FormField(key, title, AnswerKind.ONE_OF, choices)
    if isinstance(field, LanguageField):
        return FormField(key, title, AnswerKind.ONE_OF, _LANGUAGES)
    if isinstance(field, YesNoField):
        return FormField(key, title, AnswerKind.ONE_OF, YES_OR_NO)
    longest = EMAIL_LENGTH if key == "email" else NAME_LENGTH
    return FormField(key, title, kind, lines=lines, longest=longest * lines)


LEADS_AND_IS_NEW = Point(
    "leads-and-is-new", YOUR_WORK, msg("I am in a leadership position, and I am new in it."), _MENTEE
)
WANTS_SUPPORT = Point(
    "wants-support", YOUR_WORK, msg("I want support and development in my role as a leader."), _MENTEE
)
WHY = Point("why-i-apply", YOUR_MOTIVATION, msg("Why do you want a mentor, and why now?"), _MENTEE)
SUPPORT = Point("support", YOUR_MOTIVATION, msg("What do you want support with in your everyday leadership?"), _MENTEE)
DILEMMAS = Point("dilemmas", YOUR_MOTIVATION, msg("Which challenges and dilemmas do you want to reflect on?"), _MENTEE)
FOCUS = Point(
    "development-focus",
    YOUR_DEVELOPMENT,
    msg("What do you most want to develop? A few words for each, and one to a line."),
    _MENTEE,
)
WISHES = Point(
    "wishes",
    YOUR_DEVELOPMENT,
    msg("Is there somebody whom you wish for as your mentor? Write the names, the dearest wish first."),
    _MENTEE,
)
HEARD_OF = Point("heard-of", YOUR_DEVELOPMENT, msg("Where did you hear of the programme?"), _MENTEE)
EMPLOYER_CONFIRMS = Point(
    "employer-confirms",
    HOW_YOU_SEND_IT,
    msg("Your employer confirms on a form of its own that you are given the time; see to it that it comes in, too."),
    _MENTEE,
)
WHO_READS_IT = Point(
    "who-reads-it",
    HOW_YOU_SEND_IT,
    msg("The application is read by those who run the programme, and is used to choose participants and mentors."),
    _MENTEE,
)
INFORMED = Point(
    "informed",
    HOW_YOU_SEND_IT,
    msg("I have been told what is kept about me, why and for how long, and what I can ask for."),
    _MENTEE,
)
APPLICATION_POINTS = (
    LEADS_AND_IS_NEW,
    WANTS_SUPPORT,
    WHY,
    SUPPORT,
    DILEMMAS,
    FOCUS,
    WISHES,
    HEARD_OF,
    EMPLOYER_CONFIRMS,
    WHO_READS_IT,
    INFORMED,
)
"""In the order of the paper."""

PERSONAL = (
    _of("given_name"),
    _of("family_name"),
    _of("email"),
    _of("phone"),
    _of("parent_unit", msg("Employer")),
    _of("unit"),
    _of("title"),
    _of("place"),
)
READS, SPEAKS = _of("language", msg("Papers and letters in")), _of("spoken", msg("Languages you can talk in"))
LEADER = (
    _of("leadership_since", msg("Leader since (day or year)")),
    _of("line_manager", msg("Your manager (name or e-mail)")),
    _of("backgrounds", msg("Professional field or fields")),
)
LEVEL, CARE_LEVEL, EDUCATION = _of("leadership_level"), _of("care_level"), _of("leadership_education")
TAKES_OFFICE = FormField("takes_office_on", msg("Newly appointed from"), AnswerKind.DAY)
APPOINTED_BY = FormField("appointing_manager", msg("Manager who appointed you (name or e-mail)"), longest=EMAIL_LENGTH)
LEADS = FormField("leads_and_is_new", LEADS_AND_IS_NEW.sentence, AnswerKind.TICK)
WANTS = FormField("wants_support", WANTS_SUPPORT.sentence, AnswerKind.TICK)
LETTER = FormField(
    "letter",
    msg("Your letter; you may add a sheet of your own"),
    AnswerKind.LINES,
    lines=9,
    longest=LETTER_LENGTH,
)
NEEDS = _of("needs", FOCUS.sentence, AnswerKind.LINES, lines=3)
WISHED = _of("wishes", WISHES.sentence, AnswerKind.LINES, lines=2)
HEARD = FormField("heard_of", HEARD_OF.sentence, longest=NAME_LENGTH)
TOLD = FormField("informed", INFORMED.sentence, AnswerKind.TICK)

APPLICATION_FORM = Form(
    "application-form",
    1,
    (
        *PERSONAL,
        READS,
        SPEAKS,
        *LEADER,
        LEVEL,
        CARE_LEVEL,
        EDUCATION,
        TAKES_OFFICE,
        APPOINTED_BY,
        LEADS,
        WANTS,
        LETTER,
        NEEDS,
        WISHED,
        HEARD,
        TOLD,
        SIGNED_ON,
        SIGNATURE,
    ),
    keeps_file=True,
)
KEPT_BY: Mapping[str, Field] = {
    asked.name: _FIELDS[asked.name] for asked in APPLICATION_FORM.fields if asked.name in _FIELDS
}
"""By the name of a form's field: the Field that reads the answer and keeps it.

The others are the application's own (`letter`, `heard_of`, `informed`, `signed_on`, `signature`), the notice's of a
new manager (`takes_office_on`, `appointing_manager`), or said on the paper only (`leads_and_is_new`, `wants_support`).
"""
