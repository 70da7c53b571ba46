"""What the introduction checklist of a new manager says of the offer of a mentor (R20).

To add a point: a line with an id of its own that never changes, and its sentence in three languages; the paper and its
test follow. The items to tick are a programme's settings (introduction.py).
"""

from __future__ import annotations

from mentordesk.domain.checklists import Point
from mentordesk.domain.leaflet import MENTORING_IS
from mentordesk.i18n.message import msg

THE_OFFER = msg("The offer of a mentor")
LATER_ON = msg("Later on")

THE_OFFER_SAYS = (
    Point(
        "offer-what",
        THE_OFFER,
        msg(
            "A mentor is an experienced leader on whom the new manager does not depend, and with whom the new role can "
            "be talked over in confidence."
        ),
    ),
    Point(
        "offer-to-whom",
        THE_OFFER,
        msg("The offer goes to the appointing manager, who talks about it with the new manager."),
    ),
    Point("offer-voluntary", THE_OFFER, msg("It is voluntary, and it is possible to change one’s mind.")),
)
NEED_LATER = Point(
    "offer-later", LATER_ON, msg("The need for a mentor may come later, too. Whoever feels it just has to ask.")
)
INTRODUCTION_POINTS = (*THE_OFFER_SAYS, *MENTORING_IS, NEED_LATER)
