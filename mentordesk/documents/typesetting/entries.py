"""Fields to fill in: how they are set on the page. In the edition for the screen they can be typed in, in the one for
paper the same stands on the page itself; both take the same room.

What is drawn: field_pieces.py; what a field is in the file: form_fields.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from mentordesk.documents import blocks
from mentordesk.documents.blocks import Entry, OneAnswer, Said
from mentordesk.documents.edition import Edition
from mentordesk.documents.typesetting import fonts, page
from mentordesk.documents.typesetting.answers import INDENT, answers
from mentordesk.documents.typesetting.field_pieces import INSET, Answer, AnswerBox, Asked, Lines, TextBox, TickBox
from mentordesk.documents.typesetting.lines import PITCH, Box
from mentordesk.documents.typesetting.page import GUTTER, Style
from mentordesk.documents.typesetting.pieces import Across, Piece, Stack
from mentordesk.documents.typesetting.place import Place
from mentordesk.documents.typesetting.tables import Table
from mentordesk.documents.typesetting.tagged import Element, Tag
from mentordesk.domain.forms import TICKED, AnswerKind, FormField, Option

_ROW = 18.0  # least height of a field in a table
_TALLEST = 0.75 * page.UPRIGHT.height  # of a field


def entries(block: blocks.Entries, place: Place) -> list[Piece]:
    """Label over field, `across` beside each other; a box to tick stands before its sentence."""
    whole = place.under(Tag.LIST, ListNumbering="None")
    across = 1 if place.mixed else block.across
    column = (place.width - (across - 1) * GUTTER) / across
    rows: list[Piece] = []
    for start in range(0, len(block.items), across):
        some = block.items[start : start + across]
        cells = [_entry(each, whole.inside(column).under(Tag.ITEM), alone=across == 1) for each in some]
        beside = [(i * (column + GUTTER), column, cell) for i, cell in enumerate(cells)]
        rows.append(place.kept(Across(beside)))
    return rows


def entry_table(table: blocks.EntryTable, place: Place) -> Table:
    """A table with fields in it, never broken inside a row."""
    whole = place.under(Tag.TABLE)
    head = _row(table.head, page.SMALL, whole, table.shares, heads=len(table.head))
    named = 1 if table.named_rows else 0
    rows = [_row(row, page.PLAIN, whole, table.shares, heads=named) for row in table.rows]
    return Table(head, rows, lowest=_ROW)


def _row(
    cells: Sequence[Said | Entry | OneAnswer], style: Style, whole: Place, shares: Sequence[float], *, heads: int
) -> Across:
    place = whole.under(Tag.ROW)
    columns: list[tuple[float, float, Piece]] = []
    left = 0.0
    for i, (cell, share) in enumerate(zip(cells, shares, strict=True)):
        scope = "Column" if heads > 1 else "Row"
        width = share * place.width
        room = place.inside(width - 12)
        inside = room.under(Tag.HEAD_CELL, Scope=scope) if i < heads else room.under(Tag.CELL)
        columns.append((left, width - 12, _cell(cell, style, inside)))
        left += width
    return Across(columns)


def _cell(cell: Said | Entry | OneAnswer, style: Style, place: Place) -> Piece:
    match cell:
        case OneAnswer():
            option = next(each for each in cell.field.options if each.key == cell.key)
            return _box_of(cell.field, option, cell.chosen, place, _tip(cell.field.label, place))
        case Entry():
            if cell.field.kind is AnswerKind.TICK:
                return _tick_box(cell, place)
            if cell.field.kind is AnswerKind.ONE_OF:
                return _answers(cell, place)
            return _field(cell, place, framed=False)
        case _:
            return place.cell(cell, style)


def _entry(entry: Entry, place: Place, *, alone: bool) -> Piece:
    """One field with its label, inside its own list item; not `alone`, it has others beside it."""
    label = entry.label or entry.field.label
    if entry.field.kind is AnswerKind.TICK:
        box = _tick_box(entry, place.under(Tag.LABEL))
        said = place.indented(INDENT).text(label, page.ITEM, Tag.BODY)
        return Across([(0, INDENT, box), (INDENT, place.width - INDENT, said)])
    if entry.field.kind is AnswerKind.ONE_OF:
        asked: Piece = place.text(label, page.TEXT, Tag.LABEL) if alone else place.line(label, _LABEL, Tag.LABEL)
        return Stack([asked, _answers(entry, place.under(Tag.BODY))])
    high = entry.field.kind is AnswerKind.LINES
    asked = place.text(label, page.TEXT, Tag.LABEL) if high else place.line(label, _LABEL, Tag.LABEL)
    return Stack([asked, _field(entry, place.under(Tag.BODY), framed=True)])


_LABEL = Style(page.LABEL.face, page.LABEL.size, page.LABEL.leading, page.LABEL.colour, above=5, below=2)


def _field(entry: Entry, place: Place, *, framed: bool) -> Piece:
    field = entry.field
    value = _value(entry.value, place)
    least = field.lines * PITCH - 2 if framed else _ROW
    lines = Lines(value, page.PLAIN, place.width - 2 * INSET)
    if max(least, lines.height) > _TALLEST and place.edition is Edition.PAPER:
        return place.text(value, page.TEXT)  # it fills pages: no field, and no room left to write
    tall = min(max(least, lines.height + 2 * INSET), _TALLEST)
    screen = place.edition is Edition.SCREEN
    element = Element(Tag.FORM if screen else Tag.PARAGRAPH, place.parent) if screen or value else None
    return TextBox(lines, tall, Asked(field, _label(entry, place)), element, framed=framed)


def _value(said: Said, place: Place) -> str:
    """As it is typed, once. A day is in figures that cannot be read as two days; on paper in words, where they fit."""
    if isinstance(said, date):
        first = place.voices.catalogs[0]
        in_words, short = first.date(said, "long"), first.date(said, "short")
        if place.edition is Edition.PAPER and _fits(in_words, place):
            return in_words
        return said.isoformat() if "/" in short else short
    spoken = place.voices.say(said)
    return spoken[0].text if spoken else ""


def _fits(text: str, place: Place) -> bool:
    """On one line of a field."""
    return fonts.width(text, page.PLAIN.face, page.PLAIN.size) <= place.width - 2 * INSET


def _tick_box(entry: Entry, place: Place) -> Piece:
    ticked = entry.value == TICKED
    if place.edition is Edition.PAPER:
        return Box(page.ITEM, Element(Tag.SPAN, place.parent), ticked=ticked)
    return TickBox(page.ITEM, Element(Tag.FORM, place.parent), Asked(entry.field, _label(entry, place)), ticked)


def _answers(entry: Entry, place: Place) -> Piece:
    question = _label(entry, place)

    def box(option: Option) -> Callable[[Place], Piece]:
        return lambda whole: _box_of(entry.field, option, entry.value == option.key, whole, question)

    return answers([(option.title, box(option)) for option in entry.field.options], place)


def _box_of(field: FormField, option: Option, chosen: bool, place: Place, question: str) -> Piece:
    if place.edition is Edition.PAPER:
        return Box(page.TEXT, Element(Tag.SPAN, place.parent), ticked=chosen)
    answer = Answer(option.key, f"{question}: {_tip(option.title, place)}", chosen)
    return AnswerBox(page.TEXT, Element(Tag.FORM, place.parent), Asked(field, question), answer)


def _label(entry: Entry, place: Place) -> str:
    return _tip(entry.label or entry.field.label, place)


def _tip(said: Said, place: Place) -> str:
    """What is read out at a field, in each language of the paper."""
    return place.voices.joined(said, " / ")
