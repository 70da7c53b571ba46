"""What whoever came to a joint meeting is asked afterwards (R53): statements on a scale, and open questions.

The ids stand for good: forms that come back are read by them.
"""

from __future__ import annotations

from mentordesk.domain.forms import Form
from mentordesk.domain.surveys import Survey, SurveyPoint, scale_field, words_field
from mentordesk.i18n.message import msg

FEEDBACK = Survey(
    "feedback-form",
    (
        SurveyPoint("worth", msg("The meeting was worth the time I gave it.")),
        SurveyPoint("useful", msg("I take something with me that I will use at work.")),
        SurveyPoint("content", msg("The topics fitted what I need as a leader now.")),
        SurveyPoint("exchange", msg("There was enough room to talk with the others.")),
        SurveyPoint("practical", msg("Information, place and times were well taken care of.")),
    ),
    (
        SurveyPoint("best", msg("What did you get most out of?")),
        SurveyPoint("change", msg("What should be done differently next time?")),
        SurveyPoint("missed", msg("What did you miss?")),
    ),
)
FEEDBACK_FORM = Form(
    FEEDBACK.key,
    1,
    (
        *(scale_field(point.name, point.text) for point in FEEDBACK.statements),
        *(words_field(point.name, point.text) for point in FEEDBACK.questions),
    ),
)
"""About a meeting and nobody: one form for all who came."""
