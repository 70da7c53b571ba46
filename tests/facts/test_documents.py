"""Every kind of document can be filled from a file: the query gives the very content its builder asks for."""

from __future__ import annotations

from typing import get_type_hints

from mentordesk.documents.declared.pair_kinds import PAIR_KINDS
from mentordesk.documents.kinds import DocumentKind
from mentordesk.queries.documents import CONTENTS


def test_every_kind_has_its_query():
    assert {kind.key for kind in PAIR_KINDS} == set(CONTENTS)


def test_the_query_gives_what_the_builder_takes():
    for kind in PAIR_KINDS:
        assert isinstance(kind, DocumentKind)
        assert get_type_hints(CONTENTS[kind.key])["return"] is kind.content, kind.key
