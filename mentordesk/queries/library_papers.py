"""What the slip of a loan says, and the information on personal data: its groups with the classes of the schema."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.documents.papers.loan_slip import LentLine, LoanSlipContent
from mentordesk.documents.papers.parties import Contact, Party
from mentordesk.documents.papers.personal_data import PersonalDataContent
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.library import ItemForm
from mentordesk.domain.personal_data import AUTHORITY, GROUPS, DataGroup
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.programmes import Programme
from mentordesk.i18n.message import Sayable, Wording
from mentordesk.queries.letterhead import letterhead_over
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import LibraryItemRecord, LoanRecord, ParticipationRecord, PersonRecord, UnitRecord
from mentordesk.storage.records.foundation import Kept, Row
from mentordesk.storage.store import Store


def loan_slip(store: Store, participation: ParticipationId, *, made_on: date) -> LoanSlipContent:
    with store.reading() as session:
        return loan_slip_over(session, participation, made_on=made_on)


def loan_slip_over(
    session: Session, participation: ParticipationId, *, made_on: date, coordinator: Contact | None = None
) -> LoanSlipContent:
    """All that they have of the library and is not back; without a loan a slip to fill in by hand."""
    part = session.get_one(ParticipationRecord, participation)
    person = session.get_one(PersonRecord, part.person_id)
    unit = session.get(UnitRecord, person.unit_id) if person.unit_id else None
    return LoanSlipContent(
        letterhead=letterhead_over(session, programme_of(session, part.programme_id)),
        made_on=made_on,
        party=Party(f"{person.given_name} {person.family_name}".strip(), person.title or "", unit.name if unit else ""),
        role=part.role,
        lines=tuple(_lent(session, participation)),
        coordinator=coordinator,
    )


def personal_data_over(
    session: Session, programme: Programme, *, made_on: date, ask: Sayable | str = ""
) -> PersonalDataContent:
    """`ask`: the programme's own sentence on whom one turns to."""
    settings = programme.settings
    return PersonalDataContent(
        letterhead=letterhead_over(session, programme),
        made_on=made_on,
        notice=settings.privacy,
        legal_form=settings.legal_form,
        groups=tuple((group, highest_of(group)) for group in GROUPS),
        ends_on=programme.ends_on,
        authority=AUTHORITY[settings.country],
        ask=ask,
    )


def highest_of(group: DataGroup) -> PrivacyClass:
    """The highest class that the schema gives to a column of the group's tables."""
    columns = (column for table in group.tables for column in Row.metadata.tables[table].columns)
    return max(kept.privacy for column in columns if (kept := Kept.of(column.info)) is not None)


def _lent(session: Session, participation: ParticipationId) -> Iterator[LentLine]:
    rows = session.execute(
        select(LoanRecord, LibraryItemRecord.title)
        .join(LibraryItemRecord, LibraryItemRecord.id == LoanRecord.item_id)
        .where(
            LoanRecord.participation_id == participation,
            LoanRecord.returned_on.is_(None),
            LibraryItemRecord.form == ItemForm.PHYSICAL,
        )
        .order_by(LoanRecord.id)
    )
    for loan, title in rows:
        yield LentLine(Wording.of(title), loan.copy, loan.handed_on, loan.due_on)
