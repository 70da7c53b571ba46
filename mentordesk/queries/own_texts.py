"""What a programme's letters and passages say, in its own words or in ours, and how they came to it (R80).

A text that a programme wrote in one language says nothing of the others: those stay ours until they are written, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.domain.cleaning import one_line
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.own_texts import Text, Words, filled
from mentordesk.domain.programmes import Programme
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Value, Wording
from mentordesk.messages.editable_texts import editable_text, editable_texts
from mentordesk.queries.programmes import programme_of
from mentordesk.queries.senders import sender_of
from mentordesk.storage.records import OwnTextRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text of a programme: the languages in which it has words of its own, and when the last were written."""

    text: Text
    own: tuple[LanguageCode, ...]
    changed_at: datetime | None

    @property
    def key(self) -> str:
        return self.text.key


@dataclass(frozen=True, slots=True)
class Version:
    """What a text said once. `original`: the programme went back to our words, which are given as they are today."""

    number: int
    words: Words
    original: bool
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True)
class TextInEdit:
    """One text in one language: what holds, and all that there was, the newest first."""

    programme: ProgrammeId
    text: Text
    language: LanguageCode
    words: Words
    own: bool
    versions: tuple[Version, ...]


def text_of(session: Session, programme: ProgrammeId, key: str, language: LanguageCode) -> Words:
    """The programme's own words in this language, else ours in this language; never those of another.

    Raises:
        KeyError: there is no such text.
    """
    held = _highest(session, programme, key).get(language)
    if held is None or held.original:
        return editable_text(key).original(language)
    return Words(held.subject_line, held.body)


def texts_in_all(session: Session, programme: ProgrammeId, key: str) -> Mapping[LanguageCode, Words]:
    """As `text_of`, for every language at once."""
    held, ours = _highest(session, programme, key), editable_text(key).original
    return {
        code: ours(code) if (row := held.get(code)) is None or row.original else Words(row.subject_line, row.body)
        for code in LanguageCode
    }


def passage(
    session: Session, programme: Programme, key: str, told: Mapping[str, Value] = MappingProxyType({})
) -> Wording:
    """A passage of a paper, its fields filled in, as one paragraph; in each language what `text_of` gives.

    `told`: what only the paper knows, such as a name.

    Raises:
        KeyError: there is no such text.
    """
    return passages(session, programme, key)(told)


def passages(session: Session, programme: Programme, key: str) -> Callable[[Mapping[str, Value]], Wording]:
    """As `passage`, for many papers of which each tells something of its own; asks nothing any more.

    Raises:
        KeyError: there is no such text.
    """
    known, texts = fields_of_programme(session, programme), texts_in_all(session, programme.id, key)

    def of(told: Mapping[str, Value]) -> Wording:
        values = {**known, **told}
        made = {
            code: filled(words, {name: one_line(catalog(code).show(value)) for name, value in values.items()}).body
            for code, words in texts.items()
        }
        return Wording.of({code.value: one_line(body) for code, body in made.items()})

    return of


def fields_of_programme(session: Session, programme: Programme) -> Mapping[str, Value]:
    """What every text of a programme may name."""
    return {
        "programme": programme.name,
        "owner": programme.settings.owner,
        "sender": sender_of(session, programme),
        "starts_on": programme.starts_on,
        "ends_on": programme.ends_on,
    }


def text_rows(store: Store, programme: ProgrammeId) -> tuple[TextRow, ...]:
    """Every text there is, in the order of the registry."""
    with store.reading() as session:
        written = session.scalars(
            select(OwnTextRecord)
            .where(OwnTextRecord.programme_id == programme)
            .order_by(OwnTextRecord.text, OwnTextRecord.language, OwnTextRecord.version)
        ).all()
    highest = {(row.text, row.language): row for row in written}
    return tuple(_row(text, [row for (key, _), row in highest.items() if key == text.key]) for text in editable_texts())


def text_in_edit(store: Store, programme: ProgrammeId, key: str, language: LanguageCode) -> TextInEdit:
    """
    Raises:
        KeyError: there is no such text.
    """
    text = editable_text(key)
    with store.reading() as session:
        versions = versions_over(session, programme, text, language)
    newest = versions[0] if versions else None
    own = newest is not None and not newest.original
    words = newest.words if newest is not None else text.original(language)
    return TextInEdit(programme, text, language, words, own, versions)


def versions_over(session: Session, programme: ProgrammeId, text: Text, language: LanguageCode) -> tuple[Version, ...]:
    """The newest first."""
    rows = session.scalars(
        select(OwnTextRecord)
        .where(
            OwnTextRecord.programme_id == programme,
            OwnTextRecord.text == text.key,
            OwnTextRecord.language == language,
        )
        .order_by(OwnTextRecord.version.desc())
    )
    return tuple(
        Version(
            row.version,
            text.original(language) if row.original else Words(row.subject_line, row.body),
            row.original,
            row.made_at,
            row.made_by,
        )
        for row in rows
    )


def programme_languages(store: Store, programme: ProgrammeId) -> tuple[LanguageCode, ...]:
    """Those of the programme first, for a reader may have any."""
    with store.reading() as session:
        spoken = programme_of(session, programme).settings.languages
    return tuple(dict.fromkeys((*spoken, *LanguageCode)))


def _highest(session: Session, programme: ProgrammeId, key: str) -> Mapping[LanguageCode, OwnTextRecord]:
    """The row that holds in each language in which one was written."""
    newest = (
        select(OwnTextRecord.language, func.max(OwnTextRecord.version).label("version"))
        .where(OwnTextRecord.programme_id == programme, OwnTextRecord.text == key)
        .group_by(OwnTextRecord.language)
        .subquery()
    )
    rows = session.scalars(
        select(OwnTextRecord)
        .join(
            newest,
            (newest.c.language == OwnTextRecord.language) & (newest.c.version == OwnTextRecord.version),
        )
        .where(OwnTextRecord.programme_id == programme, OwnTextRecord.text == key)
    )
    return {row.language: row for row in rows}


def _row(text: Text, rows: Sequence[OwnTextRecord]) -> TextRow:
    own = {row.language for row in rows if not row.original}
    return TextRow(
        text,
        tuple(code for code in LanguageCode if code in own),
        max((row.made_at for row in rows), default=None),
    )
