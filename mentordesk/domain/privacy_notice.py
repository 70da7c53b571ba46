"""What the information on personal data says of the organisation itself (GDPR 13 and 14); the rest the schema knows."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_RETENTION = 120  # months


@dataclass(frozen=True, slots=True)
class PrivacyNotice:
    """Who answers for personal data and how long they are kept; an empty text is not known yet."""

    controller: str = ""  # "": the owner of the programme
    contact: str = ""  # whom to write to with a request
    officer: str = ""  # the data protection officer
    retention_months: int = 12  # after the programme's end


NOT_SET = PrivacyNotice()
