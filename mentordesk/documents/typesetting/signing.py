"""Room for a pen, and lines to sign on that never part from the names under them."""

from __future__ import annotations

from collections.abc import Sequence

from mentordesk.documents.blocks import Said, Signature, Writing
from mentordesk.documents.typesetting import page
from mentordesk.documents.typesetting.lines import PenLines, Space
from mentordesk.documents.typesetting.page import GUTTER
from mentordesk.documents.typesetting.pieces import Across, Piece, Stack
from mentordesk.documents.typesetting.place import Place
from mentordesk.documents.typesetting.tagged import Tag
from mentordesk.i18n.message import msg

PLACE_AND_DATE = msg("Place and date")
SIGNATURE = msg("Signature")

_NAMES, _DATES = 168.0, 112.0  # widths of the columns of names and of dates
_OVER = 12.0  # so that a name stands at the height of its lines


def writing(room: Writing, place: Place) -> Piece:
    """Empty lines; several writers get a column each, under the name of each."""
    if not room.by:
        return PenLines(room.lines)
    count = len(room.by)
    width = (place.width - (count - 1) * GUTTER) / count
    column = place.inside(width)
    written = [Stack([column.line(by, page.WRITER), PenLines(room.lines)]) for by in room.by]
    return Across([(i * (width + GUTTER), width, one) for i, one in enumerate(written)])


def signatures(signers: Sequence[Signature], place: Place) -> Piece:
    """A row for each: name and role, place and date, signature."""
    return place.kept(Stack([_signature(signer, place.under(Tag.SECTION)) for signer in signers]))


def _signature(signer: Signature, place: Place) -> Piece:
    names = place.inside(_NAMES)
    if signer.name:
        who: Piece = Stack([Space(_OVER), names.text(signer.name, page.STRONG), names.line(signer.role, page.SMALL)])
    else:
        who = _pen_line(msg("{role}, name", role=signer.role), names)
    dated, signed = _NAMES + GUTTER, _NAMES + _DATES + 2 * GUTTER
    return place.kept(
        Across(
            [
                (0, _NAMES, who),
                (dated, _DATES, _pen_line(PLACE_AND_DATE, place.inside(_DATES))),
                (signed, place.width - signed, _pen_line(SIGNATURE, place.inside(place.width - signed))),
            ]
        )
    )


def _pen_line(caption: Said, place: Place) -> Piece:
    return Stack([PenLines(1, pitch=29), place.line(caption, page.CAPTION)])
