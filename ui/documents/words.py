"""What the Documents tab says of kinds: when they are asked for, what they may carry, whom they are made for."""

from __future__ import annotations

from collections.abc import Mapping

from mentordesk.documents.kinds import Occasion
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.i18n.languages import LANGUAGES, LanguageCode
from mentordesk.i18n.message import Message, msg, pmsg

OCCASION_NAMES: Mapping[Occasion, Message] = {
    Occasion.RECRUITMENT: msg("Recruitment"),
    Occasion.START: pmsg("occasion", "Start"),
    Occasion.CONVERSATIONS: msg("Conversations"),
    Occasion.GATHERINGS: msg("Joint meetings"),
    Occasion.CLOSING: pmsg("occasion", "Closing"),
    Occasion.TEAM: msg("For the team"),
    Occasion.ANYBODY: msg("At any time"),
}
CLASS_NAMES: Mapping[PrivacyClass, Message] = {
    PrivacyClass.K0: msg("Names, contact at work, dates"),
    PrivacyClass.K1: msg("For applying and matching"),
    PrivacyClass.K2: msg("The pair’s own"),
    PrivacyClass.K3: msg("Between the two alone"),
}
CLASS_TIPS: Mapping[PrivacyClass, Message] = {
    PrivacyClass.K0: msg("At most names, contact at work, roles, units and dates: what everybody in it may see."),
    PrivacyClass.K1: msg("At most what applying and matching need: only for those who choose, and for the person."),
    PrivacyClass.K2: msg("At most what concerns one pair: only for the two and for those who lead the programme."),
    PrivacyClass.K3: msg("What is said in a conversation; it is never kept and on no paper."),
}
"""What each of them means, in plain words."""
_OWN_NAMES = {known.code: known.own_name for known in LANGUAGES}


def languages_named(codes: tuple[LanguageCode, ...]) -> str:
    """Of two side by side both, as people there call them."""
    return " + ".join(_OWN_NAMES[code] for code in codes)
