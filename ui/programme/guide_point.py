"""One question of a guide, or one point of the introduction, as a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from mentordesk.domain.fields import TEXT_LENGTH, ChoiceField, Choices, Field, FieldValue, TextField, YesNoField
from mentordesk.domain.guides import Guide, Point
from mentordesk.i18n.languages import LANGUAGES, LanguageCode
from mentordesk.i18n.message import Wording, msg
from ui.forms.form import Row

_OWN_NAMES = {each.code: each.own_name for each in LANGUAGES}
_OFFERS = YesNoField("pointOffers", msg("Ticked by the offer of a mentor"))


class _Answers(StrEnum):
    """What becomes of the answers when the words are changed."""

    KEEP_THEIRS = "keep_theirs"
    COME_ALONG = "come_along"


_ANSWERS = ChoiceField(
    "pointAnswers",
    msg("The answers there are"),
    choices=Choices(
        (
            (_Answers.KEEP_THEIRS, msg("keep the old words; this is another question"), ""),
            (_Answers.COME_ALONG, msg("belong to the new words too; it is only said better"), ""),
        )
    ),
)


def point_fields(guide: Guide, languages: Sequence[LanguageCode], *, answered: bool) -> tuple[Field | Row, ...]:
    introduces = guide is Guide.INTRODUCTION
    rows: list[Field | Row] = []
    for place, code in enumerate(languages):
        language = _OWN_NAMES[code]
        words = msg("What is to be done ({language})", language=language)
        title = words if introduces else msg("Question ({language})", language=language)
        rows.append(Row(TextField(_title(code), title, length=TEXT_LENGTH, lines=True), required=place == 0))
    if introduces:
        rows.append(_OFFERS)
    else:
        for code in languages:
            note = msg("Note for the interviewer ({language})", language=_OWN_NAMES[code])
            rows.append(TextField(_hint(code), note, length=TEXT_LENGTH))
    return (*rows, Row(_ANSWERS, required=True)) if answered else tuple(rows)


def values_of(point: Point) -> Mapping[str, FieldValue]:
    values: dict[str, FieldValue] = {_title(code): text for code, text in point.title.texts().items()}
    if point.hint is not None:
        values |= {_hint(code): text for code, text in point.hint.texts().items()}
    return values | {_OFFERS.key: point.offers_mentor or None, _ANSWERS.key: _Answers.KEEP_THEIRS}


def point_from(values: Mapping[str, FieldValue], known: Point | None = None) -> Point:
    """As written; what the form did not ask, such as words in a further language, stays as it is known."""
    before = known or Point("", Wording.of({}))
    hints = before.hint.texts() if before.hint is not None else {}
    title = _laid_over(before.title.texts(), values, _title)
    hint = _laid_over(hints, values, _hint)
    offers = bool(values[_OFFERS.key]) if _OFFERS.key in values else before.offers_mentor
    words = Wording.of(hint) if any(hint.values()) else None
    return replace(before, title=Wording.of(title), hint=words, offers_mentor=offers)


def is_another(values: Mapping[str, FieldValue]) -> bool:
    """Whether the answers stay with the words they were given to."""
    return values.get(_ANSWERS.key, _Answers.KEEP_THEIRS) != _Answers.COME_ALONG


def _title(code: str) -> str:
    return f"pointTitle_{code}"


def _hint(code: str) -> str:
    return f"pointHint_{code}"


def _laid_over(
    texts: Mapping[str, str], values: Mapping[str, FieldValue], key_of: Callable[[str], str]
) -> dict[str, str]:
    return {
        **texts,
        **{code.value: str(values[key_of(code)] or "") for code in LanguageCode if key_of(code) in values},
    }
