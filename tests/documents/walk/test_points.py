"""Points of a paper keep their ids and their order for good (R66b), and each is said in every language."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from mentordesk.documents.kinds import Declared
from mentordesk.documents.registry import ALL_KINDS
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES, SOURCE

_DECLARED = tomllib.loads(Path(__file__).with_name("points.toml").read_text())
WITH_POINTS = [kind for kind in ALL_KINDS if kind.points]


def test_every_kind_with_points_has_its_list_here() -> None:
    assert sorted(kind.key for kind in WITH_POINTS) == sorted(_DECLARED)


@pytest.mark.parametrize("kind", WITH_POINTS, ids=lambda kind: kind.key)
def test_the_ids_of_a_paper_s_points_never_change(kind: Declared) -> None:
    """To add a point: a line in points.toml at its place; one that is there is neither renamed nor moved."""
    assert [point.id for point in kind.points] == _DECLARED.get(kind.key, "").split()


@pytest.mark.parametrize("code", [known.code for known in LANGUAGES if known.code is not SOURCE])
def test_every_sentence_of_a_point_is_translated(code: str) -> None:
    sentences = [point.sentence for kind in WITH_POINTS for point in kind.points]

    assert [said.text for said in sentences if catalog(code).say(said) == said.text] == []
