"""Units of an organisation (R5)."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import UnitId
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.subjects import Subject
from mentordesk.storage.records.foundation import Record, kept, key

_K0 = kept(PrivacyClass.K0)


class UnitRecord(Record):
    __tablename__ = "unit"
    subject = Subject.UNITS

    id: Mapped[UnitId] = key()
    name: Mapped[str] = mapped_column(String(NAME_LENGTH), index=True, info=_K0)
    parent_id: Mapped[UnitId | None] = mapped_column(ForeignKey("unit.id"), index=True, default=None, info=_K0)
    area: Mapped[str] = mapped_column(String(NAME_LENGTH), default="", info=_K0)
    cost_centre: Mapped[str] = mapped_column(String(60), default="", info=_K0)
