"""Values and sentences make the journey through JSON and come back as they were."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import JSON, Column, Date, DateTime, Float, Integer, LargeBinary, MetaData, Numeric, String, Table, Time

from mentordesk.i18n.message import Listed, Message, Value, Wording, msg, nmsg, pmsg
from mentordesk.storage.encoding import as_json, from_json, message_as_json, message_from_json
from mentordesk.storage.records.foundation import Moment, Word
from tests.counts import count


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


KINDS = Table(
    "kinds",
    MetaData(),
    Column("text", String),
    Column("number", Integer),
    Column("measure", Float),
    Column("amount", Numeric),
    Column("day", Date),
    Column("hour", Time),
    Column("naive", DateTime),
    Column("moment", Moment),
    Column("content", LargeBinary),
    Column("colour", Word(Colour)),
    Column("parts", JSON),
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.fixed_dictionaries(
    {
        "text": TEXT,
        "number": st.integers(),
        "measure": st.floats(allow_nan=False),
        "amount": st.decimals(allow_nan=False, allow_infinity=False),
        "day": st.dates(),
        "hour": st.times(),
        "naive": st.datetimes(),
        "moment": st.datetimes(timezones=st.just(UTC)),
        "content": st.binary(),
        "colour": st.sampled_from(Colour),
        "parts": st.lists(TEXT) | st.dictionaries(TEXT, st.none() | st.booleans() | st.integers()),
    }
)
ROWS = VALUES | VALUES.map(lambda values: dict.fromkeys(values))

LEAVES = TEXT | st.integers() | st.floats(allow_nan=False) | st.dates() | st.times() | st.datetimes()
WORDINGS = st.builds(Wording, TEXT, TEXT, TEXT)


def messages(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Message]:
    named = st.dictionaries(st.text("abc", min_size=1), values, max_size=3)
    return (
        st.builds(lambda text, more: msg(text, **more), TEXT, named)
        | st.builds(lambda text, more: pmsg("context", text, **more), TEXT, named)
        | st.builds(lambda text, number, more: nmsg(text, text + "s", number, **more), TEXT, st.integers(0), named)
    )


NESTED: st.SearchStrategy[Value] = st.recursive(
    LEAVES | WORDINGS,
    lambda inner: (
        messages(inner)
        | st.builds(Listed, st.lists(TEXT | messages(inner) | WORDINGS, max_size=3).map(tuple), st.booleans())
    ),
    max_leaves=6,
)


@settings(max_examples=count(100, 5_000))
@given(ROWS)
def test_a_row_comes_back_as_it_was(row: dict[str, object]) -> None:
    back = from_json(KINDS, as_json(row))
    assert back is not None
    assert back == row
    assert [type(value) for value in back.values()] == [type(value) for value in row.values()]


@settings(max_examples=count(100, 5_000))
@given(messages(NESTED))
def test_a_sentence_comes_back_as_it_was(message: Message) -> None:
    assert message_from_json(message_as_json(message)) == message


def test_what_the_journal_keeps_reads_the_same_tomorrow() -> None:
    """Files hold these texts: a change here needs a migration."""
    row = {
        "day": date(2026, 2, 28),
        "moment": datetime(2026, 2, 28, 12, 30, tzinfo=timezone(timedelta(hours=1))),
        "hour": time(9, 5),
        "amount": Decimal("1.50"),
        "content": b"\x00\xff",
        "colour": Colour.RED,
        "text": "æ",
        "number": None,
    }
    assert as_json(row) == (
        '{"day":"2026-02-28","moment":"2026-02-28T12:30:00+01:00","hour":"09:05:00","amount":"1.50",'
        '"content":"AP8=","colour":"red","text":"æ","number":null}'
    )
    sentence = nmsg("{count} is {name}", "{count} are {name}", 2, name=Listed((Wording(nb="én"), "to"), any_of=True))
    assert message_as_json(sentence) == (
        '{"message":{"text":"{count} is {name}","values":[["count",2],["name",{"listed":[{"wording":{"nb":"én"}},'
        '"to"],"any_of":true}]],"plural":"{count} are {name}","count":2}}'
    )


def test_what_json_cannot_say_is_refused() -> None:
    with pytest.raises(TypeError, match="the journal cannot keep a object"):
        as_json({"thing": object()})


@pytest.mark.parametrize("text", ['"a"', "[]", '{"message":{}}', '{"listed":[1],"any_of":true}', "{"])
def test_what_is_no_sentence_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        message_from_json(text)
