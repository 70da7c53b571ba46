"""The languages of program and documents. To add one: a line here, and a folder in translations/."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LanguageCode(StrEnum):
    NB = "nb"
    SV = "sv"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Language:
    code: LanguageCode
    own_name: str
    locale: str  # for Babel; English is British: "en" alone would print American dates
    tag: str  # for PDF and calendar files (BCP 47)


LANGUAGES = (
    Language(LanguageCode.NB, "bokmål", "nb_NO", "nb-NO"),
    Language(LanguageCode.SV, "svenska", "sv_SE", "sv-SE"),
    Language(LanguageCode.EN, "English", "en_GB", "en-GB"),
)
SOURCE = LanguageCode.EN  # the language in which sentences stand in the code


def language(code: str) -> Language:
    """Raises KeyError for a code that is none of ours."""
    for known in LANGUAGES:
        if known.code == code:
            return known
    raise KeyError(code)


def nearest(locale_name: str | None) -> LanguageCode:
    """Ours for a system's locale name such as "nn_NO.UTF-8"; English where none is near."""
    start = (locale_name or "").replace("-", "_").split("_")[0].split(".")[0].lower()
    near = {"nb": LanguageCode.NB, "nn": LanguageCode.NB, "no": LanguageCode.NB, "sv": LanguageCode.SV}
    return near.get(start, LanguageCode.EN)
