"""Alerts on the way into a programme: being asked, applying, papers, interview, decision, and getting a mentor."""

from __future__ import annotations

from datetime import date, timedelta

from mentordesk.domain.alerts.notice import Alert, Notice, Urgency
from mentordesk.domain.alerts.views import ParticipantInView
from mentordesk.domain.criteria import Finding, Gate, Measure, Standing
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.programmes import Intake
from mentordesk.i18n.message import Listed, Message, msg, nmsg

# Whoever is in the programme or wants to be, and has neither left nor still to be asked.
TAKING_PART = frozenset(
    {
        ParticipationStatus.RECEIVED,
        ParticipationStatus.COMPLETE,
        ParticipationStatus.INTERVIEWED,
        ParticipationStatus.SELECTED,
        ParticipationStatus.WAITING,
    }
)
_CHOSEN = frozenset({ParticipationStatus.SELECTED, ParticipationStatus.WAITING})
_BEFORE = {
    Gate.SELECTION: msg("the selection"),
    Gate.MATCHING: msg("the matching"),
    Gate.START: msg("the start"),
}
_FIND_MENTOR = msg("Find a mentor")


def offer(person: ParticipantInView) -> Notice | None:
    """A new manager, as soon as HR knows of one; a mentor whom somebody suggested."""
    if person.status is not ParticipationStatus.SUGGESTED:
        return None
    limit = person.patience.offer
    urgency = Urgency.OVERDUE if _waited(person) > limit else Urgency.THIS_WEEK
    due = person.since + timedelta(limit)
    if person.role is Role.MENTEE:
        return Notice(
            urgency,
            msg("New manager, known since {day}: no mentor has been offered yet.", day=person.since),
            nmsg(
                "Whoever appoints a new manager is offered a mentor for the newcomer within {count} day.",
                "Whoever appoints a new manager is offered a mentor for the newcomer within {count} days.",
                limit,
            ),
            msg("Offer a mentor"),
            due,
        )
    return Notice(
        urgency,
        msg("Suggested as a mentor on {day} and not asked yet.", day=person.since),
        nmsg(
            "Whoever is suggested as a mentor is asked within {count} day.",
            "Whoever is suggested as a mentor is asked within {count} days.",
            limit,
        ),
        msg("Ask them to be a mentor"),
        due,
    )


def reply(person: ParticipantInView) -> Notice | None:
    if person.status is not ParticipationStatus.ASKED or not _waited(person):
        return None
    limit = person.patience.reply
    sentence = nmsg("Asked {count} day ago, no answer.", "Asked {count} days ago, no answer.", _waited(person))
    rule = nmsg(
        "Whoever is asked to take part is reminded after {count} day.",
        "Whoever is asked to take part is reminded after {count} days.",
        limit,
    )
    return _late(person, limit, sentence, rule, msg("Send a reminder"), before=Urgency.WAITING)


def application(person: ParticipantInView) -> Notice | None:
    if not _applies(person) or person.status is not ParticipationStatus.RECEIVED:
        return None
    limit = person.patience.application
    sentence = nmsg(
        "Application received {count} day ago, not answered.",
        "Application received {count} days ago, not answered.",
        _waited(person),
    )
    rule = nmsg(
        "An application is answered within {count} day.", "An application is answered within {count} days.", limit
    )
    return _late(person, limit, sentence, rule, msg("Answer the application"))


def interview(person: ParticipantInView) -> Notice | None:
    """Of mentors too: the programme manager meets everybody who may take part."""
    cohort = person.settings.intake is Intake.COHORT
    if not cohort or person.matched or person.interviewed or person.status is not ParticipationStatus.COMPLETE:
        return None
    limit = person.patience.interview
    sentence = nmsg(
        "Complete for {count} day, no interview.", "Complete for {count} days, no interview.", _waited(person)
    )
    rule = nmsg(
        "Everybody who may take part is interviewed, within {count} day.",
        "Everybody who may take part is interviewed, within {count} days.",
        limit,
    )
    return _late(person, limit, sentence, rule, msg("Plan the interview"))


def decision(person: ParticipantInView) -> Notice | None:
    if not _applies(person) or person.status is not ParticipationStatus.INTERVIEWED:
        return None
    limit = person.patience.decision
    sentence = nmsg(
        "Interviewed {count} day ago, not decided.", "Interviewed {count} days ago, not decided.", _waited(person)
    )
    rule = nmsg(
        "The team selects by the criteria within {count} day of the interview.",
        "The team selects by the criteria within {count} days of the interview.",
        limit,
    )
    return _late(person, limit, sentence, rule, msg("Decide"))


def papers(person: ParticipantInView) -> Notice | None:
    """Overdue once one was refused or its day has passed; what was excepted is not missing (R22)."""
    missing = missing_papers(person)
    if not missing:
        return None
    gate = next(gate for gate in Gate if any(finding.criterion.gate is gate for finding in missing))
    late = any(finding.standing is Standing.NOT_MET for finding in missing)
    wanted = {finding.criterion.paper for finding in missing}
    asked = [day for paper, day in person.asked_by.items() if paper in wanted]
    titles = Listed(tuple(finding.criterion.title for finding in missing))
    return Notice(
        Urgency.OVERDUE if late else Urgency.WAITING,
        msg("Missing before {gate}: {papers}.", gate=_BEFORE[gate], papers=titles),
        msg("What the programme asks for is there before {gate}, or excepted with a reason.", gate=_BEFORE[gate]),
        msg("Ask for what is missing"),
        min(asked, default=None),
    )


def without_mentor(person: ParticipantInView) -> Notice | None:
    """In a cohort the start is the day; one at a time, so many days after joining."""
    if person.role is not Role.MENTEE or person.matched or person.wants_no_mentor:
        return None
    if person.new_mentor_since is not None:
        return _another_mentor(person, person.new_mentor_since)
    if person.settings.intake is Intake.COHORT:
        return _cohort_without_mentor(person)
    if person.status not in TAKING_PART:
        return None
    limit = person.patience.mentor
    return Notice(
        Urgency.OVERDUE if _waited(person) > limit else Urgency.THIS_WEEK,
        msg("Without a mentor since {day}.", day=person.since),
        nmsg(
            "A new manager has a mentor within {count} day.", "A new manager has a mentor within {count} days.", limit
        ),
        _FIND_MENTOR,
        person.since + timedelta(limit),
    )


def missing_papers(person: ParticipantInView) -> tuple[Finding, ...]:
    """Papers that should be in by now and are not."""
    return tuple(finding for finding in unanswered(person) if finding.criterion.measure is Measure.PAPER)


def unanswered(person: ParticipantInView) -> tuple[Finding, ...]:
    """Criteria unknown or not met, neither excepted nor of a gate that lies further ahead."""
    if person.status not in TAKING_PART:
        return ()
    gates = _gates(person)
    return tuple(
        finding
        for finding in person.findings
        if finding.standing is not Standing.MET
        and finding.criterion.gate in gates
        and finding.criterion.key not in person.excepted
    )


def _another_mentor(person: ParticipantInView, since: date) -> Notice:
    limit = person.patience.mentor
    due = since + timedelta(limit)
    return Notice(
        Urgency.OVERDUE if person.today > due else Urgency.THIS_WEEK,
        msg("The pair ended on {day}, and a new mentor is wanted.", day=since),
        nmsg(
            "Whoever wants a new mentor has one within {count} day.",
            "Whoever wants a new mentor has one within {count} days.",
            limit,
        ),
        _FIND_MENTOR,
        due,
    )


def _cohort_without_mentor(person: ParticipantInView) -> Notice | None:
    if person.status is ParticipationStatus.WAITING:
        return Notice(
            Urgency.WAITING,
            msg("On the waiting list since {day}.", day=person.since),
            msg("Whoever waits comes first in the next round."),
            _FIND_MENTOR,
        )
    if person.status is not ParticipationStatus.SELECTED or person.today < person.starts_on:
        return None
    return Notice(
        Urgency.OVERDUE,
        msg("Selected, and without a mentor since the programme started."),
        msg("Everybody who is selected has a mentor when the programme starts, on {day}.", day=person.starts_on),
        _FIND_MENTOR,
        person.starts_on,
    )


def _gates(person: ParticipantInView) -> frozenset[Gate]:
    """What blocks the next step. The steps before were answered or excepted when the pair was approved, and a
    cohort that has started takes nobody in; a criterion such as "new as a leader" may change afterwards."""
    if person.matched:
        return frozenset({Gate.START})
    if person.settings.intake is Intake.ROLLING:
        return frozenset({Gate.SELECTION, Gate.MATCHING})
    if person.today > person.starts_on:
        return frozenset()
    chosen = person.role is Role.MENTOR or person.status in _CHOSEN
    return frozenset({Gate.SELECTION, Gate.MATCHING}) if chosen else frozenset({Gate.SELECTION})


def _applies(person: ParticipantInView) -> bool:
    """A mentee on the way into a cohort; with rolling intake the mentor is what everybody waits for."""
    return person.role is Role.MENTEE and person.settings.intake is Intake.COHORT and not person.matched


def _waited(person: ParticipantInView) -> int:
    return max(0, (person.today - person.since).days)


def _late(
    person: ParticipantInView,
    limit: int,
    sentence: Message,
    rule: Message,
    action: Message,
    *,
    before: Urgency | None = None,
) -> Notice | None:
    """Overdue after the limit; until then as `before` says, or not at all."""
    urgency = Urgency.OVERDUE if _waited(person) > limit else before
    return None if urgency is None else Notice(urgency, sentence, rule, action, person.since + timedelta(limit))


# To add one: a function of a ParticipantInView here, and its line.
PARTICIPANT_ALERTS: tuple[Alert[ParticipantInView], ...] = (
    Alert("offer", offer),
    Alert("reply", reply),
    Alert("application", application),
    Alert("interview", interview),
    Alert("decision", decision),
    Alert("papers", papers),
    Alert("without_mentor", without_mentor),
)
