"""From blocks to pieces: each block gets its look and its place in the structure tree. What there is to say is
the builders' (contract.py, checklist.py); how pieces fill pages is press.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from mentordesk.documents import blocks
from mentordesk.documents.blocks import Address, Block, Fact, Letterhead, Said
from mentordesk.documents.typesetting import page
from mentordesk.documents.typesetting.answers import INDENT, answer, answers, natural
from mentordesk.documents.typesetting.drawing import cards, figure
from mentordesk.documents.typesetting.entries import entries, entry_table
from mentordesk.documents.typesetting.lines import Bar, Box, Logo, PenLines, Rule, Space
from mentordesk.documents.typesetting.page import GUTTER, Style
from mentordesk.documents.typesetting.pieces import Across, Link, NewPage, Piece, Stack, Text
from mentordesk.documents.typesetting.place import Place
from mentordesk.documents.typesetting.signing import signatures, writing
from mentordesk.documents.typesetting.tables import Table
from mentordesk.documents.typesetting.tagged import HEADINGS, Element, Tag

_ANSWERS = 116.0  # width of a choice's boxes


def set_blocks(wanted: Iterable[Block], place: Place) -> list[Piece]:
    """The pieces in order; their elements hang under the place's, in reading order."""
    return [piece for block in wanted for piece in _set(block, place)]


def set_letterhead(head: Letterhead, place: Place) -> list[Piece]:
    """Whose paper it is; the logo at the right, the bar of colour under it all."""
    texts = Stack([place.text(head.owner, page.STRONG), place.text(head.programme, page.SMALL)])
    if not head.logo:
        return [texts, Space(16), Bar(page.accent(head.colour))]
    says = place.voices.joined(head.logo_says) or place.voices.joined(head.owner)
    logo = Logo(head.logo, Element(Tag.FIGURE, place.parent, alt=says))
    room = place.width - logo.WIDEST
    return [Across([(0, room - GUTTER, texts), (room, logo.WIDEST, logo)]), Space(14), Bar(page.accent(head.colour))]


def _set(block: Block, place: Place) -> Sequence[Piece]:
    match block:
        case blocks.Title() | blocks.Heading() | blocks.Paragraph():
            return _words(block, place)
        case blocks.Bullets():
            return _list(block.items, "Disc", place)
        case blocks.Checklist():
            return _list(block.items, "None", place)
        case blocks.Choice():
            return [_choice(block, place)]
        case blocks.Facts():
            return _facts(block.items, place)
        case blocks.Table():
            return [_table(block, place)]
        case blocks.Writing():
            return [writing(block, place)]
        case blocks.Questions():
            return _questions(block, place)
        case blocks.Entries():
            return entries(block, place)
        case blocks.EntryTable():
            return [entry_table(block, place)]
        case blocks.Columns():
            return _columns(block, place)
        case blocks.Signatures():
            return [signatures(block.signers, place)]
        case blocks.Figure():
            return [figure(block, place)]
        case blocks.Cards():
            return cards(block, place)
        case blocks.Together():
            return [place.kept(Stack(set_blocks(block.blocks, place)))]
        case blocks.Slip():
            cut = Rule(30, colour=page.PEN_LINE, dashed=True)
            return [place.kept(Stack([cut, *set_blocks(block.blocks, place.under(Tag.SECTION))]))]
        case blocks.PageBreak():
            return [NewPage()]


def _words(block: blocks.Title | blocks.Heading | blocks.Paragraph, place: Place) -> list[Piece]:
    match block:
        case blocks.Title():
            style = page.TITLE_OF_TWO if place.mixed else page.TITLE
            title = place.text(block.text, style, Tag.H1, holds_next=True)
            under = place.text(block.under, page.UNDER_TITLE)
            return [title, under]
        case blocks.Heading():
            style, tag = page.HEADINGS[block.level - 1], HEADINGS[block.level - 1]
            return [place.text(block.text, style, tag, holds_next=True)]
        case blocks.Paragraph():
            style = page.QUIET_TEXT if block.quiet else page.TEXT
            return [place.text(block.text, style, holds_next=block.leads)]


def _list(items: Sequence[Said], numbering: str, place: Place) -> list[Piece]:
    """Items with a bullet, or with a box to tick where nothing numbers them; a page has two of them, or none."""
    whole = place.under(Tag.LIST, ListNumbering=numbering)
    held = {0, len(items) - 2} if len(items) > 1 else set()
    boxed = numbering == "None"
    return [_item(item, whole.under(Tag.ITEM), boxed=boxed, holds_next=at in held) for at, item in enumerate(items)]


def _item(item: Said, place: Place, *, boxed: bool, holds_next: bool) -> Piece:
    label = Element(Tag.LABEL, place.parent)
    sign = Box(page.ITEM, label) if boxed else Text("•", page.ITEM, label)
    body = place.indented(INDENT).text(item, page.ITEM, Tag.BODY, holds_next=holds_next)
    return Across([(0, INDENT, sign), (INDENT, place.width - INDENT, body)])


def _choice(choice: blocks.Choice, place: Place) -> Piece:
    """The answers stand at the right, where they have room; else under the sentence."""

    def box(number: int) -> Callable[[Place], Piece]:
        return lambda whole: Box(page.TEXT, Element(Tag.SPAN, whole.parent), ticked=number == choice.chosen)

    asked = [(title, box(number)) for number, title in enumerate(choice.answers)]
    share = _ANSWERS / len(asked)
    if place.mixed or any(natural(title, place) > share for title in choice.answers):
        return place.kept(Stack([place.text(choice.text, page.TEXT), answers(asked, place)]))
    question = place.inside(place.width - _ANSWERS - GUTTER).text(choice.text, page.TEXT)
    boxes = Across([(i * share, share, answer(*each, place.inside(share))) for i, each in enumerate(asked)])
    left = place.width - _ANSWERS
    return place.kept(Across([(0, left - GUTTER, question), (left, _ANSWERS, boxes)]))


def _facts(facts: Sequence[Fact], place: Place) -> list[Piece]:
    """Two beside each other, row by row, between hairlines."""
    whole = place.under(Tag.LIST, ListNumbering="None")
    column = (place.width - GUTTER) / 2
    rows: list[Piece] = [Rule(12)]
    for pair in (facts[i : i + 2] for i in range(0, len(facts), 2)):
        cells = [(i * (column + GUTTER), column, _fact(fact, whole)) for i, fact in enumerate(pair)]
        rows += [place.kept(Across(cells)), Rule(12)]
    return rows


def _fact(fact: Fact, whole: Place) -> Piece:
    item = whole.under(Tag.ITEM)
    label = item.line(fact.label, page.LABEL, Tag.LABEL)
    body = item.under(Tag.BODY)
    if not fact.lines:
        return Stack([label, PenLines(1)])
    styles = [page.STRONG] + [page.SMALL] * len(fact.lines)
    return Stack([label, *(_fact_line(line, style, body) for line, style in zip(fact.lines, styles, strict=False))])


def _fact_line(line: Said | Address, style: Style, body: Place) -> Piece:
    if not isinstance(line, Address):
        return body.cell(line, style)
    text = body.voices.joined(line.text)
    return Link(text, style, body.under(Tag.PARAGRAPH).under(Tag.LINK).parent, line.target)


def _table(table: blocks.Table, place: Place) -> Table:
    whole = place.under(Tag.TABLE)
    head = _row(table.head, page.SMALL, whole, table, heads=len(table.head))
    named = 1 if table.named_rows else 0
    rows = [_row(row, page.PLAIN, whole, table, heads=named) for row in table.rows]
    writable = any("" in row for row in table.rows)
    return Table(head, rows, lowest=18.0 if writable else 0.0)


def _row(cells: Sequence[Said], style: Style, whole: Place, table: blocks.Table, *, heads: int) -> Across:
    place = whole.under(Tag.ROW)
    columns: list[tuple[float, float, Piece]] = []
    left = 0.0
    for i, (cell, share) in enumerate(zip(cells, table.shares, strict=True)):
        scope = "Column" if heads > 1 else "Row"
        inside = place.under(Tag.HEAD_CELL, Scope=scope) if i < heads else place.under(Tag.CELL)
        width = share * place.width
        columns.append((left, width - 12, _cell(cell, style, inside)))
        left += width
    return Across(columns)


def _cell(said: Said, style: Style, place: Place) -> Piece:
    """A box to tick that stands alone is drawn: the typeface's own has a shadow."""
    if isinstance(said, str) and said in Box.SIGNS:
        return Box(style, Element(Tag.PARAGRAPH, place.parent), ticked=said == Box.SIGNS[True])
    return place.cell(said, style)


def _questions(asked: blocks.Questions, place: Place) -> list[Piece]:
    whole = place.under(Tag.LIST, ListNumbering="Decimal")
    return [_question(question, number, whole) for number, question in enumerate(asked.items, start=asked.first)]


def _question(question: blocks.Question, number: int, whole: Place) -> Piece:
    place = whole.under(Tag.ITEM)
    label = Text(str(number), page.QUESTION, Element(Tag.LABEL, place.parent))
    body = place.under(Tag.BODY)
    text = body.indented(INDENT).text(question.text, page.QUESTION)
    asked = Across([(0, INDENT, label), (INDENT, place.width - INDENT, text)])
    return place.kept(Stack([asked, writing(question.room, body)]))


def _columns(columns: blocks.Columns, place: Place) -> list[Piece]:
    if place.mixed:
        return set_blocks((*columns.left, *columns.right), place)
    half = place.inside((place.width - GUTTER) / 2)
    left, right = Stack(set_blocks(columns.left, half)), Stack(set_blocks(columns.right, half))
    return [place.kept(Across([(0, half.width, left), (half.width + GUTTER, half.width, right)]))]
