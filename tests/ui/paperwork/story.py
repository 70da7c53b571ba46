"""The programmes whose papers are walked through, and what is seen of papers, drafts and forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pypdf
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentordesk.actions.files import new_file, open_file
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.storage.records import NewManagerNoticeRecord, ParticipationRecord, PersonRecord
from mentordesk.storage.store import Store
from tests.queries.small_programme import add, change, made
from tests.returned_forms import by_pikepdf
from ui.documents.views import VIEWS
from ui.widgets.views import keys_of

DAY = date(2027, 2, 1)
PAIRS = 3
APPLICANTS = {"Ane Ås": LanguageCode.NB, "Bo Öberg": LanguageCode.SV, "Cia Ek": LanguageCode.NB}
_CODE = re.compile(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}\b")


def on(day: date) -> Callable[[], datetime]:
    return lambda: datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def three_pairs(path: Path) -> None:
    """Pairs and applicants who read bokmål, but the first pair's mentor and one applicant, who read Swedish."""
    with new_file(path, clock=on(DAY)) as store:
        there = made(store, pairs=PAIRS)
        for at, pair in enumerate(there.pairs, start=1):
            swedish = LanguageCode.SV if at == 1 else LanguageCode.NB
            change(store, PersonRecord, pair.mentee_person, email=f"mentee{at}@example.org", language=LanguageCode.NB)
            change(store, PersonRecord, pair.mentor_person, email=f"mentor{at}@example.org", language=swedish)
        for name, reads in APPLICANTS.items():
            _applies(store, there.programme, name, reads)


def _applies(store: Store, programme: ProgrammeId, name: str, reads: LanguageCode) -> None:
    given, family = name.split()
    with store.changing(msg("an application")) as session:
        person = PersonRecord(given_name=given, family_name=family, phone="111", language=reads)
        session.add(person)
        session.flush()
        session.add(
            ParticipationRecord(
                programme_id=programme,
                person_id=person.id,
                role=Role.MENTEE,
                status=ParticipationStatus.RECEIVED,
                since=DAY,
            )
        )


def a_new_manager(path: Path) -> None:
    """NU, in Swedish, with a pair whose mentee is new as a manager."""
    with new_file(path, clock=on(DAY)) as store:
        [pair] = made(store, "nu", "NU 2027", pairs=1).pairs
        for person in (pair.mentee_person, pair.mentor_person):
            change(store, PersonRecord, person, language=LanguageCode.SV)
        add(store, NewManagerNoticeRecord(participation_id=pair.mentee, appointing_manager="Gun Ek", known_on=DAY))


def open_on(w, path: Path, day: date) -> None:
    w.program.open_with(lambda: open_file(path, clock=on(day)))
    w.settle()


def view(w, key: str) -> None:
    """Of the Documents tab, by its digit."""
    w.tab("documents")
    w.key(next(keys_of(digit) for digit, entry in enumerate(VIEWS, start=1) if entry.key == key))


def type_there(w, text: str) -> None:
    """Where the keyboard is; what follows it waits for whoever goes on typing."""
    where = QApplication.focusWidget()
    assert where is not None
    QTest.keyClicks(where, text)
    QTest.qWait(300)
    w.settle()


def kind(w, title: str) -> None:
    """Of the papers that can be made: by the filter, and down into those it is for."""
    view(w, "making")
    w.key("Ctrl+F", "Ctrl+A")
    type_there(
        w, " ".join(word for word in title.split() if word.isascii()) or title[:3]
    )  # Qt types no more than ASCII
    assert w.text("kindTitle") == title


def saved(w, title: str, folder: Path) -> list[Path]:
    """The papers of a kind, all that are ticked."""
    kind(w, title)
    w.program.ask.answers.append(folder)
    w.key("Ctrl+Shift+E")
    return sorted(folder.iterdir())


def words(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def code(path: Path) -> str:
    """In the foot of every page."""
    found = set(_CODE.findall(words(path)))
    assert len(found) == 1, found
    return found.pop()


def of(name: str, papers: list[Path]) -> Path:
    """The one paper that bears this name in its file's."""
    [found] = [path for path in papers if name in path.stem]
    return found


def fill(path: Path, values: Mapping[str, str]) -> None:
    """By another program, saved over the empty one."""
    path.write_bytes(by_pikepdf(path.read_bytes(), values))


def came_back(w, folder: Path, *, first: bool = False) -> None:
    """`first`: nothing has come back yet, and the page says what to do."""
    view(w, "returned")
    w.program.ask.answers.append(folder)
    w.do("chooseFirstForms" if first else "chooseForms")
