"""Forms that came back: which kinds there are, and what is known of those that were read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.documents.registry import ALL_KINDS
from mentordesk.domain.forms import Form
from mentordesk.domain.ids import ProgrammeId
from mentordesk.i18n.message import Message, pmsg
from mentordesk.queries.pairs import pairs_over
from mentordesk.queries.participants import names_over
from mentordesk.storage.records import ReturnedFormRecord
from mentordesk.storage.store import Store

FORM = pmsg("that is filled in", "Form")
_MOST = 500  # that are listed


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """`who` is "" where nothing leads to a person."""

    id: str
    title: Message
    who: str
    returned_on: date
    taken: int


def all_forms() -> tuple[Form, ...]:
    """Of every kind of document."""
    return tuple(kind.form for kind in ALL_KINDS if kind.form is not None)


def form_title(key: str) -> Message:
    """Of a form's kind, as its paper is called; one that is declared no more is a form all the same."""
    return next((kind.title for kind in ALL_KINDS if kind.key == key), FORM)


def returned_forms(store: Store, programme: ProgrammeId | None) -> tuple[ReturnedForm, ...]:
    """Those that were read, the newest first."""
    with store.reading() as session:
        asked = select(ReturnedFormRecord).order_by(ReturnedFormRecord.returned_on.desc(), ReturnedFormRecord.id.desc())
        if programme is not None:
            asked = asked.where(ReturnedFormRecord.programme_id == programme)
        found = session.scalars(asked.limit(_MOST)).all()
        people = names_over(session, [each.participation_id for each in found if each.participation_id is not None])
        pairs = {each.id: f"{each.mentee.name} – {each.mentor.name}" for each in pairs_over(session, programme)}
        return tuple(
            ReturnedForm(
                each.id,
                form_title(each.kind),
                people.get(each.participation_id, "")
                if each.participation_id is not None
                else pairs.get(each.pair_id, "")
                if each.pair_id is not None
                else "",
                each.returned_on,
                each.taken,
            )
            for each in found
        )


def read_before(session: Session, digest: str) -> date | None:
    """The day on which the same form was read first; None: it is new."""
    asked = select(ReturnedFormRecord.returned_on).where(ReturnedFormRecord.digest == digest)
    return session.scalars(asked.order_by(ReturnedFormRecord.returned_on)).first()
