"""Many papers: in their order, each the same as alone, however many processes write them; and stopped cleanly."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mentordesk.documents import printing
from mentordesk.documents.batch import FEW, Addressed, NotWritten, Outcome, write_all
from mentordesk.documents.declared.pair_kinds import CONTRACT
from mentordesk.documents.declared.plan_kinds import WHY_YOU_TWO
from mentordesk.documents.papers.parties import Party
from mentordesk.documents.printing import Written
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.progress import Cancelled, Progress
from tests.documents.cases import Case, CaseName
from tests.documents.contents.people import why
from tests.documents.samples import NNO

NB, SV = LanguageCode.NB, LanguageCode.SV
WHY = why(Case(CaseName.ORDINARY))


def papers(count: int, *, unprintable: int = -1) -> Iterator[Addressed]:
    for number in range(count):
        name = "Kari 😀" if number == unprintable else f"Kari {number % (count - 2)}"  # two of the same name
        content = replace(WHY, mentee=Party(name))
        yield Addressed(WHY_YOU_TWO.ready(content), (NB,) if number % 2 else (SV, NB))


@pytest.mark.parametrize("processes", [1, 2])
def test_each_is_written_in_order_and_what_cannot_be_printed_keeps_no_other(processes: int, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    count, bad = FEW + 5, 23
    told = list(
        write_all(
            papers(count, unprintable=bad),
            tmp_path,
            total=count,
            processes=processes,
            progress=Progress(lambda done, total: seen.append((done, total))),
        )
    )

    assert seen == [(done, count) for done in range(count + 1)]
    assert isinstance(told[bad], NotWritten)
    assert "😀" in catalog("nb").say(told[bad].reason)
    assert told[bad].details
    written = [each.path for each in told if isinstance(each, Written)]
    assert sorted(written) == sorted(tmp_path.iterdir()), "nothing else lies there"
    assert len(set(written)) == count - 1
    assert [path.name for path in (written[0], written[-2])] == [
        "Varför ni två - Kari 0.pdf",
        "Hvorfor dere to - Kari 0.pdf",
    ]
    for number, each in list(enumerate(papers(count)))[::9]:
        alone = printing.write(each.paper, each.languages, tmp_path / "alone.pdf")
        there = told[number]
        assert isinstance(there, Written)
        assert there.pages == alone.pages
        assert there.path.read_bytes() == alone.path.read_bytes()


@pytest.mark.parametrize("processes", [1, 2])
def test_whoever_stops_is_told_of_all_that_was_written(processes: int, tmp_path: Path) -> None:
    progress = Progress()
    told: list[Outcome] = []

    def writing() -> None:
        for each in write_all(papers(200), tmp_path, processes=processes, progress=progress):
            told.append(each)
            if len(told) == 3:
                progress.cancel()

    with pytest.raises(Cancelled):
        writing()
    assert len(told) < 100
    assert {each.path for each in told} == set(tmp_path.iterdir())
    assert not [thread for thread in threading.enumerate() if "Queue" in thread.name], "the processes have ended"


def test_papers_of_a_process_that_was_taken_away_are_written_all_the_same(tmp_path: Path) -> None:
    told = write_all(papers(130), tmp_path, processes=2)
    outcomes = [next(told)]
    for child in multiprocessing.active_children():
        child.kill()
    outcomes += told

    assert len(outcomes) == 130
    assert sorted(each.path for each in outcomes if isinstance(each, Written)) == sorted(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize("processes", [1, 2])
def test_a_folder_that_cannot_be_written_ends_it(processes: int, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        list(write_all(papers(FEW), tmp_path / "missing", processes=processes))

    assert "finnes ikke" in catalog("nb").say(refused.value.message)


def test_a_few_are_written_by_this_process_and_an_empty_batch_is_nothing(tmp_path: Path) -> None:
    before = threading.active_count()
    for _ in write_all(papers(FEW - 1), tmp_path):
        assert threading.active_count() == before

    assert list(write_all((), tmp_path)) == []


def test_a_paper_is_composed_only_when_its_turn_comes(tmp_path: Path) -> None:
    composed: list[int] = []

    def counted() -> Iterator[Addressed]:
        for number, each in enumerate(papers(200)):
            composed.append(number)
            yield each

    told = write_all(counted(), tmp_path, processes=1)
    for _ in range(5):
        next(told)
    told.close()

    assert len(composed) <= FEW + 1


def test_contracts_take_the_name_of_both(tmp_path: Path) -> None:
    (written,) = write_all([Addressed(CONTRACT.ready(NNO), (NB,))], tmp_path)

    assert isinstance(written, Written)
    assert written.path.name == "Samarbeidskontrakt - Åse Ødegård og Čáhppe Ŋilas.pdf"
