"""What is kept of whoever takes part, in groups that a person understands (GDPR 13, 14), and what is said of each.

Which tables a group holds stands here; which classes their columns are of, the schema says itself. A table that can
be followed to a person and is in no group fails tests/facts/test_personal_data.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentordesk.domain.legal_form import LegalForm
from mentordesk.domain.privacy import PrivacyClass
from mentordesk.domain.programmes import Country
from mentordesk.i18n.message import Message, msg


@dataclass(frozen=True, slots=True)
class DataGroup:
    key: str
    title: Message
    what: Message
    why: Message
    tables: frozenset[str]


def _tables(names: str) -> frozenset[str]:
    return frozenset(names.split())


GROUPS: tuple[DataGroup, ...] = (
    DataGroup(
        "who-you-are",
        msg("Who you are"),
        msg("Name, e-mail, phone, unit, title, your line manager, your experience as a leader, your languages."),
        msg("To reach you, and to find somebody who fits."),
        _tables("person mentor participation"),
    ),
    DataGroup(
        "application",
        msg("Your way into the programme"),
        msg(
            "Application with letter and confirmation, files that you sent, requirements and papers, decisions with"
            " their days, wishes, where you heard of it, a referral to another programme."
        ),
        msg("To choose who takes part, and to answer everybody."),
        _tables(
            "application status_step attachment attachment_content paper criterion_note wish new_manager_notice"
            " introduction_done referral"
        ),
    ),
    DataGroup(
        "interview",
        msg("Interviews"),
        msg("That one was held, what was answered, ratings with what shows them, how two might get on."),
        msg("To match on what matters, not on guesses."),
        _tables("interview interview_answer rating chemistry"),
    ),
    DataGroup(
        "matching",
        msg("Matching"),
        msg("Positions of dependence, who was thought of for whom, what was decided, and why."),
        msg("To find pairs, and to be able to say how they came about."),
        _tables("dependence scenario_pair scenario_veto no_match pair_decision"),
    ),
    DataGroup(
        "pair",
        msg("Your pair"),
        msg(
            "Who your mentor or mentee is, days from contract to end, rests, substitutes, how you say that it works,"
            " talks with the programme manager as answers from a list."
        ),
        msg("To support the collaboration, and to help when it does not work."),
        _tables("pair pair_hold pair_substitute fit fit_question pair_talk"),
    ),
    DataGroup(
        "conversations",
        msg("Your conversations"),
        msg("Only what stands in the list below; a topic or a text only if the mentee shares it, until taken back."),
        msg("To see that conversations take place."),
        _tables("logbook_entry consent shared_topic shared_text check_out"),
    ),
    DataGroup(
        "goals",
        msg("Goals"),
        msg("How many there are, by when, and how they stand; their words only if the pair shares them."),
        msg("To follow up what the programme is for."),
        _tables("goal goal_document goal_step"),
    ),
    DataGroup(
        "meetings",
        msg("Meetings"),
        msg("What you are invited to, your answer, when you were there, your group, what you speak about."),
        msg("To plan joint meetings, and to certify that you took part."),
        _tables("meeting meeting_day attendance invitation agenda_item agenda_speaker meeting_group group_member"),
    ),
    DataGroup(
        "team",
        msg("The team's work"),
        msg(
            "Tasks and issues that concern you, what the team decided about them, reminders, an experience that you"
            " both let be used."
        ),
        msg("So that nothing that was promised is forgotten."),
        _tables("issue team_decision team_task experience alert_snooze alert_step"),
    ),
    DataGroup(
        "papers",
        msg("Papers and material"),
        msg("Which papers and letters were made for you, forms that came back, what you were lent or asked for."),
        msg("To know what you got, and what is still missing."),
        _tables("document letter returned_form loan material_request"),
    ),
    DataGroup(
        "surveys",
        msg("Surveys"),
        msg("Your answers without your name; nothing leads from them back to you. They are shown for groups only."),
        msg("To make the programme better."),
        _tables("survey_answer"),
    ),
)

WHO_SEES: Mapping[PrivacyClass, Message] = {
    PrivacyClass.K0: msg("Seen by the programme team and by those who meet you"),
    PrivacyClass.K1: msg("Seen by the programme team"),
    PrivacyClass.K2: msg("Seen by the programme team, never by your manager or employer"),
}
"""By the highest class of a group's columns."""
OPEN = msg("Your name, unit and work contact are also seen by your pair and by others at joint meetings.")

LEGAL_BASIS: Mapping[LegalForm, Message] = {
    LegalForm.PRIVATE: msg(
        "We keep them because we have a legitimate interest in running the programme that you apply for or take part"
        " in (GDPR article 6(1)(f))."
    ),
    LegalForm.NORWEGIAN_PUBLIC: msg(
        "We keep them because developing leaders is a task in the public interest that is ours (GDPR article 6(1)(e)"
        "). Rules on public archives may ask us to keep some of them for longer."
    ),
    LegalForm.SWEDISH_PUBLIC: msg(
        "We keep them because developing leaders is a task in the public interest that is ours (GDPR article 6(1)(e)"
        "). What we hold may be a public document: it can be asked for, and is given out only where no secrecy stands"
        " against it."
    ),
}
CONSENT = msg(
    "What a pair shares of its conversations and goals, it shares by consent (GDPR article 6(1)(a)). The consent can be"
    " taken back at any time; then what was shared is erased."
)

AUTHORITY: Mapping[Country, Message] = {
    Country.NORWAY: msg("Datatilsynet (datatilsynet.no)"),
    Country.SWEDEN: msg("Integritetsskyddsmyndigheten (imy.se)"),
}

SOURCES = (
    msg("From yourself: application, interview, forms and conversations with the team."),
    msg("From your employer: confirmation, unit, line manager, and that you are newly appointed."),
    msg("From the programme: meetings, decisions, and what was made for you."),
)
RIGHTS = (
    msg("See all that is kept of you, and get it on paper and as a file."),
    msg("Have mistakes put right."),
    msg("Have data erased that are not needed any more, as far as no archive law asks us to keep them."),
    msg("Have their use restricted while something is being cleared up."),
    msg("Object to our keeping them, and take back a consent."),
)
NO_MACHINE = msg(
    "The program proposes who could fit whom, by what you and your mentor told. People decide, and can tell you why. No"
    " sex, age, origin, health or belief is asked for or used."
)
AT_HOME = msg(
    "Everything lies in one file with the programme team. It is not sold, not sent to other countries, and given to"
    " nobody outside but the suppliers who take care of the organisation's computers."
)
RESEARCH = msg("If the programme is studied, you are asked first, and told separately what the study keeps.")
NEVER_KEPT = msg("What is said in conversations is not kept. Logbooks and notes stay with the pair.")
