"""Why a file cannot be read as a form, and what can be wrong with one field of it."""

from __future__ import annotations

from enum import StrEnum

from mentordesk.i18n.message import Message, msg

FILE_BYTES = 10_000_000


class Trouble(StrEnum):
    """Why a file could not be read as a form."""

    NO_PDF = "no_pdf"
    DAMAGED = "damaged"
    PASSWORD = "password"  # noqa: S105  # the word itself
    XFA = "xfa"
    NO_FORM = "no_form"
    SCANNED = "scanned"
    FOREIGN = "foreign"
    NEWER = "newer"
    TOO_MUCH = "too_much"
    TOO_LARGE = "too_large"
    GONE = "gone"  # the file cannot be opened


class Fault(StrEnum):
    """What is wrong with a field."""

    LONG = "long"
    OTHER = "other"  # a value that it cannot have
    TWICE = "twice"  # two different values under one name


def sentence(why: Trouble, name: str) -> Message:
    match why:
        case Trouble.NO_PDF:
            return msg("“{name}” is not a PDF file.", name=name)
        case Trouble.DAMAGED:
            return msg("“{name}” is damaged, or did not come whole. Ask for it to be sent once more.", name=name)
        case Trouble.PASSWORD:
            return msg("“{name}” is protected with a password. Ask for the form without one.", name=name)
        case Trouble.XFA:
            return msg("“{name}” is a form of a kind (XFA) that MentorDesk never makes.", name=name)
        case Trouble.NO_FORM:
            return msg("“{name}” has no fields, so nothing can be read from it. Is it another paper?", name=name)
        case Trouble.SCANNED:
            return msg(
                "“{name}” is a picture of a page, such as a scan. Type the code in its foot to find whose form it is.",
                name=name,
            )
        case Trouble.FOREIGN:
            return msg("“{name}” is a form of another program, so nothing of it was read.", name=name)
        case Trouble.NEWER:
            return msg("“{name}” was made by a newer version of MentorDesk. Read it there.", name=name)
        case Trouble.TOO_MUCH:
            return msg("“{name}” holds far more than a form does, so nothing of it was read.", name=name)
        case Trouble.TOO_LARGE:
            return msg(
                "“{name}” is larger than {limit} MB, which no form is.", name=name, limit=FILE_BYTES // 1_000_000
            )
        case Trouble.GONE:
            return msg("“{name}” cannot be opened. Is it still there, and may you read it?", name=name)
