"""What a paper of a batch is, and what every source of papers asks from. Which sources there are: batch_sources.py."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, cast

from mentordesk.documents.kinds import Declared, DocumentKind, ReadyPaper
from mentordesk.domain.ids import MeetingId, PairId, ParticipationId, PersonId
from mentordesk.domain.programmes import Programme
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Message, Sayable, msg
from mentordesk.queries.batch_people import Bearer, People
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class BatchPaper:
    """One paper, composed: whose it is, in which languages it is read, and what nobody has filled in for it."""

    ready: ReadyPaper
    people: tuple[str, ...]  # on its title; () where it is everybody's
    languages: tuple[LanguageCode, ...]
    bearer: Bearer | None = None  # by whom it is sorted
    told_of: frozenset[PersonId] = frozenset()  # whose personal data it contains
    missing: tuple[Message, ...] = ()
    pair: PairId | None = None
    participation: ParticipationId | None = None
    meeting: MeetingId | None = None

    @property
    def says(self) -> Sayable | None:
        """Which of several it is, where nobody's name tells."""
        return self.ready.says

    @property
    def kind(self) -> Declared:
        return self.ready.kind

    @property
    def about(self) -> str:
        """The id of what it is made for; "" where that is the programme."""
        return self.pair or self.participation or self.meeting or ""

    @property
    def number(self) -> str:
        """No other paper of its batch has it."""
        which = "" if self.says is None else repr(self.says)
        return " ".join((self.kind.key, self.about, *self.languages, *self.people, which))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A paper that was not printed, and why."""

    people: tuple[str, ...]
    reason: Message


@dataclass(frozen=True, slots=True)
class Ground:
    """What every source asks from. `about`: the ids of those whose papers are wanted; none: of all."""

    store: Store
    kind: Declared
    programme: Programme
    people: People
    about: Collection[str]
    made_on: date

    @property
    def usual(self) -> LanguageCode:
        return self.programme.settings.languages[0]

    def wants(self, about: str) -> bool:
        return not self.about or about in self.about

    def ready(self, content: object) -> ReadyPaper:
        """Raises AssertionError: the query gave what another kind is made of."""
        kind = self.kind
        assert isinstance(kind, DocumentKind)
        assert isinstance(content, kind.content), f"{kind.key} is not made of a {type(content).__name__}"
        return cast("DocumentKind[object]", kind).ready(content)


Source: TypeAlias = Callable[[Ground], Iterator[BatchPaper | LeftOut]]


def of_person(
    ground: Ground, participation: ParticipationId, ready: ReadyPaper, languages: tuple[LanguageCode, ...]
) -> BatchPaper:
    bearer = ground.people.there[participation].bearer
    told_of = frozenset({bearer.person})
    return BatchPaper(ready, (bearer.name,), languages, bearer, told_of, bearer.missing, participation=participation)


def restricted(name: str) -> LeftOut:
    return LeftOut((name,), msg("{name} is restricted, so nothing is printed.", name=name))
