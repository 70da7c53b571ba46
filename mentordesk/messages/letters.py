"""Letters of recruitment (R24, R80), of pairs, of joint meetings (R53) and about alerts (R69): kinds, declared once.

To add one: a LetterKind, a line among the names, a .toml of that name in resources/letters/ with a subject and a body
per language. Who a letter goes to and what its fields hold is asked in queries/: letters.py, alert_letters.py and
invited.py. A programme may put each in its own words (domain/own_texts.py); nothing is sent from here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from mentordesk import places
from mentordesk.domain.cleaning import one_line
from mentordesk.domain.own_texts import Words, filled
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
    GATHERING_LEFT_OUT = "gathering_left_out"
    NETWORK_INVITE = "network_invite"
    LOGBOOK_RETURNED = "logbook_returned"
    MATCHED_MENTEE = "matched_mentee"
    MATCHED_MENTOR = "matched_mentor"
    ENDED_MENTEE = "ended_mentee"
    ENDED_MENTOR = "ended_mentor"
    ASK_EMPLOYER = "ask_employer"
    FORMS_OUT = "forms_out"
    LOAN_REMIND = "loan_remind"
    THANKS = "thanks"


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
    LetterKind.ASK_EMPLOYER: msg("Ask the employer for a confirmation"),
}
"""Of recruitment: whoever takes part can be written them at any time."""
PAIR_LETTER_NAMES: Mapping[LetterKind, Message] = {
    LetterKind.MATCHED_MENTEE: msg("To the mentee: you have a mentor"),
    LetterKind.MATCHED_MENTOR: msg("To the mentor: you have a mentee"),
    LetterKind.FORMS_OUT: msg("Forms to fill in"),
    LetterKind.LOAN_REMIND: msg("Reminder of what was lent"),
    LetterKind.ENDED_MENTEE: msg("To the mentee: the collaboration has ended"),
    LetterKind.ENDED_MENTOR: msg("To the mentor: the collaboration has ended"),
    LetterKind.THANKS: msg("Thanks for taking part"),
}
"""Of whoever is in the programme: written to those of whom they are true."""
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
    LetterKind.GATHERING_LEFT_OUT: msg("An invitation is withdrawn"),
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
    "contact": msg("how to reach the other of the pair"),
    "first_step": msg("who takes the first contact"),
    "ended_on": msg("the day on which they ended it"),
    "new_mentor": msg("what is said of a new mentor"),
    "as_what": msg("mentee or mentor"),
    "rhythm": msg("how often the conversations are"),
    "length": msg("how long a conversation is"),
    "gathering_days": msg("how many days the joint meetings take"),
    "forms": msg("the papers that go with it"),
    "loan": msg("what was lent"),
    "lent_on": msg("the day on which it was lent"),
    "back_by": msg("the day by which it is to be returned"),
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
    return {
        **LETTER_NAMES,
        **PAIR_LETTER_NAMES,
        **ALERT_LETTER_NAMES,
        **MEETING_LETTER_NAMES,
        **LOGBOOK_LETTER_NAMES,
    }[kind]


@cache
def texts(kind: LetterKind) -> Mapping[LanguageCode, Words]:
    """Our own texts of a kind.

    Raises:
        ValueError: a language is missing, or a text names a field that there is not.
    """
    with places.resource(f"letters/{kind.value}.toml").open("rb") as file:
        told = tomllib.load(file)
    found = {LanguageCode(code): Words(text["subject"], text["body"].strip()) for code, text in told.items()}
    if missing := set(LanguageCode) - set(found):
        raise ValueError(f"{kind}: nothing in {', '.join(sorted(missing))}")
    for code, text in found.items():
        if unknown := set(text.fields()) - set(FIELD_NAMES):
            raise ValueError(f"{kind}, {code}: no field is called {', '.join(sorted(unknown))}")
    return found


def letter(
    kind: LetterKind, fields: Mapping[str, Value | None], language: LanguageCode, words: Words | None = None
) -> Letter:
    """The letter in this language, its fields said as a reader of it expects; nothing in a value is a field.

    `words`: the programme's own, of this very language; None: ours.
    """
    text, say = words or texts(kind)[language], catalog(language)
    wanted = tuple(name for name in text.fields() if name in FIELD_NAMES)
    missing = tuple(name for name in wanted if fields.get(name) in (None, ""))
    said: dict[str, str] = {}
    for name in wanted:
        value = fields.get(name)
        if value is None or name in missing:
            said[name] = f"‹{say.say(FIELD_NAMES[name])}›"
        else:
            said[name] = one_line(say.show(value))
    made = filled(text, said).cleaned()
    return Letter(kind, language, made.subject, made.body, missing)
