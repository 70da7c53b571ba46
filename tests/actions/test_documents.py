"""One road for papers of every kind and scope: for whom, in which order and language, and what is noted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from mentordesk.actions.documents import print_papers, write_papers
from mentordesk.actions.restricting import restrict
from mentordesk.documents.edition import Edition
from mentordesk.documents.kinds import Scope
from mentordesk.documents.registry import ALL_KINDS, kind_of
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.progress import Cancelled, Progress
from mentordesk.queries.batch_sources import ELSEWHERE, SOURCES
from mentordesk.queries.batches import Order, batch, in_order, persons
from mentordesk.queries.documents_made import documents_made
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import DocumentRecord, ParticipationRecord, PersonRecord, ProgrammeRecord
from tests.actions.every_paper import NAMES, write_every
from tests.documents.reading import plain
from tests.queries.small_programme import NOON, change

TODAY = NOON.date()


@pytest.fixture
def there(tmp_path):
    """The store, and whom there is in it."""
    every = write_every(tmp_path / "every.mentordesk")
    with open_store(tmp_path / "every.mentordesk", clock=lambda: NOON) as store:
        yield store, every


def family_names(found):
    return [paper.people[0].split()[-1] for paper in found.papers]


def speaks(store, programme, *codes):
    with store.changing(kind_of("contract").title) as session:
        record = session.get_one(ProgrammeRecord, programme)
        record.settings = {**record.settings, "languages": list(codes)}


def test_every_declared_kind_is_made_here_or_in_a_named_place():
    keys = {kind.key for kind in ALL_KINDS}

    assert set(SOURCES) | set(ELSEWHERE) == keys
    assert not set(SOURCES) & set(ELSEWHERE)
    assert {kind.key for kind in ALL_KINDS if kind.scope is Scope.TEAM} <= set(ELSEWHERE)


@pytest.mark.parametrize(
    ("code", "in_order"), [("sv", ["Zeta", "Åkesson", "Ærlig", "Öberg"]), ("nb", ["Zeta", "Ærlig", "Öberg", "Åkesson"])]
)
def test_papers_are_sorted_by_family_name_as_the_language_of_the_programme_sorts(there, code, in_order):
    store, every = there
    speaks(store, every.programme, code)

    assert family_names(batch(store, "contract", every.programme, made_on=TODAY)) == in_order


@pytest.mark.parametrize(
    ("code", "last"),
    [
        ("sv", [{"Znna"}, {"Ånna"}, {"Änna", "Ænna"}, {"Önna", "Ønna"}]),
        ("nb", [{"Znna"}, {"Ænna", "Änna"}, {"Ønna", "Önna"}, {"Ånna", "Aanna"}]),
    ],
)
def test_a_cohort_of_32_is_sorted_as_each_language_sorts(there, code, last):
    store, every = there
    one = batch(store, "contract", every.programme, about=(every.pair,), made_on=TODAY).papers[0]
    names = [f"{letter}nna" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÆØ"] + ["Aanna"]
    cohort = [replace(one, bearer=replace(one.bearer, family_name=name, name=f"Kari {name}")) for name in names]

    found = [paper.bearer.family_name for paper in in_order(reversed(cohort), Order.SURNAME, catalog(code))]

    assert len(found) == 32
    at_the_end = found[-sum(map(len, last)) :]
    for group in last:
        assert {at_the_end.pop(0) for _ in group} == group
    assert found[: 32 - sum(map(len, last))] == sorted(found[: 32 - sum(map(len, last))])


def test_papers_are_sorted_by_unit_and_by_pair(there):
    store, every = there
    by_unit = batch(store, "role-guide-mentee", every.programme, made_on=TODAY, order=Order.UNIT)
    by_pair = batch(store, "fit-form", every.programme, made_on=TODAY, order=Order.PAIR)
    units = [paper.bearer.unit for paper in by_unit.papers]

    assert units == ["Finnmark", "Finnmark", "Ringerike", "Ringerike", ""]
    sides = [paper.bearer.second for paper in by_pair.papers]
    assert sides == [False, True] * len(NAMES)
    assert len({paper.bearer.mentee for paper in by_pair.papers}) == len(NAMES)


def test_each_is_written_in_the_readers_language_noted_for_whom_and_taken_back_by_one_undo(there, tmp_path):
    store, every = there
    printed = print_papers(store, "contract", programme=every.programme, folder=tmp_path / "papers", today=TODAY)

    assert {paper.languages for paper in printed.written} == {("nb",), ("sv", "nb")}
    assert {path.name for path in (tmp_path / "papers").iterdir()} == {paper.path.name for paper in printed.written}
    with store.reading() as session:
        assert {row.pair_id for row in session.scalars(select(DocumentRecord))} == {
            paper.pair for paper in printed.written
        }
    assert {row.people for row in documents_made(store, every.programme)} == {paper.people for paper in printed.written}
    store.undo()
    assert documents_made(store, every.programme) == ()


def test_a_persons_number_and_her_participations_mean_the_same(there, tmp_path):
    store, every = there
    with store.reading() as session:
        person = session.get_one(ParticipationRecord, every.mentee).person_id
    by_one = batch(store, "role-guide-mentee", every.programme, about=(every.mentee,), made_on=TODAY)
    by_other = batch(store, "role-guide-mentee", every.programme, about=(person,), made_on=TODAY)

    assert [paper.participation for paper in by_one.papers] == [every.mentee]
    assert [paper.participation for paper in by_other.papers] == [every.mentee]
    printed = print_papers(
        store, "role-guide-mentee", programme=every.programme, about=(person,), folder=tmp_path, today=TODAY
    )
    assert documents_made(store, None)[0].people == printed.written[0].people


@pytest.mark.parametrize("kind", ["contract", "role-guide-mentee", "gathering-programme"])
def test_a_number_that_nobody_bears_is_refused(there, tmp_path, kind):
    store, every = there
    with pytest.raises(Refused):
        print_papers(store, kind, programme=every.programme, about=("nobody",), folder=tmp_path / "papers", today=TODAY)


def test_a_kind_that_is_made_elsewhere_says_where(there, tmp_path):
    store, every = there
    for kind in ELSEWHERE:
        with pytest.raises(Refused, match="This paper"):
            print_papers(store, kind, programme=every.programme, folder=tmp_path, today=TODAY)


def test_whoever_is_restricted_gets_no_paper_and_is_named(there):
    store, every = there
    with store.reading() as session:
        person = session.get_one(ParticipationRecord, every.mentee).person_id
    restrict(store, person, reason="By letter", today=TODAY)

    for kind in ("role-guide-mentee", "loan-slip", "confirmation-mentee"):
        found = batch(store, kind, every.programme, about=(every.mentee,), made_on=TODAY)
        assert found.papers == ()
        assert len(found.left_out) == 1, kind


def test_what_is_missing_is_said_with_the_name(there):
    store, every = there
    with store.reading() as session:
        person = session.get_one(ParticipationRecord, every.mentee).person_id
        name = session.get_one(PersonRecord, person).family_name
    change(store, PersonRecord, person, unit_id=None)
    (paper,) = batch(store, "contract", every.programme, about=(every.pair,), made_on=TODAY).papers

    assert any(name in str(what) and "no unit" in str(what) for what in paper.missing)
    assert persons([paper]) == 2


def test_a_form_lies_there_twice_once_for_the_screen_and_once_as_it_is_printed(there, tmp_path):
    store, every = there
    papers = batch(store, "conversation-slip", every.programme, about=(every.pair,), made_on=TODAY).papers
    (written,) = write_papers(papers, tmp_path / "papers", shown=tmp_path / "shown")
    (for_the_pen,) = write_papers(papers, tmp_path / "pen", edition=Edition.PAPER)

    assert b"/AcroForm" in written.path.read_bytes()
    assert b"/AcroForm" not in written.shown.read_bytes()
    assert written.shown.read_bytes() == for_the_pen.path.read_bytes()


def test_whoever_stops_keeps_what_is_written_and_it_is_noted(there, tmp_path):
    store, every = there
    progress = Progress()
    progress._report = lambda done, _: progress.cancel() if done == 2 else None

    with pytest.raises(Cancelled):
        print_papers(store, "contract", programme=every.programme, folder=tmp_path, today=TODAY, progress=progress)

    made = documents_made(store, every.programme)
    assert 0 < len(made) < len(NAMES)
    assert {row.file_name for row in made} == {path.name for path in tmp_path.glob("*.pdf")}


def test_nothing_above_the_declared_class_is_on_a_paper(there, tmp_path):
    """Interview notes and letters are K1 of the application; no paper of K0 has them."""
    store, every = there
    with store.changing(kind_of("contract").title) as session:
        for person in session.scalars(select(PersonRecord)):
            person.notes = "canary-of-the-notes"
    for kind in ALL_KINDS:
        if kind.highest == 0 and kind.key in SOURCES and kind.scope is not Scope.PROGRAMME:
            about = every.about(kind.key)
            papers = batch(store, kind.key, every.programme, about=about[1:], made_on=TODAY).papers[:1]
            for paper in write_papers(papers, tmp_path / kind.key):
                assert "canary" not in plain(paper.path.read_bytes()), kind.key


def test_the_language_can_be_forced(there, tmp_path):
    store, every = there
    printed = print_papers(
        store,
        "first-meeting-checklist",
        programme=every.programme,
        about=(every.pair,),
        folder=tmp_path,
        languages=[LanguageCode.EN],
        today=TODAY,
    )

    assert [paper.languages for paper in printed.written] == [("en",)]
