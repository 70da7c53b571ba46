"""How well two fit, asked of one of them (R41): three values and "wants to talk", no words.

Each side answers for herself alone, so the form's identity carries the pair and the side.
"""

from __future__ import annotations

from mentordesk.domain.checklists import Point
from mentordesk.domain.form_answers import SIGNED_ON, one_of
from mentordesk.domain.forms import AnswerKind, Form, FormField, Option
from mentordesk.domain.ids import PairId
from mentordesk.domain.pairs import FIT_AFTER, FIT_NAMES, Side
from mentordesk.i18n.message import msg

HOW_YOU_FIT = msg("How well the two of you fit")
WHAT_COMES_OF_IT = msg("What your answer leads to")

HOW_IT_FITS = Point("how-it-fits", HOW_YOU_FIT, msg("How well do you fit together, as you see it now?"))
WANTS_TO_TALK = Point("wants-to-talk", HOW_YOU_FIT, msg("I would like to talk with the coordinator about it."))
FIT_PROMISE = (
    Point("fit-yours-alone", WHAT_COMES_OF_IT, msg("Answer for yourself; the other is asked on a form of their own.")),
    Point(
        "fit-not-told",
        WHAT_COMES_OF_IT,
        msg("The coordinator keeps your answer and does not tell it to the other without asking you."),
    ),
    Point(
        "fit-no-failure",
        WHAT_COMES_OF_IT,
        msg("If you do not fit, you talk it through with the coordinator, and a new mentor can be found."),
    ),
)
FIT_POINTS = (HOW_IT_FITS, WANTS_TO_TALK, *FIT_PROMISE)

_AFTER = {1: msg("After the first conversation"), 3: msg("After the third conversation")}
AFTER = FormField(
    "after_meeting", msg("When you answer"), AnswerKind.ONE_OF, tuple(Option(str(n), _AFTER[n]) for n in FIT_AFTER)
)
VALUE = one_of("value", HOW_IT_FITS.sentence, FIT_NAMES)
TALK = FormField("wants_to_talk", WANTS_TO_TALK.sentence, AnswerKind.TICK)
FIT_FORM = Form("fit-form", 1, (AFTER, VALUE, TALK, SIGNED_ON))


def about(pair: PairId, side: Side) -> str:
    """What the form's identity says of whose it is."""
    return f"{pair}:{side.value}"


def whose(about: str) -> tuple[PairId, Side] | None:
    """None: it names no pair and side."""
    pair, _, side = about.rpartition(":")
    return (PairId(pair), Side(side)) if pair and side in set(Side) else None
