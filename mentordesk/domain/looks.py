"""What a programme's papers may look like (R1): a colour as it is written."""

from __future__ import annotations

import re

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg


def checked_colour(text: str) -> str:
    """ "#00609f" from the ways in which people write it; "" is the program's own.

    Raises:
        Refused: it is no colour.
    """
    told = text.strip().lower().removeprefix("#")
    if not told:
        return ""
    if re.fullmatch("[0-9a-f]{3}", told):
        told = "".join(sign * 2 for sign in told)
    if not re.fullmatch("[0-9a-f]{6}", told):
        raise Refused(msg("Write the colour as # and six signs from 0 to 9 and A to F, such as #00609F."))
    return f"#{told}"
