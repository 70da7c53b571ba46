"""What a person's own report calls the tables, columns and values of the file; an unknown column goes by its key."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from mentordesk.domain.alert_steps import LADDER_STEP_NAMES
from mentordesk.domain.applications import ORIGIN_NAMES
from mentordesk.domain.criteria import PAPER_NAMES
from mentordesk.domain.fields import ChoiceField
from mentordesk.domain.goals import GOAL_STATUS_NAMES
from mentordesk.domain.letter_ways import LETTER_WAY_NAMES
from mentordesk.domain.meetings import KINDS, Attendance, InviteAnswer, MeetingStatus
from mentordesk.domain.pairs import ENDING_NAMES, FIT_NAMES, PAIR_STATUS_NAMES
from mentordesk.domain.people import ALL_FIELDS, ROLE_NAMES, STATUS_NAMES
from mentordesk.domain.programmes import MODE_NAMES
from mentordesk.domain.recruiting import OFFER_ANSWER_NAMES, REFERRAL_OUTCOME_NAMES
from mentordesk.domain.talks import COLLABORATION_NAMES, TALK_CHALLENGES_NAMES, TALK_GOALS_NAMES
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.i18n.message import Message, Sayable, msg, pmsg

_Word = TypeVar("_Word", bound=StrEnum)
_LANGUAGES = {known.code.value: known.own_name for known in LANGUAGES}

TABLE_NAMES: Mapping[str, Message] = {
    "person": msg("Person"),
    "mentor": msg("Place in the mentor bank"),
    "participation": msg("Part in programmes"),
    "status_step": msg("Steps on the way, with days and reasons"),
    "application": msg("Application"),
    "attachment": msg("Attached files"),
    "paper": msg("Papers"),
    "criterion_note": msg("Requirements"),
    "interview": msg("Interviews"),
    "interview_answer": msg("Answers in interviews"),
    "rating": msg("Ratings"),
    "wish": msg("Wishes"),
    "chemistry": msg("How a pair was thought to get on"),
    "dependence": msg("Positions of dependence"),
    "no_match": msg("Decisions not to match"),
    "new_manager_notice": msg("Notice of a new manager"),
    "introduction_done": msg("Introduction"),
    "referral": msg("Referrals"),
    "letter": msg("Letters"),
    "scenario_pair": msg("Pairs in plans"),
    "scenario_veto": msg("Kept apart in plans"),
    "pair": msg("Pairs"),
    "pair_decision": msg("Decisions on pairs"),
    "pair_hold": msg("Rests of pairs"),
    "pair_substitute": msg("Substitutes"),
    "meeting": msg("Meetings"),
    "meeting_day": msg("Days of meetings"),
    "attendance": msg("Attendance"),
    "logbook_entry": msg("Conversations"),
    "invitation": msg("Invitations to meetings"),
    "agenda_item": msg("Programmes of meetings"),
    "agenda_speaker": msg("Speakers at meetings"),
    "meeting_group": msg("Groups at meetings"),
    "group_member": msg("Places in groups"),
    "goal": msg("Goals"),
    "goal_document": msg("Goal documents"),
    "goal_step": msg("How goals have stood"),
    "pair_talk": msg("Talks with the programme manager"),
    "experience": msg("Experiences that may be used"),
    "issue": msg("Issues"),
    "team_decision": msg("Decisions of the team"),
    "team_task": msg("Tasks of the team"),
    "alert_snooze": msg("Put off on the start page"),
    "alert_step": msg("Steps taken about a delay"),
    "fit": msg("Answers on how the pair fits"),
    "fit_question": msg("Questions on how the pair fits"),
    "consent": msg("Consents to share"),
    "shared_text": msg("Shared texts"),
    "shared_topic": msg("Shared topics"),
    "check_out": msg("Answers at the end of a conversation"),
    "document": msg("Printed papers"),
    "loan": msg("Material that was handed out"),
    "material_request": msg("Requests for material and training"),
    "returned_form": msg("Forms that came back"),
    "survey_answer": msg("Answers without a name"),
}
COLUMN_NAMES: Mapping[str, Sayable] = {
    **{field.key: field.title for field in ALL_FIELDS},
    "unit_id": msg("Unit"),
    "programme_id": msg("Programme"),
    "scenario_id": msg("Plan"),
    "channel_id": msg("Heard of it through"),
    "heard_of": msg("Heard of it through"),
    "line_manager_id": msg("Line manager"),
    "participation_id": msg("Participant"),
    "person_id": msg("Participant"),
    "other_id": msg("With"),
    "mentee_id": msg("Mentee"),
    "mentor_id": msg("Mentor"),
    "appointing_manager_id": msg("Appointed by"),
    "appointing_manager": msg("Appointed by"),
    "status": msg("Status"),
    "since": msg("Since"),
    "reached_on": msg("Reached on"),
    "decided_by": msg("Decided by"),
    "decided_on": msg("Decided on"),
    "reason": msg("Reason"),
    "received": msg("Received"),
    "received_on": msg("Received on"),
    "asked_by": msg("Asked for by"),
    "asked_on": msg("Asked on"),
    "answered_on": msg("Answered on"),
    "answer": msg("Answer"),
    "value": msg("Answer"),
    "origin": msg("How it came"),
    "letter": msg("Letter"),
    "informed_on": msg("Informed on"),
    "file_name": msg("File"),
    "size": msg("Bytes"),
    "added_on": msg("Added on"),
    "added_by": msg("Added by"),
    "kind": msg("Kind"),
    "criterion": msg("Requirement"),
    "evidence": msg("What shows it"),
    "exception_reason": msg("Reason for the exception"),
    "exception_by": msg("Exception made by"),
    "exception_on": msg("Exception made on"),
    "held_on": msg("Held on"),
    "interviewer": msg("Interviewer"),
    "rating_key": msg("What was rated"),
    "points": msg("Points"),
    "rank": msg("Rank"),
    "waiting_rank": msg("Place on the waiting list"),
    "responsibility": msg("Responsibility"),
    "restricted_on": msg("Restricted on"),
    "restricted_reason": msg("Why the data are restricted"),
    "joined_on": msg("Joined on"),
    "left_on": msg("Left on"),
    "stay_asked_on": msg("Asked whether they stay"),
    "stay_confirmed_on": msg("Said that they stay"),
    "recorded_on": msg("Recorded on"),
    "approved_on": msg("Approved on"),
    "signed_on": msg("Signed on"),
    "began_on": msg("Began on"),
    "ended_on": msg("Ended on"),
    "ending": msg("Why it ended"),
    "from_on": msg("From"),
    "until_on": msg("Until"),
    "due_on": msg("Due on"),
    "made_at": msg("Made on"),
    "starts_at": msg("From"),
    "ends_at": msg("Until"),
    "minutes": msg("Minutes"),
    "mode": msg("Way of meeting"),
    "text": msg("Text"),
    "topic": msg("Topic"),
    "item": msg("What"),
    "given_on": msg("Given on"),
    "revoked_on": msg("Revoked on"),
    "number": msg("Number"),
    "day": msg("Day"),
    "to_programme": msg("To the programme"),
    "referred_on": msg("Referred on"),
    "referred_by": msg("Referred by"),
    "outcome": msg("Outcome"),
    "outcome_on": msg("Outcome known on"),
    "known_on": msg("Known on"),
    "takes_office_on": msg("Takes office on"),
    "offered_on": msg("Offered on"),
    "done_on": msg("Done on"),
    "noted_on": msg("Noted on"),
    "paper": msg("Paper"),
    "question_key": msg("Question"),
    "waits": msg("Waits for the next round"),
    "taken_back_by": msg("Taken back by"),
    "taken_back_on": msg("Taken back on"),
    "locked": msg("Locked"),
    "new_mentor_wanted": msg("A new mentor is wanted"),
    "rhythm_days": msg("Days between conversations"),
    "length_minutes": msg("Minutes of a conversation"),
    "goals_shared": msg("Goals are shared"),
    "mentee_agreed_on": msg("The mentee agreed on"),
    "mentor_agreed_on": msg("The mentor agreed on"),
    "mentee_evaluated": msg("The mentee evaluated"),
    "mentor_evaluated": msg("The mentor evaluated"),
    "lessons_summed_up": msg("Lessons summed up"),
    "contact_continues": msg("They stay in contact"),
    "rule": msg("Rule"),
    "due": msg("Reason for the rest"),
    "resumed_on": msg("Resumed on"),
    "topic_sent": msg("Topics sent beforehand"),
    "summary_written": msg("Summary written"),
    "set_on": msg("Set on"),
    "side": msg("Whose answer"),
    "after_meeting": msg("After conversation number"),
    "wants_to_talk": msg("Wants to talk"),
    "worth_meeting_again": msg("Worth meeting again"),
    "languages": msg("Languages"),
    "pages": msg("Pages"),
    "veto": msg("Not together"),
    "attendance": msg("Attendance"),
    "name": msg("Name"),
    "followed_up_on": msg("Followed up on"),
    "prepared_on": msg("Prepared on"),
    "invited_on": msg("Invited on"),
    "answered_at": msg("Answered on"),
    "extra": msg("Invited beyond those it is for"),
    "left_out": msg("Not invited"),
    "held": msg("Put there by hand"),
    "room": msg("Room"),
    "note": msg("Note"),
    "version": msg("Version"),
    "agreed_on": msg("Agreed on"),
    "mid_seen_on": msg("Looked at halfway on"),
    "closed_on": msg("Closed on"),
    "next_review_on": msg("Next review on"),
    "goals": msg("Goals"),
    "collaboration": msg("The collaboration"),
    "challenges": msg("Challenges"),
    "next_on": msg("Next on"),
    "next_step": msg("Next step"),
    "owner_id": msg("Owner"),
    "opened_on": msg("Opened on"),
    "withdrawn_on": msg("Withdrawn on"),
    "set_by": msg("Put off by"),
    "lifted_on": msg("Ended on"),
    "step": msg("Step"),
    "taken_on": msg("Done on"),
    "taken_by": msg("Done by"),
    "item_id": msg("What"),
    "copy": pmsg("of a book", "Copy"),
    "handed_on": msg("Handed out on"),
    "returned_on": msg("Returned on"),
    "wanted": msg("Asked for"),
    "taken": msg("Answers taken"),
    "way": msg("How it was written"),
    "sent_on": msg("Sent on"),
}
UNTOLD = frozenset(
    {
        *("sequence", "changed_at", "audience", "setting", "semester", "sha256", "ending_asked_by"),
        *("days_ever", "pinned", "sequence_sent", "begins_after", "alert", "about"),
        *("digest", "survey", "moment", "code", "scores", "words"),
    }
)
"""Columns that are for the program and not for a reader; the file for machines has them."""

_MEETING_STATUSES: Mapping[StrEnum, Message] = {
    MeetingStatus.PLANNED: msg("planned"),
    MeetingStatus.HELD: msg("held"),
    MeetingStatus.CANCELLED: msg("cancelled"),
}
_INVITE_ANSWERS: Mapping[StrEnum, Message] = {
    InviteAnswer.ACCEPTED: msg("accepted"),
    InviteAnswer.TENTATIVE: msg("perhaps"),
    InviteAnswer.DECLINED: msg("declined"),
}
_ATTENDANCES: Mapping[StrEnum, Message] = {Attendance.PRESENT: msg("present"), Attendance.ABSENT: msg("absent")}


def _words(names: Mapping[_Word, Message]) -> Mapping[str, Message]:
    return {key.value: name for key, name in names.items()}


_VALUES: Mapping[tuple[str, str], Mapping[str, Message]] = {
    ("participation", "status"): _words(STATUS_NAMES),
    ("participation", "role"): _words(ROLE_NAMES),
    ("status_step", "status"): _words(STATUS_NAMES),
    ("pair", "status"): _words(PAIR_STATUS_NAMES),
    ("pair", "ending"): _words(ENDING_NAMES),
    ("pair", "mode"): _words(MODE_NAMES),
    ("logbook_entry", "mode"): _words(MODE_NAMES),
    ("meeting", "mode"): _words(MODE_NAMES),
    ("meeting", "status"): _words(_MEETING_STATUSES),
    ("meeting", "kind"): {kind.key: kind.title for kind in KINDS},
    ("attendance", "attendance"): _words(_ATTENDANCES),
    ("goal", "status"): _words(GOAL_STATUS_NAMES),
    ("goal_step", "status"): _words(GOAL_STATUS_NAMES),
    ("pair_talk", "goals"): _words(TALK_GOALS_NAMES),
    ("pair_talk", "collaboration"): _words(COLLABORATION_NAMES),
    ("pair_talk", "challenges"): _words(TALK_CHALLENGES_NAMES),
    ("alert_step", "step"): _words(LADDER_STEP_NAMES),
    ("invitation", "answer"): _words(_INVITE_ANSWERS),
    ("fit", "value"): _words(FIT_NAMES),
    ("paper", "kind"): _words(PAPER_NAMES),
    ("attachment", "paper"): _words(PAPER_NAMES),
    ("application", "origin"): _words(ORIGIN_NAMES),
    ("new_manager_notice", "answer"): _words(OFFER_ANSWER_NAMES),
    ("letter", "way"): _words(LETTER_WAY_NAMES),
    ("referral", "outcome"): _words(REFERRAL_OUTCOME_NAMES),
    **{
        (field.home.value, field.key): {option.value: label for option, label, _ in field.choices.options}
        for field in ALL_FIELDS
        if isinstance(field, ChoiceField)
    },
}


def value_name(table: str, column: str, value: str) -> Message | str:
    """The value itself where it is what somebody wrote."""
    if column == "language" and value in _LANGUAGES:
        return _LANGUAGES[value]
    return _VALUES.get((table, column), {}).get(value, value)
