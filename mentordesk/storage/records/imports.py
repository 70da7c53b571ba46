"""Which field each heading of an import meant, remembered for the next file with the same headings (R13)."""

from __future__ import annotations

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept

_K0 = kept(PrivacyClass.K0)


class ImportMappingRecord(Record):
    __tablename__ = "import_mapping"
    subject = Subject.SETTINGS

    headings: Mapped[str] = mapped_column(String(64), primary_key=True, info=_K0)  # SHA-256 of the heading row
    mapping: Mapped[dict[str, str]] = mapped_column(JSON, info=_K0)
