"""Alerts on the mentor bank: whoever is in it is asked once a year whether they stay (R11).

One line for all mentors of a programme: a bank of two hundred is asked on one day, by one letter.
"""

from __future__ import annotations

from datetime import date, timedelta

from mentordesk.domain.alerts.notice import Alert, Notice, Urgency
from mentordesk.domain.alerts.views import BankInView
from mentordesk.i18n.message import msg, nmsg

_ASK = msg("Ask whether they stay")
_NOTE = msg("Note the answers, or send a reminder")


def stay(bank: BankInView) -> Notice | None:
    if not bank.to_ask or bank.to_ask_since is None:
        return None
    every = bank.patience.stay
    return Notice(
        _late(bank, bank.to_ask_since, Urgency.THIS_WEEK),
        nmsg(
            "{count} mentor is to be asked whether they stay in the mentor bank.",
            "{count} mentors are to be asked whether they stay in the mentor bank.",
            bank.to_ask,
        ),
        nmsg(
            "Whoever is in the mentor bank is asked every {count} day whether they stay.",
            "Whoever is in the mentor bank is asked every {count} days whether they stay.",
            every,
        ),
        _ASK,
        bank.to_ask_since + timedelta(bank.patience.reply),
    )


def stay_reply(bank: BankInView) -> Notice | None:
    if not bank.waited_for or bank.asked_since is None:
        return None
    limit = bank.patience.reply
    return Notice(
        _late(bank, bank.asked_since, Urgency.WAITING),
        nmsg(
            "{count} mentor has not answered whether they stay in the mentor bank.",
            "{count} mentors have not answered whether they stay in the mentor bank.",
            bank.waited_for,
        ),
        nmsg(
            "Whoever is asked whether they stay is reminded after {count} day.",
            "Whoever is asked whether they stay is reminded after {count} days.",
            limit,
        ),
        _NOTE,
        bank.asked_since + timedelta(limit),
    )


def _late(bank: BankInView, since: date, before: Urgency) -> Urgency:
    return Urgency.OVERDUE if (bank.today - since).days > bank.patience.reply else before


# To add one: a function of a BankInView here, and its line.
BANK_ALERTS: tuple[Alert[BankInView], ...] = (Alert("stay", stay), Alert("stay_reply", stay_reply))
