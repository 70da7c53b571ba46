"""Editing the lists that a programme goes by: interview guides and the introduction of a new manager (R20, R23).

Answers that were given keep the question they were given to: it is no longer asked, and stands where it was answered.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import fitting, one_line
from mentordesk.domain.fields import TEXT_LENGTH
from mentordesk.domain.guides import GUIDE_NAMES, Guide, Point, as_template, free_key, points_of, with_points
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.programmes import ProgrammeSettings
from mentordesk.domain.refusals import Refused
from mentordesk.domain.templates import settings_as, settings_from, template
from mentordesk.i18n.message import Message, Wording, msg
from mentordesk.queries.guides import answers_over
from mentordesk.storage.records import ProgrammeRecord
from mentordesk.storage.store import Store

_Points = tuple[Point, ...]


def add_point(store: Store, programme: ProgrammeId, guide: Guide, point: Point) -> str:
    """Its key, at the end of what is asked; whatever key the point bears does not count.

    Raises:
        Refused: it has no words, or too many.
    """
    new = _worded(point)
    with store.reading() as session:
        points, answered = _there(session, programme, guide)
    new = replace(new, key=free_key(guide.value, points, answered), asked=True)
    what = msg("{guide}: add “{title}”", title=new.title, guide=GUIDE_NAMES[guide])
    _change(store, programme, guide, what, lambda there: _in_order((*there, new)))
    return new.key


def edit_point(store: Store, programme: ProgrammeId, guide: Guide, point: Point, *, anew: bool) -> str:
    """The one of its key is worded otherwise; its key afterwards.

    `anew`: what was answered stays with the words it was given to, and this is another question in its place.

    Raises:
        Refused: it has no words, or too many; or it was taken out meanwhile.
    """
    new = _worded(point)
    with store.reading() as session:
        points, answered = _there(session, programme, guide)
    known = _found(points, point.key)
    apart = anew and known.key in answered
    new = replace(new, key=free_key(guide.value, points, answered) if apart else known.key, asked=True)

    def edited(there: _Points) -> _Points:
        kept = (replace(known, asked=False),) if apart else ()
        return _in_order((*(new if each.key == known.key else each for each in there), *kept))

    what = msg("{guide}: change “{title}”", title=known.title, guide=GUIDE_NAMES[guide])
    _change(store, programme, guide, what, edited)
    return new.key


def remove_point(store: Store, programme: ProgrammeId, guide: Guide, key: str) -> None:
    """It is asked no more; with answers it stays where they are.

    Raises:
        Refused: it was taken out meanwhile.
    """
    with store.reading() as session:
        points, answered = _there(session, programme, guide)
    known = _found(points, key)

    def without(there: _Points) -> _Points:
        kept = (replace(known, asked=False),) if key in answered else ()
        return _in_order((*(each for each in there if each.key != key), *kept))

    what = msg("{guide}: take out “{title}”", title=known.title, guide=GUIDE_NAMES[guide])
    _change(store, programme, guide, what, without)


def move_point(store: Store, programme: ProgrammeId, guide: Guide, key: str, step: int) -> None:
    """So many places down among what is asked, or up; at the end it stays there.

    Raises:
        Refused: it was taken out meanwhile.
    """
    with store.reading() as session:
        points, _ = _there(session, programme, guide)
    known = _found(points, key)

    def moved(there: _Points) -> _Points:
        asked = [each for each in there if each.asked]
        at = asked.index(known)
        asked.insert(max(0, min(len(asked) - 1, at + step)), asked.pop(at))
        return (*asked, *(each for each in there if not each.asked))

    what = msg("{guide}: move “{title}”", title=known.title, guide=GUIDE_NAMES[guide])
    _change(store, programme, guide, what, moved)


def take_from_template(store: Store, programme: ProgrammeId, guide: Guide) -> None:
    """What the programme's template asks, in its order; own points go, and stay only where they were answered."""
    with store.reading() as session:
        settings = _settings(session, programme)
        answered = _there(session, programme, guide)[1]
    usual = points_of(template(settings.template), guide)
    what = msg("{guide}: as in the template", guide=GUIDE_NAMES[guide])
    _change(store, programme, guide, what, lambda there: as_template(there, usual, answered))


def _change(
    store: Store, programme: ProgrammeId, guide: Guide, what: Message, edited: Callable[[_Points], _Points]
) -> None:
    with store.changing(what) as session:
        record = session.get_one(ProgrammeRecord, programme)
        before = settings_from(record.settings)
        after = with_points(before, guide, edited(points_of(before, guide)))
        if after != before:
            plain = settings_as(after)
            settings_from(plain)  # nothing that would not be read again is kept
            record.settings = dict(plain)


def _there(session: Session, programme: ProgrammeId, guide: Guide) -> tuple[_Points, frozenset[str]]:
    """The points, and the keys that were answered."""
    answered = frozenset(answers_over(session, programme, guide))
    return points_of(_settings(session, programme), guide), answered


def _settings(session: Session, programme: ProgrammeId) -> ProgrammeSettings:
    return settings_from(session.get_one(ProgrammeRecord, programme).settings)


def _found(points: _Points, key: str) -> Point:
    found = next((each for each in points if each.key == key and each.asked), None)
    if found is None:
        raise Refused(msg("This was taken out of the list meanwhile."))
    return found


def _in_order(points: _Points) -> _Points:
    """What is asked before what is not any more."""
    return (*(each for each in points if each.asked), *(each for each in points if not each.asked))


def _worded(point: Point) -> Point:
    title = _wording(point.title)
    if not any(title.texts().values()):
        raise Refused(msg("Write it in at least one language."))
    hint = None if point.hint is None else _wording(point.hint)
    return replace(point, title=title, hint=hint if hint is not None and any(hint.texts().values()) else None)


def _wording(words: Wording) -> Wording:
    return Wording.of({code: fitting(one_line(text), TEXT_LENGTH) for code, text in words.texts().items()})
