"""Requirements in words and as a form: what each measure asks, which step waits for it, and the Fields of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mentordesk.actions.programme_settings import COUNTED, MAY_COUNT
from mentordesk.domain.criteria import PAPER_NAMES, Criterion, Gate, Measure, PaperKind
from mentordesk.domain.fields import ChoiceField, Choices, Field, FieldValue, NumberField, TextField
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.domain.programmes import PriorityGroup, ProgrammeSettings
from mentordesk.i18n.languages import LANGUAGES, LanguageCode
from mentordesk.i18n.message import Message, Wording, msg, nmsg
from ui.forms.form import Row
from ui.language import say

_BY_VALUE: Mapping[str, Message] = {
    "leadership_years": msg("Years of leadership, at least"),
    "leadership_education": msg("Leadership education"),
    "background": msg("A professional background"),
    "first_line": msg("Has led a first line"),
    "in_leadership": msg("Is in a leadership position"),
    "new_in_leadership": msg("Months in leadership, at most"),
    "trained": msg("Has taken the mentor training"),
    "paper": msg("A paper that came in"),
    "own": msg("Yes or no, noted by the team"),
    "number": msg("A number, at least"),
    "day": msg("A day"),
    "document": msg("An attached document"),
}
MEASURES: Mapping[Measure, Message] = {measure: _BY_VALUE[measure.value] for measure in Measure}
_ROLES = Choices(tuple((role, ROLE_NAMES[role], "") for role in (Role.MENTEE, Role.MENTOR)))
_ROLE = ChoiceField("criterionRole", msg("Asked of"), choices=_ROLES)
_MEASURE = ChoiceField(
    "criterionMeasure",
    msg("Answered by"),
    choices=Choices(tuple((measure, words, "") for measure, words in MEASURES.items())),
)
GATE = "criterionGate"
"""Key of the field that says what waits."""
_FIRST = "first:"  # before a group's key: it might be a requirement's too
_FIGURE = NumberField("criterionFigure", msg("How many"), low=1, high=1_000)
_PAPER = ChoiceField(
    "criterionPaper",
    msg("Which paper"),
    choices=Choices(tuple((kind, words, "") for kind, words in PAPER_NAMES.items())),
)


class Waits(StrEnum):
    """What a gate says, and that nothing waits: whoever meets it is taken first."""

    SELECTION = Gate.SELECTION.value
    MATCHING = Gate.MATCHING.value
    START = Gate.START.value
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Asked:
    """A row of the list: a requirement, or a group of people whom the programme takes first."""

    criterion: Criterion
    waits: Waits

    @property
    def number(self) -> str:
        return f"{_FIRST}{self.criterion.key}" if self.waits is Waits.FIRST else self.criterion.key


def all_asked(settings: ProgrammeSettings) -> tuple[Asked, ...]:
    """The groups after the requirements."""
    groups = tuple(
        Asked(Criterion(group.key, group.role, group.measure, group.title, figure=group.figure), Waits.FIRST)
        for group in settings.priority
    )
    return (*(Asked(criterion, Waits(criterion.gate.value)) for criterion in settings.criteria), *groups)


def as_group(criterion: Criterion) -> PriorityGroup:
    return PriorityGroup(criterion.key, criterion.role, criterion.title, criterion.measure, criterion.figure)


def measured(criterion: Criterion) -> str:
    """What answers it, with its number or paper."""
    if criterion.paper is not None:
        return say(PAPER_NAMES[criterion.paper])
    if criterion.measure is Measure.LEADERSHIP_YEARS:
        years = criterion.figure
        return say(nmsg("At least {count} year of leadership", "At least {count} years of leadership", years))
    if criterion.measure is Measure.NEW_IN_LEADERSHIP:
        months = criterion.figure
        return say(nmsg("At most {count} month in leadership", "At most {count} months in leadership", months))
    if criterion.measure in MAY_COUNT and criterion.figure:
        return say(
            nmsg(
                "Has led a first line for at least {count} year",
                "Has led a first line for at least {count} years",
                criterion.figure,
            )
        )
    if criterion.measure in COUNTED:
        return say(msg("At least {number}", number=criterion.figure))
    return say(MEASURES[criterion.measure])


def title_key(code: LanguageCode) -> str:
    return f"criterionTitle_{code}"


def criterion_fields(
    languages: Sequence[LanguageCode], known: Criterion | None = None, waits: Waits | None = None
) -> tuple[Field | Row, ...]:
    """For a new one, whose number or paper is asked for once its measure is known; else for what can be changed."""
    own = {each.code: each.own_name for each in LANGUAGES}
    titles: list[Field | Row] = []
    for place, code in enumerate(languages):
        field = TextField(title_key(code), msg("What is asked ({language})", language=own[code]))
        titles.append(Row(field, required=place == 0))
    if known is None:
        return (
            *titles,
            Row(_ROLE, required=True),
            Row(_MEASURE, required=True),
            Row(_gate(with_first=True), required=True),
        )
    gate = () if waits is Waits.FIRST else (Row(_gate(with_first=False), required=True),)
    return (*titles, *more_fields(known.measure), *gate)


WAITS: Mapping[Waits, Message] = {
    Waits.SELECTION: msg("Selection"),
    Waits.MATCHING: msg("Matching"),
    Waits.START: msg("Start"),
    Waits.FIRST: msg("Nothing: they are taken first"),
}


def _gate(*, with_first: bool) -> ChoiceField:
    """Something that is asked of people does not become a group, nor a group something that is asked."""
    offered = tuple((waits, words, "") for waits, words in WAITS.items() if with_first or waits is not Waits.FIRST)
    return ChoiceField(GATE, msg("What waits for it"), choices=Choices(offered))


def more_fields(measure: Measure) -> tuple[Row, ...]:
    """What a measure wants to know besides."""
    if measure is Measure.PAPER:
        return (Row(_PAPER, required=True),)
    if measure in MAY_COUNT:
        return (Row(_FIGURE, hint=msg("Empty: for however long.")),)
    return (Row(_FIGURE, required=True),) if measure in COUNTED else ()


def values_of(criterion: Criterion) -> Mapping[str, FieldValue]:
    titles: dict[str, FieldValue] = {
        title_key(LanguageCode(code)): text for code, text in criterion.title.texts().items()
    }
    kept: dict[str, FieldValue] = {
        _ROLE.key: criterion.role,
        _MEASURE.key: criterion.measure,
        _FIGURE.key: criterion.figure or None,
        _PAPER.key: criterion.paper,
        GATE: Waits(criterion.gate.value),
    }
    return titles | kept


def criterion_from(values: Mapping[str, FieldValue], known: Criterion | None = None) -> Criterion:
    """As written; what the form did not ask stays as it is known."""
    texts = dict(known.title.texts()) if known is not None else {}
    for code in LanguageCode:
        if title_key(code) in values:
            texts[code.value] = str(values[title_key(code)] or "")
    figure, paper, waits = values.get(_FIGURE.key), values.get(_PAPER.key), values.get(GATE)
    return Criterion(
        "" if known is None else known.key,
        known.role if known is not None else Role(str(values[_ROLE.key])),
        known.measure if known is not None else Measure(str(values[_MEASURE.key])),
        Wording.of(texts),
        Gate.MATCHING if waits is None or waits == Waits.FIRST else Gate(str(waits)),
        figure if isinstance(figure, int) else 0,
        paper if isinstance(paper, PaperKind) else None,
    )
