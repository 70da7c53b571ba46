"""The five ways in which every kind of paper is filled: as usual, for a mixed pair, unwieldy, with gaps, hostile.

A Case gives the words that stand where a user's own words stand, so that a content says them once and the walk has all
five papers of it. `at` chooses among them: another number, another person, another word.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from io import BytesIO
from typing import TypeVar

from PIL import Image

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.papers.parties import Contact, Party
from mentordesk.domain.form_identity import FormIdentity, Stamp, stamp
from mentordesk.i18n.message import Wording
from tests.documents.hostile import CLEANED, LITERAL

T = TypeVar("T")
MADE_ON = date(2026, 11, 22)
LANGUAGES = ("nb", "sv", "en")
PAIRS = ("nb+sv", "sv+nb", "nb+en", "sv+en", "en+nb", "en+sv")  # of which the first is the paper's own
_HOSTILE = (*LITERAL, *(raw for raw, _ in CLEANED))
_PEOPLE = ("Åse Ødegård", "Čáhppe Ŋilas", "Sofia Öberg", "Göran Sjö", "Kari Nygård-Mikkelsen", "Per Lund")
_WORDS = (
    "Psykisk helse, Ringerike sykehus",
    "Akutmottagningen, NÄL",
    "Seksjonsleder",
    "Enhetschef, ortopedi",
    "Oslo, Tollbugata 22",
    "intensivsykepleie og smertebehandling",
)
_PASSAGES = (
    "Jeg leder en enhet med 34 ansatte og vil bli tryggere i krevende samtaler.",
    "Jag vill få syn på hur jag leder i förändring, och hur jag delar ansvaret med andra.",
)


class CaseName(StrEnum):
    ORDINARY = "ordinary"
    MIXED = "mixed"
    LONGEST = "longest"
    MISSING = "missing"
    HOSTILE = "hostile"


@dataclass(frozen=True, slots=True)
class Case:
    name: CaseName

    @property
    def missing(self) -> bool:
        return self.name is CaseName.MISSING

    @property
    def languages(self) -> tuple[str, ...]:
        """In which its papers are printed, two joined by +."""
        match self.name:
            case CaseName.ORDINARY:
                return LANGUAGES
            case CaseName.MIXED:
                return PAIRS
            case _:
                return (*LANGUAGES, "nb+sv")

    def person(self, at: int = 0) -> str:
        """A name; 200 letters where it is longest, "" where it is missing."""
        return self._one(_PEOPLE, at, f"{at} {'Anna-Karin Margareta ' * 8}von Ödeshög-Østensjø"[:200])

    def words(self, at: int = 0) -> str:
        """A title, a unit, a place: a user's own, on one line."""
        return self._one(_WORDS, at, f"{at}: {'Klinikk for psykisk helse og rusavhengighet ' * 5}"[:200].strip())

    def passage(self, at: int = 0) -> str:
        """What a user wrote at length."""
        return self._one(_PASSAGES, at, f"{at}: {'Vi sier fra når noe ikke stemmer. ' * 40}".strip())

    def wording(self, at: int = 0) -> Wording:
        """A text of a programme's settings: three languages as a rule, the same in all where somebody wrote it."""
        if self.name in (CaseName.ORDINARY, CaseName.MIXED):
            return Wording(f"Støtte og utvikling {at}", f"Stöd och utveckling {at}", f"Support and growth {at}")
        return Wording.everywhere(self.words(at))

    def address(self, at: int = 0) -> str:
        """Of mail."""
        longest = f"{'anna.karin.margareta.' * 8}{at}@et-langt-sykehus.example"
        return self._one(("mette.dalby@nno.example", "karin.ek@nu.example"), at, longest)

    def phone(self, at: int = 0) -> str:
        return self._one(("22 04 33 04", "+46 10 435 00 00"), at, f"{'+47 22 04 33 04 ' * 3}{at}")

    def party(self, at: int = 0) -> Party:
        return Party(self.person(at), self.words(at + 2), self.words(at))

    def contact(self, at: int = 0) -> Contact | None:
        return None if self.missing else Contact(self.person(at + 4), self.address(at), self.phone(at))

    def some(self, usual: int, *, most: int = 12) -> range:
        """As many rows as usual; the most where it is longest, none where they are missing."""
        return range({CaseName.LONGEST: most, CaseName.MISSING: 0}.get(self.name, usual))

    def maybe(self, value: T) -> T | None:
        """None where it is missing."""
        return None if self.missing else value

    def day(self, after: int = 0) -> date | None:
        """So many days after the papers were made; None where it is missing."""
        return self.maybe(MADE_ON + timedelta(after))

    @property
    def letterhead(self) -> Letterhead:
        match self.name:
            case CaseName.ORDINARY:
                return Letterhead("Norsk Sykepleierforbund", "Mentorprogram for sykepleierledere 2027–2028")
            case CaseName.MIXED:
                return Letterhead("NU-sjukvården", "Mentorprogram för nya chefer", "#7A1F5C", _logo(), "Logo")
            case CaseName.LONGEST:
                owner = "Helseforetakenes samarbeidsorgan for lederutvikling " * 3
                return Letterhead(owner, "Program " * 25, "#FFFF99", _logo(), owner)
            case CaseName.MISSING:
                return Letterhead("", "")
            case CaseName.HOSTILE:
                return Letterhead(self.words(1), self.words(2), self.words(3), _logo(), self.words(4))

    def stamp(self, kind: str, *, about: str = "p-17") -> Stamp:
        """Of a form of this kind, in its first version."""
        return stamp(FormIdentity(kind, 1, "pr-1", "" if self.missing else about), "01JD0000000000000000000000")

    def _one(self, usual: tuple[str, ...], at: int, longest: str) -> str:
        match self.name:
            case CaseName.LONGEST:
                return longest
            case CaseName.MISSING:
                return ""
            case CaseName.HOSTILE:
                return _HOSTILE[(at * 13 + len(usual) * 7) % len(_HOSTILE)]
            case _:
                return usual[at % len(usual)]


CASES = tuple(Case(name) for name in CaseName)


@lru_cache(maxsize=1)
def _logo() -> bytes:
    picture = BytesIO()
    Image.new("RGBA", (400, 90), (20, 90, 80, 128)).save(picture, "PNG")
    return picture.getvalue()
