"""How much of a file is read, and the sentences that refuse more of it (trust 5.3)."""

from __future__ import annotations

from mentordesk.domain.refusals import UnusableInput
from mentordesk.i18n.message import msg

MEGABYTE = 1_000_000
FILE_BYTES = 10 * MEGABYTE
UNPACKED_BYTES = 50 * MEGABYTE
RATIO = 100  # unpacked to packed
HARMLESS_BYTES = MEGABYTE  # so little may unpack at any ratio: a short list with few different cells
PARTS = 1_000  # files inside a workbook
SHEETS = 20
ROWS = 20_000
COLUMNS = 200
ROWS_ABOVE = 50  # titles and blank rows among which the headings are looked for
LAST_ROW = ROWS_ABOVE + 1 + ROWS
CELL_CHARACTERS = 32_767  # what a cell of a spreadsheet can hold
SECONDS = 20  # of computing for one workbook
MEMORY_BYTES = 256 * MEGABYTE  # for one workbook; trust 5.3 allows 512, goal T16 wants less than 300


def too_large(name: str) -> UnusableInput:
    return UnusableInput(
        msg(
            "“{name}” is larger than {limit} MB. Divide it into smaller files.",
            name=name,
            limit=FILE_BYTES // MEGABYTE,
        )
    )


def too_much_inside(name: str) -> UnusableInput:
    return UnusableInput(
        msg("“{name}” holds far more than a list of people can. Copy the list into a new file.", name=name)
    )


def too_many_rows(name: str) -> UnusableInput:
    return UnusableInput(
        msg("“{name}” has more than {limit} rows. Divide it into smaller files.", name=name, limit=ROWS)
    )


def too_many_columns(name: str) -> UnusableInput:
    return UnusableInput(
        msg("“{name}” has more than {limit} columns. Remove those that are not needed.", name=name, limit=COLUMNS)
    )


def too_many_sheets(name: str) -> UnusableInput:
    return UnusableInput(
        msg("“{name}” has more than {limit} sheets. Copy the list into a file of its own.", name=name, limit=SHEETS)
    )


def damaged(name: str) -> UnusableInput:
    return UnusableInput(
        msg("“{name}” is damaged. Open it in a spreadsheet program, save it anew and try again.", name=name)
    )


def not_a_spreadsheet(name: str) -> UnusableInput:
    return UnusableInput(
        msg("“{name}” is not a spreadsheet that can be read. Save the list as .xlsx or .csv and try again.", name=name)
    )
