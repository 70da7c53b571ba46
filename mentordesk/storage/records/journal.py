"""What was changed, when and by whom: the rows that undo replays and the history shows.

Written by `storage.journal` under every change, never by an action.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.domain.privacy import PrivacyClass
from mentordesk.storage.records.foundation import Row, kept


class Standing(StrEnum):
    DONE = "done"  # undo can reach it
    UNDONE = "undone"  # redo can reach it
    DROPPED = "dropped"  # undone, and then something else was done


class Change(Row):
    """One action of the user: one transaction, one name."""

    __tablename__ = "change"

    number: Mapped[int] = mapped_column(
        primary_key=True, autoincrement=False, info=kept(PrivacyClass.K0, "the order of changes")
    )
    at: Mapped[datetime] = mapped_column(info=kept(PrivacyClass.K0))
    who: Mapped[str] = mapped_column(info=kept(PrivacyClass.K0))
    what: Mapped[str] = mapped_column(
        Text, info=kept(PrivacyClass.K1, "the action's name, a Message as JSON, to be said in any language")
    )
    standing: Mapped[Standing] = mapped_column(info=kept(PrivacyClass.K0, "what undo and redo may do"))
    undoable: Mapped[bool] = mapped_column(info=kept(PrivacyClass.K0, "undo goes no further back than this"))


class ChangedRow(Row):
    """What one change did to one row, as JSON: whole rows that came or went, else the columns that differ."""

    __tablename__ = "changed_row"
    __table_args__ = (Index("ix_changed_row_record_row_key", "record", "row_key"),)

    change_number: Mapped[int] = mapped_column(
        ForeignKey("change.number"), primary_key=True, info=kept(PrivacyClass.K0, "which change this belongs to")
    )
    record: Mapped[str] = mapped_column(String(60), primary_key=True, info=kept(PrivacyClass.K0, "the table"))
    row_key: Mapped[str] = mapped_column(primary_key=True, info=kept(PrivacyClass.K0, "the row's primary key"))
    before: Mapped[str | None] = mapped_column(Text, info=kept(PrivacyClass.K2, "undo; none where the row is new"))
    after: Mapped[str | None] = mapped_column(Text, info=kept(PrivacyClass.K2, "redo; none where the row was deleted"))
