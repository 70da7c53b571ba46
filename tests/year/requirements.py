"""The duties that the oracle watches, each with the sentence that asks for it and the key under which Today has it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    alert: str
    source: str
    sentence: str


RULES = (
    Rule("contract", "R40", "A pair is proposed, then its contract is signed."),
    Rule("contracts_to_print", "R65", "Every pair has a cooperation contract."),
    Rule("checklists_to_print", "R66b", "Both prepare their first meeting with the checklist."),
    Rule("first_contact", "R69", "First contact not confirmed after 14 days (who takes it is R1)."),
    Rule("rhythm_unset", "R42", "The pair's own agreed rhythm is recorded at the first meeting."),
    Rule("rhythm", "R69", "No conversation for 43 days; the programme says about every 21."),
    Rule("minimum", "R69", "2 of 6 meetings held, 4 months left."),
    Rule("conversation_today", "R68", "What to do today."),
    Rule("unregistered", "R60", "An entry per conversation."),
    Rule("topics", "R60", "Topic sent in advance."),
    Rule("summaries", "R60", "The mentee writes the logbook."),
    Rule("last_conversation", "R63", "Last: evaluate the relation, sum up lessons, possible continued contact."),
    Rule("fit_after_first", "R41", "Fit question after the first meeting, from both sides."),
    Rule("fit_after_third", "R41", "And again after the third."),
    Rule("third_meeting", "R69", "Analysis after the third meeting missing."),
    Rule("bad_fit", "R41", "Good, still deciding, not good, and wants to talk."),
    Rule("pair_talk", "R69", "No pair talk this semester."),
    Rule("talk_ahead", "R64", "Pair talks: goals followed up, collaboration assessed, challenges identified."),
    Rule("talk_unregistered", "R64", "What came out of a talk is noted."),
    Rule("goal_document", "R62", "Individual goal document."),
    Rule("goal_due", "R62", "Goals with date and status."),
    Rule("on_hold", "R40", "On hold exists, and ends."),
    Rule("to_close", "R40", "Closing records that the relation was evaluated."),
    Rule("papers", "R22", "What is missing blocks selection, matching or start."),
    Rule("without_mentor", "R40", "Dissolved: whether a new mentor is wanted, then re-match."),
    Rule("meeting_ahead", "R53", "Joint meetings are prepared."),
    Rule("meeting_past", "R54", "Attendance recorded by person and day."),
    Rule("missed", "R54", "Follow-up with those who missed it."),
    Rule("deadline", "R51", "Deadlines laid out over the semesters."),
    Rule("not_planned", "R2", "A plan of joint meetings."),
    Rule("team_task", "R4", "Planning and follow-up meetings with decisions and tasks."),
    Rule("issue_next", "R4", "Challenges are kept as an issue list (open, owner, next step, closed)."),
    Rule("unit_unknown", "R70", "Costs are borne by the participants' own units."),
    Rule("stay", "R11", "Contact data of mentors in the bank: until withdrawn, asked yearly (trust 4.2)."),
)

NOT_IN_THE_STORY = {
    "offer": "recruitment is over when the simulated programme begins",
    "reply": "recruitment",
    "application": "recruitment",
    "interview": "recruitment",
    "decision": "recruitment",
    "criterion": "everybody's criteria are met or excepted at approval",
    "places": "nobody is left without a place",
    "not_worth_meeting": "nobody shares the answer at check-out",
    "reminder": "as a task of the team",
    "invitation": "nobody is invited in writing: tests/actions/test_inviting.py has its rule",
    "loan_overdue": "nothing is lent: tests/actions/test_library.py has its rule",
    "request_open": "nobody asks for material: tests/actions/test_library.py has its rule",
    "stay_reply": "mentors answer on the day on which they are asked",
}

ONLY_IN_NU = frozenset({"minimum", "third_meeting"})  # where a Norwegian cohort cannot break it
