"""The vocabulary of a page: what a builder may say. Fonts, tags, columns and page breaks are not known here.

A text is a Message or a Wording (ours, said in the reader's language) or a plain str: a user's own words,
which are never markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from mentordesk.i18n.message import Message, Sayable


@dataclass(frozen=True, slots=True)
class Days:
    """From a day to a day; the same day twice is one day."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Address:
    """Text that a reader on screen can follow; `target` is a mailto: or tel: address."""

    text: str
    target: str


Said: TypeAlias = Sayable | str | date | Days


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


class Shade(StrEnum):
    """Colours of a drawing, each to be told from its neighbours in grey."""

    INK = "ink"
    QUIET = "quiet"
    ACCENT = "accent"
    LINE = "line"
    TINT = "tint"  # behind ink


@dataclass(frozen=True, slots=True)
class Area:
    """A filled part of a drawing: from left to right in shares of its width, from top to bottom in points."""

    left: float
    right: float
    top: float
    bottom: float
    shade: Shade
    least: float = 0.0  # points that it is wide at least


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line; places as an Area's."""

    left: float
    right: float
    top: float
    bottom: float
    shade: Shade = Shade.LINE
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text in the middle between top and bottom; cut short where there is no room between left and right."""

    text: Said
    left: float
    right: float
    top: float
    bottom: float
    size: float = 8.5
    strong: bool = False
    shade: Shade = Shade.INK


Shape: TypeAlias = Area | Stroke | Words


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
    """A whole paper, composed; `people` are those it is for, in the order of the title."""

    title: Message
    people: tuple[str, ...]
    letterhead: Letterhead
    made_on: date
    blocks: tuple[Block, ...]
    landscape: bool = False
