"""A letter as a draft for somebody's own mail program (.eml): opened, looked at and sent by hand, never by us (R80).

X-Unsent makes Outlook open the file as a draft; a sender and a date are the mail program's to add.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage

from mentordesk.domain.cleaning import one_line
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.messages.letters import Letter

# One plain address: nothing that another reader could take for a second one, a header or a query (fault 60).
_ADDRESS = re.compile(r"[^\s@,;:<>()\[\]\\\"?&%\x00-\x1f\x7f]+@[^\s@,;:<>()\[\]\\\"?&%/\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class MailAddress:
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Attachment:
    file_name: str
    content: bytes
    main_type: str = "application"
    sub_type: str = "octet-stream"
    parameters: tuple[tuple[str, str], ...] = ()  # of its type


def calendar_part(file_name: str, content: bytes, method: str) -> Attachment:
    """A calendar file; its method stands in the header, too, or a mail program shows no way to answer (RFC 6047)."""
    return Attachment(file_name, content, "text", "calendar", (("method", method), ("charset", "utf-8")))


def eml(letter: Letter, to: MailAddress | None, attachments: Sequence[Attachment] = ()) -> bytes:
    """The draft's file. `to`: its one reader; None leaves the line for the mail program.

    Raises:
        Refused: not one plain e-mail address.
    """
    # Letters outside ASCII before the @ can only be written as they are (RFC 6532).
    plain = to is None or to.email.isascii()
    draft = EmailMessage(policy=policy.SMTP if plain else policy.SMTPUTF8)
    draft["X-Unsent"] = "1"
    if to is not None:
        draft["To"] = _address(to)
    draft["Subject"] = _line(letter.subject)
    draft.set_content(letter.body + "\n", charset="utf-8", cte="quoted-printable")
    for each in attachments:
        draft.add_attachment(
            each.content,
            maintype=each.main_type,
            subtype=each.sub_type,
            params=dict(each.parameters),
            filename=_line(each.file_name),
        )
    if attachments:
        draft.set_boundary("=_mentordesk_draft_=")  # else by chance, and the same draft were another file each time
    draft["Content-Language"] = letter.language.value
    return draft.as_bytes()


def is_plain_address(email: str) -> bool:
    """Whether a mail program will take it for one address and nothing else."""
    return _ADDRESS.fullmatch(email) is not None


def _address(to: MailAddress) -> Address:
    user, _, domain = to.email.rpartition("@")
    if not is_plain_address(to.email):
        raise _refused(to)
    try:
        return Address(display_name=_line(to.name), username=user, domain=domain)
    except (ValueError, MessageError) as problem:
        raise _refused(to) from problem


def _refused(to: MailAddress) -> Refused:
    return Refused(msg("“{address}” is not one plain e-mail address. Mend it before you write.", address=to.email))


def _line(text: str) -> str:
    """One line, and nothing in it that a reader would decode into something else (RFC 2047)."""
    return one_line(text).replace("=?", "= ?")
