"""The parts of the detail pane, in the order of their headings; each is one room's own.

To add one: a line here and a class made from Part.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec

from ui.desk import Desk
from ui.participants.part import Part

# Module and class; where a part can be in one of two places, both are named.
_DECLARED: tuple[tuple[tuple[str, ...], str], ...] = (
    (("ui.participants.applications.criteria_strip", "ui.participants.criteria_strip"), "CriteriaStrip"),
    (("ui.participants.applications.part",), "ApplicationPart"),
    (("ui.participants.overview",), "Overview"),
    (("ui.participants.interviews.interviewing", "ui.participants.interviewing"), "InterviewTab"),
    (("ui.participants.reading",), "PairsAndMeetings"),
    (("ui.participants.reading",), "History"),
    (("ui.participants.privacy_part",), "PrivacyPart"),
)


def _is_there(module: str) -> bool:
    return find_spec(module.rpartition(".")[0]) is not None and find_spec(module) is not None


def _kinds() -> Sequence[Callable[[Desk], Part]]:
    found = []
    for modules, name in _DECLARED:
        module = next((each for each in modules if _is_there(each)), None)
        if module is not None:
            found.append(getattr(import_module(module), name))
    return found


_KINDS = _kinds()  # read with this module, on the file's thread: the window never waits for them


def parts(desk: Desk) -> Sequence[Part]:
    return [kind(desk) for kind in _KINDS]
