"""The file's one row on itself; its columns keep their names for ever, for older programs read them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.privacy import PrivacyClass
from mentordesk.storage.records.foundation import ID_LENGTH, Row, kept


class ThisFile(Row):
    __tablename__ = "meta"
    __table_args__ = (CheckConstraint("number = 1", name="one_row"),)

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=1, info=kept(PrivacyClass.K0))
    file_id: Mapped[str] = mapped_column(
        String(ID_LENGTH), info=kept(PrivacyClass.K0, "tells a copy of this file from another file")
    )
    made_at: Mapped[datetime] = mapped_column(info=kept(PrivacyClass.K0))
    lowest_writer: Mapped[str] = mapped_column(
        String(20), info=kept(PrivacyClass.K0, "the oldest program version that may change the file")
    )
    lowest_reader: Mapped[str] = mapped_column(
        String(20), info=kept(PrivacyClass.K0, "the oldest program version that may read the file")
    )
