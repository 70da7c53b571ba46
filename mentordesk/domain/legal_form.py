"""What kind of body owns a programme: it decides who may ask to read what is written of an applicant (trust 4.2)."""

from __future__ import annotations

from enum import StrEnum

from mentordesk.i18n.message import Message, msg


class LegalForm(StrEnum):
    PRIVATE = "private"
    NORWEGIAN_PUBLIC = "norwegian_public"
    SWEDISH_PUBLIC = "swedish_public"


LEGAL_FORM_NAMES: dict[LegalForm, Message] = {
    LegalForm.PRIVATE: msg("Private organisation"),
    LegalForm.NORWEGIAN_PUBLIC: msg("Norwegian public body"),
    LegalForm.SWEDISH_PUBLIC: msg("Swedish public body"),
}
