"""The vocabulary of a page: what a builder may say. Fonts, tags, columns and page breaks are not known here.

A text is a Message or a Wording (ours, said in the reader's language) or a plain str: a user's own words,
which are never markup. What can be said is said.py's, and told on here for the builders.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from mentordesk.documents.said import Address as Address
from mentordesk.documents.said import Days as Days
from mentordesk.documents.said import Said as Said
from mentordesk.documents.shapes import Shape
from mentordesk.domain.form_identity import Stamp
from mentordesk.domain.forms import FormField
from mentordesk.i18n.message import Message, Sayable


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Whose paper it is: stands over the first page and in the foot of each."""

    owner: str
    programme: str
    colour: str = ""  # "#rrggbb"; "" is the program's own; too light a colour is darkened
    logo: bytes = b""  # a PNG or JPEG file, at most 10 MB
    logo_says: Said = ""  # for who cannot see it


@dataclass(frozen=True, slots=True)
class Title:
    text: Said
    under: Said = ""


@dataclass(frozen=True, slots=True)
class Heading:
    text: Said
    level: int = 2  # 2 to 6; the title is 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Said
    quiet: bool = False
    leads: bool = False  # into what follows, and so stays on its page


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """A box to tick before each sentence."""

    items: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence, and answers of which one is ticked; `chosen` is the one ticked already."""

    text: Said
    answers: tuple[Said, ...]
    chosen: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it stands for; the first line stands out. Without lines there is room to write."""

    label: Said
    lines: tuple[Said | Address, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; an empty cell is room to write in. With `named_rows` a row's first cell heads it."""

    head: tuple[Said, ...]
    rows: tuple[tuple[Said, ...], ...]
    shares: tuple[float, ...]  # of the width, adding up to 1
    named_rows: bool = False


@dataclass(frozen=True, slots=True)
class Writing:
    """Empty lines for a pen; with several `by` each of them gets a column, under the name."""

    lines: int
    by: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    text: Said
    room: Writing


@dataclass(frozen=True, slots=True)
class Questions:
    """Numbered, each with room for the answers of those it asks."""

    items: tuple[Question, ...]
    first: int = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A field that comes back: filled in with a pen, or on screen. `value` is as the form gives it back: of a box
    TICKED or "", of a choice the answer's key; `label` takes the place of the field's own."""

    field: FormField
    value: Said = ""
    label: Said = ""


@dataclass(frozen=True, slots=True)
class OneAnswer:
    """The box of a single answer to a choice, in a table whose head names the answers."""

    field: FormField
    key: str  # of the answer
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Entries:
    """Fields under each other, or `across` beside each other; two languages leave each a row of its own."""

    items: tuple[Entry, ...]
    across: int = 1


@dataclass(frozen=True, slots=True)
class EntryTable:
    """A table whose cells are texts or fields; a field's label is only read out. Shares and heads as a Table's."""

    head: tuple[Said, ...]
    rows: tuple[tuple[Said | Entry | OneAnswer, ...], ...]
    shares: tuple[float, ...]
    named_rows: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Two trains of thought beside each other; one after the other where two languages take the width."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    name: str  # "" leaves room to write it
    role: Sayable


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, with place and date; nobody's line parts from the name."""

    signers: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """The last part of the paper, under a line to cut along."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing over the whole width; `says` is all that it shows, for who cannot see it."""

    says: Said
    height: float  # points; at most a page's
    shapes: tuple[Shape, ...]  # the first lies under the others


@dataclass(frozen=True, slots=True)
class Cards:
    """Equal cards to cut out, so many across; the first line of each stands out."""

    cards: tuple[tuple[Said, ...], ...]
    across: int
    height: float  # of a card, in points


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block: TypeAlias = (
    Title
    | Heading
    | Paragraph
    | Bullets
    | Checklist
    | Choice
    | Facts
    | Table
    | Writing
    | Questions
    | Entries
    | EntryTable
    | Columns
    | Signatures
    | Figure
    | Cards
    | Together
    | Slip
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper, composed; `people` are those it is for, in the order of the title.

    A form that comes back carries a stamp that tells whose it is.
    """

    title: Message
    people: tuple[str, ...]
    letterhead: Letterhead
    made_on: date
    blocks: tuple[Block, ...]
    landscape: bool = False
    stamp: Stamp | None = None
