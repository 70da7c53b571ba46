"""What the cooperation contract says in words of its own, whatever the programme: roles, ground rules, privacy.

To add a point: a line under its heading with an id of its own that never changes, and its sentence in three
languages; the contract and its test follow. Figures, dates and names are not here: they come with each pair.
What the coordinator's file holds of a conversation is declared in logbooks.KEPT.
"""

from __future__ import annotations

from mentordesk.domain.checklists import BOTH, Point
from mentordesk.domain.pairs import Side
from mentordesk.i18n.message import msg

THE_MENTEE = msg("The mentee")
THE_MENTOR = msg("The mentor")
GROUND_RULES = msg("Ground rules")
PRIVACY = msg("What the coordinator sees")
ENDING = msg("If we want to stop")

ROLES = (
    Point(
        "mentee-steers",
        THE_MENTEE,
        msg("Steers the conversations: what matters now, and what matters in the long run."),
        (Side.MENTEE,),
    ),
    Point(
        "mentee-prepares",
        THE_MENTEE,
        msg("Prepares each conversation, agrees a time and sends the topic in advance."),
        (Side.MENTEE,),
    ),
    Point("mentee-writes", THE_MENTEE, msg("Writes a summary and keeps the logbook."), (Side.MENTEE,)),
    Point(
        "mentor-listens",
        THE_MENTOR,
        msg("Listens, asks questions and reflects together with the mentee."),
        (Side.MENTOR,),
    ),
    Point(
        "mentor-gives-feedback",
        THE_MENTOR,
        msg("Gives honest and generous feedback, and shares experience."),
        (Side.MENTOR,),
    ),
    Point(
        "mentor-does-not-tell",
        THE_MENTOR,
        msg("Does not tell the mentee what is right: the mentee finds a way of their own."),
        (Side.MENTOR,),
    ),
)
RULES = (
    Point(
        "confidentiality",
        GROUND_RULES,
        msg(
            "What is said between us stays between us, even after we have stopped meeting. "
            "The only exception is what the law obliges us to report."
        ),
    ),
    Point(
        "nobody-recognised",
        GROUND_RULES,
        msg("We talk about patients, relatives and colleagues in such a way that nobody can be recognised."),
    ),
    Point(
        "times-kept",
        GROUND_RULES,
        msg("We set our times well ahead, come prepared, and begin and finish as agreed."),
    ),
    Point(
        "openness",
        GROUND_RULES,
        msg("We agree what each conversation is about, and say openly what works and what does not."),
    ),
    Point(
        "independence",
        GROUND_RULES,
        msg("Neither of us is in a position of dependence; if that changes, we tell the coordinator at once."),
    ),
)
CONSENT = Point(
    "consent",
    PRIVACY,
    msg(
        "A topic or a text of ours is stored only after the mentee's consent to just that item. "
        "The consent is dated and can be withdrawn at any time; what it covered is then erased."
    ),
    (Side.MENTEE,),
)
GOALS_SHARED = Point(
    "goals-shared",
    PRIVACY,
    msg("Our goals may be stored in our own words. If not, only their number, dates and status are."),
)
CHECK_OUT_SHARED = Point(
    "check-out-shared",
    PRIVACY,
    msg("The mentee shares the answer from check-out."),
    (Side.MENTEE,),
)
STOPPING = Point(
    "ending",
    ENDING,
    msg(
        "If it does not turn out as we hoped, we talk about it and contact the coordinator. We then end it by mutual "
        "agreement and settle whether the mentee wants a new mentor. Stopping is no failure."
    ),
    BOTH,
)
CONTRACT = (*ROLES, *RULES, CONSENT, GOALS_SHARED, CHECK_OUT_SHARED, STOPPING)
