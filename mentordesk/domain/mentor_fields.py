"""The Fields of a mentor's place in the bank, and what interviewers rate (R11, R23); all other Fields: people.py."""

from __future__ import annotations

from mentordesk.domain.fields import DateField, Field, Home, ListField, NumberField
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.i18n.message import Message, msg

MENTOR_FIELDS: tuple[Field, ...] = (
    NumberField(
        "capacity",
        msg("Places"),
        "capacity, max mentees, number of mentees, kapasitet, kapacitet, antall adepter, antal adepter",
        Home.MENTOR,
        low=0,
        high=20,
    ),
    ListField(
        "offers",
        msg("Offers"),
        "offer, can help with, development areas offered, tilbyr, erbjuder, styrker, styrkor, kan bidra med",
        Home.MENTOR,
    ),
    DateField(
        "trained_on",
        msg("Mentor training"),
        "training date, mentor training date, mentoropplæring, mentorsutbildning",
        Home.MENTOR,
    ),
    DateField("available_from", msg("Available from"), "tilgjengelig fra, tillgänglig från", Home.MENTOR),
    DateField("available_until", msg("Available until"), "tilgjengelig til, tillgänglig till", Home.MENTOR),
    DateField("rests_until", msg("Rests until"), "rest until, pause til, vilar till, hviler til", Home.MENTOR),
)


def _rating(key: str, title: Message, also: str) -> NumberField:
    return NumberField(key, title, also, Home.RATING, PrivacyClass.K1, low=1, high=5)


# Two traits, rated by the interviewer: more tell nothing more of how a pair will get on (matching.md, Menges 2016).
RATING_FIELDS: tuple[Field, ...] = (
    _rating("openness", msg("Open to new ways (1–5)"), "open to new ways, åpenhet, öppenhet"),
    _rating("structure", msg("Orderly and planning (1–5)"), "orderly and planning, conscientiousness, struktur"),
)
# What the team rates of a mentor, and what selection shows (R23). The matching never counts these: they say how good
# somebody is as a mentor, not for whom.
MENTOR_RATING_FIELDS: tuple[Field, ...] = (
    _rating("relationship", msg("Relationship skills (1–5)"), "relationship skills, relasjonsferdigheter"),
    _rating("recognition", msg("Recognised as a leader (1–5)"), "recognised as a leader, recognized as a leader"),
    _rating("breadth", msg("Breadth of experience (1–5)"), "breadth of experience, erfaringsbredde"),
    _rating("develops_others", msg("Wish to develop others (1–5)"), "wish to develop others, utvikle andre"),
    _rating("trust", msg("Inspires trust (1–5)"), "inspires trust, tillitvekkende, förtroendeingivande"),
    _rating("learning", msg("Insight into learning (1–5)"), "insight into learning, læringsforståelse"),
)
