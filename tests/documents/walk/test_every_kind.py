"""Every kind of document, in every case and language: it builds, conforms, says what it is to and stays on its page.

A kind that is declared and has no contents fails here by its name. By default each kind is walked in one language of
each case (another kind's is another one), and as usual in all three; `python -m tests long` walks them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

import pytest

from mentordesk.documents.kinds import Declared
from mentordesk.documents.registry import ALL_KINDS
from tests.counts import LONG
from tests.documents.cases import CASES, Case, CaseName
from tests.documents.contents import CONTENTS, ready
from tests.documents.walk.checks import Checked, problems, unsaid_points


def walked() -> Iterator[object]:
    for kind in (kind for kind in ALL_KINDS if kind.key in CONTENTS):
        for case in CASES:
            choices = case.languages
            if not LONG and case.name is not CaseName.ORDINARY:
                choices = (choices[crc32(f"{kind.key} {case.name}".encode()) % len(choices)],)
            for languages in choices:
                yield pytest.param(kind, case, languages, id=f"{kind.key}-{case.name}-{languages}")


def test_every_kind_has_contents_and_no_contents_are_of_no_kind() -> None:
    keys = {kind.key for kind in ALL_KINDS}

    assert sorted(keys - CONTENTS.keys()) == [], "kinds without contents in tests/documents/contents"
    assert sorted(CONTENTS.keys() - keys) == []


@pytest.mark.parametrize(("kind", "case", "languages"), list(walked()))
def test_a_paper_is_sound(kind: Declared, case: Case, languages: str) -> None:
    checked = Checked(ready(kind, case), languages, again=LONG or case.name is not CaseName.ORDINARY)
    wrong = problems(checked)
    if case.name in (CaseName.ORDINARY, CaseName.MIXED):
        wrong += unsaid_points(checked)

    assert not wrong, "\n".join(wrong[:20])
