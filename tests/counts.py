"""How often a random test tries: few times in `python -m tests`, the issue's count in `python -m tests long`."""

from __future__ import annotations

import os

LONG = os.environ.get("MENTORDESK_TESTS") == "long"


def count(small: int, long: int) -> int:
    return long if LONG else small
