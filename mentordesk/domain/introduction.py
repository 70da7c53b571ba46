"""The introduction checklist of a new manager (R20): its items are a programme's settings."""

from __future__ import annotations

from dataclasses import dataclass

from mentordesk.i18n.message import Wording


@dataclass(frozen=True, slots=True)
class IntroductionItem:
    """One thing to be done for a new manager."""

    key: str
    title: Wording
    offers_mentor: bool = False  # ticked by the offer itself
    asked: bool = True  # one that is not stays for those of whom it was ticked
