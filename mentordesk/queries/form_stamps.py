"""The stamp that a form to fill in carries: whose it is, signed with this file's own key (domain/form_identity.py)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.form_identity import FormIdentity, Stamp, stamp
from mentordesk.domain.forms import Form
from mentordesk.domain.ids import ProgrammeId
from mentordesk.storage.records import ThisFile


def stamp_over(session: Session, form: Form, programme: ProgrammeId, about: str = "", *, wording: str = "") -> Stamp:
    """`about` and `wording` as in FormIdentity."""
    return stamp(FormIdentity(form.key, form.version, programme, about, wording), file_id_over(session))


def file_id_over(session: Session) -> str:
    return session.scalars(select(ThisFile.file_id)).one()
