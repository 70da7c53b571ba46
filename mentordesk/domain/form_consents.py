"""Answers that are read only with leave (R60, R62), which another answer on the same form gives.

Without that leave it is dropped by the process that reads the file, as what is the writer's own is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mentordesk.domain import conversation_slip, goal_form, talk_form
from mentordesk.domain.forms import Form


def _of_the_slip(name: str) -> tuple[str, ...]:
    row, _, asked = name.rpartition(".")
    box = conversation_slip.ONLY_WITH.get(asked)
    return () if box is None else (f"{row}.{box}", conversation_slip.SHARED_ON.name)


def _of_goals(name: str) -> tuple[str, ...]:
    box = goal_form.ONLY_WITH.get(name.rpartition(".")[2])
    return () if box is None else (box,)


def _of_a_talk(name: str) -> tuple[str, ...]:
    return (talk_form.EXPERIENCE_AGREED.name,) if name == talk_form.EXPERIENCE.name else ()


_NEEDED: Mapping[str, Callable[[str], tuple[str, ...]]] = {
    conversation_slip.CONVERSATION_SLIP.key: _of_the_slip,
    goal_form.GOAL_FORM.key: _of_goals,
    talk_form.TALK_FORM.key: _of_a_talk,
}


def needed_for(form: Form, name: str) -> tuple[str, ...]:
    """Fields that must be filled in, and not with a no, before the one of this name may be read."""
    asked = _NEEDED.get(form.key)
    return () if asked is None else asked(name)
