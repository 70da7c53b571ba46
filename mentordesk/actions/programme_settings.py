"""Editing what a programme is: its frame, what it asks of people, and whom it takes first (R1, R21).

Start and end are not edited here: the plan of meetings hangs on them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import count

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mentordesk.actions.programmes import check_free, checked_name
from mentordesk.domain.cleaning import fitting, one_line
from mentordesk.domain.criteria import Criterion, Measure
from mentordesk.domain.fields import NAME_LENGTH, TEXT_LENGTH
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.legal_form import LegalForm
from mentordesk.domain.privacy_notice import PrivacyNotice
from mentordesk.domain.programmes import NOTED_MEASURES, CostRule, PriorityGroup, ProgrammeSettings
from mentordesk.domain.refusals import Refused
from mentordesk.domain.templates import settings_as, settings_from
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, Wording, msg, nmsg
from mentordesk.storage.records import AttachmentRecord, CriterionNoteRecord, ParticipationRecord, ProgrammeRecord
from mentordesk.storage.store import Store

COUNTED = frozenset({Measure.LEADERSHIP_YEARS, Measure.NEW_IN_LEADERSHIP, Measure.NUMBER})
"""Measures with a number: years at least, months at most, as many at least."""
MAY_COUNT = frozenset({Measure.FIRST_LINE})
"""Measures that ask for years where the programme says how many."""
_GROUP_KEY = re.compile(r"first_([0-9]+)")
_OWN_KEY = re.compile(r"own_([0-9]+)")


def edit_programme(
    store: Store,
    programme: ProgrammeId,
    *,
    name: str | None = None,
    owner: str | None = None,
    legal_form: LegalForm | None = None,
    regional_programme: str | None = None,
    languages: Collection[LanguageCode] | None = None,
    cost_rule: CostRule | None = None,
    signers: Sequence[str] | None = None,
    privacy: PrivacyNotice | None = None,
) -> None:
    """None leaves a part as it is. `signers`: the names, in the order of the titles that sign.

    Raises:
        Refused: no name, or one that another programme bears; no language left; a text that is too long.
        ValueError: more or fewer names than there are titles.
    """
    called = None if name is None else checked_name(name)
    told = {
        key: _line(text)
        for key, text in (("owner", owner), ("regional_programme", regional_programme))
        if text is not None
    }
    if languages is not None and not languages:
        raise Refused(msg("A programme needs at least one language."))

    def edited(settings: ProgrammeSettings) -> ProgrammeSettings:
        named = settings.signers
        if signers is not None:
            pairs = zip(settings.signers, signers, strict=True)
            named = tuple(replace(signer, name=_line(text)) for signer, text in pairs)
        return replace(
            settings,
            owner=told.get("owner", settings.owner),
            regional_programme=told.get("regional_programme", settings.regional_programme),
            legal_form=legal_form or settings.legal_form,
            languages=settings.languages if languages is None else tuple(dict.fromkeys(languages)),
            cost_rule=cost_rule or settings.cost_rule,
            signers=named,
            privacy=settings.privacy if privacy is None else _checked_notice(privacy),
        )

    with store.reading() as session:
        before = session.get_one(ProgrammeRecord, programme).name
        if called is not None:
            check_free(session, called, but=programme)
    with store.changing(msg("Edit the programme {name}", name=before)) as session:
        record = session.get_one(ProgrammeRecord, programme)
        if called is not None and called != record.name:
            record.name = called
        set_settings(record, edited)


def set_capacity(store: Store, programme: ProgrammeId, capacity: int | None) -> None:
    """How many mentees it takes; None: as many as come.

    Raises:
        Refused: below one.
    """
    if capacity is not None and capacity < 1:
        raise Refused(msg("A programme takes at least one mentee. Leave it empty where there is no limit."))
    what = (
        msg("Take as many mentees as come")
        if capacity is None
        else nmsg("Take at most {count} mentee", "Take at most {count} mentees", capacity)
    )
    _change(store, programme, what, lambda settings: replace(settings, capacity=capacity))


def set_priority(store: Store, programme: ProgrammeId, groups: Sequence[PriorityGroup]) -> tuple[PriorityGroup, ...]:
    """Whom it takes first, the first group before the second; a group without a key is given one.

    Raises:
        Refused: a group has no title or no number where its measure needs one, or is measured by what the team notes.
        ValueError: a key twice.
    """
    numbers = [int(found[1]) for group in groups if (found := _GROUP_KEY.fullmatch(group.key))]
    free = count(max(numbers, default=0) + 1)
    kept = tuple(_findable(group if group.key else replace(group, key=f"first_{next(free)}")) for group in groups)
    _change(store, programme, msg("Change whom the programme takes first"), lambda s: replace(s, priority=kept))
    return kept


def add_criterion(store: Store, programme: ProgrammeId, criterion: Criterion) -> str:
    """Its key, which is given here: whatever key the criterion bears does not count.

    Raises:
        Refused: it has no title, one that is too long, or no number or paper where its measure needs one.
    """
    asked = _measurable(replace(criterion, title=_titled(criterion.title)))
    with store.reading() as session:
        asked = replace(asked, key=_free_key(session, programme))
    what = msg("Add the requirement “{title}”", title=asked.title)
    _change(store, programme, what, lambda settings: replace(settings, criteria=(*settings.criteria, asked)))
    return asked.key


def edit_criterion(store: Store, programme: ProgrammeId, criterion: Criterion) -> None:
    """The one of its key takes its title, gate, figure and paper; role and measure stay what answers were given to.

    Raises:
        Refused: it has no title, one that is too long, or no number or paper where its measure needs one; or it
            was removed meanwhile.
    """
    known = _found(store, programme, criterion.key)
    title = _titled(criterion.title)
    edited = _measurable(
        replace(known, title=title, gate=criterion.gate, figure=criterion.figure, paper=criterion.paper)
    )
    what = msg("Edit the requirement “{title}”", title=title)
    _change(
        store, programme, what, lambda s: replace(s, criteria=tuple(edited if c == known else c for c in s.criteria))
    )


def remove_criterion(store: Store, programme: ProgrammeId, key: str, *, reason: str = "") -> None:
    """It is asked of nobody any more; what was noted of it stays in the file.

    Raises:
        Refused: something was noted of it and there is no reason, the reason is too long, or it is gone already.
    """
    found, why = _found(store, programme, key), _line(reason, TEXT_LENGTH)
    with store.reading() as session:
        noted = _noted(session, programme, key)
    if noted and not why:
        raise Refused(
            nmsg(
                "Something is noted of it for {count} participant. Say why it is removed.",
                "Something is noted of it for {count} participants. Say why it is removed.",
                noted,
            )
        )
    what = (
        msg("Remove the requirement “{title}”: {reason}", title=found.title, reason=why)
        if why
        else msg("Remove the requirement “{title}”", title=found.title)
    )
    _change(store, programme, what, lambda s: replace(s, criteria=tuple(c for c in s.criteria if c.key != key)))


def _change(
    store: Store, programme: ProgrammeId, what: Message, edited: Callable[[ProgrammeSettings], ProgrammeSettings]
) -> None:
    with store.changing(what) as session:
        set_settings(session.get_one(ProgrammeRecord, programme), edited)


def set_settings(record: ProgrammeRecord, edited: Callable[[ProgrammeSettings], ProgrammeSettings]) -> None:
    """Raises ValueError for settings that cannot be; nothing that would not be read again is kept."""
    before = settings_from(record.settings)
    after = edited(before)
    if after != before:
        plain = settings_as(after)
        settings_from(plain)
        record.settings = dict(plain)


def _found(store: Store, programme: ProgrammeId, key: str) -> Criterion:
    with store.reading() as session:
        settings = settings_from(session.get_one(ProgrammeRecord, programme).settings)
    for criterion in settings.criteria:
        if criterion.key == key:
            return criterion
    raise Refused(msg("This requirement was removed meanwhile."))


def _free_key(session: Session, programme: ProgrammeId) -> str:
    """Never one that answers were given to, though their criterion is gone."""
    settings = settings_from(session.get_one(ProgrammeRecord, programme).settings)
    keys = [criterion.key for criterion in settings.criteria]
    keys += session.scalars(select(CriterionNoteRecord.criterion).distinct())
    keys += filter(None, session.scalars(select(AttachmentRecord.criterion).distinct()))
    numbers = [int(found[1]) for key in keys if (found := _OWN_KEY.fullmatch(key))]
    return f"own_{max(numbers, default=0) + 1}"


def _noted(session: Session, programme: ProgrammeId, key: str) -> int:
    """Of how many participants somebody noted something of the criterion, or attached a file to it."""
    ours = ParticipationRecord.programme_id == programme
    note, file = CriterionNoteRecord, AttachmentRecord
    says = or_(
        note.answer.is_not(None), note.number.is_not(None), note.day.is_not(None), note.exception_reason.is_not(None)
    )
    of = ParticipationRecord.id
    noted = select(of).join(note, note.participation_id == of).where(ours, note.criterion == key, says)
    attached = select(of).join(file, file.participation_id == of).where(ours, file.criterion == key)
    return len({*session.scalars(noted), *session.scalars(attached)})


def _findable(group: PriorityGroup) -> PriorityGroup:
    if group.measure in NOTED_MEASURES:
        raise Refused(msg("Choose something that is known of people beforehand, such as months in leadership."))
    figure = _figure(group.measure, group.figure)
    return replace(group, title=_titled(group.title), figure=figure)


def _measurable(criterion: Criterion) -> Criterion:
    """Without what its measure does not look at."""
    shown = criterion.measure is Measure.PAPER
    if shown and criterion.paper is None:
        raise Refused(msg("Say which paper shows it."))
    figure = _figure(criterion.measure, criterion.figure)
    return replace(criterion, figure=figure, paper=criterion.paper if shown else None)


def _figure(measure: Measure, figure: int) -> int:
    if measure in COUNTED and figure < 1:
        raise Refused(msg("Say how many, as a number above 0."))
    return figure if measure in COUNTED | MAY_COUNT else 0


def _titled(title: Wording) -> Wording:
    texts = {code: _line(text) for code, text in title.texts().items()}
    if not any(texts.values()):
        raise Refused(msg("The requirement needs a title."))
    return Wording.of(texts)


def _line(text: str, limit: int = NAME_LENGTH) -> str:
    return fitting(one_line(text), limit)


def _checked_notice(notice: PrivacyNotice) -> PrivacyNotice:
    return replace(
        notice, controller=_line(notice.controller), contact=_line(notice.contact), officer=_line(notice.officer)
    )
