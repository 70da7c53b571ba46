"""The guide keeps up with the program: each language has every page, and every kind of paper has its picture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mentordesk.documents.registry import ALL_KINDS
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode

GUIDE = Path(__file__).parents[2] / "resources" / "guide"
SHEETS = GUIDE / "pictures" / "papers"
_PICTURE = re.compile(r"\]\(([^)]+\.png)\)")


def pages(code: LanguageCode) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (GUIDE / code).glob("*.md")}


def test_each_kind_of_paper_has_its_sheet_and_no_other_is_there() -> None:
    """They are made with `python -m tests.papers resources/guide/pictures/papers --guide`."""
    assert {path.stem for path in SHEETS.iterdir()} == {kind.key for kind in ALL_KINDS}


def test_the_sheets_keep_the_repository_small() -> None:
    assert sum(path.stat().st_size for path in SHEETS.iterdir()) < 2_500_000


@pytest.mark.parametrize("code", LanguageCode)
def test_the_guide_names_and_shows_every_kind_of_paper(code: LanguageCode) -> None:
    page = pages(code)["documents.md"]
    say = catalog(code).say
    for kind in ALL_KINDS:
        mark = " ■" if kind.fillable else ""
        assert f"- [{say(kind.title)}](../pictures/papers/{kind.key}.png){mark}\n" in page, kind.key


@pytest.mark.parametrize("code", LanguageCode)
def test_every_picture_that_a_page_shows_is_there(code: LanguageCode) -> None:
    for name, text in pages(code).items():
        for shown in _PICTURE.findall(text):
            assert (GUIDE / code / shown).is_file(), (name, shown)


@pytest.mark.parametrize("code", LanguageCode)
def test_each_page_has_the_same_parts_in_every_language(code: LanguageCode) -> None:
    english, there = pages(LanguageCode.EN), pages(code)
    assert {name: text.count("\n#") for name, text in there.items()} == {
        name: text.count("\n#") for name, text in english.items()
    }
