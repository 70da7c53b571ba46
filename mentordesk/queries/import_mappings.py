"""Which field each heading meant the last time a sheet with these headings came in (R13)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from sqlalchemy import select

from mentordesk.domain.fields import Field
from mentordesk.spreadsheets.headings import NOTHING_CHOSEN, Chosen
from mentordesk.storage.records import ImportMappingRecord
from mentordesk.storage.store import Store


def headings_key(headings: Sequence[str]) -> str:
    return hashlib.sha256(json.dumps(list(headings), ensure_ascii=False).encode()).hexdigest()


def remembered_mapping(store: Store, headings: Sequence[str], fields: Sequence[Field]) -> Chosen:
    """What was decided for the same heading row before, as far as its Fields are there; nothing the first time."""
    with store.reading() as session:
        found = session.scalar(
            select(ImportMappingRecord.mapping).where(ImportMappingRecord.headings == headings_key(headings))
        )
    if found is None:
        return NOTHING_CHOSEN
    keys = {"", *(field.key for field in fields)}
    return Chosen(tuple((heading, key) for heading, key in found.items() if key in keys))
