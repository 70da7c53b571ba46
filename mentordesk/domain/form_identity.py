"""Whose form a paper is: kind, version, programme and person or pair, signed with the file's own key.

The identity stands in the form unseen; its code stands in small print on every page, so that a scan can be told, too.
It needs no table: the same form printed twice has the same code, and undoing a print job takes nothing back.
"""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from enum import StrEnum

HIDDEN, CODE = "mentordesk.form", "form.code"  # names of the fields that carry the stamp
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O and U, which are misread
_MISREAD = str.maketrans("ILO", "110")
_LENGTH = 10  # 50 bits: nobody hits another's form by a typing error
_PARTS = 6
_FORMAT = "1"


@dataclass(frozen=True, slots=True)
class FormIdentity:
    """`about` is the id of the participation, pair or meeting, "" where the form is nobody's yet.

    `wording` is the digest of questions that a programme words itself, else "": an answer never moves to another
    question.
    """

    kind: str
    version: int
    programme: str
    about: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a form carries: the text of its hidden field, and the code in print."""

    hidden: str
    code: str


class Origin(StrEnum):
    """Where a form that came back was made."""

    OURS = "ours"
    OTHER_FILE = "other_file"  # by this program, over another file; or changed on its way
    FOREIGN = "foreign"


def stamp(identity: FormIdentity, file_id: str) -> Stamp:
    """The same identity in the same file gives the same stamp."""
    code = code_of(identity, file_id)
    return Stamp(f"{_text(identity)};{code}", code)


def code_of(identity: FormIdentity, file_id: str) -> str:
    """Such as "K7QX2-M9P4D"."""
    digest = hmac.digest(file_id.encode(), _text(identity).encode(), "sha256")
    number = int.from_bytes(digest[:8], "big")
    signs = "".join(_SIGNS[number >> 5 * place & 31] for place in range(_LENGTH))
    return f"{signs[:5]}-{signs[5:]}"


def read_stamp(hidden: str, file_id: str) -> tuple[Origin, FormIdentity | None]:
    """Who made the form, and what it is; the identity is None where the text is none of ours."""
    parts = hidden.strip().split(";")
    if len(parts) != _PARTS + 1 or parts[0] != _FORMAT or not re.fullmatch("[0-9]{1,4}", parts[2]):
        return Origin.FOREIGN, None
    identity = FormIdentity(parts[1], int(parts[2]), parts[3], parts[4], parts[5])
    ours = hmac.compare_digest(code_of(identity, file_id).encode(), parts[6].encode())
    return (Origin.OURS if ours else Origin.OTHER_FILE), identity


def typed_code(text: str) -> str | None:
    """A code as somebody types it from a scan, its small letters, blanks and misread signs mended; None: it is none."""
    signs = re.sub(r"[\s–-]", "", text).upper().translate(_MISREAD)
    if len(signs) != _LENGTH or set(signs) - set(_SIGNS):
        return None
    return f"{signs[:5]}-{signs[5:]}"


def _text(identity: FormIdentity) -> str:
    return ";".join(
        (_FORMAT, identity.kind, str(identity.version), identity.programme, identity.about, identity.wording)
    )
