"""Classes of personal data (trust 4.4) and who may see them, and what is never taken; a stored column names its class.

Retention and erasure come with the privacy tab.
"""

from __future__ import annotations

from enum import IntEnum

from mentordesk.domain.cleaning import folded


class PrivacyClass(IntEnum):
    """A document or an export declares the highest class it may carry."""

    K0 = 0  # operational: name, work contact, role, unit, dates
    K1 = 1  # selection: applications, interview notes, criteria
    K2 = 2  # the pair's own: dates of conversations, what they chose to share
    K3 = 3  # private: what is said in a conversation; never stored


# The whole of what the file holds on a conversation without a consent row (R60); the names of the
# columns of the logbook record, so that a test can hold the promise against the schema.
KEPT_OF_A_CONVERSATION = (
    "held_on",
    "minutes",
    "mode",
    "place",
    "topic_sent",
    "summary_written",
    "worth_meeting_again",
)
TOPIC_LENGTH = 120  # characters of a topic that the pair chose to share (R60)


def _headings(*lines: str) -> frozenset[str]:
    return frozenset(folded(heading) for line in lines for heading in line.split(","))


# Knowledge about people that is never asked for and never taken from a file, whoever maps it: special categories
# (GDPR article 9), national identity numbers, and what would let demographics into the matching (R31).
# A word here is looked for among the words of a heading, several words in their order.
_NEVER_WITHIN = _headings(
    "identity, identitet, characteristics, kjennetegn, biography, biografi, pronouns, pronomen",
    "gender, sex, kjønn, kön, age, alder, ålder, birth, birthday, birthdate, born, dob, født, född",
    "fødselsdato, fødselsår, fødselsdag, fødeland, fødested, födelsedatum, födelseår, födelsedag, födelseland",
    "personal number, personal id, national id, social security, ssn, personnummer, personnr, pnr, persnr",
    "fødselsnummer, fødselsnr, fnr, samordningsnummer, d nummer, personnumre, personidentitet",
    "religion, religious, religiøs, religiös, faith, livssyn, livsåskådning, trossamfunn, trossamfund",
    "health information, health status, health condition, health issues, helseopplysninger, helsetilstand",
    "hälsouppgifter, hälsotillstånd, disability, disabled, funksjonsnedsettelse, funksjonshemming",
    "funktionsnedsättning, funktionshinder, handicap, diagnosis, diagnose, diagnos, medication, allergies, allergi",
    "sick leave, sykefravær, sykemelding, sjukfrånvaro, sjukskrivning, pregnant, gravid",
    "union, union membership, trade union, fagforening, fagforbund, fagorganisert, fackförbund, facklig, fackförening",
    "ethnicity, ethnic, etnisitet, etnicitet, etnisk, race, rase, ras, nationality, nasjonalitet, nationalitet",
    "citizenship, statsborgerskap, medborgarskap, sexual, sexuality, seksuell, seksualitet, legning, sexuell",
    "sexualitet, läggning, political, politisk, politics, political party, marital, sivilstand, sivilstatus",
    "civilstånd, civilstatus, criminal record, strafferegister, belastningsregister",
)
# Words that are harmless beside others ("health trust") but not as the whole heading.
_NEVER_ALONE = _headings("health, helse, hälsa, belief, tro, membership, medlemskap, id number")


def never_taken(heading: str) -> bool:
    """Whether a column of this heading is left out and named, even where somebody maps it to a Field."""
    words = folded(heading).split()
    if " ".join(words) in _NEVER_ALONE:
        return True
    runs = (" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, start + 4))
    return any(run in _NEVER_WITHIN for run in runs)
