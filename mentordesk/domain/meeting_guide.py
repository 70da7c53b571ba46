"""The guide to the conversations that is handed out once (R63): every one, and what the first, third and last add.

The points are those of scripts.py, each said once; only why stands here. To add one of those: a line in _WHY with an
id of its own that never changes, and its sentence in three languages.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentordesk.domain.checklists import Point
from mentordesk.domain.scripts import EVERY, FIRST, LAST, SCRIPTS, THIRD
from mentordesk.i18n.message import Message, msg

_WHY = {
    EVERY: Point(
        "why-every",
        SCRIPTS[EVERY].title,
        msg("A fixed frame gives room: when you know how a conversation begins and ends, you are free in between."),
    ),
    FIRST: Point(
        "why-first",
        SCRIPTS[FIRST].title,
        msg(
            "Let the first conversation be a little more formal than those to come, and follow the questions of the "
            "checklist. You then know each other’s experience well from the beginning."
        ),
    ),
    THIRD: Point(
        "why-third",
        SCRIPTS[THIRD].title,
        msg(
            "By now you know how you work together. Set some time aside to look at the collaboration itself, while "
            "there is time to change it."
        ),
    ),
    LAST: Point(
        "why-last",
        SCRIPTS[LAST].title,
        msg("A good ending makes what you have learned last. Take time to look back on the whole way."),
    ),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A conversation in the guide; `points` are those that no part before it has."""

    title: Message
    why: Point
    points: tuple[Point, ...]


def _parts() -> tuple[Part, ...]:
    always = {point.id for point in SCRIPTS[EVERY].points}
    others = (SCRIPTS[key] for key in (FIRST, THIRD, LAST))
    return (
        Part(SCRIPTS[EVERY].title, _WHY[EVERY], SCRIPTS[EVERY].points),
        *(
            Part(script.title, _WHY[script.key], tuple(each for each in script.points if each.id not in always))
            for script in others
        ),
    )


PARTS = _parts()
MEETING_GUIDE_POINTS = tuple(point for part in PARTS for point in (part.why, *part.points))
