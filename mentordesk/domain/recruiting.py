"""Rolling recruitment (R20): answers to an offered mentor, and what came of a referral to another programme."""

from __future__ import annotations

from enum import StrEnum

from mentordesk.i18n.message import Message, msg, pmsg


class OfferAnswer(StrEnum):
    """What an appointing manager answers to the offer of a mentor for a new manager."""

    WANTS = "wants"
    NOT_NOW = "not_now"
    NO = "no"


OFFER_ANSWER_NAMES: dict[OfferAnswer, Message] = {
    OfferAnswer.WANTS: msg("Wants a mentor"),
    OfferAnswer.NOT_NOW: pmsg("answer to an offered mentor", "Not now"),
    OfferAnswer.NO: msg("Wants no mentor"),
}


class ReferralOutcome(StrEnum):
    """What the other programme answered."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


REFERRAL_OUTCOME_NAMES: dict[ReferralOutcome, Message] = {
    ReferralOutcome.ACCEPTED: msg("Was given a place there"),
    ReferralOutcome.DECLINED: msg("Was given no place there"),
}
