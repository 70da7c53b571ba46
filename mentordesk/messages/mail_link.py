"""A short letter as a mailto: address, which opens it in a mail program, to be looked at and sent by hand (R80).

Without attachments, and only as long as every mail program takes it (trust 5, rule 7).
"""

from __future__ import annotations

from urllib.parse import quote

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg
from mentordesk.messages.letters import Letter
from mentordesk.messages.mail_draft import is_plain_address

LONGEST = 1_800  # characters


def mail_link(letter: Letter, email: str) -> str:
    """Every part is quoted: nothing in a letter or a name becomes a second reader, a header or a line of its own.

    Raises:
        Refused: not one plain address, or more than such an address can hold.
    """
    if not is_plain_address(email):
        raise Refused(msg("“{address}” is not one plain e-mail address. Mend it before you write.", address=email))
    user, _, domain = email.rpartition("@")
    body = quote(letter.body.replace("\n", "\r\n"), safe="")
    link = (
        f"mailto:{quote(user, safe='')}@{quote(domain, safe='')}?subject={quote(letter.subject, safe='')}&body={body}"
    )
    if len(link) > LONGEST:
        raise Refused(msg("The letter is too long to be handed over in this way. Save it as a draft instead."))
    return link
