"""Contents of papers as the programmes would fill them: full, as little as possible, and unwieldy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.papers.checklist import ChecklistContent
from mentordesk.documents.papers.contract import Agreed, ContractContent, JointMeeting
from mentordesk.documents.papers.conversation_sheet import ConversationSheetContent
from mentordesk.documents.papers.goal_document import GoalDocumentContent, GoalLine
from mentordesk.documents.papers.logbook import LogbookContent
from mentordesk.documents.papers.parties import Contact, Party
from mentordesk.documents.papers.talk_sheet import TalkSheetContent
from mentordesk.domain.goal_life import DocumentDays
from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import ConversationRule, CostRule, Mode, Signer
from mentordesk.i18n.message import Wording

NNO = ContractContent(
    letterhead=Letterhead("Norsk Sykepleierforbund", "Mentorprogram for sykepleierledere 2027–2028"),
    mentee=Party("Åse Ødegård", "Seksjonsleder", "Psykisk helse, Ringerike sykehus"),
    mentor=Party("Čáhppe Ŋilas", "Klinikksjef", "Rus og avhengighet, Finnmarkssykehuset"),
    made_on=date(2026, 11, 22),
    starts_on=date(2027, 1, 18),
    ends_on=date(2028, 6, 14),
    purposes=(
        Wording(
            "Støtte utviklingen og motivasjonen til sykepleiere som leder.",
            "Stödja utveckling och motivation hos sjuksköterskor som är chefer.",
            "Support the development and motivation of nurses who lead.",
        ),
        Wording(
            "Bidra til å rekruttere og beholde dyktige ledere i helsetjenesten.",
            "Bidra till att rekrytera och behålla kompetenta chefer i vården.",
            "Help recruit and keep competent leaders in the health service.",
        ),
    ),
    values=(
        Wording("saklighet", "saklighet", "objectivity"),
        Wording("ansvar", "ansvar", "responsibility"),
        Wording("ærlighet", "ärlighet", "honesty"),
        Wording("tillit", "tillit", "trust"),
        Wording("fortrolighet", "förtrolighet", "confidentiality"),
    ),
    conversations=ConversationRule(Mode.DIGITAL, 21, 60, 18, Role.MENTEE, time(9)),
    joint_meetings=(
        JointMeeting(
            Wording("Oppstartssamling", "Uppstartsträff", "Start-up meeting"),
            date(2027, 1, 18),
            date(2027, 1, 19),
            "Oslo",
        ),
        JointMeeting(Wording("Midtveissamling", "Halvtidsträff", "Mid-term meeting"), date(2027, 10, 4), None, "Oslo"),
        JointMeeting(
            Wording("Avslutningssamling", "Avslutningsträff", "Closing meeting"),
            date(2028, 5, 31),
            date(2028, 6, 1),
            "Oslo",
        ),
    ),
    cost_rule=CostRule.OWN_UNITS,
    coordinator=Contact("Mette Dalby", "mette.dalby@nno.example", "22 04 33 04"),
    signers=(Signer(Wording("Programleder", "Programledare", "Programme leader"), "Mette Dalby"),),
)
NU = ContractContent(
    letterhead=Letterhead("NU-sjukvården", "Mentorprogram för nya chefer", "#7A1F5C"),
    mentee=Party("Sofia Öberg", "Enhetschef", "Akutmottagningen, NÄL"),
    mentor=Party("Göran Sjö", "Verksamhetschef", "Ortopedi, Uddevalla sjukhus"),
    made_on=date(2026, 11, 22),
    starts_on=date(2026, 12, 1),
    ends_on=date(2027, 11, 30),
    purposes=(
        Wording("Personlig og faglig utvikling.", "Personlig och professionell utveckling.", "Personal growth."),
        Wording("Læring og støtte.", "Lärande och stöd.", "Learning and support."),
        Wording("Nye impulser for begge.", "Nya impulser för båda.", "New impulses for both."),
    ),
    conversations=ConversationRule(Mode.PHYSICAL, 30, 120, 6, Role.MENTOR, time(13), True, dense=4, later_days=60),
    agreed=Agreed(Mode.PHYSICAL, "biblioteket, Trollhättan", 35, 90),
    own_rules=("Vi stänger av telefonerna.",),
    cost_rule=CostRule.OWN_UNITS,
    mentor_retired=True,
    coordinator=Contact("Karin Ek, HR", "karin.ek@nu.example"),
    signers=(Signer(Wording.everywhere("HR"), "Karin Ek"),),
    goals_shared=True,
    check_out_shared=False,
)
LEAST = ContractContent(letterhead=Letterhead("", ""), mentee=Party(""), mentor=Party(""), made_on=date(2026, 11, 22))
_LONG = "Anna-Karin Margareta " * 9 + "von Ödeshög"
LONG = replace(
    NNO,
    mentee=Party(_LONG[:200], "Avdelingssykepleier og fungerende seksjonsleder " * 3, "Klinikk for psykisk helse " * 6),
    mentor=Party("Ødegård-Østensjø" * 12, "Klinikksjef", "x" * 200),
    letterhead=Letterhead("Helseforetakenes samarbeidsorgan for lederutvikling " * 3, "Program " * 25),
    own_rules=tuple(f"{i}: {'Vi sier fra når noe ikke stemmer. ' * 8}".strip() for i in range(12)),
)


def checklist_of(content: ContractContent) -> ChecklistContent:
    return ChecklistContent(
        letterhead=content.letterhead,
        mentee=content.mentee,
        mentor=content.mentor,
        made_on=content.made_on,
        coordinator=content.coordinator,
    )


def sheet_of(content: ContractContent) -> ConversationSheetContent:
    return ConversationSheetContent(
        letterhead=content.letterhead,
        mentee=content.mentee,
        mentor=content.mentor,
        made_on=content.made_on,
        coordinator=content.coordinator,
    )


def logbook_of(content: ContractContent, conversations: int = 3) -> LogbookContent:
    return LogbookContent(
        letterhead=content.letterhead,
        mentee=content.mentee,
        mentor=content.mentor,
        made_on=content.made_on,
        conversations=conversations,
    )


GOALS = (
    GoalLine(
        1,
        "Gi fra meg mer av det daglige",
        "To ettermiddager i uken uten avbrudd",
        date(2027, 6, 1),
        ((date(2027, 2, 1), GoalStatus.ON_THE_WAY), (date(2027, 5, 20), GoalStatus.REACHED)),
    ),
    GoalLine(2, due_on=date(2028, 2, 1)),
)


def goals_of(content: ContractContent) -> GoalDocumentContent:
    """Filled in where the pair has signers, blank in the emptiest."""
    filled = bool(content.signers)
    return GoalDocumentContent(
        letterhead=content.letterhead,
        mentee=content.mentee,
        mentor=content.mentor,
        made_on=content.made_on,
        goals=GOALS if filled else (),
        days=DocumentDays(date(2027, 2, 1)) if filled else DocumentDays(),
    )


def talk_of(content: ContractContent) -> TalkSheetContent:
    filled = bool(content.signers)
    return TalkSheetContent(
        letterhead=content.letterhead,
        mentee=content.mentee,
        mentor=content.mentor,
        made_on=content.made_on,
        coordinator=content.coordinator,
        talk_on=date(2027, 4, 26) if filled else None,
        goals=GOALS if filled else (),
    )
