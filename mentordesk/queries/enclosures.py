"""What goes with a letter: a paper in its reader's language, or a file as it is (R80).

Which papers there are for whom is enclosed_papers.py's; they are printed with the letter (actions/letters.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from mentordesk.documents.kinds import ReadyPaper
from mentordesk.domain.ids import ParticipationId
from mentordesk.i18n.message import Listed, Sayable, msg
from mentordesk.messages.mail_draft import Attachment
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Enclosure:
    title: Sayable | str
    content: ReadyPaper | Attachment


Enclosing: TypeAlias = "Callable[[Store, Sequence[ParticipationId]], Mapping[ParticipationId, tuple[Enclosure, ...]]]"
"""Finds what goes to each; somebody who is not in the answer gets no letter, for she would miss what it is about."""


def named(enclosures: Sequence[Enclosure]) -> Listed:
    return Listed(tuple(msg("“{title}”", title=each.title) for each in enclosures))
