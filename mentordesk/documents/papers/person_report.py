"""All that is kept of a person, on paper, for that person (GDPR 15): what, table by table, and each change to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Days,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Said,
    Table,
    Title,
)
from mentordesk.i18n.message import Listed, Message, msg, nmsg

REPORT_TITLE = msg("All that is kept of you")
OTHER = msg("another participant")
_MANY = 2  # rows of one kind; more of them are a line each
_TWO = (0.34, 0.66)  # of the width: what it is called, and what it says


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSection:
    """A table of the file; each row is labels with what they say."""

    title: Said
    rows: tuple[tuple[tuple[Said, Said], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonReportContent:
    letterhead: Letterhead
    made_on: date
    name: str
    sections: tuple[ReportSection, ...]
    changes: tuple[tuple[date, str, Message], ...] = ()  # when, who, what
    withheld: int = 0


def person_report(content: PersonReportContent) -> Document:
    """The report as blocks."""
    return Document(REPORT_TITLE, (content.name,), content.letterhead, content.made_on, tuple(_blocks(content)))


def _blocks(content: PersonReportContent) -> Iterator[Block]:
    yield Title(REPORT_TITLE, content.name)
    yield Paragraph(
        msg(
            "This is everything that the file of the programme held of you on {day}. Others are not named. You may "
            "ask that what is wrong be mended, that its use be restricted, and what is no longer needed erased.",
            day=content.made_on,
        )
    )
    if content.withheld:
        yield Paragraph(
            nmsg(
                "{count} note is not told, for it is as much another’s.",
                "{count} notes are not told, for they are as much another’s.",
                content.withheld,
            )
        )
    for section in content.sections:
        yield Heading(section.title)
        if len(section.rows) > _MANY:
            yield Bullets(tuple(map(_in_one_line, section.rows)))
            continue
        for row in section.rows:
            yield Table((msg("What"), msg("What is kept")), row, _TWO, named_rows=True)
    if content.changes:
        yield Heading(msg("What was changed, and by whom"))
        rows = tuple((msg("{day}", day=day), who or "–", what) for day, who, what in content.changes)
        yield Table((msg("When"), msg("Who"), msg("What")), rows, (0.18, 0.24, 0.58))


def _in_one_line(row: Sequence[tuple[Said, Said]]) -> Said:
    return msg("{facts}.", facts=Listed(tuple(_fact(name, value) for name, value in row)))


def _fact(name: Said, value: Said) -> Message:
    assert not isinstance(name, (date, Days))
    assert not isinstance(value, Days)
    return msg("{name}: {value}", name=name, value=value)
