"""The log of letters as a table: when, what, for whom, in which language and way, and the day on which it was sent."""

from __future__ import annotations

from mentordesk.i18n.languages import language
from mentordesk.i18n.message import msg
from mentordesk.queries.letter_log import LoggedLetter
from ui.language import say, spoken, tr
from ui.tables.columns import Column


def _when(each: LoggedLetter) -> str:
    return spoken().date(each.made_at.astimezone().date())


def _sent(each: LoggedLetter) -> str:
    return tr("Not ticked") if each.sent_on is None else spoken().date(each.sent_on)


COLUMNS: tuple[Column[LoggedLetter], ...] = (
    Column(key="name", title=msg("For whom"), text=lambda each: each.name, width=210, disc=True),
    Column(key="kind", title=msg("Letter"), text=lambda each: say(each.title), width=270),
    Column(key="made", title=msg("Written"), text=_when, sort=lambda each: each.made_at, width=120),
    Column(key="way", title=msg("In what way"), text=lambda each: say(each.in_what_way), width=150),
    Column(
        key="sent",
        title=msg("Sent on"),
        text=_sent,
        sort=lambda each: each.sent_on,
        tone=lambda each: "plain" if each.sent_on is None else "good",
        width=140,
    ),
    Column(key="language", title=msg("Language"), text=lambda each: language(each.language).own_name, width=130),
    Column(key="programme", title=msg("Programme"), text=lambda each: each.programme, width=200, shown=False),
)
