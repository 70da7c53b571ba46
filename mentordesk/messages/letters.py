"""Letters of recruitment (R24, R80), of joint meetings (R53) and about alerts (R69): kinds, declared once.

To add one: a LetterKind, a line among the names, a .toml of that name in resources/letters/ with a subject and a body
per language. Who a letter goes to and what its fields hold is asked in queries/: letters.py, alert_letters.py and
invited.py. Nothing is sent from here, and a coordinator cannot edit the texts yet: an editor would keep its own in
this same shape.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from string import Formatter

from mentordesk import places
from mentordesk.domain.cleaning import clean, one_line
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, Value, msg


class LetterKind(StrEnum):
    RECEIVED = "application_received"
    ASK_FOR_PAPER = "ask_for_paper"
    INVITED = "invited_to_interview"
    SELECTED = "selected"
    WAITING = "waiting_list"
    DECLINED = "declined"
    MENTOR_SELECTED = "mentor_selected"
    STAY = "stay_in_bank"
    OFFER = "offer_to_manager"
    FIRST_CONTACT = "first_contact"
    SILENCE_REMIND = "silence_remind"
    SILENCE_ASK = "silence_ask"
    SILENCE_TALK = "silence_talk"
    ENDING_TALK = "ending_talk"
    CONTRACT_REMIND = "contract_remind"
    FIT_ASK = "fit_ask"
    GOALS_ASK = "goals_ask"
    TALK_INVITE = "talk_invite"
    TOPIC_REMIND = "topic_remind"
    LAST_CONVERSATION = "last_conversation"
    TASK_REMIND = "task_remind"
    GATHERING_INVITE = "gathering_invite"
    GATHERING_MISSED = "gathering_missed"
    GATHERING_CANCELLED = "gathering_cancelled"
    NETWORK_INVITE = "network_invite"
    LOGBOOK_RETURNED = "logbook_returned"


LETTER_NAMES: Mapping[LetterKind, Message] = {
    LetterKind.RECEIVED: msg("The application was received"),
    LetterKind.ASK_FOR_PAPER: msg("Ask for a paper"),
    LetterKind.INVITED: msg("Invitation to an interview"),
    LetterKind.SELECTED: msg("A place in the programme"),
    LetterKind.WAITING: msg("On the waiting list"),
    LetterKind.DECLINED: msg("No place this time"),
    LetterKind.MENTOR_SELECTED: msg("Welcome as a mentor"),
    LetterKind.STAY: msg("Whether a mentor stays in the bank"),
    LetterKind.OFFER: msg("Offer of a mentor to the appointing manager"),
}
"""Of recruitment: whoever takes part can be written them at any time."""
ALERT_LETTER_NAMES: Mapping[LetterKind, Message] = {
    LetterKind.FIRST_CONTACT: msg("About the first contact"),
    LetterKind.SILENCE_REMIND: msg("Reminder of the next conversation"),
    LetterKind.SILENCE_ASK: msg("How is it going?"),
    LetterKind.SILENCE_TALK: msg("Invitation to a talk about going on"),
    LetterKind.ENDING_TALK: msg("Invitation to a talk about ending"),
    LetterKind.CONTRACT_REMIND: msg("Reminder of the contract"),
    LetterKind.FIT_ASK: msg("Question of how well they fit"),
    LetterKind.GOALS_ASK: msg("Reminder of the goals"),
    LetterKind.TALK_INVITE: msg("Invitation to the pair talk"),
    LetterKind.TOPIC_REMIND: msg("Reminder of topic and summary"),
    LetterKind.LAST_CONVERSATION: msg("Reminder of the last conversation"),
    LetterKind.TASK_REMIND: msg("Reminder of a task"),
    LetterKind.GATHERING_MISSED: msg("To whoever missed a meeting"),
}
"""About what an alert says: written from its row, with its figures."""
MEETING_LETTER_NAMES: Mapping[LetterKind, Message] = {
    LetterKind.GATHERING_INVITE: msg("Invitation to a joint meeting"),
    LetterKind.NETWORK_INVITE: msg("Invitation to the mentor network"),
    LetterKind.GATHERING_CANCELLED: msg("A joint meeting is cancelled"),
}
"""Written from the page of a joint meeting."""
LOGBOOK_LETTER_NAMES: Mapping[LetterKind, Message] = {
    LetterKind.LOGBOOK_RETURNED: msg("A logbook is returned unread"),
}
"""Written where one came, and noted nowhere."""
FIELD_NAMES: Mapping[str, Message] = {
    "name": msg("the name"),
    "given_name": msg("the given name"),
    "programme": msg("the programme's name"),
    "sender": msg("whoever signs"),
    "starts_on": msg("the day on which the programme begins"),
    "papers": msg("the papers that are missing"),
    "due_on": msg("the day by which the papers are due"),
    "day": msg("the day of the interview"),
    "time": msg("the time of the interview"),
    "place": msg("the place of the interview"),
    "other": msg("the other of the pair"),
    "days": msg("how long it has been"),
    "first_day": msg("the first day on which it may be"),
    "last_day": msg("the last day on which it may be"),
    "ends_on": msg("the day on which it ends"),
    "task": msg("what is to be done"),
    "meeting": msg("the name of the meeting"),
    "when": msg("the days and times of the meeting"),
    "venue": msg("the place of the meeting"),
    "reply_by": msg("the day by which to answer"),
}
"""All that a text may name in braces; never a reason, a rating or a note."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What somebody will read. `missing`: fields of which nothing is known; they stand in the text as ‹…›."""

    kind: LetterKind
    language: LanguageCode
    subject: str
    body: str
    missing: tuple[str, ...] = ()


def letter_name(kind: LetterKind) -> Message:
    return {**LETTER_NAMES, **ALERT_LETTER_NAMES, **MEETING_LETTER_NAMES, **LOGBOOK_LETTER_NAMES}[kind]


@dataclass(frozen=True, slots=True)
class LetterText:
    subject: str
    body: str

    def fields(self) -> tuple[str, ...]:
        """In the order in which a reader meets them, each once."""
        parts = (*Formatter().parse(self.subject), *Formatter().parse(self.body))
        return tuple(dict.fromkeys(name for _, name, _, _ in parts if name))


@cache
def texts(kind: LetterKind) -> Mapping[LanguageCode, LetterText]:
    """The texts of a kind.

    Raises:
        ValueError: a language is missing, or a text names a field that there is not.
    """
    with places.resource(f"letters/{kind.value}.toml").open("rb") as file:
        told = tomllib.load(file)
    found = {LanguageCode(code): LetterText(text["subject"], text["body"].strip()) for code, text in told.items()}
    if missing := set(LanguageCode) - set(found):
        raise ValueError(f"{kind}: nothing in {', '.join(sorted(missing))}")
    for code, text in found.items():
        if unknown := set(text.fields()) - set(FIELD_NAMES):
            raise ValueError(f"{kind}, {code}: no field is called {', '.join(sorted(unknown))}")
    return found


def letter(kind: LetterKind, fields: Mapping[str, Value | None], language: LanguageCode) -> Letter:
    """The letter in this language, its fields said as a reader of it expects; nothing in a value is a field."""
    text, say = texts(kind)[language], catalog(language)
    missing = tuple(name for name in text.fields() if fields.get(name) in (None, ""))
    said: dict[str, str] = {}
    for name in text.fields():
        value = fields.get(name)
        if value is None or name in missing:
            said[name] = f"‹{say.say(FIELD_NAMES[name])}›"
        else:
            said[name] = one_line(say.show(value))
    return Letter(kind, language, one_line(text.subject.format_map(said)), clean(text.body.format_map(said)), missing)
