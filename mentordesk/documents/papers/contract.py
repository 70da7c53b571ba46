"""The cooperation contract of mentee, mentor and programme: what the query fetches for it, and how it is composed.

Every figure, name and date comes with the content, for programmes differ on nearly all of them; sentences that
hold for all are points in domain/ground_rules.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.documents.blocks import (
    Block,
    Bullets,
    Choice,
    Columns,
    Days,
    Document,
    Fact,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Said,
    Signature,
    Signatures,
    Table,
    Title,
    Together,
    Writing,
)
from mentordesk.documents.papers.costs import costs
from mentordesk.documents.papers.parties import Contact, Party, pair_paper
from mentordesk.documents.papers.phrases import how_long, how_often, rhythm_of, where, who_begins
from mentordesk.domain import ground_rules
from mentordesk.domain.checklists import Point
from mentordesk.domain.logbooks import KEPT
from mentordesk.domain.people import ROLE_NAMES, Role
from mentordesk.domain.programmes import ConversationRule, CostRule, Mode, Signer
from mentordesk.i18n.message import Listed, Message, Sayable, msg

CONTRACT_TITLE = msg("Cooperation contract")
_YES, _NO = msg("Yes"), msg("No")


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the pair itself agreed on (R42); what is left out is written by hand."""

    mode: Mode | None = None
    place: str = ""
    rhythm_days: int | None = None
    length_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class JointMeeting:
    title: Sayable | str
    first: date | None = None
    last: date | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractContent:
    """All that a contract of one pair says; what is None or empty is left out, or left open for a pen."""

    letterhead: Letterhead
    mentee: Party
    mentor: Party
    made_on: date
    starts_on: date | None = None
    ends_on: date | None = None
    purposes: tuple[Sayable, ...] = ()
    values: tuple[Sayable, ...] = ()
    conversations: ConversationRule | None = None
    agreed: Agreed = Agreed()
    own_rules: tuple[str, ...] = ()
    joint_meetings: tuple[JointMeeting, ...] = ()
    cost_rule: CostRule | None = None
    mentor_retired: bool = False
    coordinator: Contact | None = None
    signers: tuple[Signer, ...] = ()  # for the programme, beside the pair
    goals_shared: bool | None = None  # None: to be ticked
    check_out_shared: bool | None = None


def contract(content: ContractContent) -> Document:
    """The contract as blocks."""
    return pair_paper(CONTRACT_TITLE, content, _blocks(content))


def _blocks(content: ContractContent) -> Iterator[Block]:
    mentee, mentor = content.mentee.name, content.mentor.name
    named = msg("between {mentee} and {mentor}", mentee=mentee, mentor=mentor) if mentee and mentor else ""
    yield Title(CONTRACT_TITLE, named)
    yield Facts(tuple(_facts(content)))
    yield from _purpose(content)
    yield Heading(msg("Our roles"))
    yield Columns(_role(ground_rules.THE_MENTEE), _role(ground_rules.THE_MENTOR))
    yield from _conversations(content)
    yield from _rules(content)
    yield from _joint_meetings(content.joint_meetings)
    yield from _privacy(content)
    yield Together(  # nobody signs a page that says nothing
        (
            *_costs_and_ending(content),
            Heading(msg("We agree on this")),
            Signatures(tuple(_signatures(content))),
        )
    )


def _facts(content: ContractContent) -> Iterator[Fact]:
    yield content.mentee.fact(Role.MENTEE)
    yield content.mentor.fact(Role.MENTOR)
    rule = content.conversations
    # Beside the coordinator it is a line under the period; without one it has the place to itself.
    begins = (who_begins(rule.first_contact),) if rule and content.coordinator else ()
    if content.starts_on and content.ends_on:
        yield Fact(msg("Period"), (Days(content.starts_on, content.ends_on), *begins))
    elif content.starts_on:
        yield Fact(msg("Begins"), (content.starts_on, *begins))
    if content.coordinator:
        yield content.coordinator.fact()
    elif rule:
        yield Fact(msg("First contact"), (ROLE_NAMES[rule.first_contact],))


def _purpose(content: ContractContent) -> Iterator[Block]:
    if not content.purposes and not content.values:
        return
    yield Heading(msg("What the programme is for"))
    if len(content.purposes) == 1:
        yield Paragraph(content.purposes[0])
    elif content.purposes:
        yield Bullets(content.purposes)
    if content.values:
        yield Paragraph(msg("Our cooperation builds on {values}.", values=Listed(content.values)))


def _role(heading: Message) -> tuple[Block, ...]:
    points = tuple(point.sentence for point in ground_rules.ROLES if point.heading == heading)
    return Heading(heading, 3), Bullets(points)


def _conversations(content: ContractContent) -> Iterator[Block]:
    names = (msg("Where"), msg("How often"), msg("How long"))
    columns: list[tuple[Said, tuple[Said, ...], float]] = [(msg("Conversations"), names, 0.16)]
    if content.conversations:
        columns.append((msg("What the programme asks for"), _asked(content.conversations), 0.46))
    ours = 1 - sum(share for _, _, share in columns)
    columns.append((msg("What the two of us agree"), _agreed(content.agreed), ours))
    head, cells, shares = zip(*columns, strict=True)
    yield Heading(msg("Our conversations"))
    yield Table(head, tuple(zip(*cells, strict=True)), shares, named_rows=True)


def _asked(rule: ConversationRule) -> tuple[Said, ...]:
    form = where(rule.mode, neutral=rule.neutral_place)
    return form, rhythm_of(rule), msg("{length}, part of it for one theme", length=how_long(rule.length_minutes))


def _agreed(own: Agreed) -> tuple[Said, ...]:
    """As the rows of what the programme asks; "" is left open."""
    return (
        where(own.mode, own.place) if own.mode else own.place,
        how_often(own.rhythm_days) if own.rhythm_days else "",
        how_long(own.length_minutes) if own.length_minutes else "",
    )


def _rules(content: ContractContent) -> Iterator[Block]:
    yield Heading(ground_rules.GROUND_RULES)
    yield Bullets((*_sentences(ground_rules.RULES), *content.own_rules))
    yield Writing(2, (msg("Our own ground rules"),))


def _joint_meetings(meetings: Sequence[JointMeeting]) -> Iterator[Block]:
    if meetings:
        yield Heading(msg("Our joint meetings"))
        yield meetings_table(meetings)


def meetings_table(meetings: Sequence[JointMeeting]) -> Table:
    """When and where each of them is."""
    rows = tuple((meeting.title, _days(meeting), meeting.place or "–") for meeting in meetings)
    return Table((msg("Joint meeting"), msg("When"), msg("Where")), rows, (0.42, 0.33, 0.25), named_rows=True)


def _days(meeting: JointMeeting) -> Said:
    if meeting.first is None:
        return msg("To be announced")
    return Days(meeting.first, meeting.last or meeting.first)


def _costs_and_ending(content: ContractContent) -> Iterator[Block]:
    ending = (Heading(ground_rules.ENDING), Paragraph(ground_rules.STOPPING.sentence))
    if content.cost_rule is None:
        yield from ending
    else:
        borne = costs(content.cost_rule, mentor_retired=content.mentor_retired)
        yield Columns((Heading(msg("Costs")), Paragraph(borne)), ending)


def _privacy(content: ContractContent) -> Iterator[Block]:
    yield Heading(ground_rules.PRIVACY)
    yield Paragraph(
        msg("The logbook belongs to the two of us. Of each conversation the coordinator's file holds only:"), leads=True
    )
    yield Columns(*_halves(tuple(fact.title for fact in KEPT)))
    yield Paragraph(ground_rules.CONSENT.sentence)
    yield _shared(ground_rules.GOALS_SHARED, content.goals_shared)
    yield _shared(ground_rules.CHECK_OUT_SHARED, content.check_out_shared)


def _halves(items: tuple[Message, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Two lists of about the same length in words."""
    lengths = [len(item.text) for item in items]
    middle = min(range(len(items)), key=lambda i: abs(sum(lengths[:i]) - sum(lengths[i:])))
    return (Bullets(items[:middle]),), (Bullets(items[middle:]),)


def _shared(point: Point, shared: bool | None) -> Choice:
    return Choice(point.sentence, (_YES, _NO), None if shared is None else int(not shared))


def _signatures(content: ContractContent) -> Iterator[Signature]:
    yield Signature(content.mentee.name, ROLE_NAMES[Role.MENTEE])
    yield Signature(content.mentor.name, ROLE_NAMES[Role.MENTOR])
    for signer in content.signers:
        yield Signature(signer.name, signer.title)


def _sentences(points: Sequence[Point]) -> tuple[Message, ...]:
    return tuple(point.sentence for point in points)
