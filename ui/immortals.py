"""Keeps Python's constants alive under PySide6 6.12, whose every call that answers None takes one from None's count.

Its wheels are built for the stable interface of Python 3.12, where None, True, False and NotImplemented live for ever
and are handed out without being counted. Python 3.11 does count them, and ends the process at zero ("none_dealloc"),
after some ten thousand calls. To drop this: require Python 3.12; the test beside it tells whether it is still needed.
"""

from __future__ import annotations

import ctypes
import sys

_MORE = 1 << 40  # a window that paints all day for years does not get there
_kept: list[object] = []


def keep_constants() -> None:
    """Call before the first window; twice is as good as once."""
    if _kept or sys.version_info >= (3, 12):
        return
    for constant in (None, True, False, NotImplemented):
        ctypes.c_ssize_t.from_address(id(constant)).value += _MORE
        _kept.append(constant)
