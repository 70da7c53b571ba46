"""Which programme templates there are, in a word each; light, for the start page shows them before anything is loaded.

To add one: a line here, and a .toml file of that name in resources/programmes/ (see templates.py).
"""

from __future__ import annotations

from collections.abc import Mapping

from mentordesk.i18n.message import Message, msg

TEMPLATES: Mapping[str, Message] = {
    "nno": msg("A cohort over three semesters, with joint meetings"),
    "nu": msg("Mentors for new managers, one at a time over a year"),
}
