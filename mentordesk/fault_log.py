"""The local log of unforeseen errors: code and ids, no values of the user's, so that it can be sent to somebody."""

from __future__ import annotations

import logging
from pathlib import Path

from mentordesk import __version__, places


def log_fault(fault: BaseException) -> Path:
    """Writes the traceback, and gives the log's path."""
    path = places.logs() / "mentordesk.log"
    logging.basicConfig(filename=path, level=logging.ERROR, format="%(asctime)s %(message)s", force=True)
    logging.getLogger(__name__).error("mentordesk %s", __version__, exc_info=fault)
    return path
