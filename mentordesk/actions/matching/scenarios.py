"""Scenarios themselves (R34): made, copied, renamed, deleted, noted on, weighed; each is one change, one undo.

What stands in one is `keeping` (its plan) and `deciding` (locks and vetoes). An approved plan is history: it can be
copied and noted on, and nothing else.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.actions.matching import seats as kept
from mentordesk.domain.cleaning import check_length, one_line
from mentordesk.domain.fields import TEXT_LENGTH
from mentordesk.domain.ids import ProgrammeId, ScenarioId
from mentordesk.domain.plain_values import to_plain
from mentordesk.domain.programmes import MatchingSettings
from mentordesk.domain.refusals import Refused
from mentordesk.domain.scenarios import OwnSettings, checked, free_name
from mentordesk.i18n.message import msg
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import ScenarioPairRecord, ScenarioRecord, ScenarioVetoRecord
from mentordesk.storage.store import Store


def new_scenario(store: Store, *, programme: ProgrammeId, name: str) -> ScenarioId:
    """An empty one that follows the programme in all; what is best in it is found by matching.

    Raises:
        Refused: no name, too long a name, or one that is taken.
    """
    called = kept.plan_name(name)
    with store.changing(msg("New plan {name}", name=called)) as session:
        settings = programme_of(session, programme).settings.matching
        _check_free(session, programme, called)
        made = ScenarioRecord(
            programme_id=programme, name=called, matching=kept.settings_as_kept(settings), solved_at=store.clock()
        )
        session.add(made)
        return made.id


def copy_scenario(store: Store, *, programme: ProgrammeId, name: str, copy: str | None = None) -> str:
    """All of it but the approval, under the name `copy`, else under the first free number behind its own.

    Returns the copy's name.

    Raises:
        Refused: there is no such plan; or the copy's name is taken, or none.
    """
    with store.reading() as session:
        called = free_name(_there(session, programme, name).name, _names(session, programme)) if copy is None else copy
    called = kept.plan_name(called)
    with store.changing(msg("Copy the plan {name} to {copy}", name=one_line(name), copy=called)) as session:
        original = _there(session, programme, name)
        _check_free(session, programme, called)
        made = ScenarioRecord(
            programme_id=programme,
            name=called,
            notes=original.notes,
            matching=dict(original.matching),
            own_settings=None if original.own_settings is None else dict(original.own_settings),
            solved_at=original.solved_at,
        )
        session.add(made)
        _copy_contents(session, original.id, made.id)
    return called


def rename_scenario(store: Store, *, programme: ProgrammeId, name: str, new_name: str) -> str:
    """Returns the name as it is kept.

    Raises:
        Refused: there is no such plan, or it is approved; or the new name is taken, or none.
    """
    called = kept.plan_name(new_name)
    with store.changing(msg("Rename the plan {name} to {new_name}", name=one_line(name), new_name=called)) as session:
        plan = kept.open_plan(session, programme, name)
        if plan.name != called:
            _check_free(session, programme, called)
            plan.name = called
    return called


def delete_scenario(store: Store, *, programme: ProgrammeId, name: str) -> None:
    """With its locks and vetoes; undo gives all of it back.

    Raises:
        Refused: there is no such plan, or it is approved.
    """
    with store.changing(msg("Delete the plan {name}", name=one_line(name))) as session:
        plan = kept.open_plan(session, programme, name)
        for part in (ScenarioPairRecord, ScenarioVetoRecord):
            for record in session.scalars(select(part).where(part.scenario_id == plan.id)):
                session.delete(record)
        session.delete(plan)


def note_on_scenario(store: Store, *, programme: ProgrammeId, name: str, notes: str) -> None:
    """The coordinator's own words on a plan, in place of those there were; also on an approved one.

    Raises:
        Refused: there is no such plan, or the text is too long.
    """
    text = notes.strip()
    check_length(text, TEXT_LENGTH)
    with store.changing(msg("Note on the plan {name}", name=one_line(name))) as session:
        _there(session, programme, name).notes = text


def weigh_scenario(store: Store, *, programme: ProgrammeId, name: str, own: OwnSettings) -> None:
    """What the plan sets for itself, in place of what it did; the pairs in it stay until the next matching.

    New settings and the plan they lead to, in one change, is `keep_scenario` with `own`.

    Raises:
        Refused: there is no such plan, or it is approved; or a weight or the floor cannot be.
    """
    with store.changing(msg("Weigh the plan {name} anew", name=one_line(name))) as session:
        plan = kept.open_plan(session, programme, name)
        write_own_settings(plan, own, programme_of(session, programme).settings.matching)


def write_own_settings(plan: ScenarioRecord, own: OwnSettings, programme: MatchingSettings) -> None:
    """Only what goes beyond the programme's. Raises Refused for what cannot be."""
    differing = checked(own).beyond(programme)
    plain = to_plain(differing)
    assert isinstance(plain, dict)
    plan.own_settings = None if differing == OwnSettings() else dict(plain)


def _there(session: Session, programme: ProgrammeId, name: str) -> ScenarioRecord:
    found = kept.named(session, programme, name)
    if found is None:
        raise Refused(kept.no_such_plan(name))
    return found


def _names(session: Session, programme: ProgrammeId) -> frozenset[str]:
    return frozenset(session.scalars(select(ScenarioRecord.name).where(ScenarioRecord.programme_id == programme)))


def _check_free(session: Session, programme: ProgrammeId, name: str) -> None:
    if kept.named(session, programme, name) is not None:
        raise Refused(msg("There is already a plan named {name}. Choose another name.", name=name))


def _copy_contents(session: Session, original: ScenarioId, copy: ScenarioId) -> None:
    for seat in session.scalars(select(ScenarioPairRecord).where(ScenarioPairRecord.scenario_id == original)):
        session.add(
            ScenarioPairRecord(
                scenario_id=copy,
                mentee_id=seat.mentee_id,
                mentor_id=seat.mentor_id,
                points=seat.points,
                locked=seat.locked,
            )
        )
    for veto in session.scalars(select(ScenarioVetoRecord).where(ScenarioVetoRecord.scenario_id == original)):
        session.add(ScenarioVetoRecord(scenario_id=copy, mentee_id=veto.mentee_id, mentor_id=veto.mentor_id))
